"""Cards of one kind under the tags of a claim: what is offered a moment after the claim is in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.ui.claim.folded import FoldedSection, Shown
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.card import Card
from annotator.ui.theme import Theme


class OfferCard(Card, Generic[Shown]):
    """One of them. ``buttons`` are what can be done with it, in the order of Tab."""

    buttons: tuple[QWidget, ...] = ()

    def show_offer(self, shown: Shown) -> None:
        """Shows this one from now on."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Wears these colours from now on."""


class CardsPart(FoldedSection[Shown, OfferCard[Shown]], Generic[Shown]):
    """Nothing is shown until somebody found something; another claim takes it away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
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

    @property
    def offers(self) -> tuple[Shown, ...]:
        """What is shown or folded."""
        return self._held

    def put(self, part: OfferCard[Shown], shown: Shown, place: int) -> None:  # noqa: ARG002 - cards are alike
        part.show_offer(shown)

    def buttons(self, part: OfferCard[Shown]) -> Sequence[QWidget]:
        return part.buttons

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._parts:
            card.set_theme(theme)

    def show_view(self, view: ClaimView) -> None:
        if view.claim.id != self._claim:
            self.show_offers(view.claim.id, ())

    def show_offers(self, claim: ClaimId, offers: Sequence[Shown]) -> None:
        """What was found for this claim, a moment after the panel showed it."""
        self.show_held(claim, offers)
