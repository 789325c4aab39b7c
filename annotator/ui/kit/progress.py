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
        self._share: float | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_counts({})

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_counts(self, counts: Mapping[Standing, int]) -> None:
        """How many claims stand how; furniture is no claim and does not count."""
        self._counts = dict(counts)
        if self._share is not None:
            return
        done = sum(counts.get(standing, 0) for standing in _ORDER)
        total = done + counts.get(Standing.UNTAGGED, 0)
        self.setAccessibleName(f"{done} of {total} done" if total else "no claims yet")
        self.setToolTip(self.accessibleName())
        self.update()

    @property
    def shares(self) -> bool:
        """Whether it shows how much of something else is done."""
        return self._share is not None

    def set_share(self, share: float | None) -> None:
        """How much of something else is done, 0 to 1; None: it shows the article again."""
        if share == self._share:
            return
        self._share = share
        if share is None:
            self.set_counts(self._counts)
            return
        self.setAccessibleName(f"{100 * share:.0f} % imported")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        if self._share is None:
            paint_strip(painter, box, self._counts, self._theme)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for wide, token in ((1.0, "line"), (self._share, "text")):
            painter.setBrush(self._theme.colour(token))
            done = QRectF(0, 0, box.width() * wide, HEIGHT)
            painter.drawRoundedRect(done, HEIGHT / 2, HEIGHT / 2)


def paint_strip(
    painter: QPainter, box: QRectF, counts: Mapping[Standing, int], theme: Theme
) -> None:
    """Draws the strip into a box; lists paint it where a widget a row would be too much."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
    painter.setClipPath(shape)
    painter.fillRect(box, theme.colour("line"))
    for standing, left, right in stretches(counts, round(box.width())):
        part = QRectF(box.left() + left, box.top(), right - left, HEIGHT)
        _paint(painter, standing, part, theme)
    painter.restore()


def _paint(painter: QPainter, standing: Standing, box: QRectF, theme: Theme) -> None:
    ink = theme.ink(standing)
    if standing is Standing.NOT_CHECKABLE:
        painter.fillRect(box, theme.colour("chrome"))
        painter.fillRect(box.adjusted(0, 1, 0, -1), ink)
    elif standing is Standing.ON_SOURCE:
        painter.fillRect(box, theme.colour("chrome"))
        _dots(painter, box, ink)
    else:
        painter.fillRect(box, ink)


def _dots(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    left = box.left() + 1
    while left < box.right():
        painter.fillRect(QRectF(left, box.top(), min(2.0, box.right() - left), HEIGHT), ink)
        left += 4
