"""How sure the analyst is: three steps, folded away until they are used."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.kit.choices import Choices
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Muted

STEPS = ((1, "not very"), (2, "fairly"), (3, "very"))
WORDS = dict(STEPS)


class Sure(QWidget):
    """The three steps; gone again when one was chosen or the keys go on."""

    wanted = Signal(int)
    """1 to 3; 0 takes it back."""
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = Muted("how sure?", self)
        label.setWordWrap(False)
        self.steps = Choices(STEPS, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(9)
        row.addWidget(label)
        row.addWidget(self.steps, 1)
        row.addWidget(KeyCap(ACTION[ActionId.SURE].keys[0], self))
        self.steps.chosen.connect(self._choose)
        self.steps.escaped.connect(self._leave)
        self.steps.left.connect(self.hide)
        self.hide()

    def open(self) -> None:
        self.show()
        self.steps.take_keys()

    def end(self) -> None:
        """Another claim is in hand: it is about that one no longer."""
        if self.steps.has_keys:
            self._leave()
        self.hide()

    def show_sure(self, sure: int) -> None:
        self.steps.set_value(sure or None)

    def _choose(self, step: object) -> None:
        self._leave()
        self.wanted.emit(step if isinstance(step, int) else 0)

    def _leave(self) -> None:
        self.leave_wanted.emit()
        self.hide()
