"""The articles of the library as Qt's list views want them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.desk.showing import ArticleRow
from annotator.domain.article import ArticleId
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.viewing import moment

ROW = Qt.ItemDataRole.UserRole
"""The ``ArticleRow`` itself."""
OPEN = Qt.ItemDataRole.UserRole + 1
"""Whether it is the article on the page."""
WHEN = Qt.ItemDataRole.UserRole + 2
"""When it came in, as one says it, where another article of the list has the same title; else ""."""

Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """The rows of the list, in the order in which the articles came in."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ArticleRow] = []
        self._open: ArticleId | None = None
        self._titles: Counter[str] | None = None
        """How often each title stands in the list; None: to be counted."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == OPEN:
            return row.id == self._open
        if role == WHEN:
            return self._when(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (spoken(row), self._when(row))))
        return None

    def show(self, rows: Sequence[ArticleRow]) -> None:
        """Takes the whole list anew; a view keeps its place where only rows changed."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows, self._titles = list(rows), None
            self._tell(0, len(rows) - 1)
            return
        self.beginResetModel()
        self._rows, self._titles = list(rows), None
        self.endResetModel()

    def put(self, article: ArticleId, row: ArticleRow | None) -> bool:
        """One article stands otherwise now; False: then the whole list must be shown anew."""
        at = self.row_of(article)
        if at is None or row is None:
            return False
        if self._rows[at] != row:
            if self._rows[at].title != row.title:
                self._titles = None
            self._rows[at] = row
            self._tell(at, at)
        return True

    def add(self, row: ArticleRow | None) -> bool:
        """One more article that came in last; False: then the whole list must be shown anew."""
        if row is None or not self._rows or row.imported_at < self._rows[-1].imported_at:
            return False
        at = len(self._rows)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.append(row)
        self._titles = None
        self.endInsertRows()
        self._tell(0, at)  # one that was alone with its title may have a twin now
        return True

    def follow(self, snapshot: Snapshot) -> bool:
        """The article on the page stands as this snapshot says."""
        at = self.row_of(snapshot.article.id)
        if at is None:
            return False
        fresh = replace(
            self._rows[at],
            claims=snapshot.last_number,
            has_title=snapshot.has_title_claim,
            furniture=snapshot.count(Standing.FURNITURE),
            counts=snapshot.counts(),
        )
        return self.put(snapshot.article.id, fresh)

    def set_open(self, article: ArticleId | None) -> None:
        if article != self._open:
            self._open = article
            self._tell(0, len(self._rows) - 1)

    def row_of(self, article: ArticleId) -> int | None:
        return next((at for at, row in enumerate(self._rows) if row.id == article), None)

    def article_at(self, index: Index) -> ArticleId:
        return self._rows[index.row()].id

    def _when(self, row: ArticleRow) -> str:
        """Two versions of one article look the same but for that."""
        if self._titles is None:
            self._titles = Counter(one.title for one in self._rows)
        if self._titles[row.title] < 2:
            return ""
        return moment(row.imported_at, datetime.now().astimezone().date())

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))


def claims_in_words(row: ArticleRow) -> str:
    """Such as "48 claims and the title"."""
    claims = f"{row.claims:,} claim" + ("" if row.claims == 1 else "s")
    return f"{claims} and the title" if row.has_title else claims


def spoken(row: ArticleRow) -> str:
    """What a screen reader says of an article in the list."""
    done = row.total - row.counts.get(Standing.UNTAGGED, 0)
    return f"{row.title}, {claims_in_words(row)}, {done:,} of {row.total:,} done"
