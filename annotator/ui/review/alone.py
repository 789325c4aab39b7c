"""What the panel says while there is nothing to review: how a colleague's tags come in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.kit.card import Card
from annotator.ui.kit.labels import Caption, Muted

NOBODY = "Nobody else has tagged this article yet, so there is nothing to compare."
_BRING = (
    "Drop the file that comes back anywhere on this window, or run annotator merge FILE. "
    "You see first what it would change."
)
_STEPS = (
    ("Send it.", "A colleague opens the file and tags the same claims, blind if you wish."),
    ("Bring it in.", _BRING),
    ("Settle.", "Where you differ, decide with one key, and say why."),
)


class Alone(QWidget):
    """The way to a colleague's tags and back."""

    send_wanted = Signal()
    bring_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 0)
        box.setSpacing(8)
        box.addWidget(Caption("How a review goes", self))
        nobody = Muted(NOBODY, self)
        nobody.setContentsMargins(0, 0, 0, 4)
        box.addWidget(nobody)
        self.send = self._button("Send…", self.send_wanted)
        self.bring = self._button("Bring in…", self.bring_wanted)
        for number, (step, button) in enumerate(
            zip(_STEPS, (self.send, self.bring, None), strict=True), start=1
        ):
            box.addWidget(self._step(number, *step, button))
        box.addStretch(1)

    def _button(self, words: str, wanted: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(wanted)
        return button

    def _step(self, number: int, head: str, words: str, button: QPushButton | None) -> Card:
        card = Card(self)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 11, 14, 11)
        inside.setSpacing(9)
        line = QLabel(f"<b>{number}&nbsp; {head}</b> {words}", card)
        line.setTextFormat(Qt.TextFormat.RichText)
        line.setWordWrap(True)
        inside.addWidget(line)
        if button is not None:
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            inside.addLayout(row)
        return card
