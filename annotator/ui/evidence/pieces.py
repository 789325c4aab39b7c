"""Pieces of evidence one below the other: cards, of which one may be open as a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from annotator.ui.evidence.asked import SetStance, Unlink
from annotator.ui.evidence.card import EvidenceCard
from annotator.ui.evidence.form import Form
from annotator.ui.evidence.view import Answers, Details, NoAnswers, Piece
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.scroll import quieten
from annotator.ui.kit.stops import stops_in
from annotator.ui.theme import Theme

FOLDED = 4
"""Cards that are shown of a long list until somebody asks for more."""
AT_ONCE = 50
"""Cards that come with each asking: ten thousand would take a second."""


_LESS = 40
"""Pixels that the form is lower than what scrolls: its edges are seen."""


class Pieces(QWidget):
    """Shows the first few; Up and Down go from card to card, and past the last one away."""

    asked = Signal(object)
    """An ``Asked``."""
    typed = Signal(str, str, str)
    """A key in a field of the form: item, field, text."""
    left = Signal()
    """The form was closed: the keys go back to the page."""
    passed = Signal()
    """Down on the last card."""
    reached = Signal(object)
    """A ``QWidget`` that should be seen."""
    reordered = Signal()
    """There are other things to be visited by Tab."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answers: Answers = NoAnswers()
        self._pieces: Sequence[Piece] = ()
        self._cards: list[EvidenceCard] = []
        self._form: Form | None = None
        self._shown = FOLDED
        self._room = 400
        self._area: QScrollArea | None = None
        self._more = KeyButton("", "", self, small=True, link=True)
        self._more.clicked.connect(self._unfold)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(4, 0, 4, 0)
        self._list.setSpacing(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._list)
        column.addWidget(self._more)

    @property
    def form(self) -> Form | None:
        """The form of the piece that is open."""
        return self._form

    @property
    def stops(self) -> list[QWidget]:
        """What Tab visits here, in order."""
        return list(stops_in(self))

    def set_answers(self, answers: Answers) -> None:
        self._answers = answers

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._cards:
            card.set_theme(theme)
        if self._form is not None:
            self._form.set_theme(theme)

    def set_room(self, height: int) -> None:
        """How high the form may be, in pixels."""
        self._room = height
        if self._form is not None:
            self._form.set_room(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The part of the panel that scrolls has another height."""
        if event.type() is QEvent.Type.Resize and self._area is not None:
            self.set_room(self._area.viewport().height() - _LESS)
        return super().eventFilter(watched, event)

    def _measure_room(self) -> None:
        """The form is no higher than what can be seen at once."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and above is not self._area:
            self._area = above
            above.viewport().installEventFilter(self)
        if self._area is not None:
            self._room = self._area.viewport().height() - _LESS

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Shows these; what is open stays so as long as it is among them."""
        if pieces != self._pieces:
            self._pieces = pieces
            self._fill()
        if self._form is not None:
            piece = self._form.piece
            self._form.show_piece(piece, self._details(piece))

    def fold(self) -> None:
        """Another claim: what is open closes, and the list is short again."""
        self.close_form()
        self._shown = FOLDED

    def open_item(self, item: str) -> None:
        """Opens an item's form in the place of its card."""
        at = self._place_of(item)
        if at is None:
            return
        self.close_form()
        self._shown = max(self._shown, at + 1)
        self._form = form = self._make_form(self._pieces[at])
        self._fill()
        self._quieten(quiet=True)
        form.take_keys()
        self.reached.emit(form)
        # It has its height when it is laid out.
        QTimer.singleShot(0, form, lambda: self.reached.emit(form))

    def _make_form(self, piece: Piece) -> Form:
        form = Form(piece, self._theme, self._answers, self)
        form.asked.connect(self.asked)
        form.typed.connect(self.typed)
        form.closed.connect(self._leave)
        form.reached.connect(self.reached)
        form.reordered.connect(self.reordered)
        self._measure_room()
        form.set_room(self._room)
        form.show_piece(piece, self._details(piece))
        return form

    def close_form(self) -> None:
        """Its words are given away first."""
        form, self._form = self._form, None
        if form is None:
            return
        form.commit()
        self._list.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._quieten(quiet=False)
        self._fill()

    def _quieten(self, *, quiet: bool) -> None:
        """A form has a bar of its own; that of the panel would stand right beside it."""
        if self._area is not None:
            quieten(self._area, quiet)

    def commit(self) -> None:
        """Gives away what is typed in a field of the form."""
        if self._form is not None:
            self._form.commit()

    def to_last(self) -> None:
        """Gives the keys to the last card that is shown."""
        shown = [card for card in self._cards if not card.isHidden()]
        if shown:
            self._to(shown[-1])

    def _place_of(self, item: str) -> int | None:
        found = (at for at, piece in enumerate(self._pieces) if piece.id == item)
        return next(found, None)

    def _details(self, piece: Piece) -> Details:
        item = piece.linked.item
        return Details() if item is None else self._answers.details(item)

    def _fill(self) -> None:
        """A card for each piece that is shown, or its form."""
        count = len(self._pieces)
        # "and 1 more" would be as high as the card.
        shown = count if count == self._shown + 1 else min(count, self._shown)
        focused = next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)
        self._put_cards(self._pieces[:shown])
        self._put_form()
        self._more.setText(f"and {count - shown:,} more")
        self._more.setAccessibleName(f"Show more evidence: {count - shown:,} more")
        self._more.updateGeometry()
        self._more.setVisible(count > shown)
        if focused is not None and self._cards and focused >= len(self._cards):
            self._cards[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.reordered.emit()

    def _put_cards(self, shown: Sequence[Piece]) -> None:
        while len(self._cards) > len(shown):
            gone = self._cards.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for card, piece in zip(self._cards, shown, strict=False):
            card.show_piece(piece)
            card.show()
        for piece in shown[len(self._cards) :]:
            card = self._card(piece)
            self._list.addWidget(card)
            card.show()
            self._cards.append(card)

    def _put_form(self) -> None:
        """In the place of its card; a piece that is gone takes its form along."""
        if self._form is None:
            return
        at = self._place_of(self._form.item)
        if at is None:
            self.close_form()
            return
        piece, form = self._pieces[at], self._form
        if (piece.who, piece.own) != (form.piece.who, form.piece.own):
            form = self._remake_form(form, piece)
        form.show_piece(piece, self._details(piece))
        self._list.removeWidget(form)
        self._list.insertWidget(at, form)
        form.show()
        self._cards[at].hide()

    def _remake_form(self, old: Form, piece: Piece) -> Form:
        """It was a colleague's to say, and is one's own now: other fields are open."""
        had_keys = old.has_keys
        self._form = form = self._make_form(piece)
        self._list.removeWidget(old)
        old.hide()
        old.deleteLater()
        if had_keys:
            form.show()
            form.take_keys()
        return form

    def _card(self, piece: Piece) -> EvidenceCard:
        card = EvidenceCard(piece, self._theme, self)
        card.clicked.connect(lambda: self.open_item(card.piece.id))
        card.stepped.connect(lambda by: self._step(card, by))
        card.stance_wanted.connect(lambda stance: self.asked.emit(SetStance(card.piece.id, stance)))
        card.off_wanted.connect(lambda: self.asked.emit(Unlink(card.piece.id)))
        return card

    def _leave(self) -> None:
        self.close_form()
        self.left.emit()

    def _unfold(self) -> None:
        first = len(self._cards)
        self._shown = first + AT_ONCE
        self._fill()
        self._to(self._cards[first])

    def _step(self, card: EvidenceCard, by: int) -> None:
        at = self._cards.index(card) + by
        while 0 <= at < len(self._cards) and self._cards[at].isHidden():
            at += by
        if 0 <= at < len(self._cards):
            self._to(self._cards[at])
        elif at >= len(self._cards) and not self._more.isHidden():
            self._unfold()
        elif at >= len(self._cards):
            self.passed.emit()

    def _to(self, card: EvidenceCard) -> None:
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reached.emit(card)
