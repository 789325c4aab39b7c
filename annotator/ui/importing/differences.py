"""Two versions of an article, claim by claim; what asks whether it is the same can be ticked."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from annotator.domain.article import Span
from annotator.ui.exchange.worded import LINE, Index
from annotator.ui.importing.view import TICKED, DifferenceLine, Differences, Kind

BATCH = 40

_NO_PARENT = QModelIndex()


class DifferenceModel(QAbstractListModel):
    """The lines, and which are ticked. None is to begin with: nothing is matched silently.

    Lines are worded when they come into sight.
    """

    ticked = Signal()
    """Others are ticked now."""

    def __init__(self, found: Differences, *, asks: bool = True) -> None:
        """``asks``: whether lines can be ticked at all."""
        super().__init__()
        self._found, self._asks = found, asks
        self._ticked: set[int] = set()
        self._places: list[int] = []
        self._lines: dict[int, DifferenceLine] = {}
        self._shown = 0
        self.show_same(same=True)

    @property
    def pairs(self) -> frozenset[tuple[Span, Span]]:
        """The claims that are ticked as the same, here and there."""
        return frozenset(map(self._found.pair, self._ticked))

    @property
    def asking(self) -> int:
        """So many lines can be ticked."""
        return sum(map(self.asks_at, range(len(self._found)))) if self._asks else 0

    def asks_at(self, place: int) -> bool:
        return self._asks and self._found.kind(place) in TICKED

    def show_same(self, *, same: bool) -> None:
        """Every line, or without those that are the same in both."""
        self.beginResetModel()
        every = range(len(self._found))
        self._places = [at for at in every if same or self._found.kind(at) is not Kind.SAME]
        self._shown = min(BATCH, len(self._places))
        self.endResetModel()

    def tick_all(self, kind: Kind | None) -> None:
        """Ticks every line of a kind; None: unticks all."""
        if kind is None:
            self._ticked.clear()
        else:
            every = range(len(self._found))
            self._ticked.update(at for at in every if self._found.kind(at) is kind)
        self._tell(0, self._shown - 1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self._places)

    def fetchMore(self, parent: Index) -> None:
        last = min(self._shown + BATCH, len(self._places))
        if parent.isValid() or last <= self._shown:
            return
        self.beginInsertRows(_NO_PARENT, self._shown, last - 1)
        self._shown = last
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self._places[index.row()]
        if role == LINE:
            return self._line(place)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._line(place).spoken
        if role == Qt.ItemDataRole.CheckStateRole and self.asks_at(place):
            states = Qt.CheckState
            return states.Checked if place in self._ticked else states.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        asks = self.asks_at(self._places[index.row()])
        return flags | Qt.ItemFlag.ItemIsUserCheckable if asks else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self._places[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or not self.asks_at(place):
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(place)
            if self._found.kind(place) is Kind.CANDIDATE:
                self._ticked.difference_update(self._found.rivals(place))
        else:
            self._ticked.discard(place)
        self._tell(0, self._shown - 1)
        return True

    def _line(self, place: int) -> DifferenceLine:
        if place not in self._lines:
            self._lines[place] = self._found.line(place)
        return self._lines[place]

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))
        self.ticked.emit()
