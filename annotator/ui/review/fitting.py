"""Scroll areas that give way: one as high as what it holds, one as small as that can be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.steady import steady_scroll

LEAST = 96


class Fitting(QScrollArea):
    """What is in ``column`` scrolls once the rest of the panel leaves it too little room."""

    def __init__(self, edge: int, parent: QWidget | None = None) -> None:
        """``edge`` is the margin at both sides, in pixels."""
        super().__init__(parent)
        self.column = QVBoxLayout()
        steady_scroll(self, self.column, (edge, 0, edge, 0)).installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(300, self._wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(LEAST, self._wanted()))

    def reach(self, widget: QWidget) -> None:
        """Scrolls to a widget in it."""
        if self.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, 0, 20)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _wanted(self) -> int:
        width = self.viewport().width()
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()


class Unsqueezed(QScrollArea):
    """Shows a widget in the room there is, and scrolls where that is less than it needs at least."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        clear_scroll(self, _Least(inside))


class _Least(QWidget):
    """As high as the least that what is inside needs in this width.

    An area asks for what a layout would like best, and nothing inside would ever scroll.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        inside.setParent(self)
        inside.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        layout = self._inside.layout()
        assert layout is not None, "what is inside is laid out"
        least = layout.totalMinimumSize().height()
        if layout.hasHeightForWidth():
            least = layout.totalMinimumHeightForWidth(self.width())
        return QSize(0, least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inside.setGeometry(self.rect())
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
