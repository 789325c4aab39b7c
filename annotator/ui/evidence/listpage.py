"""All evidence of the library on one page: to look through, to use again, to put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.desk.evidence_list import ListedItem
from annotator.domain.wording import amount
from annotator.ui.evidence.listmodel import LACKING, Lacks, Listed, new_model
from annotator.ui.kit.choices import Choices
from annotator.ui.lists.page import ListPage
from annotator.ui.lists.table import RowDelegate, RowTable
from annotator.ui.theme import Theme

HEADING = "Evidence in the library"
_NONE = "There is no evidence yet. E enters it for the claim in hand."
_FILTER = "Filter the evidence: words of title, address, quotation"
_MISSING = {
    Lacks.QUOTE: "without a quotation",
    Lacks.ACCESSED: "without a day of access",
    Lacks.ARCHIVE: "not archived",
    Lacks.GRADE: "ungraded",
    Lacks.IDLE: "for no claim",
}


class EvidencePage(ListPage):
    """Every button asks; the list is shown anew when something was done."""

    use_wanted = Signal(str)
    """The id of an item that should serve the claims in hand."""
    go_wanted = Signal(object)
    """A ``Serves``: the claim to go to."""
    join_wanted = Signal(object, str)
    """Ids of items that say the same, and the one that the others are copies of."""
    csv_wanted = Signal(object)
    """The ``ListedItem`` that are shown, to be written as CSV."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.model = new_model()
        table = RowTable(self.model, RowDelegate(theme), HEADING)
        super().__init__(theme, HEADING, table, _FILTER, parent)
        self._in_hand = ""
        self._lacking: Mapping[Lacks, int] = {}
        self.lacks = Choices([(one, one.value) for one in Lacks], self)
        self.lacks.set_value(Lacks.EVERYTHING)
        self.use = QPushButton("Use for the claim in hand", self)
        self.use.setProperty("role", "primary")
        self.go = QPushButton("Go to its claim", self)
        self.join = QPushButton("Join as copies", self)
        self.csv = QPushButton("Export CSV…", self)
        self.between.addWidget(self.lacks, 1)
        for button in (self.use, self.go, self.join, self.csv):
            self.foot.addWidget(button)
        self.end_foot()
        self._connect()
        self.set_theme(theme)
        self.follow_rows()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.lacks.set_colours(theme.colour("selection"), theme.colour("dot"))

    def show_list(self, listed: Listed) -> None:
        """Shows this one; the row in hand stays the one of its item."""
        self._lacking = listed.lacking
        self.choose_again(lambda: self.model.show_rows(listed.items))

    def show_in_hand(self, claims: str) -> None:
        """Which claims would be served: "claim 5", "3 claims"; empty: none is in hand."""
        self._in_hand = claims
        self.use.setText(f"Use for {claims}" if claims else "Use for the claim in hand")
        self.follow_rows()

    def enter(self) -> None:
        """Uses the row in hand."""
        if self.use.isEnabled():
            self._use()

    def is_same(self, row: Any, other: Any) -> bool:
        return bool(row.item.id == other.item.id)

    def narrow(self) -> None:
        """Words, and what is missing."""
        lacks = self.lacks.value
        lets = LACKING[lacks] if isinstance(lacks, Lacks) else None
        self.model.filter(self.filter.text(), lets)

    def say(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        if not total:
            self.put(_NONE)
            return
        said = [amount(total, "piece")]
        if shown != total:
            said.append(f"{shown:,} shown")
        counts = ((self._lacking.get(lacks, 0), words) for lacks, words in _MISSING.items())
        self.put(" · ".join([*said, *(f"{count:,} {words}" for count, words in counts if count)]))

    def follow_rows(self) -> None:
        rows: list[ListedItem] = self.chosen()
        one = rows[0] if len(rows) == 1 else None
        self.use.setEnabled(one is not None and bool(self._in_hand))
        self.go.setEnabled(one is not None and any(of.article for of in one.serves))
        self.join.setEnabled(len(_group(rows)) > 1)
        self.csv.setEnabled(bool(self.model.rowCount()))

    def _connect(self) -> None:
        self.lacks.chosen.connect(self._lack)
        self.lacks.escaped.connect(self.left)
        self.use.clicked.connect(self._use)
        self.go.clicked.connect(self._go)
        self.join.clicked.connect(self._join)
        self.csv.clicked.connect(lambda: self.csv_wanted.emit(self.model.shown()))

    def _lack(self, lacks: object) -> None:
        """A pill pressed again lets everything through."""
        self.lacks.set_value(lacks if isinstance(lacks, Lacks) else Lacks.EVERYTHING)
        self.follow_filter()

    def _use(self) -> None:
        self.use_wanted.emit(self.chosen()[0].item.id)

    def _go(self) -> None:
        self.go_wanted.emit(next(of for of in self.chosen()[0].serves if of.article))

    def _join(self) -> None:
        rows: list[ListedItem] = self.chosen()
        self.join_wanted.emit(_group(rows), rows[0].item.id)


def _group(rows: Sequence[ListedItem]) -> list[str]:
    """What would be joined: the rows that are chosen, or one with all that have its address."""
    if len(rows) == 1:
        return [rows[0].item.id, *rows[0].same_address]
    return [one.item.id for one in rows]
