"""A small list of colleagues: who is hidden from every view, and who is oneself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.exchange.view import Colleague
from annotator.ui.fonts import ui_font
from annotator.ui.kit.emptied import emptied
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall

MOST = 360
"""Pixels that the list takes before it scrolls."""
_NOBODY = "Nobody else has tagged here yet. Bring in what a colleague sent."
_HIDING = (
    "A hidden colleague is left out of your views, queues and figures, and comes back with Show. "
    "Nothing of theirs is lost."
)


class ColleaguesPage(QWidget):
    """Each button holds at once; there is nothing to confirm."""

    hide_wanted = Signal(str)
    show_wanted = Signal(str)
    same_wanted = Signal(str)
    """The id of somebody who is the acting person on another machine."""
    other_wanted = Signal(str)
    """The id of somebody who is not, although it was said or the names are alike."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ColleagueLine] = []
        inside = Tall(self)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._scroll = QScrollArea(self)
        clear_scroll(self._scroll, inside)
        self._says = Muted(_HIDING, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._scroll)
        column.addWidget(self._says)

    def show_colleagues(self, colleagues: Sequence[Colleague]) -> None:
        """Shows these; the keys stay on the line of whom they were on."""
        had = next((line.who.id for line in self.lines if line.has_keys()), "")
        emptied(self._list)
        self.lines = [ColleagueLine(who, self) for who in colleagues]
        for line in self.lines:
            self._list.addWidget(line)
            line.hiding.clicked.connect(lambda _=False, line=line: self._turn_hidden(line.who))
            line.same.clicked.connect(lambda _=False, line=line: self._turn_same(line.who))
        self._says.setText(_HIDING if colleagues else _NOBODY)
        self._scroll.setVisible(bool(colleagues))
        self._scroll.setFixedHeight(min(MOST, sum(line.sizeHint().height() for line in self.lines)))
        for line in self.lines:
            if line.who.id == had:
                line.hiding.setFocus()
        if self.lines:
            self.setFocusProxy(self.lines[0].hiding)

    def _turn_hidden(self, who: Colleague) -> None:
        (self.show_wanted if who.hidden else self.hide_wanted).emit(who.id)

    def _turn_same(self, who: Colleague) -> None:
        (self.other_wanted if who.same else self.same_wanted).emit(who.id)


class ColleagueLine(QWidget):
    """One colleague: name, how much is done, and two buttons."""

    def __init__(self, who: Colleague, parent: QWidget) -> None:
        super().__init__(parent)
        self.who = who
        name = Elided(who.name, self)
        name.setFont(ui_font(bold=not who.hidden))
        says: QLabel = Muted(_says(who), self, small=True)
        self.hiding = QPushButton("Show" if who.hidden else "Hide", self)
        self.hiding.setAccessibleName(f"{self.hiding.text()} {who.name}")
        self.same = QPushButton("That is not me" if who.same else "That is me", self)
        self.same.setProperty("role", "link")
        self.same.setAccessibleName(f"{who.name}: {self.same.text().lower()}, on another machine")
        self.setAccessibleName(f"{who.name}, {_says(who)}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(says)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.addLayout(words, 1)
        row.addWidget(self.same, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.hiding, 0, Qt.AlignmentFlag.AlignVCenter)

    def has_keys(self) -> bool:
        return self.hiding.hasFocus() or self.same.hasFocus()


def _says(who: Colleague) -> str:
    said = [who.says] if who.says else []
    said += ["hidden"] if who.hidden else []
    said += ["you, on another machine"] if who.same else []
    said += ["has your name"] if who.namesake and not who.same else []
    return " · ".join(said)
