"""What a field may mean, as chips below it: a click takes one, the arrows go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.kit.chip import Chip
from annotator.ui.kit.flow import Flow

SHOWN = 4
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Offered(QWidget):
    """The chips; the one that Enter takes is solid. The field keeps the keys."""

    chosen = Signal(int)
    """The place of the one that was clicked."""

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        """``spoken`` stands before a name when a screen reader says it."""
        super().__init__(parent)
        self._spoken = spoken
        self._first = self.at = -1
        """Which one Enter takes; -1: none of them."""
        self._names: Sequence[str] = ()
        flow = Flow(self, across=6, down=4)
        self._chips = []
        for place in range(SHOWN):
            chip = Chip(self)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            flow.addWidget(chip)
            self._chips.append(chip)
        self.hide()

    def show_names(self, names: Sequence[str], first: int) -> None:
        """Offers these; ``first`` is the one that Enter takes, -1 for none until an arrow is pressed."""
        self._names = names[:SHOWN]
        self._first = self.at = first if first < len(self._names) else -1
        self._show()

    def step(self, event: QKeyEvent) -> bool:
        """Goes on by an arrow; says whether it was one."""
        by = STEPS.get(Qt.Key(event.key()))
        if by is None or not self._names:
            return by is not None
        self.at = max(self._first, min(len(self._names) - 1, self.at + by))
        self._show()
        return True

    def _show(self) -> None:
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(self._names))
            if place < len(self._names):
                chip.set_words(self._names[place], is_open=place != self.at)
                chip.setAccessibleName(f"{self._spoken} {self._names[place]}")
        self.setVisible(bool(self._names))
