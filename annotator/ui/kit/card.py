"""A sheet of paper on the chrome: rounded, with a fine line, perhaps a bar at its side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QWidget

from annotator.ui.kit.ring import paint_ring

RADIUS = 6
BAR = 4


class Card(QFrame):
    """A rounded box in the palette's paper; lay widgets out in it as in any other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar: QColor | None = None
        self._bar_right = False
        self._field: QWidget | None = None

    def set_bar(self, colour: QColor | None, *, right: bool = False) -> None:
        """A coloured bar along the left side, or along the right one for text that begins there."""
        if colour != self._bar or right != self._bar_right:
            self._bar, self._bar_right = colour, right
            self.update()

    def ring_with(self, field: QWidget) -> None:
        """Shows the focus of a field that has no edge of its own."""
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid)))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._bar is not None:
            painter.fillPath(self._side(), self._bar)
        if self._field is not None and self._field.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), RADIUS - 1)

    def _side(self) -> QPainterPath:
        """The bar, rounded with the card's own corners."""
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        strip = QPainterPath()
        strip.addRect(QRectF(self.width() - BAR if self._bar_right else 0, 0, BAR, self.height()))
        return shape.intersected(strip)
