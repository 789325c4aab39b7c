"""Numbers and days that the claim says: converted, set beside others, and never filled in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk.said import read_day
from annotator.ui.claim.dayfield import DayField
from annotator.ui.claim.folded import FoldedSection
from annotator.ui.claim.recordview import DayView, NumberView
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.pill import Pill
from annotator.ui.kit.valuerow import ValueRow

_Said = tuple[str, str, str, str]
"""Label, words, pill, and the sentence that is kept."""


class _Row(ValueRow):
    """What is worked out of the claim; "keep" makes evidence of it."""

    kept = Signal(str)
    """The calculation, in a sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.keeps = ""
        self._pill = Pill("", self)
        self.keep = KeyButton("keep", "", self, small=True, dotted=True)
        self.keep.setToolTip("Keep this as evidence of the claim")
        self.keep.clicked.connect(lambda: self.kept.emit(self.keeps))
        self.add(self._pill)
        self.add(self.keep)

    def show_row(self, label: str, words: str, pill: str, keeps: str) -> None:
        self.keeps = keeps
        self.show_value(label, words)
        self._pill.set_words(pill)
        self.keep.setVisible(bool(keeps))
        self.keep.setAccessibleName(f"Keep as evidence: {keeps}")


class NumbersPart(FoldedSection[_Said, _Row]):
    """Hidden where there is nothing to work out."""

    SHOWN, FOLDS = 4, 2

    keep_wanted = Signal(str)
    """A calculation, in a sentence, that should become evidence."""
    published_given = Signal(str)
    """When the article was published, as ``YYYY-MM-DD`` or its first parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ValueRow("", self)
        self.published = DayField("When the article was published", read_day, self)
        self._ask.add(self.published.field)
        self.published.field.entered.connect(self._give)
        self.published.field.escaped.connect(self.leave_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._column)
        column.addWidget(self._more)
        column.addWidget(self._ask)
        column.addWidget(self.published)
        self.hide()

    def show_view(self, view: ClaimView) -> None:
        record = view.record
        if view.claim.id != self._claim:
            if self.published.field.hasFocus():
                self.leave_wanted.emit()
            self.published.put("")
        rows = [_number_row(place, one) for place, one in enumerate(record.numbers)]
        rows += map(_day_row, record.days)
        self._ask.setVisible(bool(record.asks_day))
        self._ask.show_value(f"“{record.asks_day}”", "counts from the day of publication:")
        self.show_held(view.claim.id, rows)
        self.setVisible(bool(rows or record.asks_day))

    def make(self) -> _Row:
        row = _Row(self)
        row.kept.connect(self.keep_wanted)
        return row

    def put(self, part: _Row, shown: _Said, place: int) -> None:  # noqa: ARG002 - each says its label
        part.show_row(*shown)

    def buttons(self, part: _Row) -> Sequence[QWidget]:
        return (part.keep,)

    def more_words(self, hidden: int) -> tuple[str, str]:
        return f"and {hidden} more", f"Show {hidden} more numbers and days"

    def _give(self) -> None:
        day = self.published.day
        if day:
            self.leave_wanted.emit()
            self.published_given.emit(day)


def _number_row(place: int, number: NumberView) -> _Said:
    return ("" if place else "Numbers", number.says, "; ".join(number.beside), number.keeps)


def _day_row(day: DayView) -> _Said:
    return (f"“{day.words}”", f"{day.would_be}?", "suggested", day.keeps)
