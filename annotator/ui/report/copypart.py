"""Which copy leaves: the editor's, or a public one with what stays out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.desk.withholding import Waiting
from annotator.domain.edition import MEANING, Withheld
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.segments import Segments
from annotator.ui.report.part import Part
from annotator.ui.report.shortlist import Short, ShortList
from annotator.ui.report.words import COPY, EDITORS, KIND, PUBLIC
from annotator.ui.settings_page import Switch

_HIDE = "Fewer"
_HIGH = 25
"""Pixels of a line: there are many of them."""


class CopyPart(Part):
    """Nothing is cleared that nobody ticked."""

    claim_wanted = Signal(object)
    """A ``Short`` claim was pressed: it should be seen in its article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Copy", parent, above=16)
        self.copies = Segments(((False, EDITORS), (True, PUBLIC)), "Which copy", self)
        self.copies.chosen.connect(self._choose)
        self.says = Muted("", self, small=True)
        self.ticks = {
            kind: self._tick(kind, KIND[kind]) for kind in Withheld if kind is not Withheld.SHORT
        }
        self.rest = QPushButton(self)
        self.rest.setProperty("role", "link")
        self.rest.clicked.connect(self._turn_rest)
        self.short = ShortList(self)
        self.short.claim_wanted.connect(self.claim_wanted)
        self.clear_short = self._tick(Withheld.SHORT, KIND[Withheld.SHORT])
        self._counts: dict[Withheld, int] = {}
        self._all = False
        self.column.addWidget(self.copies)
        self.column.addWidget(self.says)
        self.column.addSpacing(2)
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        for tick in self.ticks.values():
            tick.setFixedHeight(_HIGH)
            ticks.addWidget(tick)
        self.column.addLayout(ticks)
        self.column.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.short)
        self.column.addWidget(self.clear_short)
        self.column.setSpacing(4)
        self._fill()

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """How much there is of each kind in this article."""
        self._counts = {one.kind: one.count for one in waiting}
        self._fill()

    def show_short(self, short: Sequence[Short]) -> None:
        """The verified claims that fall short of their rule."""
        self.short.show_claims(short)
        self._fill()

    def follow(self) -> None:
        self.copies.set_value(self.edition.public)
        self._fill()

    def _fill(self) -> None:
        public, cleared = self.edition.public, self.edition.cleared
        self.says.setText(COPY[public])
        nothing = 0
        for kind, tick in self.ticks.items():
            count = self._counts.get(kind, 0)
            tick.setText(f"{KIND[kind]} · {count:,}" if count else KIND[kind])
            tick.setAccessibleName(f"Clear {tick.text()}")
            tick.setChecked(kind in cleared)
            empty = not count and kind not in cleared and bool(self._counts)
            nothing += empty
            tick.setVisible(public and (self._all or not empty))
        self.rest.setText(_HIDE if self._all else f"{nothing:,} more, nothing of them here")
        self.rest.setVisible(public and bool(nothing))
        self.short.show_cleared(Withheld.SHORT in cleared)
        self.clear_short.setChecked(Withheld.SHORT in cleared)
        there = public and bool(self.short.claims)
        self.short.setVisible(there)
        self.clear_short.setVisible(there or (public and Withheld.SHORT in cleared))

    def _tick(self, kind: Withheld, words: str) -> Switch:
        tick = Switch(words, self)
        meaning = MEANING[kind]
        tick.setToolTip(f"{meaning[0].upper()}{meaning[1:]}")
        tick.setAccessibleDescription(meaning)
        tick.clicked.connect(lambda on: self._clear(kind, on=on))
        return tick

    def _choose(self, public: object) -> None:
        self.wanted.emit(replace(self.edition, public=bool(public)))

    def _clear(self, kind: Withheld, *, on: bool) -> None:
        cleared = self.edition.cleared | {kind} if on else self.edition.cleared - {kind}
        self.wanted.emit(replace(self.edition, cleared=cleared))

    def _turn_rest(self) -> None:
        self._all = not self._all
        self._fill()
