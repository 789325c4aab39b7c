"""Rows of one kind as a table: sorted and filtered in Python, painted only where they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROW = Qt.ItemDataRole.UserRole + 1
"""The whole row, for whoever paints a field of it in another way than as words."""
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """``words`` of a row, and by what the column is ordered; ``width`` in pixels.

    ``told``: what a screen reader says of the field, where it is no words.
    """

    title: str
    words: Callable[[Row], str]
    key: Callable[[Row], Any]
    width: int
    told: Callable[[Row], str] | None = None


class ListModel(QAbstractTableModel, Generic[Row]):
    """All rows in one list; what is shown are places in it. A filter is words and a test."""

    def __init__(
        self, columns: Sequence[Column[Row]], looked_through: Callable[[Row], str]
    ) -> None:
        """``looked_through``: what the words of the filter are looked for in."""
        super().__init__()
        self.columns = tuple(columns)
        self._looked_through = looked_through
        self._rows: list[Row] = []
        self._texts: list[str] = []
        self._shown: list[int] = []
        self._order: tuple[int, bool] | None = None
        self._words: list[str] = []
        self._lets: Callable[[Row], bool] | None = None

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these, filtered and ordered as before."""
        self.beginResetModel()
        self._rows = list(rows)
        self._texts = [self._looked_through(row).casefold() for row in self._rows]
        self._choose()
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Puts these after all others; where it is not sorted nothing that is shown moves."""
        first = len(self._rows)
        self._rows += rows
        self._texts += [self._looked_through(row).casefold() for row in rows]
        if self._order is not None:
            self.beginResetModel()
            self._choose()
            self.endResetModel()
            return
        new = [place for place in range(first, len(self._rows)) if self._let_through(place)]
        if new:
            at = len(self._shown)
            self.beginInsertRows(QModelIndex(), at, at + len(new) - 1)
            self._shown += new
            self.endInsertRows()

    def filter(self, typed: str, lets: Callable[[Row], bool] | None = None) -> None:
        """Only those with all these words, and that the test lets through."""
        self.beginResetModel()
        self._words, self._lets = typed.casefold().split(), lets
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1: as they came. What is empty ("") comes last, whichever way."""
        self.beginResetModel()
        backwards = order == Qt.SortOrder.DescendingOrder
        self._order = None if column < 0 else (column, backwards)
        self._choose()
        self.endResetModel()

    def row(self, at: int) -> Row:
        return self._rows[self._shown[at]]

    def shown(self) -> list[Row]:
        """Those that are shown, in their order."""
        return [self._rows[place] for place in self._shown]

    def place_of(self, wanted: Callable[[Row], bool]) -> int | None:
        """Where the first of this kind is shown."""
        found = (at for at, place in enumerate(self._shown) if wanted(self._rows[place]))
        return next(found, None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.row(index.row()), self.columns[index.column()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _one_line(column.words(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = column.words(row) if column.told is None else column.told(row)
            return f"{column.title}: {_one_line(told) or 'nothing'}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A name is written in its place; who makes the table says when."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if not across or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title

    def _let_through(self, place: int) -> bool:
        text = self._texts[place]
        if not all(word in text for word in self._words):
            return False
        return self._lets is None or self._lets(self._rows[place])

    def _choose(self) -> None:
        self._shown = [place for place in range(len(self._rows)) if self._let_through(place)]
        if self._order is not None:
            column, backwards = self._order
            key = self.columns[column].key
            keys = {place: key(self._rows[place]) for place in self._shown}
            empty = [place for place in self._shown if keys[place] == ""]
            full = [place for place in self._shown if keys[place] != ""]
            self._shown = [*sorted(full, key=keys.__getitem__, reverse=backwards), *empty]


def _one_line(words: str) -> str:
    return " ".join(words[:_LONGEST].split())
