"""A page in the place of the article: Esc goes away from it, and no key tags what nobody sees."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QWidget

from annotator.ui.keys import HELD
from annotator.ui.theme import Theme


class OverPage(QFrame):
    """Enter does what the page is there for, unless a field wants it."""

    alone = False
    """Whether it wants the width of the panels beside it, too."""
    beside: QWidget | None = None
    """What stands at the right while it is shown; None: what stood there stays."""
    left = Signal()
    """It was closed: the article comes back."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(heading)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    def enter(self) -> None:
        """Does what the page is there for."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that would tag a claim nobody sees do nothing here."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            if not HELD.repeats(event):  # a key held down answers no question that comes after
                self.enter()
        elif not held and event.text().isprintable() and event.text() not in ("", "?"):
            event.accept()
        else:
            super().keyPressEvent(event)
