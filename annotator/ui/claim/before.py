"""What the analyst held of claims that a cut took away here, to take over or to leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.claim.view import Before
from annotator.ui.kit.card import Card
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption


class BeforeTheCut(QWidget):
    """One card for each retired claim that this one grew out of."""

    take_over_wanted = Signal(object)
    """A ``Span``: the retired claim's."""

    def __init__(self, after: QWidget, parent: QWidget | None = None) -> None:
        """``after`` is what Tab leaves to come here."""
        super().__init__(parent)
        self._shown: tuple[Before, ...] = ()
        self._cards: list[Card] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(4, 12, 4, 0)
        self._box.setSpacing(6)
        self._after = after
        self._box.addWidget(Caption("Before the cut", self))
        self.hide()

    def show_before(self, before: tuple[Before, ...]) -> None:
        if before == self._shown:
            return
        self._shown = before
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        last = self._after
        for one in before:
            card, button = self._card(one)
            self._box.addWidget(card)
            self._cards.append(card)
            # Tab meets it where the eye does, though it was made after all the others.
            QWidget.setTabOrder(last, button)
            last = button
        self.setVisible(bool(before))

    def _card(self, before: Before) -> tuple[Card, KeyButton]:
        card = Card(self)
        words = QLabel(before.words, card)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        # Its first line stands level with the button's word.
        words.setContentsMargins(0, 4, 0, 4)
        take = KeyButton("take over", "", card, link=True)
        take.setAccessibleName(f"Take over: {before.words}")
        take.setToolTip("Hold the same of this claim")
        take.clicked.connect(lambda: self.take_over_wanted.emit(before.span))
        row = QHBoxLayout(card)
        row.setContentsMargins(11, 3, 7, 3)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        return card, take
