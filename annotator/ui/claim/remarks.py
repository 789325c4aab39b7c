"""What the writer of the article noted at this claim: a suggestion until it is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.claim.cameview import RemarkView
from annotator.ui.claim.cards import CardsPart, OfferCard
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted, breakable
from annotator.ui.kit.pill import Pill

LONGEST = 600
"""Code points that a card shows of a remark."""


class RemarkCard(OfferCard[RemarkView]):
    """Who noted it, what, and what can be made of it."""

    kept = Signal(int, str)
    """The remark's number, and as what: "evidence", "note"."""
    set_aside = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._n = 0
        self._says = Elided("", self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._address = Muted("", self, small=True)
        self.as_evidence = self._button(
            "keep as evidence", lambda: self.kept.emit(self._n, "evidence")
        )
        self.as_note = self._button("as a note", lambda: self.kept.emit(self._n, "note"))
        self.away = self._button("set aside", lambda: self.set_aside.emit(self._n))
        self.buttons = (self.as_evidence, self.as_note, self.away)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._says, 1)
        head.addWidget(Pill("suggested", self))
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addStretch(1)
        for button in self.buttons:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 7, 7, 3)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._address)
        column.addLayout(foot)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._says.whole}\n{self._text.text()}"

    def show_offer(self, shown: RemarkView) -> None:
        self._n = shown.n
        self._says.set_text(shown.says)
        text = shown.text
        self._text.setText(breakable(text if len(text) <= LONGEST else f"{text[:LONGEST]}…"))
        self._address.setText(shown.address)
        self._address.setVisible(bool(shown.address) and shown.address not in text)
        for button in (self.as_evidence, self.as_note, self.away):
            button.setAccessibleName(f"{button.text()}: {shown.says}")

    def _button(self, words: str, press: Callable[[], None]) -> KeyButton:
        button = KeyButton(words, "", self, small=True, link=True)
        button.clicked.connect(press)
        return button


class RemarksPart(CardsPart[RemarkView]):
    """Each card is a ``RemarkCard``."""

    SHOWN = 2

    kept = Signal(int, str)
    """The remark's number, and as what: "evidence", "note"."""
    set_aside = Signal(int)

    @property
    def cards(self) -> list[RemarkCard]:
        """Those that can be seen, from the top."""
        return [card for card in self.visible_parts if isinstance(card, RemarkCard)]

    def make(self) -> RemarkCard:
        card = RemarkCard(self)
        card.kept.connect(self.kept)
        card.set_aside.connect(self.set_aside)
        return card

    def more_words(self, hidden: int) -> tuple[str, str]:
        return f"{hidden} more by the writer", f"Show {hidden} more of the writer’s remarks"
