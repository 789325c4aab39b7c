"""The lines of the search as Qt's lists want them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.ui.search.view import Kind, Line

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Lines(QAbstractListModel):
    """Some lines, all replaced at once."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> Line:
        return self._lines[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._lines[index.row()].choosable:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def first(self) -> int | None:
        """The first line that can be chosen."""
        return self.step(-1, 1)

    def step(self, row: int, by: int) -> int | None:
        """The next line (``by`` = 1) or the one before (-1) that can be chosen."""
        row += by
        while 0 <= row < len(self._lines):
            if self._lines[row].choosable:
                return row
            row += by
        return None

    def with_target(self, target: object) -> int | None:
        """The line that stands for this."""
        found = (at for at, line in enumerate(self._lines) if line.choosable)
        return next((at for at in found if self._lines[at].target == target), None)

    def head(self, row: int) -> Line | None:
        """The heading over a line."""
        heads = (line for line in reversed(self._lines[: row + 1]) if line.kind is Kind.HEAD)
        return next(heads, None)

    def step_group(self, row: int, by: int) -> int | None:
        """The first line of the next group or of the one before, round the end."""
        firsts = [
            at
            for at, line in enumerate(self._lines)
            if line.choosable and (at == 0 or not self._lines[at - 1].choosable)
        ]
        if not firsts:
            return None
        at = sum(first <= row for first in firsts) - 1
        return firsts[(at + by) % len(firsts)]
