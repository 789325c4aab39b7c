"""The fields of Review: what is typed in them is text, and two keys end it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.ui.claim.note import NoteField
from annotator.ui.fonts import ui_font

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Field(NoteField):
    """A field that grows with its text."""

    finished = Signal()
    """Ctrl+Enter, where the window had no use for it."""
    entered = Signal()
    """Enter, in a field that is sent with it; Shift+Enter breaks a line then."""

    sends = False

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setFont(ui_font())
        self.set_pitch(18)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        elif event.key() in _ENTER and self.sends and not held:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
