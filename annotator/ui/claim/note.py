"""The note: one quiet line while there is none, a field that grows with it when there is.

The field follows *changes* of the saved note, not the saved note itself: what is
typed and not saved yet is never written over, whatever happens elsewhere.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.snapshot import Claim
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.kept import GivenBack
from annotator.ui.claim.view import ClaimView
from annotator.ui.evidence.audience import AudienceWord
from annotator.ui.fonts import ui_font
from annotator.ui.kit.card import Card
from annotator.ui.kit.growing import GrowingText
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.quietline import QuietLine
from annotator.ui.kit.stays import claims, leaves
from annotator.ui.note_undo import NoteUndo

_KEY = ACTION[ActionId.NOTE].keys[0]


class NoteField(GrowingText):
    """Where the note is typed."""

    left = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        # Arrows and Escape too: the field's own filter leaves those to the window.
        if claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.left.emit()


class Note(QWidget):
    """The note of the claim in hand."""

    typed = Signal(str, object)
    """Each change: the text, and the ``Claim`` it belongs to."""
    left = Signal(str, object)
    """What was typed is done: the text, and the ``Claim`` it belongs to."""
    audience_wanted = Signal(object, str, object)
    """Who may read it from now on: an ``Audience``, the text, and the ``Claim`` it belongs to."""
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: Claim | None = None
        self._saved = ""
        self._unsaved = False
        self._given_back = GivenBack()
        self._line = QuietLine(("Note for the desk",), (_KEY,), self)
        self._line.clicked.connect(self.open)
        self.readers = AudienceWord("Note", self)
        self.readers.wanted.connect(self._set_audience)
        self._elsewhere = Muted("", self, small=True)
        self._elsewhere.hide()
        self.field = NoteField(self)
        self.field.setFont(ui_font())
        self.field.set_pitch(19)
        self.field.set_limits(19, 100_000)
        self.field.setAccessibleName("Note")
        self.field.setPlaceholderText("What should the desk know?")
        self.field.textChanged.connect(self._on_text)
        self.field.left.connect(self._on_left)
        self.field.escaped.connect(self.leave)
        self._undo = NoteUndo(self.field, ACTION[ActionId.UNDO].keys, ACTION[ActionId.REDO].keys)
        self._opened = self._build()
        self._fold()

    def open(self) -> None:
        """Shows the field and gives it the keys, behind what is written already."""
        self._unfold()
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Gives away what was typed and is not saved yet."""
        if not self._unsaved or self._claim is None:
            return
        text = self.field.plain()
        # Until the saved note is seen to be this text, leaving again says it again.
        self._unsaved = text.strip() != self._saved.strip()
        self._undo.forget()
        self.left.emit(text, self._claim)

    def leave(self) -> None:
        """Ends the typing: the keys go back to the page, and going they give the note away."""
        self.leave_wanted.emit()
        if self.field.hasFocus():
            self.commit()

    def show_view(self, view: ClaimView) -> None:
        if self._claim is None or view.claim.id != self._claim.id:
            self._switch(view)
        elif view.assessment.note != self._saved:
            self._follow(view.assessment.note)
        self._claim = view.claim
        self.readers.show_audience(view.assessment.audience)
        if not self.field.hasFocus():
            self._fold()

    def put_away(self) -> None:
        """No claim is in hand any more."""
        self.commit()
        self._claim = None

    def give_back(self, claim: ClaimId, text: str) -> None:
        """What was typed for this claim was refused, or a crash left it."""
        self._given_back.put(claim, text)
        if self._claim is not None and claim == self._claim.id and not self._unsaved:
            self._put_what_is_there(self._saved)
            if not self.field.hasFocus():
                self._fold()

    def forget(self, claim: ClaimId, text: str) -> None:
        """What was typed for this claim is saved: before any view tells so."""
        self._given_back.forget(claim)
        if self._claim is None or claim != self._claim.id or not self._unsaved:
            return
        if self.field.plain().strip() == text.strip():
            self._saved, self._unsaved = text, False

    def _build(self) -> QWidget:
        opened = QWidget(self)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.setSpacing(8)
        head.addWidget(Caption("Note", self))
        head.addWidget(self.readers)
        head.addStretch(1)
        head.addWidget(KeyCap(_KEY, self))
        card = Card(self)
        card.ring_with(self.field)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(11, 6, 11, 8)
        inside.addWidget(self.field)
        column = QVBoxLayout(opened)
        column.setContentsMargins(0, 14, 0, 6)
        column.setSpacing(6)
        column.addLayout(head)
        sheet = QVBoxLayout()
        sheet.setContentsMargins(4, 0, 4, 0)
        sheet.setSpacing(4)
        sheet.addWidget(card)
        sheet.addWidget(self._elsewhere)
        column.addLayout(sheet)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._line)
        box.addWidget(opened)
        return opened

    def _switch(self, view: ClaimView) -> None:
        """Another claim: what was typed for the one before goes to that one."""
        focused = self.field.hasFocus()
        given = None
        if self._unsaved and self._claim is not None:
            text = self.field.plain()
            given = None if self._given_back.is_so(self._claim.id, text) else (text, self._claim)
        # The switch is complete before anybody hears of it: saving may show claims by itself.
        self._claim = view.claim
        self._put_what_is_there(view.assessment.note)
        if given is not None:
            self.left.emit(*given)
        if focused:
            # Keys must not go on into another claim's note.
            self.leave_wanted.emit()

    def _put_what_is_there(self, note: str) -> None:
        """What is saved of the claim, or what could not be."""
        assert self._claim is not None, "a claim is shown"
        text = self._given_back.of(self._claim.id, note)
        self._unsaved = text is not None
        self._set(note if text is None else text)
        self._saved = note

    def _follow(self, note: str) -> None:
        """The saved note changed: here, by undo, or in another window."""
        typed = self.field.plain()
        if typed.strip() == note.strip():
            self._saved, self._unsaved = note, False
            self._elsewhere.hide()
            if not self.field.hasFocus():
                self._set(note)
        elif self._unsaved:
            self._saved = note
            self._elsewhere.setText(f"Changed elsewhere meanwhile: {note or '(taken away)'}")
            self._elsewhere.show()
        else:
            self._set(note)

    def _set(self, note: str) -> None:
        self._saved = note
        self._elsewhere.hide()
        if self.field.plain() != note:
            self.field.blockSignals(True)
            self.field.set_plain(note)
            self.field.blockSignals(False)
        self._undo.forget()

    def _on_text(self) -> None:
        if self._claim is not None:
            self._unsaved = True
            self.typed.emit(self.field.plain(), self._claim)

    def _set_audience(self, audience: Audience) -> None:
        """Of a note that is being typed, too; of none there is nothing to say."""
        text = self.field.plain()
        if self._claim is not None and text.strip():
            self.audience_wanted.emit(audience, text, self._claim)

    def _on_left(self) -> None:
        self.commit()
        self._fold()

    def _unfold(self) -> None:
        self._line.hide()
        self._opened.show()

    def _fold(self) -> None:
        """An empty note is one line; a field with something in it stays."""
        empty = not self.field.plain().strip()
        self._opened.setVisible(not empty)
        self._line.setVisible(empty)
