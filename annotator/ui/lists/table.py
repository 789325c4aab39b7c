"""How a list of rows looks: one line each, ruled by hairlines; the row in hand has a bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.linefield import LineField
from annotator.ui.lists.model import Index, ListModel
from annotator.ui.theme import Theme

HIGH = 30
_SIDE = 8
_LEAST = 180
"""Pixels of the widest column in a narrow window; the table scrolls sideways then."""
_GLYPH_GAP, _NUMBER_GAP = 4, 12
_PIXELS = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowDelegate(QStyledItemDelegate):
    """Paints one field; what is written in it instead is given away by Enter alone."""

    written = Signal(int, str)
    """A row, and what was written in it."""
    ended = Signal()
    """Nothing is written any more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._open: LineField | None = None
        self._number = 0
        self.name = ""
        """What the field asks for, as a screen reader says it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box, theme = QRectF(option.rect), self.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("selection" if theme.dark else "chrome"))
            if index.column() == 0:
                bar = QRectF(box.left(), box.top(), 3, box.height())
                painter.fillRect(bar, theme.colour("text"))
        painter.setPen(QPen(theme.colour("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self.paint_field(painter, box.adjusted(_SIDE, 0, -_SIDE, 0), index)
        painter.restore()

    def paint_field(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """The words of a field."""
        first = index.column() == 0
        painter.setFont(ui_font(13 if first else _PIXELS))
        painter.setPen(self.theme.colour("text" if first else "muted"))
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = LineField(self.name, "", parent)
        row = index.row()
        field.entered.connect(lambda: self._give(field, row))
        field.escaped.connect(lambda: self._shut(field))
        field.left.connect(lambda: self._shut(field))
        # The list was read anew meanwhile.
        self._open, self._number = field, self._number + 1
        number = self._number
        field.destroyed.connect(lambda: self._gone(number))
        return field

    def _give(self, field: LineField, row: int) -> None:
        text = field.text()
        if self._close(field):
            self.written.emit(row, text)

    def _shut(self, field: LineField) -> None:
        if self._close(field):
            self.ended.emit()

    def _close(self, field: LineField) -> bool:
        """Going away it loses the keys, and would be shut once more."""
        if self._open is not field:
            return False
        self._open = None
        self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    def _gone(self, number: int) -> None:
        if self._open is not None and number == self._number:
            self._open = None
            self.ended.emit()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, LineField)
        editor.put(index.data())
        editor.selectAll()

    def setModelData(self, _editor: QWidget, _model: Any, _index: Index) -> None:
        """What was written is asked for, and comes back when it is saved."""

    def eventFilter(self, _editor: QObject, _event: QEvent) -> bool:
        """The field knows its own keys, and when it is left."""
        return False


def paint_counts(
    painter: QPainter, box: QRectF, counts: Sequence[tuple[str, Any, int]], number_ink: Any
) -> None:
    """Small counts side by side, each after its glyph in its ink: ``(glyph, ink, count)``."""
    painter.setFont(ui_font(_PIXELS))
    metrics = painter.fontMetrics()
    left = box.left()
    base = box.center().y() + metrics.capHeight() / 2
    for glyph, ink, count in counts:
        words = f"{count:,}"
        wide = glyph_width(glyph, _PIXELS) + _GLYPH_GAP + metrics.horizontalAdvance(words)
        if left + wide > box.right():
            break
        paint_glyph(painter, glyph, QPointF(left, base), ink, _PIXELS)
        painter.setPen(number_ink)
        painter.drawText(QPointF(left + glyph_width(glyph, _PIXELS) + _GLYPH_GAP, base), words)
        left += wide + _NUMBER_GAP


class RowTable(QTableView):
    """Enter and a double click take the row; letters are the filter's. One column is as wide as it can."""

    entered_row = Signal()
    typed = Signal(str)
    """A letter: it goes on in the filter."""
    rename_wanted = Signal()
    """F2."""

    def __init__(
        self,
        model: ListModel[Any],
        delegate: RowDelegate,
        name: str,
        parent: QWidget | None = None,
        *,
        widest: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.field = delegate
        self._widest = widest
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        # All rows are as high: nothing is measured, of a hundred thousand neither.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HIGH)
        self._build_header(model)
        self.doubleClicked.connect(lambda _index: self.entered_row.emit())

    @property
    def rows(self) -> list[int]:
        """The rows that are chosen, from the top; the current one where none is."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        current = self.currentIndex()
        return chosen or ([current.row()] if current.isValid() else [])

    def set_theme(self, theme: Theme) -> None:
        self.field.theme = theme
        self.viewport().update()

    def reach(self) -> None:
        """Takes a row in hand where there is one."""
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)

    def write(self, row: int, name: str) -> None:
        """Opens the first field of the row to be written in; ``name`` says what is asked for."""
        self.field.name = name
        index = self.model().index(row, 0)
        self.scrollTo(index)
        # What is chosen stays chosen.
        self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
        self.edit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column has what the others leave."""
        super().resizeEvent(event)
        columns = range(self.model().columnCount())
        others = sum(self.columnWidth(at) for at in columns if at != self._widest)
        self.setColumnWidth(self._widest, max(_LEAST, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if event.key() in _ENTER and not held:
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not held and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _build_header(self, model: ListModel[Any]) -> None:
        header = self.horizontalHeader()
        header.setFont(small_font(bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setFixedHeight(HIGH)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number, column in enumerate(model.columns):
            self.setColumnWidth(number, column.width)
