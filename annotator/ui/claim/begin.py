"""What the panel says while no claim is in hand: how it goes, in a few cards."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.tags import ROW, TAGS, Standing
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.kit.card import Card
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.standing import StandingName
from annotator.ui.theme import Theme

_STEPS = (
    ("Read.", "Every sentence becomes a claim."),
    ("Tag", "with one key:"),
    ("Show why:", "evidence, source, note, new wording."),
    ("Hand over:", "compare with colleagues, settle, export the report."),
)
_QUIET = ": said so, not checked"


class Begin(QWidget):
    """The steps from an article to its report."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: list[StandingName] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 0)
        box.setSpacing(8)
        box.addWidget(Caption("How it goes", self))
        for number, (head, words) in enumerate(_STEPS, start=1):
            box.addWidget(self._step(number, head, words))
        box.addSpacing(4)
        box.addLayout(self._keys_to_help())
        box.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        for name in self._names:
            name.set_theme(theme)

    def _keys_to_help(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        for words, action in (
            ("Press", ActionId.SHEET),
            ("at any time for all keys,", ActionId.HELP),
        ):
            line.addWidget(_plain(words, self))
            line.addWidget(KeyCap(ACTION[action].keys[0], self))
        line.addWidget(_plain("for help.", self))
        line.addStretch(1)
        return line

    def _step(self, number: int, head: str, words: str) -> Card:
        card = Card(self)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 11, 14, 11)
        inside.setSpacing(7)
        line = QLabel(f"<b>{number}&nbsp; {head}</b> {words}", card)
        line.setWordWrap(True)
        inside.addWidget(line)
        if head == "Tag":
            inside.addLayout(self._keys(card))
        return card

    def _keys(self, card: Card) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, row in enumerate((*TAGS, ROW[Standing.ON_SOURCE])):
            name = StandingName(row, self._theme, card)
            if row not in TAGS:
                name.set_rest(_QUIET)
            self._names.append(name)
            grid.addWidget(KeyCap(row.key, card), line, 0)
            grid.addWidget(name, line, 1)
        return grid


def _plain(words: str, parent: QWidget) -> Muted:
    label = Muted(words, parent)
    label.setWordWrap(False)
    return label
