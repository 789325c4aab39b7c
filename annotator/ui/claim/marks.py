"""Carried, to be checked again, or perhaps the same: what the earlier version has of this claim."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.claim.cards import CardsPart
from annotator.ui.claim.markview import MarkView
from annotator.ui.claim.othercard import OtherCard
from annotator.ui.kit.pill import Pill
from annotator.ui.theme import Theme


class MarkCard(OtherCard[MarkView]):
    """The mark, the old record, and what changed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.pill = Pill("", self)
        self.look.setToolTip("Go to the claim of the earlier version")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._where, 1)
        head.addWidget(self.pill)
        self._column.addLayout(head)
        for part in (self._says, self._words, self._weighs):
            self._column.addWidget(part)
        self.lay_buttons()

    @property
    def words(self) -> str:
        """The mark, what it says, and the earlier words where they are others."""
        return f"{self.pill.text()}\n{super().words}"

    def show_offer(self, shown: MarkView) -> None:
        weighs = f"Changed: {', '.join(shown.weighs)}" if shown.weighs else ""
        self.put_other(shown, shown.says, shown.where, shown.words, weighs)
        self.pill.set_words(shown.pill)
        self.look.setAccessibleName(f"Look at the earlier version: {shown.says}, {shown.where}")
        self.take.setText(shown.take)
        self.take.setAccessibleName(f"{shown.take}: {shown.says}")
        self.take.setVisible(bool(shown.take))
        self.take.updateGeometry()


class MarksPart(CardsPart[MarkView]):
    """Its one card is a ``MarkCard``."""

    look_wanted = Signal(object)
    """A ``MarkView``: to the claim of the earlier version."""
    take_wanted = Signal(object)
    """A ``MarkView``: it is the same claim, or its record should be held of this one all the same."""

    @property
    def cards(self) -> list[MarkCard]:
        """Those that can be seen."""
        return [card for card in self.visible_parts if isinstance(card, MarkCard)]

    def make(self) -> MarkCard:
        card = MarkCard(self._theme, self)
        card.look_wanted.connect(self.look_wanted)
        card.take_wanted.connect(self.take_wanted)
        return card

    def more_words(self, hidden: int) -> tuple[str, str]:
        return f"in {hidden} more versions", f"Show {hidden} more versions"
