"""A box with a bar at its side: something that wants to be read, or answered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.ui.kit.card import BAR, RADIUS
from annotator.ui.theme import Theme


class Barred(QFrame):
    """Chrome on paper; ``box`` lays out what is in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(18, 12, 14, 13)
        self.box.setSpacing(9)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("text"))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setBrush(self._theme.colour("chrome"))
        painter.drawRoundedRect(box.adjusted(BAR, 0, 0, 0), RADIUS - 2, RADIUS - 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("line")))
        edge = box.adjusted(BAR, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS - 2, RADIUS - 2)
