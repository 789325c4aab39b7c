"""The reason of a decision: a field that loses nothing, whatever happens around it.

Like the note's it follows *changes* of what is saved. What was typed for a claim and is
not saved yet is kept here, too, for when the claim comes back.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.kit.card import Card
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.note_undo import NoteUndo
from annotator.ui.review.field import Field

_LINES = 18
_MOST = 6 * _LINES


class Reason(QWidget):
    """Why it was decided so."""

    typed = Signal(str, str)
    """Each change: the text, and the id of the claim it belongs to."""
    left = Signal(str, str)
    """What was typed is done: the text, and the id of the claim it belongs to."""
    finished = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: ClaimId | None = None
        self._saved = ""
        self._unsaved: dict[ClaimId, str] = {}
        self._key = KeyCap(ACTION[ActionId.REASON].keys[0], self)
        self._report = Muted("goes into the report", self, small=True)
        self._report.setWordWrap(False)
        self.field = Field("Reason", "Why so?")
        self.field.set_limits(_LINES, _MOST)
        self.field.textChanged.connect(self._on_text)
        self.field.left.connect(self.commit)
        self.field.escaped.connect(self.leave)
        self.field.finished.connect(self.finished)
        self._undo = NoteUndo(self.field, ACTION[ActionId.UNDO].keys, ACTION[ActionId.REDO].keys)
        self._build()

    @property
    def text(self) -> str:
        """What stands in the field now."""
        return self.field.plain().strip()

    def open(self) -> None:
        """Gives the field the keys, behind what is written already."""
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_back(self, claim: ClaimId, text: str) -> None:
        """A reason that was typed for this claim and not saved, in a window that is gone."""
        if claim in self._unsaved:
            return
        self._unsaved[claim] = text
        if claim == self._claim:
            self._restore(claim)

    def commit(self) -> None:
        """Gives away what was typed and is not seen to be saved yet."""
        if self._claim in self._unsaved:
            self._undo.forget()
            self.left.emit(self._unsaved[self._claim], self._claim)

    def leave(self) -> None:
        """Ends the typing: the keys go back to the page, and going they give the reason away."""
        self.leave_wanted.emit()
        if self.field.hasFocus():
            self.commit()

    def show_reason(self, claim: ClaimId | None, saved: str) -> None:
        """The reason that is saved of this claim; None: no claim is in hand."""
        if claim != self._claim:
            self._switch(claim, saved)
        elif saved != self._saved:
            self._follow(saved)

    def _switch(self, claim: ClaimId | None, saved: str) -> None:
        focused, before = self.field.hasFocus(), self._claim
        given = self._unsaved.get(before) if before else None
        # The switch is complete before anybody hears of it: saving may show claims by itself.
        self._claim = claim
        self._set(saved)
        if claim in self._unsaved:
            self._restore(claim)
        if given is not None and before is not None:
            self.left.emit(given, before)
        if focused:
            self.leave_wanted.emit()

    def _restore(self, claim: ClaimId) -> None:
        """What was typed here before, and could not be saved: nothing was decided yet."""
        if self._unsaved[claim].strip() == self._saved.strip():
            del self._unsaved[claim]
            return
        self._put(self._unsaved[claim])

    def _follow(self, saved: str) -> None:
        """The saved reason changed: here, by undo, or in another window."""
        claim, self._saved = self._claim, saved
        if claim in self._unsaved and self._unsaved[claim].strip() != saved.strip():
            return
        self._unsaved.pop(claim, None)  # type: ignore[arg-type]
        if self.field.plain().strip() != saved.strip() or not self.field.hasFocus():
            self._set(saved)

    def _set(self, text: str) -> None:
        self._saved = text
        self._put(text)

    def _put(self, text: str) -> None:
        if self.field.plain() != text:
            self.field.blockSignals(True)
            self.field.set_plain(text)
            self.field.blockSignals(False)
        self._undo.forget()

    def _on_text(self) -> None:
        if self._claim is None:
            return
        text = self.field.plain()
        if text.strip() == self._saved.strip():
            self._unsaved.pop(self._claim, None)
        else:
            self._unsaved[self._claim] = text
        self.typed.emit(text, self._claim)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(5)
        head.addWidget(Caption("Reason", self))
        head.addStretch(1)
        head.addWidget(self._report)
        head.addWidget(self._key)
        card = Card(self)
        card.ring_with(self.field)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(11, 7, 11, 8)
        inside.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(card)
