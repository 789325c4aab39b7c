"""All evidence of the library on one page: to look through, to use again, to put in order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.desk.evidence_list import ListedItem
from annotator.review.words import amount
from annotator.ui.evidence.listmodel import EvidenceModel, Lacks, Listed
from annotator.ui.evidence.table import EvidenceTable, reachable
from annotator.ui.fonts import serif_font
from annotator.ui.kit.choices import Choices
from annotator.ui.kit.labels import Muted
from annotator.ui.linefield import LineField
from annotator.ui.overpage import OverPage
from annotator.ui.theme import Theme

HEADING = "Evidence in the library"
_SOON = 120
"""Milliseconds after a key until the list follows."""
_READING = "Reading…"
_NONE = "There is no evidence yet. E enters it for the claim in hand."
_MISSING = {
    Lacks.QUOTE: "without a quotation",
    Lacks.ACCESSED: "without a day of access",
    Lacks.ARCHIVE: "not archived",
    Lacks.GRADE: "ungraded",
    Lacks.IDLE: "for no claim",
}
_MANY = 1100
"""From so many pixels on the page has margins as wide as the other pages have."""


class EvidencePage(OverPage):
    """Every button asks; the list is shown anew when something was done."""

    alone = True
    use_wanted = Signal(str)
    """The id of an item that should serve the claims in hand."""
    go_wanted = Signal(object)
    """A ``Serves``: the claim to go to."""
    join_wanted = Signal(object, str)
    """Ids of items that say the same, and the one that the others are copies of."""
    csv_wanted = Signal(object)
    """The ``ListedItem`` that are shown, to be written as CSV."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, HEADING, parent)
        self.model = EvidenceModel()
        self._in_hand = ""
        self._heading = QLabel(HEADING, self)
        self._heading.setFont(serif_font(27, bold=True))
        self._says = Muted(_READING, self)
        self.filter = LineField("Filter the evidence", "Filter: words of title, address, quotation")
        self.lacks = Choices([(one, one.value) for one in Lacks], self)
        self.lacks.set_value(Lacks.EVERYTHING)
        self.table = EvidenceTable(self.model, theme, self)
        self.use = QPushButton("Use for the claim in hand", self)
        self.use.setProperty("role", "primary")
        self.go = QPushButton("Go to its claim", self)
        self.join = QPushButton("Join as copies", self)
        self.csv = QPushButton("Export CSV…", self)
        self.shut = QPushButton("Close", self)
        self._typing = QTimer(self, interval=_SOON, singleShot=True)
        self._typing.timeout.connect(self._follow_filter)
        self._build()
        self._connect()
        self.set_theme(theme)
        self._follow_rows()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.lacks.set_colours(theme.colour("selection"), theme.colour("dot"))

    def show_reading(self) -> None:
        """It takes a moment; what is shown already stays."""
        if not self.model.total:
            self._says.setText(_READING)

    def show_list(self, listed: Listed) -> None:
        """Shows this one; the row in hand stays the one of its item."""
        rows = self.table.rows
        had = self.model.item(rows[0]).item.id if rows else ""
        self.model.show_list(listed)
        self._choose(had)

    def show_in_hand(self, claims: str) -> None:
        """Which claims would be served: "claim 5", "3 claims"; empty: none is in hand."""
        self._in_hand = claims
        self.use.setText(f"Use for {claims}" if claims else "Use for the claim in hand")
        self._follow_rows()

    def take_keys(self) -> None:
        reachable(self.table)
        (self.table if self.model.rowCount() else self.filter).setFocus()

    def enter(self) -> None:
        """Uses the row in hand."""
        if self.use.isEnabled():
            self._use()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = 32 if self.width() > _MANY else 16
        self._column.setContentsMargins(side, 26, side, 12)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._heading)
        self._column.addSpacing(4)
        self._column.addWidget(self._says)
        self._column.addSpacing(14)
        self._column.addWidget(self.filter)
        self._column.addSpacing(8)
        self._column.addWidget(self.lacks)
        self._column.addSpacing(8)
        self._column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.use, self.go, self.join):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.csv)
        foot.addWidget(self.shut)
        self._column.addSpacing(10)
        self._column.addLayout(foot)
        self.setFocusProxy(self.filter)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._typing.start())
        self.filter.entered.connect(self._to_table)
        self.filter.escaped.connect(self.left)
        self.lacks.chosen.connect(self._lack)
        self.lacks.escaped.connect(self.left)
        self.table.entered_row.connect(self.enter)
        self.table.typed.connect(self._type_on)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow_rows())
        self.use.clicked.connect(self._use)
        self.go.clicked.connect(self._go)
        self.join.clicked.connect(self._join)
        self.csv.clicked.connect(lambda: self.csv_wanted.emit(self.model.shown()))
        self.shut.clicked.connect(self.left)

    def _type_on(self, text: str) -> None:
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.insert(text)

    def _to_table(self) -> None:
        self._follow_filter()
        self.take_keys()

    def _lack(self, lacks: object) -> None:
        """A pill pressed again lets everything through."""
        self.lacks.set_value(lacks if isinstance(lacks, Lacks) else Lacks.EVERYTHING)
        self._follow_filter()

    def _follow_filter(self) -> None:
        self._typing.stop()
        rows = self.table.rows
        had = self.model.item(rows[0]).item.id if rows else ""
        lacks = self.lacks.value
        self.model.filter(
            self.filter.text(), lacks if isinstance(lacks, Lacks) else Lacks.EVERYTHING
        )
        self._choose(had)

    def _choose(self, item: str) -> None:
        row = self.model.row_of(item) if item else None
        if row is not None:
            self.table.selectRow(row)
        else:
            reachable(self.table)
        self._say()
        self._follow_rows()

    def _say(self) -> None:
        model = self.model
        if not model.total:
            self._says.setText(_NONE)
            return
        shown = model.rowCount()
        said = [amount(model.total, "piece")]
        if shown != model.total:
            said.append(f"{shown:,} shown")
        for lacks, words in _MISSING.items():
            if count := model.lacking(lacks):
                said.append(f"{count:,} {words}")
        self._says.setText(" · ".join(said))

    def _rows(self) -> list[ListedItem]:
        return [self.model.item(row) for row in self.table.rows if row < self.model.rowCount()]

    def _follow_rows(self) -> None:
        """What can be done depends on the rows that are chosen."""
        rows = self._rows()
        one = rows[0] if len(rows) == 1 else None
        self.use.setEnabled(one is not None and bool(self._in_hand))
        self.go.setEnabled(one is not None and any(of.article for of in one.serves))
        self.join.setEnabled(len(self._group(rows)) > 1)
        self.csv.setEnabled(bool(self.model.rowCount()))

    def _group(self, rows: Sequence[ListedItem]) -> list[str]:
        """What would be joined: the rows that are chosen, or one with all that have its address."""
        if len(rows) == 1:
            return [rows[0].item.id, *rows[0].same_address]
        return [one.item.id for one in rows]

    def _use(self) -> None:
        self.use_wanted.emit(self._rows()[0].item.id)

    def _go(self) -> None:
        self.go_wanted.emit(next(of for of in self._rows()[0].serves if of.article))

    def _join(self) -> None:
        rows = self._rows()
        self.join_wanted.emit(self._group(rows), rows[0].item.id)
