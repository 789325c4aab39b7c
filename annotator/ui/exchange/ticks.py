"""A list of which some are ticked, however long: articles to send, claims to confirm."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.domain.article import ArticleId
from annotator.ui.exchange.view import SendArticle
from annotator.ui.fonts import ui_font
from annotator.ui.kit.glyph import paint_glyph
from annotator.ui.theme import Theme

HIGH = 34
SIDE = 16
SHOWN = 6
"""So many lines are seen at once; more of them scroll."""
TICK_ROOM = 30

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
ARTICLE = Qt.ItemDataRole.UserRole


class ArticleTicks(QAbstractListModel):
    """The articles, and which of them go along."""

    ticked = Signal()
    """Others are ticked now."""

    def __init__(self) -> None:
        super().__init__()
        self._articles: Sequence[SendArticle] = ()
        self._ticked: set[ArticleId] = set()

    @property
    def chosen(self) -> tuple[ArticleId, ...]:
        """Those that are ticked, in the order of the list."""
        return tuple(one.id for one in self._articles if one.id in self._ticked)

    def show(self, articles: Sequence[SendArticle], ticked: Collection[ArticleId]) -> None:
        self.beginResetModel()
        self._articles, self._ticked = articles, set(ticked)
        self.endResetModel()
        self.ticked.emit()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._articles[index.row()]
        if role == ARTICLE:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{one.title}, {one.holds}"
        if role == Qt.ItemDataRole.CheckStateRole:
            states = Qt.CheckState
            return states.Checked if one.id in self._ticked else states.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        article = self._articles[index.row()].id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(article)
        else:
            self._ticked.discard(article)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True


class TickList(QListView):
    """Space or a click ticks the current line; Enter is the page's."""

    def __init__(self, model: QAbstractListModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._turn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._turn(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        elif event.text().isprintable() and event.text():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        role, states = Qt.ItemDataRole.CheckStateRole, Qt.CheckState
        checked = Qt.CheckState(index.data(role)) is states.Checked
        self.model().setData(index, states.Unchecked if checked else states.Checked, role)


class ArticleDelegate(QStyledItemDelegate):
    """A box to tick, the title, and what the article holds."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), HIGH)

    def editorEvent(self, *_args: object) -> bool:
        """The list ticks, by click and by key; one of the two is enough."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        one: SendArticle = index.data(ARTICLE)
        box: QRect = option.rect
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        paint_tick(painter, box, checked is Qt.CheckState.Checked, self.theme)
        painter.setFont(ui_font())
        painter.setPen(self.theme.colour("muted"))
        flags, mode = Qt.AlignmentFlag, Qt.TextElideMode.ElideRight
        metrics = painter.fontMetrics()
        room = box.width() - TICK_ROOM
        holds = metrics.elidedText(one.holds, mode, room // 2)
        wide = metrics.horizontalAdvance(holds)
        painter.drawText(box.adjusted(0, 0, -4, 0), flags.AlignVCenter | flags.AlignRight, holds)
        words = box.adjusted(TICK_ROOM, 0, -wide - 16, 0)
        painter.setPen(self.theme.colour("text"))
        title = metrics.elidedText(one.title, mode, words.width())
        painter.drawText(words, flags.AlignVCenter | flags.AlignLeft, title)
        if QStyle.StateFlag.State_HasFocus in option.state:
            paint_focus(painter, box, self.theme)
        painter.restore()


def paint_tick(
    painter: QPainter, line: QRect, ticked: bool, theme: Theme, top: int | None = None
) -> None:
    """The box at the left end of a line, in its middle or so many pixels below its top."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    above = (line.height() - SIDE) / 2 if top is None else top
    box = QRectF(line.left() + 4.5, line.top() + above, SIDE, SIDE)
    painter.setPen(QPen(theme.colour("muted")))
    painter.setBrush(theme.colour("text" if ticked else "paper"))
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        paint_glyph(painter, "✓", box.bottomLeft() + QPointF(3.5, -3.5), theme.colour("paper"))


def paint_focus(painter: QPainter, box: QRect, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
