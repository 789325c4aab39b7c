"""Cards of one kind under the tags of a claim: the first of them stand there, the others are folded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.card import Card
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.tabbing import tab_before
from annotator.ui.theme import Theme

Shown = TypeVar("Shown")


class OfferCard(Card, Generic[Shown]):
    """One of them. ``buttons`` are what can be done with it, in the order of Tab."""

    buttons: tuple[QWidget, ...] = ()

    def show_offer(self, shown: Shown) -> None:
        """Shows this one from now on."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Wears these colours from now on."""


class CardsPart(Section, Generic[Shown]):
    """Nothing is shown until somebody found something; another claim takes it away."""

    SHOWN = 1
    """So many stand there at once."""
    STEP = 20
    """So many more at a press: a claim may have hundreds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._claim: ClaimId | None = None
        self._offers: tuple[Shown, ...] = ()
        self._most = self.SHOWN
        self._cards: list[OfferCard[Shown]] = []
        self._more = KeyButton("", "", self, small=True, dotted=True)
        self._more.clicked.connect(self._unfold)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        more = QHBoxLayout()
        more.setContentsMargins(0, 0, 6, 0)
        more.addStretch(1)
        more.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 0)
        column.setSpacing(0)
        column.addLayout(self._column)
        column.addLayout(more)
        self.hide()

    def make_card(self) -> OfferCard[Shown]:
        """Another card, connected to what it asks for."""
        raise NotImplementedError

    def more_words(self, hidden: int) -> tuple[str, str]:
        """What the button that unfolds says of so many, and what a screen reader says of it."""
        raise NotImplementedError

    @property
    def offers(self) -> tuple[Shown, ...]:
        """What is shown or folded."""
        return self._offers

    @property
    def visible_cards(self) -> list[OfferCard[Shown]]:
        """Those that can be seen, from the top."""
        return [card for card in self._cards if card.isVisibleTo(self)]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._cards:
            card.set_theme(theme)

    def show_view(self, view: ClaimView) -> None:
        if view.claim.id != self._claim:
            self.show_offers(view.claim.id, ())

    def show_offers(self, claim: ClaimId, offers: Sequence[Shown]) -> None:
        """What was found for this claim, a moment after the panel showed it."""
        if claim != self._claim:
            self._claim, self._most = claim, self.SHOWN
        self._offers = tuple(offers)
        self._show()

    def _unfold(self) -> None:
        self._most += self.STEP
        self._show()

    def _show(self) -> None:
        shown = self._offers[: self._most]
        while len(self._cards) < len(shown):
            self._add()
        for place, card in enumerate(self._cards):
            if place < len(shown):
                card.show_offer(shown[place])
            card.setVisible(place < len(shown))
        hidden = len(self._offers) - len(shown)
        words, spoken = self.more_words(hidden)
        self._more.setText(words)
        self._more.setAccessibleName(spoken)
        self._more.setVisible(bool(hidden))
        self._more.updateGeometry()
        self.setVisible(bool(self._offers))

    def _add(self) -> None:
        card = self.make_card()
        self._column.addWidget(card)
        self._cards.append(card)
        for button in card.buttons:
            tab_before(button, self._more)
