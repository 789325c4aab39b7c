"""Lines of a list that folds, as Qt's list views want them; few of them change at a time."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.ui.kit.tip import plain_tip

LINE = Qt.ItemDataRole.UserRole
"""The ``Line`` itself."""
STEP = 100
"""So many more lines come with each click on "and … more"."""

Index = QModelIndex | QPersistentModelIndex


class Kind(IntEnum):
    """What a line is."""

    HEAD = 0
    CLAIM = 1
    ARTICLE = 2
    MORE = 3
    EMPTY = 4


class Line(NamedTuple):
    """One line of a group. ``at`` is a claim's index, or an article's place.

    Of "and … more" it says whether it stands before (-1) or after (1) the lines that show.
    """

    kind: Kind
    group: str
    at: int = 0


class LineModel(QAbstractListModel):
    """Keeps the lines; a subclass says which there are and what each says."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def words(self, line: Line) -> str:
        """What a line says."""
        raise NotImplementedError

    def spoken(self, line: Line) -> str:
        """What a screen reader says of a line."""
        return self.words(line)

    def tip(self, _line: Line) -> str:
        """What the tool tip of a line says, if it has one."""
        return ""

    def unfold(self, line: Line) -> None:
        """Shows more of the group of this line."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The arrows pass over headings."""
        if self.line(index).kind in (Kind.HEAD, Kind.EMPTY):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.tip(line))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(line)
        return None

    def line(self, index: Index) -> Line:
        return self._lines[index.row()]

    def _put(self, wanted: list[Line]) -> None:
        """Takes out and puts in what differs: the line with the keys keeps them, and its place."""
        matcher = SequenceMatcher(None, self._lines, wanted, autojunk=False)
        # From the end, so that the places before are still those of the old lines.
        for kind, low, high, first, last in reversed(matcher.get_opcodes()):
            if kind in ("delete", "replace"):
                self.beginRemoveRows(QModelIndex(), low, high - 1)
                self._lines = self._lines[:low] + self._lines[high:]
                self.endRemoveRows()
            if kind in ("insert", "replace"):
                self.beginInsertRows(QModelIndex(), low, low + last - first - 1)
                self._lines = self._lines[:low] + wanted[first:last] + self._lines[low:]
                self.endInsertRows()
        if wanted:
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
