"""One of the three parts of the agreement page, each in a place of its own in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame


class Part(QFrame):
    """Esc goes back from anywhere; keys that would tag a claim nobody sees do nothing."""

    back_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif not held and event.text().isprintable() and event.text() not in ("", "?"):
            event.accept()
        else:
            super().keyPressEvent(event)
