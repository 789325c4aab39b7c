"""A scroll area whose inside is as wide with the scroll bar as without.

Where a bar comes and goes, what breaks into lines gets higher or lower with it, and may
want the bar in one width and not in the other: Qt then goes to and fro without end.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QScrollBar, QWidget

from annotator.ui.kit.scroll import clear_scroll


class _Bar(QScrollBar):
    """Keeps its place while there is nothing to scroll, and shows nothing there."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def steady_scroll(
    area: QScrollArea, column: QBoxLayout, edges: tuple[int, int, int, int]
) -> QWidget:
    """Puts a new widget with this layout into the area, and gives it.

    ``edges`` are the layout's margins in pixels; the bar stands in the right one.
    """
    inside = QWidget()
    inside.setLayout(column)
    bar = _Bar(Qt.Orientation.Vertical)
    area.setVerticalScrollBar(bar)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    clear_scroll(area, inside)
    left, above, right, below = edges
    column.setContentsMargins(left, above, max(0, right - bar.sizeHint().width()), below)
    return inside
