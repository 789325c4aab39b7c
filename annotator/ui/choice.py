"""A list of choices whose arrow is drawn in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceBox(QComboBox):
    """Qt leaves the arrow out once a style sheet says how the rest looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls what it stands in: whoever scrolls past must not choose anything by it."""
        event.ignore()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(self.palette().ColorRole.PlaceholderText)
        painter.setPen(QPen(ink, 1.5, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        middle, right = self.height() / 2, self.width() - 12
        painter.drawPolyline(
            [
                QPointF(right - 8, middle - 2),
                QPointF(right - 4, middle + 2),
                QPointF(right, middle - 2),
            ]
        )
