"""Who said what: a card for each analyst, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from annotator.ui.kit.said import Said
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.review.view import VoiceView
from annotator.ui.review.voicecard import MOST, MOST_OF_MANY, VoiceCard
from annotator.ui.theme import Theme

GAP = 8
LEAST = 118
"""The narrowest card: the longest name of a tag fits in its band."""
BESIDE = 3
"""So many cards share the width; of more, the next one shows its beginning."""
_PART = 3.3


class Cards(QScrollArea):
    """The cards in a row as wide as the panel; a longer row scrolls sideways."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[VoiceCard] = []
        self._shown = 0
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        clear_scroll(self, self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Who said what")

    @property
    def stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        return [stop for card in self._cards for stop in (card, card.note)]

    @property
    def cards(self) -> Sequence[VoiceCard]:
        """Those that show a voice now."""
        return self._cards[: self._shown]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._cards:
            card.set_theme(theme)

    def show_voices(self, voices: Sequence[VoiceView]) -> None:
        while len(self._cards) < len(voices):
            card = VoiceCard(self._theme, self._inside)
            card.stepped.connect(lambda by, card=card: self._step(card, by))
            card.note.installEventFilter(self)
            self._row.insertWidget(len(self._cards), card)
            self._cards.append(card)
        self._shown = len(voices)
        for card, voice in zip(self._cards, voices, strict=False):
            card.show_voice(voice)
        for place, card in enumerate(self._cards):
            card.set_most(MOST if self._shown <= BESIDE else MOST_OF_MANY)
            card.setVisible(place < self._shown)
        self.setVisible(bool(voices))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A note that cannot scroll gives the wheel to the panel."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, Said):
            return not watched.overflows() and self.event(event)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Shares the width out; all cards are as high as the highest."""
        if not self._shown:
            return
        room = self.width()
        width = card_width(self._shown, room)
        total = self._shown * width + GAP * (self._shown - 1)
        # What the division leaves goes to the first ones, so that the last ends at the edge.
        rest = max(0, room - total) if self._shown <= BESIDE else 0
        high = max(card.height_in(width + (at < rest)) for at, card in enumerate(self.cards))
        bar = Qt.ScrollBarPolicy
        scrolls = total > room
        self.setHorizontalScrollBarPolicy(
            bar.ScrollBarAlwaysOn if scrolls else bar.ScrollBarAlwaysOff
        )
        self._inside.setMinimumWidth(total)
        self.setFixedHeight(
            high + (self.horizontalScrollBar().sizeHint().height() if scrolls else 0)
        )

    def _step(self, card: VoiceCard, by: int) -> None:
        place = self._cards.index(card) + by
        if 0 <= place < self._shown:
            reasons = Qt.FocusReason
            following = self._cards[place]
            following.setFocus(reasons.TabFocusReason if by > 0 else reasons.BacktabFocusReason)


def card_width(count: int, room: int) -> int:
    """How wide each of so many cards is in this room."""
    beside = count if count <= BESIDE else _PART
    gaps = min(count, BESIDE + 1) - 1
    return max(LEAST, int((room - GAP * gaps) / beside))
