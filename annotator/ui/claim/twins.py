"""What one held of the same words in another article: a quiet card, offered and never applied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.claim.cards import CardsPart
from annotator.ui.claim.othercard import OtherCard
from annotator.ui.claim.twinview import TwinView
from annotator.ui.theme import Theme


class TwinCard(OtherCard[TwinView]):
    """One of them: what one said, where, in which words, and what to do with it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.look.setToolTip("Go there")
        self.take.setText("take over")
        self.take.setToolTip("Hold the same of this claim, with its evidence")
        for part in (self._says, self._where, self._words, self._weighs):
            self._column.addWidget(part)
        self.lay_buttons()

    def show_offer(self, shown: TwinView) -> None:
        weighs = f"Weighs: {', '.join(shown.weighs)}" if shown.weighs else ""
        self.put_other(shown, shown.says, shown.where, shown.words, weighs)
        self.look.setAccessibleName(f"Look: {shown.says}, {shown.where}")
        self.take.setAccessibleName(f"Take over: {shown.says}, {shown.where}")


class TwinsPart(CardsPart[TwinView]):
    """Each card is a ``TwinCard``."""

    look_wanted = Signal(object)
    """A ``TwinView``: to that claim."""
    take_wanted = Signal(object)
    """A ``TwinView``: what is held of that claim should be held of the one in hand."""

    @property
    def cards(self) -> list[TwinCard]:
        """Those that can be seen, from the top."""
        return [card for card in self.visible_parts if isinstance(card, TwinCard)]

    def make(self) -> TwinCard:
        card = TwinCard(self._theme, self)
        card.look_wanted.connect(self.look_wanted)
        card.take_wanted.connect(self.take_wanted)
        return card

    def more_words(self, hidden: int) -> tuple[str, str]:
        return f"in {hidden} more", f"Show {hidden} more places with these words"
