"""The claims of another copy that a person has to confirm, each with what differs in it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.exchange.ticks import TICK_ROOM, paint_focus, paint_tick
from annotator.ui.exchange.view import MatchKind, MatchLine, OtherText
from annotator.ui.fonts import serif_font, small_font, ui_font
from annotator.ui.kit.styled import Look, Paragraph, Piece
from annotator.ui.theme import Theme

BATCH = 20
LINE = Qt.ItemDataRole.UserRole
_HEAD = 18
_ABOVE, _BELOW = 8, 9
_PIXELS, _PITCH = 14.5, 22
_REMIND_PITCH = 16

Index = QModelIndex | QPersistentModelIndex
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


class MatchDelegate(QStyledItemDelegate):
    """A box to tick, the numbers, and one wording with dropped and new words marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._laid = lru_cache(maxsize=256)(self._lay_out)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._laid.cache_clear()

    def editorEvent(self, *_args: object) -> bool:
        """The list ticks, by click and by key; one of the two is enough."""
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words, says = self._laid(index.data(LINE))
        inner = option.rect.width() - TICK_ROOM - 4
        high = _ABOVE + _HEAD + words.height(inner) + _BELOW
        if says is not None:
            high += says.height(inner) + 3
        return QSize(option.rect.width(), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        line: MatchLine = index.data(LINE)
        box: QRect = option.rect
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        paint_tick(painter, box, checked is Qt.CheckState.Checked, self.theme, top=_ABOVE)
        inner = box.adjusted(TICK_ROOM, _ABOVE, -4, -_BELOW)
        painter.setFont(small_font())
        painter.setPen(self.theme.colour("muted"))
        head = QRect(inner.left(), inner.top(), inner.width(), _HEAD)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, f"{line.name} · {line.kind.value}")
        words, says = self._laid(line)
        top = inner.top() + _HEAD
        words.paint(painter, QPointF(inner.left(), top), inner.width())
        if says is not None:
            top += words.height(inner.width()) + 3
            says.paint(painter, QPointF(inner.left(), top), inner.width())
        if QStyle.StateFlag.State_HasFocus in option.state:
            paint_focus(painter, box, self.theme)
        painter.restore()

    def _lay_out(self, line: MatchLine) -> tuple[Paragraph, Paragraph | None]:
        words = Paragraph(line.pieces, serif_font(_PIXELS), _PITCH, self.theme)
        if not line.says:
            return words, None
        pieces = [Piece(line.says, Look.MUTED)]
        return words, Paragraph(pieces, ui_font(12), _REMIND_PITCH, self.theme)
