"""The fields of Review: what is typed in them is text, and two keys end it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.ui.claim.note import NoteField
from annotator.ui.fonts import ui_font

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Field(NoteField):
    """A field that grows with its text."""

    finished = Signal()
    """Ctrl+Enter."""
    entered = Signal()
    """Enter, in a field that is sent with it; Shift+Enter breaks a line then."""

    sends = False

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setFont(ui_font())
        self.set_pitch(18)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter is the field's own: the window's would know nothing of what it is about."""
        kinds = QEvent.Type
        if event.type() is kinds.ShortcutOverride and isinstance(event, QKeyEvent) and ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if ends(event):
            self.finished.emit()
        elif event.key() in _ENTER and self.sends and not held:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def ends(event: QKeyEvent) -> bool:
    """Whether it is Ctrl+Enter."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier
