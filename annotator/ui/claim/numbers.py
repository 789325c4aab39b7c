"""Numbers and days that the claim says: converted, set beside others, and never filled in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk.said import read_day
from annotator.ui.claim.dayfield import DayField
from annotator.ui.claim.recordview import DayView, NumberView
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.pill import Pill
from annotator.ui.kit.tabbing import tab_before
from annotator.ui.kit.valuerow import ValueRow

SHOWN = 4
"""So many rows stand there; the others are folded."""


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


class NumbersPart(Section):
    """Hidden where there is nothing to work out."""

    keep_wanted = Signal(str)
    """A calculation, in a sentence, that should become evidence."""
    published_given = Signal(str)
    """When the article was published, as ``YYYY-MM-DD`` or its first parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim = ""
        self._shown: tuple[tuple[str, str, str, str], ...] = ()
        self._all = False
        self._rows: list[_Row] = []
        self._more = KeyButton("", "", self, small=True, dotted=True)
        self._more.clicked.connect(self._unfold)
        self._ask = ValueRow("", self)
        self.published = DayField("When the article was published", read_day, self)
        self._ask.add(self.published.field)
        self.published.field.entered.connect(self._give)
        self.published.field.escaped.connect(self.leave_wanted)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
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
            self._claim, self._all = view.claim.id, False
            if self.published.field.hasFocus():
                self.leave_wanted.emit()
            self.published.put("")
        self._shown = (
            *(_number_row(place, one) for place, one in enumerate(record.numbers)),
            *(_day_row(one) for one in record.days),
        )
        self._ask.setVisible(bool(record.asks_day))
        self._ask.show_value(f"“{record.asks_day}”", "counts from the day of publication:")
        self._show()

    def _give(self) -> None:
        day = self.published.day
        if day:
            self.leave_wanted.emit()
            self.published_given.emit(day)

    def _unfold(self) -> None:
        self._all = True
        self._show()

    def _show(self) -> None:
        folded = len(self._shown) > SHOWN + 1 and not self._all
        shown = self._shown[:SHOWN] if folded else self._shown
        while len(self._rows) < len(shown):
            row = _Row(self)
            row.kept.connect(self.keep_wanted)
            self._rows.append(row)
            self._column.addWidget(row)
            tab_before(row.keep, self._more)
        for place, row in enumerate(self._rows):
            if place < len(shown):
                row.show_row(*shown[place])
            row.setVisible(place < len(shown))
        hidden = len(self._shown) - len(shown)
        self._more.setText(f"and {hidden} more")
        self._more.setAccessibleName(f"Show {hidden} more numbers and days")
        self._more.setVisible(bool(hidden))
        self._more.updateGeometry()
        self.setVisible(bool(self._shown) or self._ask.isVisibleTo(self))


def _number_row(place: int, number: NumberView) -> tuple[str, str, str, str]:
    return ("" if place else "Numbers", number.says, "; ".join(number.beside), number.keeps)


def _day_row(day: DayView) -> tuple[str, str, str, str]:
    return (f"“{day.words}”", f"{day.would_be}?", "suggested", day.keeps)
