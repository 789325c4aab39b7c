"""Tabs in one rounded box: a few words, one of them chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.kit.ring import paint_ring

_HEIGHT = 28
_SIDE = 14
_RADIUS = 6


class Tabs(QTabBar):
    """Qt's tab bar in the window's own look: what a screen reader hears of it is Qt's."""

    def __init__(self, words: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for word in words:
            self.addTab(word)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        # A click leaves the keys to the page.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, index: int) -> QSize:
        # As wide as it is when chosen: nothing moves when that changes.
        words = QFontMetricsF(ui_font(bold=True)).horizontalAdvance(self.tabText(index))
        return QSize(round(words) + 2 * _SIDE, _HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, palette = QPalette.ColorRole, self.palette()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        chosen = QRectF(self.tabRect(self.currentIndex()))
        painter.fillRect(chosen, palette.color(roles.Base))
        painter.setPen(palette.color(roles.Mid))
        for index in range(1, self.count()):
            left = self.tabRect(index).left() + 0.5
            painter.drawLine(round(left), 0, round(left), self.height())
        painter.setClipping(False)
        painter.setPen(QPen(palette.color(roles.Mid)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        for index in range(self.count()):
            painter.setFont(ui_font(bold=index == self.currentIndex()))
            painter.setPen(palette.color(roles.WindowText))
            where = self.tabRect(index)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
        if self.hasFocus():
            paint_ring(painter, chosen, palette, _RADIUS - 1)
