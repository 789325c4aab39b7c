"""How the list of evidence looks: one line an item, ruled by hairlines; what is missing is a quiet dash."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.ui.evidence.listmodel import COLUMNS, DEAD, EvidenceModel, Index
from annotator.ui.fonts import small_font, ui_font
from annotator.ui.theme import Theme

HIGH = 30
_SIDE = 8
_WIDTHS = {"Title": 260, "Address": 160, "Publisher": 110, "Accessed": 92, "Archived": 76}
_WIDTHS |= {"Quotation": 170, "Grade": 62, "Serves": 96, "Copies": 64, "For": 54, "By": 66}
_LEAST = 180
"""Pixels of the title in a narrow window; the table scrolls sideways then."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Delegate(QStyledItemDelegate):
    """Paints one field; the row in hand lies on ``chrome`` with a bar at the left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box, theme = QRectF(option.rect), self.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, theme.colour("selection" if theme.dark else "chrome"))
            if index.column() == 0:
                painter.fillRect(
                    QRectF(box.left(), box.top(), 3, box.height()), theme.colour("text")
                )
        painter.setPen(QPen(theme.colour("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        first = index.column() == 0
        painter.setFont(ui_font(13 if first else 12, bold=False))
        quiet = index.data(DEAD) or not first
        painter.setPen(theme.colour("muted" if quiet else "text"))
        words = box.adjusted(_SIDE, 0, -_SIDE, 0)
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class EvidenceTable(QTableView):
    """Enter and a double click use the row; letters are the filter's."""

    entered_row = Signal()
    typed = Signal(str)
    """A letter: it goes on in the filter."""

    def __init__(self, model: EvidenceModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._delegate = _Delegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Evidence in the library")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        # All rows are as high: nothing is measured, of a hundred thousand neither.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HIGH)
        self._build_header()
        self.doubleClicked.connect(lambda _index: self.entered_row.emit())

    @property
    def rows(self) -> list[int]:
        """The rows that are chosen, from the top; the current one where none is."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        current = self.currentIndex()
        return chosen or ([current.row()] if current.isValid() else [])

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title has what the others leave."""
        super().resizeEvent(event)
        others = sum(map(self.columnWidth, range(1, len(COLUMNS))))
        self.setColumnWidth(0, max(_LEAST, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if event.key() in _ENTER and not held:
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not held and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _build_header(self) -> None:
        header = self.horizontalHeader()
        header.setFont(small_font(bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setFixedHeight(HIGH)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, _WIDTHS[column.title])


def reachable(table: EvidenceTable) -> None:
    """Gives the table a row in hand where there is one."""
    if not table.currentIndex().isValid() and table.model().rowCount():
        table.selectRow(0)
