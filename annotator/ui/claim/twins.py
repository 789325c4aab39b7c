"""What one held of the same words in another article: a quiet card, offered and never applied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.ui.claim.section import Section
from annotator.ui.claim.twinview import TwinView
from annotator.ui.claim.view import ClaimView
from annotator.ui.fonts import ui_font
from annotator.ui.kit.card import Card
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.kit.styled import Styled
from annotator.ui.kit.tabbing import tab_before
from annotator.ui.theme import Theme

_PIXELS = 12
_PITCH = 17.0
SHOWN = 1
"""So many stand there at once; the others are folded."""


class TwinCard(Card):
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

    def show_twin(self, twin: TwinView) -> None:
        self._twin = twin
        self._says.setText(twin.says)
        self._where.set_text(twin.where)
        self._words.set_pieces(twin.words)
        self._words.setVisible(bool(twin.words))
        self._weighs.setText(f"Weighs: {', '.join(twin.weighs)}" if twin.weighs else "")
        self._weighs.setVisible(bool(twin.weighs))
        self.look.setAccessibleName(f"Look: {twin.says}, {twin.where}")
        self.take.setAccessibleName(f"Take over: {twin.says}, {twin.where}")


class TwinsPart(Section):
    """Nothing is shown until somebody found something; another claim takes it away."""

    look_wanted = Signal(object)
    """A ``TwinView``: to that claim."""
    take_wanted = Signal(object)
    """A ``TwinView``: what is held of that claim should be held of the one in hand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._claim: ClaimId | None = None
        self._twins: tuple[TwinView, ...] = ()
        self._all = False
        self._cards: list[TwinCard] = []
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

    @property
    def cards(self) -> list[TwinCard]:
        """Those that can be seen, from the top."""
        return [card for card in self._cards if card.isVisibleTo(self)]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._cards:
            card.set_theme(theme)

    def show_view(self, view: ClaimView) -> None:
        if view.claim.id != self._claim:
            self.show_twins(view.claim.id, ())

    def show_twins(self, claim: ClaimId, twins: Sequence[TwinView]) -> None:
        """What was found for this claim, a moment after the panel showed it."""
        if claim != self._claim:
            self._claim, self._all = claim, False
        self._twins = tuple(twins)
        self._show()

    def _unfold(self) -> None:
        self._all = True
        self._show()

    def _show(self) -> None:
        shown = self._twins if self._all else self._twins[:SHOWN]
        while len(self._cards) < len(shown):
            self._add()
        for place, card in enumerate(self._cards):
            if place < len(shown):
                card.show_twin(shown[place])
            card.setVisible(place < len(shown))
        hidden = len(self._twins) - len(shown)
        self._more.setText(f"in {hidden} more")
        self._more.setAccessibleName(f"Show {hidden} more places with these words")
        self._more.setVisible(bool(hidden))
        self._more.updateGeometry()
        self.setVisible(bool(self._twins))

    def _add(self) -> None:
        card = TwinCard(self._theme, self)
        card.look_wanted.connect(self.look_wanted)
        card.take_wanted.connect(self.take_wanted)
        self._column.addWidget(card)
        self._cards.append(card)
        for button in (card.look, card.take):
            tab_before(button, self._more)
