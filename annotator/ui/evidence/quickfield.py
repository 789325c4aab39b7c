"""The one field in which evidence is entered: an address, a few signs, a quotation."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.claim.note import NoteField
from annotator.ui.evidence.pasted import only_things
from annotator.ui.fonts import ui_font

_PITCH = 18
_MOST = 7 * _PITCH
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class QuickField(NoteField):
    """Grows with what is typed; Enter enters it, Shift+Enter breaks a line."""

    entered = Signal()
    stepped = Signal(int)
    """Down (1) or Up (-1) where there is no further line that way."""
    brought = Signal(object)
    """A ``QMimeData`` without words was pasted: a picture, or files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(ui_font())
        self.set_pitch(_PITCH)
        self.set_limits(_PITCH, _MOST)
        # What is dropped is the window's: it knows a link's title and what a picture is.
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not held:
            self.entered.emit()
        elif event.key() in _STEPS and not held and self._at_edge(_STEPS[Qt.Key(event.key())]):
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return only_things(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if only_things(source):
            self.brought.emit(source)
        else:
            super().insertFromMimeData(source)

    def _at_edge(self, by: int) -> bool:
        """Whether the cursor is in the last line (1), or in the first (-1)."""
        cursor = self.textCursor()
        way = cursor.MoveOperation.Down if by > 0 else cursor.MoveOperation.Up
        return not cursor.movePosition(way)
