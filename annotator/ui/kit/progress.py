"""The thin strip that shows how far an article has come."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain.tags import Standing
from annotator.ui.theme import Theme

HEIGHT = 4
_LEAST = 2
"""No stretch that has a claim is thinner: one of a thousand shows too."""
_ORDER = (
    Standing.VERIFIED,
    Standing.DISPUTED,
    Standing.UNATTRIBUTED,
    Standing.ON_SOURCE,
    Standing.NOT_CHECKABLE,
)


def stretches(counts: Mapping[Standing, int], width: int) -> list[tuple[Standing, int, int]]:
    """The stretches that are done, each as (standing, from, until) in pixels, left to right."""
    total = sum(count for standing, count in counts.items() if standing is not Standing.FURNITURE)
    found: list[tuple[Standing, int, int]] = []
    left = reached = 0
    for standing in _ORDER:
        count = counts.get(standing, 0)
        reached += count
        if count:
            right = min(width, max(left + _LEAST, round(width * reached / total)))
            found.append((standing, left, right))
            left = right
    return found


class ProgressStrip(QWidget):
    """Three colours, dots for on their source, a thin line for not checkable, then the rest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[Standing, int] = {}
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_counts({})

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_counts(self, counts: Mapping[Standing, int]) -> None:
        """How many claims stand how; furniture is no claim and does not count."""
        self._counts = dict(counts)
        done = sum(counts.get(standing, 0) for standing in _ORDER)
        total = done + counts.get(Standing.UNTAGGED, 0)
        self.setAccessibleName(f"{done} of {total} done" if total else "no claims yet")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), HEIGHT / 2, HEIGHT / 2)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), self._theme.colour("line"))
        for standing, left, right in stretches(self._counts, self.width()):
            self._paint(painter, standing, QRectF(left, 0, right - left, HEIGHT))

    def _paint(self, painter: QPainter, standing: Standing, box: QRectF) -> None:
        ink = self._theme.ink(standing)
        if standing is Standing.NOT_CHECKABLE:
            painter.fillRect(box, self._theme.colour("chrome"))
            painter.fillRect(box.adjusted(0, 1, 0, -1), ink)
        elif standing is Standing.ON_SOURCE:
            painter.fillRect(box, self._theme.colour("chrome"))
            _dots(painter, box, ink)
        else:
            painter.fillRect(box, ink)


def _dots(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    left = box.left() + 1
    while left < box.right():
        painter.fillRect(QRectF(left, 0, min(2.0, box.right() - left), HEIGHT), ink)
        left += 4
