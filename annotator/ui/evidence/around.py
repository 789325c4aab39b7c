"""What an item stands beside: what it copies, and which claims it serves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.evidence.asked import CopyOf, Go
from annotator.ui.evidence.offers import Offers
from annotator.ui.evidence.rows import LabelledRow, at_left, set_in
from annotator.ui.evidence.view import Answers, Details, Offer, Served
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.kit.pill import Pill
from annotator.ui.linefield import LineField

MOST = 12
"""Claims that are named; of more it is said how many."""


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _Finding(LineField):
    """Down and Up go through what was found."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class CopyPart(LabelledRow):
    """Items that copy each other count once. A few letters find the one that this copies."""

    asked = Signal(object)
    escaped = Signal()

    def __init__(self, item: str, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__("Copy of", parent)
        self._item, self._answers = item, answers
        self._name = Elided("", self)
        self._change = KeyButton("", "", self, small=True, link=True)
        self._change.setFixedHeight(20)
        self._change.clicked.connect(self._press)
        self._alike = Muted("", self, small=True)
        self._field = _Finding("What it copies", "A few letters of it", self)
        self._field.textChanged.connect(self._look)
        self._field.entered.connect(self._take)
        self._field.escaped.connect(self.escaped)
        self._offers = Offers(self)
        self._offers.chosen.connect(self._choose)
        self._field.stepped.connect(self._offers.step)
        self._details = Details()
        for words in (self._name, self._alike):
            self.inside.addLayout(set_in(words))
        self.inside.addLayout(at_left(self._change))
        for finds in (self._field, self._offers):
            self.inside.addWidget(finds)
        self._field.hide()

    def show_details(self, details: Details, *, own: bool) -> None:
        self._details = details
        self._name.set_text(details.copy_of)
        self._name.setVisible(bool(details.copy_of))
        alike = details.same_address if not details.copy_of else ()
        says = "“" + "”, “".join(one.name for one in alike[:2]) + "” has the same address"
        self._alike.setText(says if alike else "")
        self._alike.setVisible(bool(alike))
        word = _ACTS[0 if details.copy_of else 1 if alike else 2]
        self._change.setText(word)
        self._change.setAccessibleName(word)
        self._change.setVisible(own)
        self._change.updateGeometry()

    def _press(self) -> None:
        """Takes it back; joins what has the same address; else asks which one it copies."""
        if self._details.copy_of:
            self.asked.emit(CopyOf(self._item, ""))
        elif self._details.same_address:
            self.asked.emit(CopyOf(self._item, self._details.same_address[0].id))
        else:
            self._field.show()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._change.hide()
            self._look()

    def _look(self) -> None:
        found = [one for one in self._answers.found(self._field.text()) if one.id != self._item]
        self._offers.show_offers(found, "")
        self._offers.step(1)

    def _take(self) -> None:
        chosen: Offer | None = self._offers.current
        if chosen is not None:
            self._choose(chosen.id)

    def _choose(self, other: str) -> None:
        self._field.put("")
        self._field.hide()
        self._offers.hide()
        self._change.show()
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asked.emit(CopyOf(self._item, other))


_ACTS = ("not a copy", "join as copies", "name what it copies")


class ServesPart(LabelledRow):
    """The claims that it serves; a click goes there."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Serves", parent)
        self._shown: Sequence[Served] | None = None
        self._inside = QWidget(self)
        self._flow = Flow(self._inside, across=5, down=4)
        self._pills: list[Pill] = []
        self._more = Muted("", self, small=True)
        self.inside.addLayout(set_in(self._inside))
        self.inside.addLayout(set_in(self._more))

    def show_served(self, served: Sequence[Served]) -> None:
        if served == self._shown:
            return
        self._shown = served
        for pill in self._pills:
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = [self._pill(one) for one in served[:MOST]]
        for pill in self._pills:
            self._flow.addWidget(pill)
        rest = len(served) - MOST
        self._more.setText(f"and {rest:,} more" if rest > 0 else "" if served else "no claim yet")
        self._more.setVisible(rest > 0 or not served)
        self._inside.setVisible(bool(served))

    def _pill(self, one: Served) -> Pill:
        pill = Pill(one.name, self._inside, pressable=True)
        pill.set_words(one.name, spoken=f"Go to {one.name}")
        pill.clicked.connect(lambda: self.asked.emit(Go(one.article, one.span)))
        return pill
