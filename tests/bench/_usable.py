"""Starts the program as `annotator` does, and says when its window was painted and took a key.

For ``commands.py``, which starts it: prints the time, in seconds since 1970.
"""

from __future__ import annotations

import sys
import time


def main() -> None:
    from annotator.cli import door

    # As `annotator.__main__` begins; Qt is loaded here a moment earlier than there, no more.
    _when_usable()
    door.main(["--library", sys.argv[1]])


def _when_usable() -> None:
    """A timer of no time runs when the window has painted and waits for its first key."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from annotator.ui.page.scroller import PageScroller

    paint = PageScroller.paintEvent

    def painted(page: PageScroller, event: object) -> None:
        paint(page, event)  # type: ignore[arg-type]
        QTimer.singleShot(0, usable)

    def usable() -> None:
        print(time.time(), flush=True)
        QApplication.quit()

    PageScroller.paintEvent = painted  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    main()
