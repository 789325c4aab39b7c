"""What one holds of another claim that says the same: in words, where, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.claim.cards import OfferCard
from annotator.ui.fonts import ui_font
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.kit.styled import Piece, Styled
from annotator.ui.theme import Theme

_PIXELS = 12
_PITCH = 17.0

Other = TypeVar("Other")


class OtherCard(OfferCard[Other]):
    """Two buttons: look there, and have it here too. What it shows is the kind's to say."""

    look_wanted = Signal(object)
    take_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._other: Other | None = None
        self._says = Muted("", self)
        self._says.setForegroundRole(QPalette.ColorRole.WindowText)
        self._where = Elided("", self)
        self._where.setFont(ui_font(_PIXELS))
        self._where.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._words = Styled(ui_font(_PIXELS), _PITCH, theme, self)
        self._weighs = Muted("", self)
        self._weighs.setFont(ui_font(_PIXELS))
        self.look = KeyButton("look", "", self, small=True, link=True)
        self.take = KeyButton("", "", self, small=True, link=True)
        self.look.clicked.connect(lambda: self.look_wanted.emit(self._other))
        self.take.clicked.connect(lambda: self.take_wanted.emit(self._other))
        self.buttons = (self.look, self.take)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(11, 7, 7, 3)
        self._column.setSpacing(2)

    @property
    def words(self) -> str:
        """What it says, and the words of the other claim where they are others."""
        return "\n".join(filter(None, (self._says.text(), self._where.whole, self._words.text)))

    def set_theme(self, theme: Theme) -> None:
        self._words.set_theme(theme)

    def lay_buttons(self) -> None:
        """At the foot, at the right."""
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addStretch(1)
        for button in self.buttons:
            foot.addWidget(button)
        self._column.addLayout(foot)

    def put_other(
        self, other: Other, says: str, where: str, words: Sequence[Piece], weighs: str
    ) -> None:
        """``words`` and ``weighs`` are empty where both say the same."""
        self._other = other
        self._says.setText(says)
        self._where.set_text(where)
        self._words.set_pieces(words)
        self._words.setVisible(bool(words))
        self._weighs.setText(weighs)
        self._weighs.setVisible(bool(weighs))
