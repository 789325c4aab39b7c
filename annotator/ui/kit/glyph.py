"""The tags' glyphs, set by their ink: they come from two fonts, and ✕ is no letter.

Beside words a glyph stands on the words' baseline, as high as a capital or a
little less; so ✓ ✕ ? look as heavy and stand as level as if one hand had cut them.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from annotator.ui.fonts import glyph_font, ui_font

_HEIGHT = {"✓": 1.0, "✕": 0.88, "?": 1.0, "❝": 0.8, "○": 0.82, "–": 0.1, "~": 0.26, "·": 0.22}
"""Ink of a glyph by the height of a capital."""
_RAISED = {"✕": 0.06, "❝": 0.12, "○": 0.09, "–": 0.36, "~": 0.34, "·": 0.3}
_WEIGHT = {"✕": 0.07, "✓": 0.04}
"""A line round the ink that makes a thin glyph as heavy as its neighbours."""
_DRAWN = 40.0


def glyph_width(glyph: str, pixels: float) -> float:
    """How wide its ink is beside words of this size."""
    path, weight = _outline(glyph, pixels)
    return path.boundingRect().right() + weight


def paint_glyph(
    painter: QPainter, glyph: str, at: QPointF, colour: QColor, pixels: float = 13
) -> float:
    """Draws it with its left edge and the words' baseline there; gives its width."""
    path, weight = _outline(glyph, pixels)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.setPen(QPen(colour, weight) if weight else Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(path)
    painter.restore()
    return path.boundingRect().right() + weight


@lru_cache(maxsize=64)
def _outline(glyph: str, pixels: float) -> tuple[QPainterPath, float]:
    path = QPainterPath()
    path.addText(QPointF(0, 0), glyph_font(_DRAWN), glyph)
    ink = path.boundingRect()
    capital = QFontMetricsF(ui_font(pixels, bold=True)).capHeight()
    scale = capital * _HEIGHT.get(glyph, 1.0) / max(ink.height(), 1.0)
    weight = capital * _WEIGHT.get(glyph, 0.0)
    path.translate(-ink.left(), -ink.bottom())
    fitted = QTransform.fromScale(scale, scale).map(path)
    return fitted.translated(weight / 2, -capital * _RAISED.get(glyph, 0.0)), weight
