"""Names what contradicts a claim: a claim by its number, or evidence by a few of its letters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.claim.recordview import Against
from annotator.ui.kit.chip import Chip
from annotator.ui.kit.flow import Flow
from annotator.ui.linefield import LineField

_SHOWN = 5
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgainstField(QWidget):
    """A field, and below it what it may mean; Enter takes the first, or the one Down went to."""

    chosen = Signal(str)
    """An id; empty: nothing is named any more."""
    numbered = Signal(str)
    """What was typed, where it names a claim."""
    finished = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._against: tuple[Against, ...] = ()
        self._is_named = False
        self._at = 0
        """Which of those shown Enter takes."""
        self._chips = [self._chip() for _ in range(_SHOWN)]
        self.field = LineField("What contradicts it", "claim number, or a word of the evidence")
        self.field.textEdited.connect(lambda _text: self._show_fitting(0))
        self.field.entered.connect(self._take)
        self.field.escaped.connect(self._leave)
        self.field.left.connect(self._close)
        below = QWidget(self)
        flow = Flow(below, across=6, down=4)
        for chip in self._chips:
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 2)
        column.setSpacing(5)
        column.addWidget(self.field)
        column.addWidget(below)
        self.hide()

    def show_against(self, against: tuple[Against, ...], is_named: bool) -> None:
        """What may be named, the likeliest first; ``is_named``: something is."""
        self._against, self._is_named = against, is_named
        self._show_fitting(self._at)

    def open(self) -> None:
        self.field.put("")
        self._show_fitting(0)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field does not want: the arrows up and down."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            event.ignore()
        else:
            last = len(self._fitting()[:_SHOWN]) - 1
            self._show_fitting(max(0, min(last, self._at + by)))

    def _chip(self) -> Chip:
        chip = Chip(self)
        # The field keeps the keys.
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda: self._choose(chip))
        return chip

    def _fitting(self) -> list[Against]:
        typed = self.field.text().casefold().split()
        return [one for one in self._against if all(word in one.name.casefold() for word in typed)]

    def _show_fitting(self, at: int) -> None:
        fitting, self._at = self._fitting()[:_SHOWN], at
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(fitting))
            if place < len(fitting):
                chip.set_words(fitting[place].name, is_open=place != at)
                chip.setAccessibleName(f"Contradicted by {fitting[place].name}")

    def _choose(self, chip: Chip) -> None:
        fitting = self._fitting()
        place = self._chips.index(chip)
        if place < len(fitting):
            self._give(fitting[place].id)

    def _take(self) -> None:
        """Enter: the number that was typed, or what fits; without a word, nothing any more."""
        typed, fitting = self.field.text().strip(), self._fitting()
        if not typed and self._is_named and not self._at:
            self._give("")
        elif typed.isdecimal() or typed.upper() == "T" or (typed and not fitting):
            self._leave()
            self.numbered.emit(typed)
        elif fitting:
            self._give(fitting[self._at].id)
        else:
            self._leave()

    def _give(self, wanted: str) -> None:
        self._leave()
        self.chosen.emit(wanted)

    def _leave(self) -> None:
        self.leave_wanted.emit()
        self._close()

    def _close(self) -> None:
        self.hide()
        self.finished.emit()
