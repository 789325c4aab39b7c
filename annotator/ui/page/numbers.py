"""Paints what stands before a claim: its number, small and raised, and its tag's glyph."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from annotator.ui import fonts
from annotator.ui.page.cues import DIFFERENT, Cue
from annotator.ui.page.layout import Laid
from annotator.ui.page.style import NUMBER_PIXELS, Column
from annotator.ui.theme import Theme

_HEIGHT = {"✓": 1.0, "✕": 0.8, "?": 1.0, "❝": 0.62, "–": 0.15, DIFFERENT: 0.8}
"""How high the glyph's ink is, as a part of the digits'."""
_LOWERED = {"❝": 0.12}
"""How far below the digits' middle the glyph's lies, as a part of their height."""
_WEIGHT = {"✕": 0.09, "✓": 0.03}
"""A pen around a glyph that has no bold form, as a part of the digits' height."""
_GAP = 1.0
_TITLE_GAP = 8.0


def draw_number(
    painter: QPainter,
    laid: Laid,
    place: tuple[float, float],
    text: str,
    cue: Cue,
) -> None:
    """Draws number and glyph from ``place`` on (x, the digits' baseline), leftwards in RTL."""
    x, baseline = place
    zoom = laid.style.zoom
    wide = _width(text, zoom)
    painter.setFont(laid.style.number_font)
    painter.setPen(cue.digits)
    painter.drawText(QPointF(x - wide if laid.right_to_left else x, baseline), text)
    if not cue.sign:
        return
    path = glyph(cue.sign, zoom)
    reach = wide + _GAP * zoom
    x += -reach - path.boundingRect().right() if laid.right_to_left else reach
    _draw_glyph(painter, path, QPointF(x, baseline), (cue.sign, zoom), cue.signed)


def draw_title_mark(painter: QPainter, laid: Laid, column: Column, cue: Cue, theme: Theme) -> None:
    """Hangs "T" in the gutter before the title, its glyph below it."""
    font, zoom = laid.style.number_font, column.zoom
    wide = QFontMetricsF(font).horizontalAdvance("T")
    x = column.width + _TITLE_GAP * zoom if laid.right_to_left else -_TITLE_GAP * zoom - wide
    baseline = laid.lines[0].baseline - laid.style.pixels * 0.44
    painter.setFont(font)
    # On paper, whatever lies under the title: nothing is filled here.
    painter.setPen(cue.digits if cue.fill is None and cue.thin else theme.colour("muted"))
    painter.drawText(QPointF(x, baseline), "T")
    if cue.sign:
        path = glyph(cue.sign, zoom)
        where = QPointF(x + (wide - path.boundingRect().right()) / 2, baseline + 12 * zoom)
        ink = theme.colour("text") if cue.sign == DIFFERENT else cue.ink
        _draw_glyph(painter, path, where, (cue.sign, zoom), ink)


def _draw_glyph(
    painter: QPainter,
    path: QPainterPath,
    where: QPointF,
    what: tuple[str, float],
    ink: QColor,
) -> None:
    sign, zoom = what
    weight = _WEIGHT.get(sign, 0.0) * digit_height(zoom)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(where)
    painter.fillPath(path, ink)
    if weight:
        painter.strokePath(path, QPen(ink, weight))
    painter.translate(-where)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


@lru_cache(maxsize=64)
def glyph(sign: str, zoom: float) -> QPainterPath:
    """A glyph's outline beside digits on the baseline 0, its left edge at 0.

    Set by its ink and not by its font's metrics: the glyphs come from two fonts.
    """
    font = fonts.glyph_font(40)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, sign)
    ink, digits = path.boundingRect(), digit_height(zoom)
    scale = digits * _HEIGHT[sign] / max(ink.height(), 1.0)
    middle = -digits * (0.5 - _LOWERED.get(sign, 0.0))
    path.translate(-ink.left(), -ink.center().y())
    return QTransform.fromScale(scale, scale).map(path).translated(0, middle)


@lru_cache(maxsize=1024)
def _width(text: str, zoom: float) -> float:
    font = fonts.ui_font(NUMBER_PIXELS * zoom, bold=True)
    return QFontMetricsF(font).horizontalAdvance(text)


@lru_cache(maxsize=16)
def digit_height(zoom: float) -> float:
    """How high the digits' ink is."""
    font: QFont = fonts.ui_font(NUMBER_PIXELS * zoom, bold=True)
    return QFontMetricsF(font).tightBoundingRect("0").height()
