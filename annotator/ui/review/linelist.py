"""A list of lines in the left panel, as high as they need: the panel scrolls, not the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.ui.review.lines import LINE, Index, Kind, Line, LineModel


class LineList(QListView):
    """Click or Enter on a line chooses it; "and … more" unfolds."""

    chosen = Signal(object)
    """The ``Line`` of a claim or an article."""
    reached = Signal(QRect)
    """A line got the keys, or is to be seen: its place in the list."""

    def __init__(
        self, model: LineModel, delegate: QStyledItemDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)
        for changed in (model.rowsInserted, model.rowsRemoved):
            changed.connect(self._resized)
        self._resized()

    def sizeHint(self) -> QSize:
        return QSize(200, self._wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._wanted())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.reached.emit(self.visualRect(current))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It is the panel that scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; letters are the window's, not a search through the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def reveal(self, place: int) -> None:
        """Shows a line; the arrows go on from there."""
        index = self._lines.index(place)
        self.setCurrentIndex(index)
        self.executeDelayedItemsLayout()
        self.reached.emit(self.visualRect(index))

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line: Line = index.data(LINE)
        if line.kind is Kind.MORE:
            self._lines.unfold(line)
        elif line.kind in (Kind.CLAIM, Kind.ARTICLE):
            self.chosen.emit(line)

    def _resized(self) -> None:
        self.setVisible(bool(self._lines.rowCount()))
        self.updateGeometry()

    def _wanted(self) -> int:
        """Lines are as high in any width."""
        option, delegate = QStyleOptionViewItem(), self.itemDelegate()
        rows = map(self._lines.index, range(self._lines.rowCount()))
        return sum(delegate.sizeHint(option, row).height() for row in rows) + 1
