"""What the panel says while no claim is in hand: how it goes, in a few cards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.tags import ROW, TAGS, Standing, StandingRow
from annotator.ui.actions import ACTION, ActionId
from annotator.ui.kit.card import Card
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.theme import Theme

_STEPS = (
    ("Read.", "Every sentence becomes a claim."),
    ("Tag", "with one key:"),
    ("Show why:", "a note beside the claim."),
    ("Hand over:", "export the report."),
)
_QUIET = "said so, not checked"


class Begin(QWidget):
    """The steps from an article to its report."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: dict[StandingRow, QLabel] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 0)
        box.setSpacing(8)
        box.addWidget(Caption("How it goes", self))
        for number, (head, words) in enumerate(_STEPS, start=1):
            box.addWidget(self._step(number, head, words))
        box.addSpacing(4)
        sheet, help_key = ACTION[ActionId.SHEET].keys[0], ACTION[ActionId.HELP].keys[0]
        box.addWidget(Muted(f"Press {sheet} at any time for all keys, {help_key} for help.", self))
        box.addStretch(1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        for row, label in self._words.items():
            label.setText(_named(row, theme))

    def _step(self, number: int, head: str, words: str) -> Card:
        card = Card(self)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 11, 14, 11)
        inside.setSpacing(7)
        line = QLabel(f"<b>{number}&nbsp; {head}</b> {words}", card)
        line.setWordWrap(True)
        inside.addWidget(line)
        if words.endswith(":"):
            for row in (*TAGS, ROW[Standing.ON_SOURCE]):
                inside.addLayout(self._key(row, card))
        return card

    def _key(self, row: StandingRow, card: Card) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        label = QLabel(card)
        label.setTextFormat(Qt.TextFormat.RichText)
        if row not in TAGS:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._words[row] = label
        line.addWidget(KeyCap(row.key, card))
        line.addWidget(label, 1)
        return line


def _named(row: StandingRow, theme: Theme) -> str:
    words = f"{row.glyph} {row.label.lower()}"
    if row not in TAGS:
        return f"{words}: {_QUIET}"
    return f'<b style="color:{theme.ink(row.standing).name()}">{words}</b>'
