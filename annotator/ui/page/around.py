"""Paints what shows the claim in hand: the line around it, the bar in the margin, the caret."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.domain.article import PassageKind
from annotator.ui.page import geometry
from annotator.ui.page.layout import Laid
from annotator.ui.page.outline import outline

IN_HAND, CHOSEN = 2.0, 1.2
"""Pens of the line around the claim in hand, and around others chosen with it."""
_UP, _DOWN, _SIDE, _RADIUS = 1.6, 4.0, 2.0, 4.0
_BAR_LEFT, _BAR_WIDTH = 21.0, 3.0
_FLAG_LEFT, _FLAG_WIDTH, _FLAG_HIGH = 14.0, 6.5, 10.0


def outline_rects(laid: Laid, runs: Sequence[geometry.Run]) -> list[QRectF]:
    """What the outline goes round: each line with its underline; lines below meet."""
    zoom, rects = laid.style.zoom, []
    numbers = {run[0] for run in runs}
    for number, left, right in runs:
        baseline = laid.lines[number].baseline
        top = round(baseline - laid.style.up - _UP * zoom)
        bottom = round(baseline + laid.style.down + _DOWN * zoom)
        if number + 1 in numbers:
            following = laid.lines[number + 1].baseline - laid.style.up - _UP * zoom
            bottom = max(bottom, round(following))
        x, right = round(left - _SIDE * zoom), round(right + _SIDE * zoom)
        rects.append(QRectF(x, top, right - x, bottom - top))
    return rects


def paint_outline(painter: QPainter, laid: Laid, index: int, ink: QColor, pen: float) -> None:
    """Draws the rounded line around the part of a claim that is in this block."""
    path = _outline_of(laid, index)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A pen as thick as the letters' growth would shout at 200 %.
    painter.setPen(QPen(ink, pen * max(laid.style.zoom, 1.0) ** 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def _outline_of(laid: Laid, index: int) -> QPainterPath:
    path = laid.outlines.get(index)
    if path is None:
        rects = outline_rects(laid, laid.claim_runs[index])
        path = laid.outlines[index] = outline(rects, _RADIUS * laid.style.zoom)
    return path


def paint_bar(painter: QPainter, laid: Laid, index: int, width: float, ink: QColor) -> None:
    """Draws the bar in the margin beside the lines of the claim in hand."""
    runs, zoom = laid.claim_runs[index], laid.style.zoom
    top = laid.lines[runs[0][0]].baseline - laid.style.up
    bottom = laid.lines[runs[-1][0]].baseline + laid.style.down
    left = -_BAR_LEFT * zoom
    if laid.right_to_left:
        left = width + (_BAR_LEFT - _BAR_WIDTH) * zoom
    painter.fillRect(QRectF(left, top, _BAR_WIDTH * zoom, bottom - top), ink)


def paint_flag(painter: QPainter, laid: Laid, index: int, width: float, ink: QColor) -> None:
    """Draws a small flag in the margin beside the first line of a claim; beside a title under its T."""
    zoom, line = laid.style.zoom, laid.lines[laid.claim_runs[index][0][0]]
    foot = line.baseline + (_FLAG_HIGH * 1.6 * zoom if laid.kind is PassageKind.TITLE else 0)
    left = width + _FLAG_WIDTH * zoom if laid.right_to_left else -_FLAG_LEFT * zoom
    top, reach = foot - _FLAG_HIGH * zoom, _FLAG_WIDTH * zoom
    cloth = QPainterPath(QPointF(left, top))
    cloth.lineTo(left + reach, top + reach * 0.42)
    cloth.lineTo(left, top + reach * 0.84)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(cloth, ink)
    painter.fillRect(QRectF(left - 0.5 * zoom, top, zoom, foot - top), ink)
    painter.restore()


def paint_caret(painter: QPainter, laid: Laid, offset: int, ink: QColor) -> None:
    """Draws the caret before the character at ``offset``."""
    place = geometry.caret_place(laid, offset)
    if place is not None:
        line, x = place
        height = laid.style.up + laid.style.down
        painter.fillRect(QRectF(round(x) - 1, line.baseline - laid.style.up, 2, height), ink)
