"""A field of one line: what is typed in it is text, and Esc and Enter end it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.kit.stays import claims, leaves
from annotator.ui.note_undo import NoteUndo

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineField(QLineEdit):
    """Says when it is left, by whatever way, and when it was ended by a key."""

    left = Signal()
    escaped = Signal()
    entered = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._undo = NoteUndo(self, ACTION[ActionId.UNDO].keys, ACTION[ActionId.REDO].keys)

    def put(self, text: str) -> None:
        """Shows a text that nobody typed: nothing is left to undo, and nobody hears of it."""
        if self.text() != text:
            blocked = self.blockSignals(True)
            self.setText(text)
            self.blockSignals(blocked)
            # A long text is read from its beginning.
            self.setCursorPosition(0)
        self._undo.forget()

    def event(self, event: QEvent) -> bool:
        if claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in _ENTER and not held:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.left.emit()
