"""The fine line under a row."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

INSET = 4
"""It is as wide as the words above it, not as the rings round them."""


def paint_hairline(painter: QPainter, widget: QWidget) -> None:
    """Draws it along the widget's lower edge."""
    painter.setPen(widget.palette().color(QPalette.ColorRole.Mid))
    low = widget.height() - 1
    painter.drawLine(INSET, low, widget.width() - 1 - INSET, low)
