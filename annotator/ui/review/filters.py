"""Which claims the queue lists: one line for each kind, with its count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.kit.labels import Caption
from annotator.ui.review.queueview import Filter, FilterView
from annotator.ui.theme import Theme

HEIGHT = 29
_SIGN, _NAME, _RIGHT = 10, 28, 10
_RADIUS = 6


class FilterRow(QAbstractButton):
    """Sign, name, count. The one that is chosen lies on paper."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shown: FilterView | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_filter(self, view: FilterView) -> None:
        self.shown = view
        self.setText(view.label)
        self.setAccessibleName(f"{view.label}, {view.count:,} claims: list only these")
        self.update()

    def nextCheckState(self) -> None:
        """A click asks; what is checked is what is listed."""

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, shown = self.theme.colour, self.shown
        if shown is None:
            return
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(colour("line")) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(colour("paper" if self.isChecked() else "selection"))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        self._paint_words(painter, shown)

    def _paint_words(self, painter: QPainter, shown: FilterView) -> None:
        flags = Qt.AlignmentFlag
        painter.setPen(self.theme.colour("text"))
        painter.setFont(ui_font(bold=True))
        count = f"{shown.count:,}"
        wide = painter.fontMetrics().horizontalAdvance(count)
        right = QRect(0, 0, self.width() - _RIGHT, HEIGHT)
        painter.drawText(right, flags.AlignRight | flags.AlignVCenter, count)
        painter.setFont(ui_font())
        sign = QRect(_SIGN - 4, 0, 18, HEIGHT)
        painter.drawText(sign, flags.AlignHCenter | flags.AlignVCenter, shown.sign)
        room = self.width() - _NAME - _RIGHT - wide - 6
        name = painter.fontMetrics().elidedText(shown.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(_NAME, 0, room, HEIGHT), flags.AlignLeft | flags.AlignVCenter, name)


class Filters(QWidget):
    """One of them is chosen."""

    wanted = Signal(str)
    """The word of a ``Filter``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        column.addWidget(Caption("Show", self))
        column.addSpacing(5)
        self.rows = {key: FilterRow(theme, self) for key in Filter}
        for key, row in self.rows.items():
            column.addWidget(row)
            row.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key.value))

    def set_theme(self, theme: Theme) -> None:
        for row in self.rows.values():
            row.theme = theme
            row.update()

    def show_filters(self, filters: Sequence[FilterView], chosen: Filter) -> None:
        for view in filters:
            self.rows[view.key].show_filter(view)
        for key, row in self.rows.items():
            row.setChecked(key is chosen)
