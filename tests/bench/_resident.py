"""Opens a window on an article, presses keys, prints the megabytes that the process holds.

For ``window.py``, which starts it: the library's path, and an article's id or nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt

from annotator.domain.article import ArticleId
from bench import _articles, _screen

KEYS = (Qt.Key.Key_V, Qt.Key.Key_D, Qt.Key.Key_U, Qt.Key.Key_PageDown, Qt.Key.Key_J)


def held() -> float:
    """Resident memory of this process, in megabytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise OSError("/proc/self/status has no VmRSS")


def main() -> None:
    path, article = sys.argv[1:]
    window = _screen.window_on(_articles.library(Path(path)), ArticleId(article) or None)
    for number in range(50):
        _screen.press(window, KEYS[number % len(KEYS)])
    _screen.rest(0.3)
    print(held())
    window.close()


if __name__ == "__main__":
    main()
