"""Where characters lie in a laid out block, and which lie at a point.

Pixels are from the column's left edge and the block's top; places in the text are
code points of the article, or UTF-16 units of the display where the name says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLine

from annotator.domain.snapshot import Snapshot
from annotator.ui.page import mixed
from annotator.ui.page.layout import Laid, Line

Run = tuple[int, float, float]
"""A stretch of one line: the line's number, its left and its right edge."""


def claim_runs(laid: Laid, snapshot: Snapshot, index: int) -> list[Run]:
    """The stretches of lines a claim takes in this block, its mark included; remembered."""
    found = laid.claim_runs.get(index)
    if found is None:
        found = laid.claim_runs[index] = _claim_runs(laid, snapshot, index)
    return found


def _claim_runs(laid: Laid, snapshot: Snapshot, index: int) -> list[Run]:
    start = max(snapshot.starts[index], laid.start)
    first = laid.display.unit(start, before_marks=start > laid.start and index not in laid.marked)
    if index in laid.marked:
        first = laid.display.mark_unit(laid.marked.index(index))
    return unit_runs(laid, first, _end_unit(laid, snapshot.ends[index]))


def span_runs(laid: Laid, start: int, end: int) -> list[Run]:
    """The stretches of lines that ``[start, end)`` takes in this block."""
    if end <= laid.start or start >= laid.end:
        return []
    first = laid.display.unit(max(start, laid.start))
    return unit_runs(laid, first, _end_unit(laid, end))


def _end_unit(laid: Laid, end: int) -> int:
    return laid.display.unit(min(end, laid.end), before_marks=True)


def mark_place(laid: Laid, which: int) -> tuple[int, float]:
    """The line that mark number ``which`` stands on, and the x its number begins at."""
    found = laid.mark_places.get(which)
    if found is None:
        unit = laid.display.mark_unit(which)
        number, left, right = next(iter(unit_runs(laid, unit, unit + 1)), (0, 0.0, 0.0))
        found = laid.mark_places[which] = number, right if laid.right_to_left else left
    return found


def unit_runs(laid: Laid, first: int, last: int) -> list[Run]:
    """The stretches of lines that these units of the display take."""
    return [
        (number, left, right)
        for number, line in enumerate(laid.lines)
        if line.start < last and line.end > first
        for left, right in _line_runs(laid, line, max(first, line.start), min(last, line.end))
    ]


def _line_runs(laid: Laid, line: Line, first: int, last: int) -> list[tuple[float, float]]:
    if laid.mixed:
        pieces = mixed.runs(laid, line, first, last)
    else:
        pieces = [(x_of(line, first), x_of(line, last))]
    clipped = ((max(left, line.left), min(right, line.right)) for left, right in pieces)
    return [(left, right) for left, right in clipped if right > left]


def x_of(line: Line, unit: int) -> float:
    """The x of a place in a line."""
    # PySide gives the pair (x, place) where Qt gives x alone.
    return cast("tuple[float, int]", line.text.cursorToX(unit))[0]


def line_at(laid: Laid, y: float) -> int:
    """The line whose band holds ``y``; the nearest one outside."""
    if not laid.lines:
        return 0
    number = int((y - laid.text_top) // laid.style.pitch)
    return max(0, min(number, len(laid.lines) - 1))


def unit_at(laid: Laid, line: Line, x: float) -> tuple[int, bool]:
    """The character of a line at ``x``, or the nearest, and whether x is in its second half."""
    x = max(line.left, min(x, line.right))
    if laid.mixed:
        return mixed.character_at(laid, line, x)
    guess = line.text.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
    best, best_far, second = line.start, float("inf"), False
    for unit in _around(laid, line, guess):
        # The next one's edge: its own trailing edge is a whole ligature's.
        left, right = x_of(line, unit), x_of(line, laid.layout.nextCursorPosition(unit))
        far = max(left - x, x - right, 0.0)
        if far < best_far:
            best, best_far, second = unit, far, abs(x - right) < abs(x - left)
    return best, second


def _around(laid: Laid, line: Line, unit: int) -> Iterator[int]:
    """Where the characters about a place of a line begin, two before it and two after."""
    layout = laid.layout
    for _ in range(2):
        unit = layout.previousCursorPosition(unit)
    unit = max(unit, line.start)
    for _ in range(5):
        if unit < line.end:
            yield unit
            unit = layout.nextCursorPosition(unit)


def offset_at(laid: Laid, x: float, y: float) -> int | None:
    """The character at a point: the line's nearest; None where the block has no text."""
    if not laid.lines:
        return None
    line = laid.lines[line_at(laid, y)]
    unit, _ = unit_at(laid, line, x)
    return min(laid.display.offset(unit), max(laid.end - 1, laid.start))


def caret_at(laid: Laid, x: float, y: float) -> int:
    """The border between two characters that is nearest to a point."""
    if not laid.lines:
        return laid.start
    line = laid.lines[line_at(laid, y)]
    unit, second = unit_at(laid, line, x)
    if second:
        unit = min(laid.layout.nextCursorPosition(unit), line.end)
    return laid.display.offset(unit)


def caret_place(laid: Laid, offset: int) -> tuple[Line, float] | None:
    """The line a caret stands in and its x."""
    unit = laid.display.unit(offset)
    for line in laid.lines:
        if line.start <= unit < line.end or (line is laid.lines[-1] and unit == line.end):
            return line, x_of(line, unit)
    return None


def band(laid: Laid, run: Run) -> QRectF:
    """What a fill covers of a run."""
    number, left, right = run
    line = laid.lines[number]
    top = line.baseline - laid.style.up
    return QRectF(left, top, right - left, laid.style.up + laid.style.down)


def innermost(snapshot: Snapshot, offset: int) -> int | None:
    """The shortest claim over a character: the one that a click there means."""
    over = snapshot.covering(offset)
    return min(over, key=lambda i: snapshot.ends[i] - snapshot.starts[i], default=None)
