"""Who says it, as rows: what is attributed or suggested, and whether that was checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.attributing import KINDS, MODES
from annotator.ui.claim.recordview import AttributionView, RecordView
from annotator.ui.kit.captext import CapText
from annotator.ui.kit.pill import Pill
from annotator.ui.kit.valuerow import ValueRow

_KEY = ACTION[ActionId.ATTRIBUTION].keys[0]
_CONFIRM = ACTION[ActionId.ON_SOURCE].keys[0]
_SUGGESTED = "suggested"
_SHORT = 16
"""Code points of a source that is named in a sentence of ours."""
_KIND, _MODE = dict(KINDS), dict(MODES)


class SaidBy(QWidget):
    """One attribution: who says it, and of what kind that is."""

    pressed = Signal()
    go_wanted = Signal(object)
    """The ``Span`` of the claim that names the source."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = AttributionView()
        self.by, self.kind = ValueRow("Said by", self), ValueRow("Kind", self)
        self.pill = Pill("", self, pressable=True)
        self._marks = [Pill("", self), Pill("", self)]
        self.pill.clicked.connect(self._go)
        self.by.add(self.pill)
        for row, mark in zip((self.by, self.kind), self._marks, strict=True):
            row.add(mark)
            row.pressed.connect(self.pressed)
            row.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.by)
        column.addWidget(self.kind)

    def show_attribution(self, shown: AttributionView) -> None:
        self._shown = shown
        self.by.show_value("Said by", shown.said)
        kind = [_KIND[shown.kind]] if shown.kind else []
        kind += [_MODE[shown.mode]] if shown.mode else []
        self.kind.show_value("Kind", " · ".join(kind))
        self.kind.setVisible(bool(kind))
        named = shown.named_in
        self.pill.set_words(
            named.name if named else "", spoken=f"go to {named.name}" if named else ""
        )
        for mark in self._marks:
            mark.set_words(_SUGGESTED if shown.suggested else "")

    def _go(self) -> None:
        if self._shown.named_in is not None:
            self.go_wanted.emit(self._shown.named_in.span)


class SaidRows(QWidget):
    """All of them, and under them the confirmation, or how what is suggested is kept."""

    pressed = Signal(int)
    """The place of an attribution that was clicked."""
    added = Signal(object)
    """A ``SaidBy`` that came later than the others: somebody knows where Tab meets it."""
    go_wanted = Signal(object)
    """The ``Span`` of another claim."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[SaidBy] = []
        self._below = QVBoxLayout()
        self._below.setSpacing(0)
        self._confirmed = ValueRow("Confirmed", self)
        self._accessed = Pill("", self)
        self._confirmed.add(self._accessed)
        self._hinted = QWidget(self)
        self._hint = CapText("", self._hinted)
        hint = QVBoxLayout(self._hinted)
        hint.setContentsMargins(4, 9, 4, 6)
        hint.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._below)
        column.addWidget(self._confirmed)
        column.addWidget(self._hinted)

    def show_record(self, record: RecordView) -> None:
        there = record.attributions
        while len(self._rows) < len(there):
            self._add_row()
        for place, row in enumerate(self._rows):
            if place < len(there):
                row.show_attribution(there[place])
            row.setVisible(place < len(there))
        confirmed = record.confirmed
        self._confirmed.setVisible(confirmed is not None)
        if confirmed is not None:
            self._confirmed.show_value("Confirmed", confirmed.says)
            self._accessed.set_words(confirmed.accessed)
        self._show_hint([one for one in there if one.suggested])

    def _show_hint(self, suggested: list[AttributionView]) -> None:
        if suggested:
            who = suggested[0].source.text
            who = who if len(suggested) == 1 and len(who) <= _SHORT else "they"
            self._hint.set_text(
                f"Suggested from the sentence alone, and not stored. [{_KEY}] [↵] keeps it; "
                f"[{_CONFIRM}] keeps it and says you checked that {who} said so."
            )
        self._hinted.setVisible(bool(suggested))

    def _add_row(self) -> None:
        row, place = SaidBy(self), len(self._rows)
        row.pressed.connect(lambda: self.pressed.emit(place))
        row.go_wanted.connect(self.go_wanted)
        self._rows.append(row)
        self._below.addWidget(row)
        self.added.emit(row)
