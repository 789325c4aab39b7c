"""Carried, to be checked again, or perhaps the same: what the earlier version has of this claim."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.claim.cards import CardsPart, OfferCard
from annotator.ui.claim.markview import MarkView
from annotator.ui.fonts import ui_font
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.kit.pill import Pill
from annotator.ui.kit.styled import Styled
from annotator.ui.theme import Theme

_PIXELS = 12
_PITCH = 17.0


class MarkCard(OfferCard[MarkView]):
    """The mark, the old record, and what changed."""

    look_wanted = Signal(object)
    take_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark: MarkView | None = None
        self.pill = Pill("", self)
        self._says = Muted("", self)
        self._says.setForegroundRole(QPalette.ColorRole.WindowText)
        self._where = Elided("", self)
        self._where.setFont(ui_font(_PIXELS))
        self._where.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._words = Styled(ui_font(_PIXELS), _PITCH, theme, self)
        self._weighs = Muted("", self)
        self._weighs.setFont(ui_font(_PIXELS))
        self.look = KeyButton("look", "", self, small=True, link=True)
        self.look.setToolTip("Go to the claim of the earlier version")
        self.take = KeyButton("", "", self, small=True, link=True)
        self.look.clicked.connect(lambda: self.look_wanted.emit(self._mark))
        self.take.clicked.connect(lambda: self.take_wanted.emit(self._mark))
        self.buttons = (self.look, self.take)
        self._lay_out()

    @property
    def words(self) -> str:
        """What it says, and the earlier words where they are others."""
        return "\n".join(
            filter(None, (self.pill.text(), self._says.text(), self._where.whole, self._words.text))
        )

    def set_theme(self, theme: Theme) -> None:
        self._words.set_theme(theme)

    def show_offer(self, shown: MarkView) -> None:
        self._mark = shown
        self.pill.set_words(shown.pill)
        self._says.setText(shown.says)
        self._where.set_text(shown.where)
        self._words.set_pieces(shown.words)
        self._words.setVisible(bool(shown.words))
        self._weighs.setText(f"Changed: {', '.join(shown.weighs)}" if shown.weighs else "")
        self._weighs.setVisible(bool(shown.weighs))
        self.look.setAccessibleName(f"Look at the earlier version: {shown.says}, {shown.where}")
        self.take.setText(shown.take)
        self.take.setAccessibleName(f"{shown.take}: {shown.says}")
        self.take.setVisible(bool(shown.take))
        self.take.updateGeometry()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._where, 1)
        head.addWidget(self.pill)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addStretch(1)
        for button in self.buttons:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 7, 7, 3)
        column.setSpacing(2)
        column.addLayout(head)
        for part in (self._says, self._words, self._weighs):
            column.addWidget(part)
        column.addLayout(foot)


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
