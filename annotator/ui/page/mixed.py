"""Where characters lie on lines that run both ways.

Qt answers there only by drawing: ``cursorToX`` gives edges that leave holes at a change
of direction, and ``xToCursor`` misses by one. So a range is drawn as a background onto
one row of an image, and the row is read. Pixels are from the column's left edge.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextLayout

from annotator.ui.page.layout import Laid, Line

_SHARPNESS = 2
"""Columns of the image for a pixel."""
_MARGIN = 4
_RIGHT_TO_LEFT = ("R", "AL")
_LEFT_TO_RIGHT = ("L", "EN", "AN")


class Character(NamedTuple):
    """One character as a reader sees it: its first UTF-16 unit, and its edges."""

    unit: int
    left: float
    right: float
    leftwards: bool


def runs(laid: Laid, line: Line, first: int, last: int) -> list[tuple[float, float]]:
    """The stretches of a line that these units take; a gap below a pixel is none."""
    row = _draw(laid, line, [_range(first, last - first, QColor(255, 255, 255))])
    found: list[tuple[float, float]] = []
    for value, left, right in _stretches(row, line):
        if value:
            if found and left - found[-1][1] <= 1:
                found[-1] = (found[-1][0], right)
            else:
                found.append((left, right))
    return found


def character_at(laid: Laid, line: Line, x: float) -> tuple[int, bool]:
    """The character at ``x``, or the nearest, and whether x is in its second half."""
    seen = characters(laid, line)
    if not seen:
        return line.start, False
    hit = min(seen, key=lambda char: max(char.left - x, x - char.right, 0.0))
    beyond = x > (hit.left + hit.right) / 2
    return hit.unit, beyond != hit.leftwards


def characters(laid: Laid, line: Line) -> list[Character]:
    """The line's characters from left to right; remembered, as it costs a millisecond."""
    found = laid.characters.get(line.start)
    if found is None:
        found = laid.characters[line.start] = _characters(laid, line)
    return cast("list[Character]", found)


def _characters(laid: Laid, line: Line) -> list[Character]:
    units = _stops(laid.layout, line)
    # The colour is the number: one drawing tells all characters apart.
    ranges = [
        _range(unit, after - unit, QColor.fromRgb(number + 1))
        for number, (unit, after) in enumerate(zip(units, [*units[1:], line.end], strict=True))
    ]
    placed: dict[int, tuple[float, float]] = {}
    for value, left, right in _stretches(_draw(laid, line, ranges), line):
        if 0 < value <= len(units):
            known = placed.get(value - 1, (left, right))
            placed[value - 1] = min(left, known[0]), max(right, known[1])
    middles = {number: sum(edges) / 2 for number, edges in placed.items()}
    seen = [
        Character(units[number], *edges, _leftwards(laid, units, number, middles))
        for number, edges in placed.items()
    ]
    return sorted(seen, key=lambda char: char.left)


def _stops(layout: QTextLayout, line: Line) -> list[int]:
    """Where the characters of a line begin."""
    units, unit = [], line.start
    while unit < line.end:
        units.append(unit)
        unit = layout.nextCursorPosition(unit)
    return units


def _leftwards(laid: Laid, units: Sequence[int], number: int, middles: dict[int, float]) -> bool:
    """Whether a character's end is its left edge: by its own direction, else its neighbours'."""
    offset = laid.display.offset(units[number]) - laid.start
    text = laid.text
    direction = unicodedata.bidirectional(text[offset]) if offset < len(text) else ""
    if direction in _RIGHT_TO_LEFT or direction in _LEFT_TO_RIGHT:
        return direction in _RIGHT_TO_LEFT
    around = [middles[n] for n in (number - 1, number, number + 1) if n in middles]
    return around[-1] < around[0] if len(around) > 1 else laid.right_to_left


def _range(start: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length = start, length
    one.format = _painted(colour.rgb())
    return one


@lru_cache(maxsize=1024)
def _painted(rgb: int) -> QTextCharFormat:
    """Background and letters in one colour: the letters must not be seen."""
    form = QTextCharFormat()
    form.setBackground(QColor.fromRgb(rgb))
    form.setForeground(QColor.fromRgb(rgb))
    return form


def _draw(laid: Laid, line: Line, ranges: list[QTextLayout.FormatRange]) -> list[int]:
    """Draws the uppermost row of a line, which holds background and hardly ever a letter."""
    width = int((line.text.width() + 2 * _MARGIN) * _SHARPNESS) + 1
    image = QImage(width, 1, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(QColor(0, 0, 0))
    painter.scale(_SHARPNESS, 1)
    origin = QPointF(_MARGIN - line.text.x(), -line.text.y())
    laid.layout.draw(painter, origin, ranges, QRectF(0, 0, width, 1))
    painter.end()
    row = bytes(cast("memoryview", image.constScanLine(0)))[: width * 4]
    return [value & 0xFFFFFF for value in memoryview(row).cast("I")]


def _stretches(row: Sequence[int], line: Line) -> list[tuple[int, float, float]]:
    """Equal neighbours of a row, and where they begin and end on the page."""
    found, at = [], 0
    for value, same in groupby(row):
        until = at + sum(1 for _ in same)
        origin = line.text.x() - _MARGIN
        found.append((value, origin + at / _SHARPNESS, origin + until / _SHARPNESS))
        at = until
    return found
