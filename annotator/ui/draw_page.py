"""Asks how many claims to draw for a second check, from where, and with which seed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.ui.choice import ChoiceBox
from annotator.ui.kit.labels import Muted

_WHY = (
    "Drawn at random, a few that are checked again stand for all. "
    "The draw is kept, and goes along when you send the article."
)
_SEED = "The same seed draws the same claims everywhere: yours is made up, or type one."


@dataclass(frozen=True, slots=True)
class DrawAsked:
    """What was asked for, as it was typed; ``everywhere``: of every article on the list."""

    how_many: str
    everywhere: bool
    seed: str


class DrawPage(QWidget):
    """Enter draws, from any of its fields; what cannot be drawn is said in place."""

    wanted = Signal(object)
    """A ``DrawAsked``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how_many = QLineEdit(self)
        self.how_many.setAccessibleName("How many claims")
        self.where = ChoiceBox(self)
        self.where.setAccessibleName("Of which articles")
        self.seed = QLineEdit(self)
        self.seed.setAccessibleName("Seed")
        self.seed.setAccessibleDescription(_SEED)
        self.result = Muted("", self)
        self.result.setObjectName("drawResult")
        self.go = QPushButton("Draw", self)
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(self._go)
        for field in (self.how_many, self.seed):
            field.returnPressed.connect(self._go)
            field.textEdited.connect(lambda: self.say(""))
        self.where.currentIndexChanged.connect(lambda: self.say(""))
        self._lay_out()
        self.setFocusProxy(self.how_many)

    def begin(self, seed: str, here: str, everywhere: str) -> None:
        """Asks anew; ``here`` and ``everywhere`` are what one can draw from, in words."""
        chosen = max(0, self.where.currentIndex())
        self.where.clear()
        self.where.addItems([here, everywhere])
        self.where.setCurrentIndex(chosen)
        self.seed.setText(seed)
        self.how_many.selectAll()
        self.say("")

    def say(self, text: str) -> None:
        """Why nothing was drawn, in place."""
        self.result.setText(text)
        self.result.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter draws from the list of articles too."""
        if self.where.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        everywhere = self.where.currentIndex() > 0
        self.wanted.emit(DrawAsked(self.how_many.text(), everywhere, self.seed.text()))

    def _lay_out(self) -> None:
        last = QHBoxLayout()
        last.addWidget(self.result, 1)
        last.addStretch(0)
        last.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Muted(_WHY, self))
        for label, widget in (("How many", self.how_many), ("Of", self.where), ("Seed", self.seed)):
            words = QLabel(label, self)
            words.setBuddy(widget)
            column.addSpacing(8)
            column.addWidget(words)
            column.addWidget(widget)
        column.addWidget(Muted(_SEED, self))
        column.addSpacing(8)
        column.addLayout(last)
