"""The evidence of a library as a table: sorted and filtered in Python, painted only where it is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.desk.evidence_list import ListedItem
from annotator.domain.assessment import Audience
from annotator.domain.evidence import short_address
from annotator.domain.snapshot import claim_name
from annotator.ui.days import day_words

Index = QModelIndex | QPersistentModelIndex
DEAD = Qt.ItemDataRole.UserRole
"""Whether a field is empty that a sound piece of evidence has."""
NOTHING = "–"
_MOST_CLAIMS = 3
_LONGEST = 300


class Lacks(StrEnum):
    """What one may look for."""

    EVERYTHING = "all"
    QUOTE = "no quotation"
    ACCESSED = "no access date"
    ARCHIVE = "no archive"
    GRADE = "ungraded"
    IDLE = "serves no claim"
    ALIKE = "same address"


@dataclass(frozen=True, slots=True)
class Column:
    """``words`` of a row, and by what the column is ordered; ``dead``: what is empty is missed."""

    title: str
    words: Callable[[ListedItem], str]
    key: Callable[[ListedItem], object]
    dead: bool = False


def _grade(one: ListedItem) -> str:
    sure = min(
        (serves.link.credibility for serves in one.serves if serves.link.credibility), default=""
    )
    return (
        f"{one.item.reliability or NOTHING}{sure or NOTHING}"
        if one.item.reliability or sure
        else ""
    )


def _quoted(one: ListedItem) -> str:
    return next((serves.link.quote for serves in one.serves if serves.link.quote), "")


def _serves(one: ListedItem) -> str:
    if len(one.serves) > _MOST_CLAIMS:
        return f"{len(one.serves):,} claims"
    return ", ".join(claim_name(serves.number) for serves in one.serves)


def _readers(one: ListedItem) -> str:
    return "" if one.item.audience is Audience.DESK else one.item.audience.value


COLUMNS: tuple[Column, ...] = (
    Column("Title", lambda one: one.item.name, lambda one: one.item.name.casefold()),
    Column(
        "Address",
        lambda one: short_address(one.item.url),
        lambda one: short_address(one.item.url).casefold(),
        dead=True,
    ),
    Column("Publisher", lambda one: one.item.publisher, lambda one: one.item.publisher.casefold()),
    Column(
        "Accessed",
        lambda one: day_words(one.item.accessed) if one.item.accessed else "",
        lambda one: one.item.accessed,
        dead=True,
    ),
    Column(
        "Archived",
        lambda one: "✓" if one.item.archive else "",
        lambda one: one.item.archive,
        dead=True,
    ),
    Column("Quotation", _quoted, lambda one: _quoted(one).casefold(), dead=True),
    Column("Grade", _grade, _grade, dead=True),
    Column("Serves", _serves, lambda one: -len(one.serves), dead=True),
    Column(
        "Copies", lambda one: f"{one.copies:,}" if one.copies > 1 else "", lambda one: -one.copies
    ),
    Column("For", _readers, _readers),
    Column(
        "By",
        lambda one: "you" if one.mine else one.owner.name,
        lambda one: one.owner.name.casefold(),
    ),
)

_LACKING: dict[Lacks, Callable[[ListedItem], bool]] = {
    Lacks.EVERYTHING: lambda _one: True,
    Lacks.QUOTE: lambda one: not _quoted(one),
    Lacks.ACCESSED: lambda one: not one.item.accessed,
    Lacks.ARCHIVE: lambda one: not one.item.archive,
    Lacks.GRADE: lambda one: not _grade(one),
    Lacks.IDLE: lambda one: not one.serves,
    Lacks.ALIKE: lambda one: bool(one.same_address),
}


class Listed(NamedTuple):
    """The list with what is asked of all of it: made on the thread that reads it.

    ``words`` are what the filter looks through; ``lacking`` says of how many what is missing.
    """

    items: Sequence[ListedItem]
    words: Sequence[str]
    lacking: Mapping[Lacks, int]


def made_ready(items: Sequence[ListedItem]) -> Listed:
    """What the page needs of a list, however long."""
    lacking = {lacks: sum(map(lacking, items)) for lacks, lacking in _LACKING.items()}
    return Listed(items, list(map(_all_words, items)), lacking)


class EvidenceModel(QAbstractTableModel):
    """All of it in one list; what is shown are places in it."""

    def __init__(self) -> None:
        super().__init__()
        self._listed = Listed((), (), {})
        self._shown: list[int] = []
        self._order: tuple[int, bool] | None = None
        self._words, self._lacks = "", Lacks.EVERYTHING

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._listed.items)

    def show_list(self, listed: Listed) -> None:
        """Shows this one, filtered and ordered as before."""
        self.beginResetModel()
        self._listed = listed
        self._choose()
        self.endResetModel()

    def filter(self, words: str, lacks: Lacks) -> None:
        """Only those with all these words, and that lack this."""
        if (words, lacks) == (self._words, self._lacks):
            return
        self.beginResetModel()
        self._words, self._lacks = words, lacks
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; what is empty comes last, whichever way."""
        self.beginResetModel()
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self._choose()
        self.endResetModel()

    def item(self, row: int) -> ListedItem:
        return self._listed.items[self._shown[row]]

    def shown(self) -> list[ListedItem]:
        """Those that are shown, in their order."""
        return [self._listed.items[place] for place in self._shown]

    def row_of(self, item: str) -> int | None:
        items = self._listed.items
        rows = (row for row, place in enumerate(self._shown) if items[place].item.id == item)
        return next(rows, None)

    def lacking(self, lacks: Lacks) -> int:
        """How many there are of which this is missing."""
        return self._listed.lacking.get(lacks, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = COLUMNS[index.column()]
        words = " ".join(column.words(self.item(index.row()))[:_LONGEST].split())
        if role == Qt.ItemDataRole.DisplayRole:
            return words or (NOTHING if column.dead else "")
        if role == DEAD:
            return not words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {words or 'nothing'}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        return COLUMNS[section].title if across and role == Qt.ItemDataRole.DisplayRole else None

    def _choose(self) -> None:
        wanted, lacks = self._words.casefold().split(), _LACKING[self._lacks]
        items, words = self._listed.items, self._listed.words
        self._shown = [
            place
            for place, one in enumerate(items)
            if lacks(one) and all(word in words[place] for word in wanted)
        ]
        if self._order is not None:
            column, backwards = self._order
            key = COLUMNS[column].key
            keys = {place: key(items[place]) for place in self._shown}
            empty = [place for place in self._shown if keys[place] in ("", 0)]
            full = [place for place in self._shown if keys[place] not in ("", 0)]
            full.sort(key=lambda place: keys[place], reverse=backwards)  # type: ignore[arg-type,return-value]
            self._shown = full + empty


def _all_words(one: ListedItem) -> str:
    item = one.item
    quotes = " ".join(serves.link.quote[:_LONGEST] for serves in one.serves[:_MOST_CLAIMS])
    parts = (item.title, item.url, item.publisher, item.medium, item.note[:_LONGEST], quotes)
    return " ".join(filter(None, (*parts, item.name, one.owner.name))).casefold()
