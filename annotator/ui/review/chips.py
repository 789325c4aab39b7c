"""An analyst's mark: initial and glyph on the colour of what was said, so that colour is no only cue."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.domain.tags import ROW, Standing
from annotator.ui.fonts import ui_font
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.theme import Theme

WIDE, HIGH = 24, 18
_RADIUS = 4
_PIXELS = 10.5
_GAP = 1.5
_SIDE = 6.0


def chip_width(initial: str) -> int:
    """How wide a mark is: more for two letters."""
    return max(WIDE, round(_words_width(initial) + 2 * _SIDE + 8))


def paint_chip(
    painter: QPainter, at: QPointF, initial: str, standing: Standing, theme: Theme
) -> int:
    """Draws a mark with its upper left corner there; gives its width."""
    box = QRectF(at.x(), at.y(), chip_width(initial), HIGH)
    paint_box(painter, box, standing, theme)
    glyph = ROW[standing].glyph
    wide = _words_width(initial) + _GAP + glyph_width(glyph, _PIXELS)
    _paint(painter, box, (initial, glyph), box.center().x() - wide / 2, theme.colour("text"))
    return round(box.width())


def outcome_width(standing: Standing) -> int:
    """How wide the mark of a decision is."""
    return round(_before(standing) + _words_width(ROW[standing].label.lower()) + 2 * _SIDE)


def paint_outcome(painter: QPainter, at: QPointF, standing: Standing, theme: Theme) -> int:
    """Draws what was decided, with its name, at this upper left corner; gives its width."""
    row = ROW[standing]
    box = QRectF(at.x(), at.y(), outcome_width(standing), HIGH)
    paint_box(painter, box, standing, theme)
    ink, baseline = theme.colour("text"), _baseline(box)
    paint_glyph(painter, row.glyph, QPointF(box.left() + _SIDE, baseline), ink, _PIXELS)
    painter.setFont(ui_font(_PIXELS, bold=True))
    painter.setPen(ink)
    painter.drawText(QPointF(box.left() + _SIDE + _before(standing), baseline), row.label.lower())
    return round(box.width())


def paint_box(painter: QPainter, box: QRectF, standing: Standing, theme: Theme) -> None:
    """The box of a mark: a fill for a tag, a dotted edge for ❝ and a dashed one for –."""
    fill = theme.fill(standing)
    painter.setBrush(fill or theme.colour("paper"))
    painter.setPen(Qt.PenStyle.NoPen if fill else box_pen(standing, theme))
    inner = box if fill else box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inner, _RADIUS, _RADIUS)


def box_pen(standing: Standing, theme: Theme) -> QPen:
    """The edge of a mark that has no fill."""
    pen = QPen(theme.colour("dot"), 1)
    if standing is Standing.ON_SOURCE:
        pen.setDashPattern([1, 2])
    elif standing is Standing.NOT_CHECKABLE:
        pen.setDashPattern([3, 2])
    return pen


def _before(standing: Standing) -> float:
    """How far the glyph pushes the name."""
    return glyph_width(ROW[standing].glyph, _PIXELS) + 4


def _paint(
    painter: QPainter, box: QRectF, words: tuple[str, str], left: float, ink: QColor
) -> None:
    initial, glyph = words
    painter.setFont(ui_font(_PIXELS, bold=True))
    painter.setPen(ink)
    painter.drawText(QPointF(left, _baseline(box)), initial)
    after = left + _words_width(initial) + _GAP
    paint_glyph(painter, glyph, QPointF(after, _baseline(box)), ink, _PIXELS)


def _baseline(box: QRectF) -> float:
    return round(box.center().y() + QFontMetricsF(ui_font(_PIXELS, bold=True)).capHeight() / 2)


def _words_width(words: str) -> float:
    return QFontMetricsF(ui_font(_PIXELS, bold=True)).horizontalAdvance(words)
