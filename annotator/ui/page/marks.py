"""Underlines: the cue to a claim's tag that is not colour.

Each kind is a small pixmap, made once for an ink, a size and a screen's density, and
laid side by side from the line's beginning, so that a repainted part fits the rest.
"""

from __future__ import annotations

from functools import lru_cache
from math import pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from annotator.domain.tags import Underline

THICKNESS = {
    Underline.SOLID: 2.0,
    Underline.DASHES: 2.0,
    Underline.DOTS: 2.0,
    Underline.FINE_DOTS: 1.0,
    Underline.WAVE: 5.5,
}
"""How high each kind is, in pixels at 100 %."""

_THIN = {Underline.SOLID: 1.0, Underline.DASHES: 1.0, Underline.DOTS: 1.0, Underline.WAVE: 3.5}
"""How high they are where they are to be quiet."""

_PERIOD = {
    Underline.DASHES: 10.0,
    Underline.DOTS: 4.0,
    Underline.FINE_DOTS: 2.0,
    Underline.WAVE: 10.0,
}
_DASH = 6.0
_WAVE_PEN = 1.5
_THIN_PERIOD = {Underline.DASHES: 7.0, Underline.DOTS: 3.0, Underline.WAVE: 7.0}
_THIN_DASH = 4.0
_THIN_PEN = 1.0


def draw_underline(
    painter: QPainter,
    kind: Underline,
    ink: QColor,
    rect: tuple[float, float, float],
    zoom: float,
    *,
    thin: bool = False,
) -> None:
    """Draws one underline at ``rect``: left, top, width, in pixels of the page."""
    left, top, width = rect
    if kind is Underline.NONE or width <= 0:
        return
    ratio = _ratio(painter)
    # On whole device pixels, or the finest dots turn to a grey line.
    top = round(top * ratio) / ratio
    if kind is Underline.SOLID:
        high = (_THIN if thin else THICKNESS)[kind]
        height = max(1, round(high * zoom * ratio)) / ratio
        painter.fillRect(QRectF(left, top, width, height), ink)
        return
    tile = _tile(kind, ink.rgba(), round(zoom * 100), ratio, thin and kind in _THIN)
    left = round(left * ratio) / ratio
    painter.drawTiledPixmap(QRectF(left, top, width, tile.height() / ratio), tile, QPointF(0, 0))


def _ratio(painter: QPainter) -> float:
    return float(painter.device().devicePixelRatio())


@lru_cache(maxsize=128)
def _tile(kind: Underline, rgba: int, percent: int, ratio: float, thin: bool) -> QPixmap:
    """One period of a pattern; whole device pixels wide, so that tiles meet."""
    scale = percent / 100 * ratio
    wide = max(2, round((_THIN_PERIOD if thin else _PERIOD)[kind] * scale))
    high = max(1, round((_THIN if thin else THICKNESS)[kind] * scale))
    tile = QPixmap(wide, high)
    tile.fill(Qt.GlobalColor.transparent)
    ink = QColor.fromRgba(rgba)
    painter = QPainter(tile)
    if kind is Underline.WAVE:
        _wave(painter, ink, wide, high, (_THIN_PEN if thin else _WAVE_PEN) * scale)
    elif kind is Underline.DASHES:
        dash = _THIN_DASH if thin else _DASH
        painter.fillRect(QRectF(0, 0, round(dash * scale), high), ink)
    else:
        painter.fillRect(QRectF(0, 0, round(wide / 2), high), ink)
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return tile


def _wave(painter: QPainter, ink: QColor, wide: int, high: int, pen: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, pen, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    path, middle, swing = QPainterPath(), high / 2, (high - pen) / 2
    # Begun and ended beyond the tile, so that its edges carry whole ink.
    steps = 4 * wide
    for step in range(-8, steps + 9):
        x = step * wide / steps
        point = QPointF(x, middle - swing * sin(2 * pi * x / wide))
        path.moveTo(point) if step == -8 else path.lineTo(point)
    painter.drawPath(path)
