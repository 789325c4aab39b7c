"""A reason that is asked for in place: why a pass is returned, or the article reopened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.kit.card import Card
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Muted
from annotator.ui.review.field import Field
from annotator.ui.review.queueview import PassAct


class AskReason(QWidget):
    """A reason, asked for in place."""

    given = Signal(object, str)
    """The ``PassAct``, and its reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: PassAct | None = None
        self.field = Field("Reason", "")
        self.field.setParent(self)
        self.field.set_limits(18, 6 * 18)
        self.field.escaped.connect(self.shut)
        self.field.finished.connect(self._give)
        self.field.textChanged.connect(self._say)
        card = Card(self)
        card.ring_with(self.field)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(9, 6, 9, 7)
        inside.addWidget(self.field)
        self._missing = Muted("", self, small=True)
        self.give = KeyButton("", "", self, small=True, link=True)
        self.give.clicked.connect(self._give)
        self._cancel = KeyButton("cancel", "", self, small=True, link=True)
        self._cancel.clicked.connect(self.shut)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._missing, 1)
        row.addWidget(self._cancel)
        row.addWidget(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(2)
        column.addWidget(card)
        column.addLayout(row)
        self.hide()

    @property
    def act(self) -> PassAct | None:
        """What the reason is asked for."""
        return self._act

    @property
    def stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        return [self.field, self._cancel, self.give]

    def ask(self, act: PassAct, reason: str = "") -> None:
        """Shows the field and gives it the keys; ``reason`` is what was typed before."""
        self._act = act
        self.field.set_plain(reason)
        self.field.setPlaceholderText(act.asks)
        self.field.setAccessibleName(act.asks)
        self.give.setText(act.does)
        self.give.setAccessibleName(act.does)
        self.give.updateGeometry()
        self._missing.setText("")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Takes it away; nothing is done."""
        self._act = None
        self.hide()

    def _say(self) -> None:
        if self.field.plain().strip():
            self._missing.setText("")

    def _give(self) -> None:
        act, reason = self._act, self.field.plain().strip()
        if act is None:
            return
        if not reason:
            self._missing.setText("A reason is wanted.")
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.shut()
        self.given.emit(act, reason)
