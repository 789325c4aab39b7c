"""In which order the lines of a page are read.

Nearly every program writes a page as it is read, column after column, and is believed. Where
the lines jump about, or run across columns, the page is read by its looks: from the top, and
where a gutter runs down the page, one side after the other.
"""

from __future__ import annotations

from itertools import pairwise

from annotator.importers.pdf.lines import Line

_FEW = 4
"""A column has at least so many lines."""

_JUMPS = 3
"""So many jumps upwards inside a column are a page's head and foot, drawn last."""

_STEPS = 60
"""Gutters are looked for at so many places across the page."""


def in_order(lines: list[Line]) -> list[Line]:
    """The lines of one page as they are read; those of its head and foot may be among them."""
    return _by_looks(lines) if _jumps(lines) > _JUMPS + len(lines) // 20 else lines


def overlap(one: Line, other: Line) -> bool:
    """Whether one of them stands above the other, in the same column."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared > 0.3 * min(one.right - one.left, other.right - other.left)


def _jumps(lines: list[Line]) -> int:
    """How often the next line stands above this one, or across a gutter, and then goes on below."""
    found = 0
    for at, (one, two) in enumerate(pairwise(lines)):
        if overlap(one, two):
            found += two.base > one.base + one.size
        elif abs(one.base - two.base) < 0.5 * one.size and at + 2 < len(lines):
            three = lines[at + 2]
            found += overlap(one, three) and _prose(one) and _prose(two)
    return found


def _prose(line: Line) -> bool:
    """Cells of a table are short; columns of prose are not."""
    return len(line.text) > 20


def _by_looks(lines: list[Line]) -> list[Line]:
    gutter = _gutter(lines)
    if gutter is None:
        return sorted(lines, key=lambda line: (-round(line.base), line.left))
    found: list[Line] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in sorted(lines, key=lambda line: -line.base):
        if line.left < gutter < line.right:
            found += _both(sides)
            sides = ([], [])
            found.append(line)
        else:
            sides[line.left >= gutter].append(line)
    return found + _both(sides)


def _both(sides: tuple[list[Line], list[Line]]) -> list[Line]:
    return [line for side in sides if side for line in _by_looks(side)]


def _gutter(lines: list[Line]) -> float | None:
    """Where a blank strip runs down beside enough lines on both sides."""
    if len(lines) < 2 * _FEW:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    for step in range(1, _STEPS):
        across = left + (right - left) * step / _STEPS
        one = sum(line.right <= across for line in lines)
        other = sum(line.left >= across for line in lines)
        crossing = len(lines) - one - other
        if min(one, other) < _FEW or crossing * 3 > min(one, other):
            continue
        if not _beside(lines, across):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, across)
    return best[1] if best else None


def _beside(lines: list[Line], across: float) -> bool:
    """Whether lines of both sides stand at the same heights."""
    one = [line.base for line in lines if line.right <= across]
    other = [line.base for line in lines if line.left >= across]
    top, foot = min(max(one), max(other)), max(min(one), min(other))
    return sum(foot - 1 <= base <= top + 1 for base in one) >= _FEW // 2
