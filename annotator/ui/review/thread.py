"""The comments of a claim, and the field for one more."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.kit.card import Card
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Caption, Elided, Muted
from annotator.ui.note_undo import NoteUndo
from annotator.ui.review.comment import CommentRow
from annotator.ui.review.field import Field
from annotator.ui.review.view import ClaimReviewView, CommentView
from annotator.ui.theme import Theme

NEWEST = 30
"""So many comments are shown at first; the earlier ones on demand."""
_LINES = 18
_MOST = 6 * _LINES
ASK = "Ask a colleague…"
ANSWER = "Answer, or ask a colleague…"


class CommentField(Field):
    """Where a comment is typed; Enter sends it."""

    sends = True


@dataclass
class _Begun:
    """What stands in the field and was not sent: an answer to ``to``, or ``edits`` a comment."""

    text: str = ""
    to: CommentView | None = None
    edits: CommentView | None = None


class Thread(QWidget):
    """Comments in threads. What is typed and not sent stays with its claim."""

    written = Signal(str, str)
    """A comment: the text, and the id of the comment it answers, or ""."""
    edited = Signal(str, str)
    """The id of one's own comment, and its new text."""
    removed = Signal(str)
    """The id of one's own comment that is taken back."""
    typed = Signal(str, str)
    """Each change of a comment that was not sent: its text, and the id of its claim."""
    finished = Signal()
    leave_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._claim: ClaimId | None = None
        self._comments: tuple[CommentView, ...] = ()
        self._open = self._all = False
        self._begun: dict[ClaimId, _Begun] = {}
        self._rows: list[CommentRow] = []
        self._caption = Caption("Comments", self)
        self._hint = Muted("write", self, small=True)
        self._hint.setWordWrap(False)
        self._key = KeyCap(ACTION[ActionId.COMMENT].keys[0], self)
        self._earlier = KeyButton("", "", self, small=True, link=True)
        self._earlier.clicked.connect(self._show_all)
        self._about = Elided("", self)
        self._stop = KeyButton("stop", "", self, small=True, link=True)
        self._stop.clicked.connect(self._give_up)
        self._list = QVBoxLayout()
        self._mode = QWidget(self)
        self.field = CommentField("Comment", ASK)
        self._undo = NoteUndo(self.field, ACTION[ActionId.UNDO].keys, ACTION[ActionId.REDO].keys)
        self._card = self._paper()
        self._build()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        rows = [stop for row in self._rows for stop in (row.said, row.more)]
        return [self._earlier, *rows, self._stop, self.field]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def open(self) -> None:
        """Gives the field the keys."""
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_claim(self, view: ClaimReviewView | None) -> None:
        claim = None if view is None else view.claim.id
        other = claim != self._claim
        self._comments = () if view is None else view.comments
        self._open = view is not None and view.open
        written = 0 if view is None else view.written
        self._caption.setText(f"Comments · {written:,}" if written else "Comments")
        if other:
            self._all = False
            focused = self.field.hasFocus()
            self._claim = claim
            self._resume()
            if focused:
                self.leave_wanted.emit()
        self.setVisible(self._open or bool(self._comments))
        self.field.setPlaceholderText(ANSWER if written else ASK)
        self._card.setVisible(self._open)
        self._key.setVisible(self._open)
        self._show_rows()
        self._say_mode()

    def answer(self, comment: CommentView) -> None:
        """What is typed next answers this comment."""
        self._begin(_Begun(self._now.text if not self._now.edits else "", to=comment))

    def edit(self, comment: CommentView) -> None:
        """What is typed next replaces this comment of one's own."""
        self._begin(_Begun(comment.text, edits=comment))

    def send(self) -> None:
        """Says what is typed; nothing but blanks says nothing."""
        now, text = self._now, self.field.plain().strip()
        if self._claim is None or not text:
            return
        answers, edits = now.to, now.edits
        self._forget()
        if edits is None:
            self.written.emit(text, answers.id if answers else "")
        elif text != edits.text:
            self.edited.emit(edits.id, text)

    def leave(self) -> None:
        """The keys go back to the page; what is typed stays."""
        self.leave_wanted.emit()

    def put_back(self, claim: ClaimId, text: str) -> None:
        """Shows a comment that could not be sent, or was typed before a crash, as typed."""
        if claim not in self._begun:
            self._begun[claim] = _Begun(text)
        if claim == self._claim:
            self._resume()

    def give_back(self, claim: ClaimId, text: str, *, answers: str, edits: str) -> None:
        """What was sent and refused is in its field again, before what was begun meanwhile."""
        begun = self._begun.get(claim)
        if begun is not None and begun.text.strip():
            begun.text = f"{text}\n{begun.text}"
        else:
            by_id = {one.id: one for one in self._comments}
            begun = _Begun(text, to=by_id.get(answers), edits=by_id.get(edits))
        self._begun[claim] = begun
        if not begun.edits:
            self.typed.emit(begun.text, claim)
        if claim == self._claim:
            self._resume()

    @property
    def _now(self) -> _Begun:
        if self._claim is None:
            return _Begun()
        return self._begun.get(self._claim, _Begun())

    def _begin(self, begun: _Begun) -> None:
        if self._claim is None:
            return
        self._begun[self._claim] = begun
        self._resume()
        self.open()

    def _give_up(self) -> None:
        """Answers nobody in particular; what was to be reworded stays as it was."""
        if self._claim is not None:
            text = "" if self._now.edits else self._now.text
            self._begun[self._claim] = _Begun(text)
            self._resume()

    def _forget(self) -> None:
        if self._claim is not None:
            self._begun.pop(self._claim, None)
            self._resume()
            self.typed.emit("", self._claim)

    def _resume(self) -> None:
        """Puts into the field what was begun here."""
        text = self._now.text
        if self.field.plain() != text:
            self.field.blockSignals(True)
            self.field.set_plain(text)
            self.field.blockSignals(False)
        self._undo.forget()
        self._say_mode()

    def _on_text(self) -> None:
        if self._claim is not None:
            now = self._begun.setdefault(self._claim, _Begun())
            now.text = self.field.plain()
            if not now.edits:
                self.typed.emit(now.text, self._claim)
            self._say_mode()

    def _say_mode(self) -> None:
        now = self._now
        about = "Your comment is worded anew" if now.edits else ""
        if now.to is not None:
            about = "Goes with your comment" if now.to.who.me else f"Answers {now.to.who.name}"
        self._about.set_text(about)
        self._mode.setVisible(bool(about) and self._open)
        self._hint.setVisible(self._open)
        self._hint.setText("Enter sends" if now.text.strip() else "write")

    def _show_all(self) -> None:
        self._all = True
        self._show_rows()

    def _show_rows(self) -> None:
        earlier = 0 if self._all else max(0, len(self._comments) - NEWEST)
        shown = self._comments[earlier:]
        self._earlier.setVisible(earlier > 0)
        self._earlier.setText(f"{earlier:,} earlier")
        self._earlier.setAccessibleName(f"Show {earlier:,} earlier comments")
        while len(self._rows) < len(shown):
            self._rows.append(self._row())
        for place, row in enumerate(self._rows):
            if place < len(shown):
                row.show_comment(shown[place], open_=self._open)
            row.setVisible(place < len(shown))

    def _row(self) -> CommentRow:
        row = CommentRow(self._theme, self)
        row.answer_wanted.connect(self.answer)
        row.edit_wanted.connect(self.edit)
        row.removed.connect(self.removed)
        self._list.addWidget(row)
        return row

    def _build(self) -> None:
        self._list.setSpacing(7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(self._head())
        column.addWidget(self._earlier)
        column.addLayout(self._list)
        column.addWidget(self._mode)
        column.addWidget(self._card)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(5)
        head.addWidget(self._caption, 1)
        head.addWidget(self._hint)
        head.addWidget(self._key)
        mode = QHBoxLayout(self._mode)
        mode.setContentsMargins(0, 0, 0, 0)
        mode.addWidget(self._about, 1)
        mode.addWidget(self._stop)
        return head

    def _paper(self) -> Card:
        """The field, on paper."""
        self.field.set_limits(_LINES, _MOST)
        self.field.textChanged.connect(self._on_text)
        self.field.entered.connect(self.send)
        self.field.escaped.connect(self.leave)
        self.field.finished.connect(self.finished)
        card = Card(self)
        card.ring_with(self.field)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(11, 7, 11, 8)
        inside.addWidget(self.field)
        return card
