"""Rows of tables: what stands side by side, again and again, under the same edges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.domain.article import BETWEEN_CELLS
from annotator.importers.pdf.lines import Line, Piece

_MARKER = re.compile(r"\s*(?:[^\w\s]|o|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|\d+(?:\.\d+)+\.?)\s*")
"""A bullet, or the number of a list item or a heading: no cell of its own."""

_SAME = 3.0
"""Points by which the edges of one table's cells may differ."""


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page in reading order; those of one height that follow each other are one line.

    They are cells where the row above or below has cells under the same edges, else words that
    were set far apart.
    """
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line):
            if _MARKER.fullmatch(groups[-1][-1].text):
                line = _joined([groups[-1].pop(), line], row=False)
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        _joined(group, row=_is_row(group, groups[max(0, at - 1) : at + 2]))
        if len(group) > 1
        else group[0]
        for at, group in enumerate(groups)
    ]


def _goes_on(one: Line, two: Line) -> bool:
    level = abs(one.base - two.base) < 0.25 * min(one.size, two.size)
    return one.page == two.page and level and two.left >= one.right


def _is_row(group: Sequence[Line], near: Sequence[Sequence[Line]]) -> bool:
    return any(
        _shared(group, other) > (len(group) != len(other))
        for other in near
        if other is not group and len(other) > 1
    )


def _shared(one: Sequence[Line], two: Sequence[Line]) -> int:
    """How many edges inside the first stand under edges inside the second.

    The outer ones are the column's, and say nothing.
    """
    pairs = (
        ([line.left for line in one[1:]], [line.left for line in two[1:]]),
        ([line.right for line in one[:-1]], [line.right for line in two[:-1]]),
        (
            [line.left + line.right for line in one[1:]],
            [line.left + line.right for line in two[1:]],
        ),
    )
    return max(
        sum(any(abs(edge - other) < _SAME for other in others) for edge in edges)
        for edges, others in pairs
    )


def _joined(group: Sequence[Line], *, row: bool) -> Line:
    between = Piece(BETWEEN_CELLS if row else " ")
    pieces: list[Piece] = []
    for line in group:
        pieces += [between, *line.pieces] if pieces else line.pieces
    first = max(group, key=lambda line: len(line.text))
    return first._replace(
        pieces=tuple(pieces),
        left=group[0].left,
        right=group[-1].right,
        first=group[0].first,
        bold=all(line.bold for line in group),
        row=row,
    )
