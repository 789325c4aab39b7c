"""The ring round what has the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen


def paint_ring(painter: QPainter, box: QRectF, palette: QPalette, radius: float) -> None:
    """2 px in text colour, inside the box."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
