"""Cells in rows and columns that the arrow keys walk: for the matrix and for the heat map.

Each cell is a button of its own, so that a screen reader can say it; only the current
one is on the way of the Tab key.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui.agreement.greys import blend
from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.tip import plain_tip
from annotator.ui.theme import Theme

Place = tuple[int, int]
"""Row and column."""

GAP = 4
RADIUS = 6
_KEYS = Qt.Key
STEPS: Mapping[int, Place] = {
    _KEYS.Key_Left: (0, -1),
    _KEYS.Key_Right: (0, 1),
    _KEYS.Key_Up: (-1, 0),
    _KEYS.Key_Down: (1, 0),
}


class Cell(QAbstractButton):
    """A number, perhaps a smaller word below it."""

    def __init__(self, place: Place, theme: Theme, parent: Grid) -> None:
        super().__init__(parent)
        self.place = place
        self._grid = parent
        self._theme = theme
        self._number = self._below = ""
        self._shorter: tuple[str, ...] = ()
        self._shade = 0.0
        self._loud = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(True)

    def show_words(
        self, number: str, below: str = "", *, shorter: tuple[str, ...] = (), spoken: str = ""
    ) -> None:
        """``shorter``: what stands there alone where the number does not fit, the longest first."""
        self._number, self._below, self._shorter = number, below, shorter
        self.setText(number)
        self.setAccessibleName(spoken or number)
        self.setToolTip(plain_tip(spoken))
        self.update()

    def set_shade(self, shade: float, *, loud: bool = False) -> None:
        """How much of the text's colour is in the grey behind it: 0 for paper with an outline."""
        self._shade, self._loud = shade, loud
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def nextCheckState(self) -> None:
        """A click asks; which cell is chosen the page says."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._grid.walk(self.place, STEPS[key])
        elif key in (_KEYS.Key_Home, _KEYS.Key_End):
            self._grid.walk_to_end(last=key == _KEYS.Key_End)
        elif key in (_KEYS.Key_Return, _KEYS.Key_Enter):
            self._grid.entered.emit(*self.place)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_words(painter)

    def _paint_box(self, painter: QPainter) -> None:
        theme, box = self._theme, QRectF(self.rect())
        focused = self.hasFocus()
        inner = box.adjusted(4, 4, -4, -4) if focused else box
        if self._shade:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(theme, self._shade + (0.04 if self.underMouse() else 0)))
            painter.drawRoundedRect(inner, RADIUS, RADIUS)
        else:
            painter.setPen(QPen(theme.colour("dot" if self.underMouse() else "line")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self.isChecked() or focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            ring = box.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, RADIUS, RADIUS)
        if self.isChecked() and focused:
            painter.drawRoundedRect(inner, RADIUS - 2, RADIUS - 2)

    def _paint_words(self, painter: QPainter) -> None:
        number, middle = self._number, Qt.AlignmentFlag.AlignCenter
        painter.setPen(self._theme.colour("text" if self._shade else "muted"))
        sizes = (13.0, 11.5) if self._below else (15.0, 13.0, 11.5)
        if not self._fits(painter, number, sizes):
            shorter = iter(self._shorter)
            while not self._fits(painter, number, (13.0, 11.5)):
                number = next(shorter, "")
            painter.drawText(self.rect(), middle, number)
        elif not self._below:
            painter.drawText(self.rect(), middle, number)
        else:
            half = self.height() // 2
            painter.drawText(self.rect().adjusted(0, 5, 0, -half + 3), middle, number)
            painter.setFont(small_font())
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(self.rect().adjusted(0, half - 1, 0, -5), middle, self._below)

    def _fits(self, painter: QPainter, text: str, sizes: tuple[float, ...]) -> bool:
        """Whether it fits at one of these sizes; the first that does is set."""
        for pixels in sizes:
            painter.setFont(ui_font(pixels, bold=self._loud))
            if painter.fontMetrics().horizontalAdvance(text) <= self.width() - 4:
                return True
        return not text


class Grid(QWidget):
    """Lays cells out and lets the keys walk them. A subclass fills and places them."""

    entered = Signal(int, int)
    """Enter was pressed on the cell of this row and column."""
    chosen = Signal(int, int)
    """A cell was clicked."""
    walked = Signal(int, int)
    """The keys are on this cell now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.cells: dict[Place, Cell] = {}
        self._current: Place | None = None

    @property
    def current(self) -> Place | None:
        """The cell that Tab comes to."""
        return self._current

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for cell in self.cells.values():
            cell.set_theme(theme)
        self.update()

    def set_current(self, place: Place | None) -> None:
        """Which cell is chosen; the keys stay in the grid if they are there."""
        had = any(cell.hasFocus() for cell in self.cells.values())
        for each, cell in self.cells.items():
            cell.setChecked(each == place)
        self._stop_at(place if place in self.cells else min(self.cells, default=None))
        if had and place in self.cells:
            self.cells[place].setFocus()

    def focus_current(self) -> None:
        if self._current in self.cells:
            self.cells[self._current].setFocus()

    def walk(self, place: Place, step: Place) -> None:
        """To the next cell that way; past the end of a row the next row begins."""
        order = sorted(self.cells)
        if step[0]:
            column = [each for each in order if each[1] == place[1]]
            at = column.index(place) + step[0]
            target = column[at] if 0 <= at < len(column) else None
        else:
            target = order[(order.index(place) + step[1]) % len(order)]
        if target is not None:
            self._go(target)

    def walk_to_end(self, *, last: bool) -> None:
        order = sorted(self.cells)
        self._go(order[-1 if last else 0])

    def put_cells(self, places: list[Place]) -> None:
        """Has a cell for each of these places and for no other."""
        for place in [each for each in self.cells if each not in places]:
            gone = self.cells.pop(place)
            gone.hide()
            gone.deleteLater()
        for place in places:
            if place not in self.cells:
                self.cells[place] = self._make(place)
        if self._current not in self.cells:
            self._stop_at(places[0] if places else None)

    def _make(self, place: Place) -> Cell:
        cell = Cell(place, self.theme, self)
        cell.clicked.connect(lambda: self._clicked(cell))
        cell.show()
        return cell

    def _clicked(self, cell: Cell) -> None:
        self._stop_at(cell.place)
        self.chosen.emit(*cell.place)

    def _go(self, place: Place) -> None:
        self._stop_at(place)
        self.cells[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.walked.emit(*place)

    def _stop_at(self, place: Place | None) -> None:
        self._current = place
        for each, cell in self.cells.items():
            strong = each == place
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)
