"""Ctrl+Z in a text field: typing first, the library's edits after.

The hard thing: one key belongs to two histories, and Qt decides which one gets
it before any handler runs. A focused text field claims Ctrl+Z for itself (it
accepts the ``ShortcutOverride`` event that comes before the key), always, even
when it has nothing left to undo; then the window's action never fires, and in
an untouched field Ctrl+Z is dead. So this filter answers that event instead of
the field: yes while something typed is left, no when nothing is, and with "no"
Qt gives the key to the window's action.

Redo mirrors it, with one twist. When the typing is all undone and one more
Ctrl+Z went on to the library, the field can still *redo* its typing; but the
last thing undone was the library's, and it must come back first. So the filter
counts how many undos it let through, and lets as many redos through.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QLineEdit, QTextEdit


class NoteUndo(QObject):
    """Shares the keys of undo and redo between a field and the window's own actions."""

    def __init__(
        self, field: QTextEdit | QLineEdit, undo: Iterable[str], redo: Iterable[str]
    ) -> None:
        super().__init__(field)
        self._field = field
        self._undo = [QKeySequence(key) for key in undo]
        self._redo = [QKeySequence(key) for key in redo]
        self._passed = 0
        """Undos that went on to the library and have not come back by a redo."""
        field.textChanged.connect(self._on_text)
        field.installEventFilter(self)

    def forget(self) -> None:
        """What was typed is saved: from here on Ctrl+Z is the library's."""
        if isinstance(self._field, QTextEdit):
            self._field.document().clearUndoRedoStacks()
        else:
            _clear_history(self._field)
        self._passed = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        back, forth = self._is(event, self._undo), self._is(event, self._redo)
        if not (back or forth):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(self._mine(back=back))
            if not event.isAccepted():
                self._passed += 1 if back else -min(1, self._passed)
            return True
        return event.type() is QEvent.Type.KeyPress and self._press(back=back)

    def _press(self, *, back: bool) -> bool:
        """The key itself came: either it is the field's, or no action of the window took it."""
        if self._mine(back=back):
            if back:
                self._field.undo()
            else:
                self._field.redo()
        elif back:
            self._passed = max(0, self._passed - 1)
        return True

    def _mine(self, *, back: bool) -> bool:
        if back:
            return self._history.isUndoAvailable()
        return self._history.isRedoAvailable() and not self._passed

    def _on_text(self) -> None:
        # New typing ends every redo, the field's own and what went past it.
        if not self._history.isRedoAvailable():
            self._passed = 0

    @property
    def _history(self) -> QTextDocument | QLineEdit:
        return self._field.document() if isinstance(self._field, QTextEdit) else self._field

    @staticmethod
    def _is(event: QKeyEvent, keys: list[QKeySequence]) -> bool:
        return QKeySequence(event.keyCombination()) in keys


def _clear_history(field: QLineEdit) -> None:
    """Qt forgets what was typed in a line when its text is set; the cursor stays."""
    at = field.cursorPosition()
    blocked = field.blockSignals(True)
    field.setText(field.text())
    field.blockSignals(blocked)
    field.setCursorPosition(at)
