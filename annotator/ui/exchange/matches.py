"""The claims of another copy that a person has to confirm, each with what differs in it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from annotator.ui.exchange.view import MatchKind, MatchLine, OtherText
from annotator.ui.exchange.worded import LINE, Index

BATCH = 20

_NO_PARENT = QModelIndex()


class MatchModel(QAbstractListModel):
    """The claims, and which are confirmed. None is to begin with: nothing is matched silently."""

    confirmed = Signal()
    """Others are confirmed now."""

    def __init__(self, text: OtherText) -> None:
        super().__init__()
        self._matches = text.matches
        self._lines: list[MatchLine] = []
        self._confirmed: set[int] = set()
        self.fetchMore(_NO_PARENT)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places of those that are confirmed."""
        return tuple(sorted(self._confirmed))

    def of_kind(self, kind: MatchKind) -> list[int]:
        """The places of the claims of a kind, read or not."""
        return [at for at in range(len(self._matches)) if self._matches.kind(at) is kind]

    def confirm(self, places: list[int], *, all_of_them: bool = True) -> None:
        """Confirms them, or takes that back."""
        if all_of_them:
            self._confirmed.update(places)
        else:
            self._confirmed.difference_update(places)
        self._tell(0, len(self._lines) - 1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._lines) < len(self._matches)

    def fetchMore(self, parent: Index) -> None:
        first = len(self._lines)
        last = min(first + BATCH, len(self._matches))
        if parent.isValid() or last <= first:
            return
        fresh = [self._matches.line(at) for at in range(first, last)]
        self.beginInsertRows(_NO_PARENT, first, last - 1)
        self._lines += fresh
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        if role == Qt.ItemDataRole.CheckStateRole:
            states = Qt.CheckState
            return states.Checked if index.row() in self._confirmed else states.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._confirmed.add(index.row())
        else:
            self._confirmed.discard(index.row())
        self._tell(index.row(), index.row())
        return True

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))
        self.confirmed.emit()
