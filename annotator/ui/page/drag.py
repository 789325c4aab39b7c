"""Selecting text by dragging the mouse, beyond the page's edges too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

_TICK = 40
_LEAST, _MOST = 6, 90


class Drag(QObject):
    """One press of the mouse until its release.

    ``moved`` is told where the pointer is (pixels of the viewport), also again and
    again while the page scrolls under a pointer that stays beyond an edge.
    """

    def __init__(self, area: QAbstractScrollArea, moved: Callable[[QPointF], None]) -> None:
        super().__init__(area)
        self._area = area
        self._moved = moved
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self.selecting = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)

    def press(self, at: QPointF) -> None:
        self._pressed, self.selecting = at, False

    def move(self, at: QPointF) -> None:
        """Becomes a selection once the pointer has left the place of the press."""
        if self._pressed is None:
            return
        far = (at - self._pressed).manhattanLength()
        if not self.selecting and far < QApplication.startDragDistance():
            return
        self.selecting, self._last = True, at
        self._moved(at)
        if self._beyond() and not self._timer.isActive():
            self._timer.start()

    def release(self) -> None:
        self._pressed, self.selecting = None, False
        self._timer.stop()

    @property
    def pressed(self) -> QPointF | None:
        """Where the button went down, while it is down."""
        return self._pressed

    def _beyond(self) -> float:
        """How far the pointer is above (negative) or below the viewport."""
        y, height = self._last.y(), self._area.viewport().height()
        return min(y, 0.0) or max(y - height, 0.0)

    def _tick(self) -> None:
        beyond = self._beyond()
        if not beyond:
            self._timer.stop()
            return
        by = min(max(abs(beyond), _LEAST), _MOST) * (1 if beyond > 0 else -1)
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(by))
        self._moved(self._last)
