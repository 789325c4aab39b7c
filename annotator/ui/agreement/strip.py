"""A statistic and its interval on a line from 0 to 1."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from annotator.ui.theme import Theme

WIDE = 92
_BAR = 3
_MARK = 9


def paint_interval(
    painter: QPainter,
    at: QPointF,
    value: float,
    low: float | None,
    high: float | None,
    theme: Theme,
) -> None:
    """Draws it with the middle of its left end there; what lies below 0 is an arrow at the end."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line")))
    painter.drawLine(at, at + QPointF(WIDE, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    if low is not None and high is not None and high > 0:
        left, right = (_x(each) for each in (low, high))
        painter.setBrush(theme.colour("dot"))
        bar = QRectF(at.x() + left, at.y() - _BAR / 2, max(right - left, 1.0), _BAR)
        painter.drawRoundedRect(bar, 1.5, 1.5)
    painter.setBrush(theme.colour("text"))
    if value < 0:
        tip = at + QPointF(-2, 0)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(6, -4), tip + QPointF(6, 4)]))
    else:
        painter.drawRect(QRectF(at.x() + _x(value) - 1.5, at.y() - _MARK / 2, 3, _MARK))
    painter.restore()


def _x(value: float) -> float:
    return WIDE * max(0.0, min(1.0, value))
