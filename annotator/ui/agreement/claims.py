"""The claims of one cell as Qt's list views want them, read as they come into sight."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.domain.tags import ROW
from annotator.ui.agreement.view import AgreementView, ClaimLine, Places

LINE = Qt.ItemDataRole.UserRole
"""The ``ClaimLine`` itself."""
BATCH = 20
"""So many claims are asked for at once: a screenful, and a little more."""

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ClaimModel(QAbstractListModel):
    """Grows by a batch whenever a view comes to its end; a cell may hold 100,000 claims."""

    def __init__(self) -> None:
        super().__init__()
        self._view: AgreementView | None = None
        self._places: Places = ()
        self._lines: list[ClaimLine] = []

    @property
    def total(self) -> int:
        """How many there are, read or not."""
        return len(self._places)

    def show(self, view: AgreementView, places: Places) -> None:
        self.beginResetModel()
        self._view, self._places, self._lines = view, places, []
        self.endResetModel()
        self.fetchMore(_NO_PARENT)

    def line(self, row: int) -> ClaimLine:
        return self._lines[row]

    def who(self, place: int) -> str:
        """The mark of an analyst on a card."""
        return self._view.who[place].initial if self._view is not None else ""

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._lines) < len(self._places)

    def fetchMore(self, parent: Index) -> None:
        if self._view is None or not self.canFetchMore(parent):
            return
        first = len(self._lines)
        fresh = [self._view.claims.line(at) for at in self._places[first : first + BATCH]]
        self.beginInsertRows(_NO_PARENT, first, first + len(fresh) - 1)
        self._lines += fresh
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def _spoken(self, line: ClaimLine) -> str:
        assert self._view is not None
        where = f"{line.title}, " if line.title else ""
        held = ", ".join(
            f"{self._view.called(place)} {ROW[standing].label.lower()}"
            for place, standing in line.held
        )
        notes = " ".join(f"{who}: {words}" for who, words in line.notes)
        return f"{where}{name_of(line)}, {held}: {line.text} {notes}".strip()


def name_of(line: ClaimLine) -> str:
    """How a claim is called: "Claim 6", "The title"."""
    if not line.number:
        return "A claim with other borders"
    return "The title" if line.number == "T" else f"Claim {line.number}"
