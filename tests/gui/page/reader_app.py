"""A window with a page, for test_screen_reader.py, which looks at it from another process."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from annotator.domain.tags import Standing
from annotator.ui.page.view import PageView
from annotator.ui.theme import LIGHT
from pages import page_of

LONGEST_LIFE = 40_000


def main() -> None:
    app = QApplication(sys.argv)
    snapshot = page_of(
        "⟦One sentence is here.⟧ ⟦سلام دنیا 😀 e\u0301.⟧ ⟦A third ends it.⟧",
        "⟦Another passage.⟧",
        standings={0: Standing.DISPUTED},
    )
    window, page = QMainWindow(), PageView(LIGHT)
    window.setCentralWidget(page)
    page.show_snapshot(snapshot)
    page.set_current(0)

    def verify() -> None:
        nonlocal snapshot
        index = page.current or 0
        snapshot = snapshot.with_standings({index: (Standing.VERIFIED, False)})
        page.restand(snapshot, [index])
        page.set_current(index + 1)

    QShortcut(QKeySequence("V"), window).activated.connect(verify)
    window.resize(800, 500)
    window.show()
    page.setFocus()
    # Without a window manager nobody else makes it the active window.
    QTimer.singleShot(300, window.activateWindow)
    QTimer.singleShot(LONGEST_LIFE, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
