"""What one held of the same words in another article: a quiet card, offered and never applied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.claim.cards import CardsPart, OfferCard
from annotator.ui.claim.twinview import TwinView
from annotator.ui.fonts import ui_font
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.kit.styled import Styled
from annotator.ui.theme import Theme

_PIXELS = 12
_PITCH = 17.0


class TwinCard(OfferCard[TwinView]):
    """One of them: what one said, where, in which words, and what to do with it."""

    look_wanted = Signal(object)
    take_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._twin: TwinView | None = None
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._where = Elided("", self)
        self._where.setFont(ui_font(_PIXELS))
        self._where.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._words = Styled(ui_font(_PIXELS), _PITCH, theme, self)
        self._weighs = Muted("", self)
        self._weighs.setFont(ui_font(_PIXELS))
        self.look = KeyButton("look", "", self, small=True, link=True)
        self.look.setToolTip("Go there")
        self.take = KeyButton("take over", "", self, small=True, link=True)
        self.take.setToolTip("Hold the same of this claim, with its evidence")
        self.look.clicked.connect(lambda: self.look_wanted.emit(self._twin))
        self.take.clicked.connect(lambda: self.take_wanted.emit(self._twin))
        self.buttons = (self.look, self.take)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addStretch(1)
        buttons.addWidget(self.look)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 7, 7, 3)
        column.setSpacing(2)
        for part in (self._says, self._where, self._words, self._weighs):
            column.addWidget(part)
        column.addLayout(buttons)

    @property
    def words(self) -> str:
        """What it says, and the words of the other claim where they are others."""
        return "\n".join(filter(None, (self._says.text(), self._where.whole, self._words.text)))

    def set_theme(self, theme: Theme) -> None:
        self._words.set_theme(theme)

    def show_offer(self, shown: TwinView) -> None:
        self._twin = shown
        self._says.setText(shown.says)
        self._where.set_text(shown.where)
        self._words.set_pieces(shown.words)
        self._words.setVisible(bool(shown.words))
        self._weighs.setText(f"Weighs: {', '.join(shown.weighs)}" if shown.weighs else "")
        self._weighs.setVisible(bool(shown.weighs))
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
