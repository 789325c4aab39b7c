"""The lines of a PDF's page: what stands on one height, with where it stands and how large it is.

A PDF knows characters and their places, no words and no lines. Places are in points (72 to an
inch), the page turned upright, counted from its foot upwards and along the direction in which
its lines are read: where they run from right to left, ``left`` is minus the right edge, so
that whatever reasons about indents and columns need not know which way it goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice, pairwise, repeat
from typing import NamedTuple

from annotator.importers.pdf.directions import Unit, joined, reads_leftwards, right_to_left

HYPHEN_AT_END = "\x02"
"""What PDFium makes of a hyphen at the end of a line."""

GUTTER = 0.9
"""A gap of so many sizes parts two lines of one height: columns, the two ends of a page's head."""

STRETCHED = 2.2
"""The same, where the file has a blank there: it may have been drawn out to fill the line."""

TOUCHING = 0.12
"""A gap below this part of the size is none, where a blank is not written out."""


_BACK = 200
"""So many rows back a word is looked for a place in."""

_LATE = 0.8
"""What was drawn later than its row stands so close to it, in sizes; columns never do."""

_INITIAL = 0.52
"""What is smaller than this part of what it stands beside is no raised sign of it."""

_JOINER = "\u200d"


class Run(NamedTuple):
    """Characters that follow each other without a blank, of one size."""

    units: tuple[Unit, ...]
    """Each sign, where some of the page run from right to left; else the whole."""
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    link: str
    glued: bool
    """Follows the run before it in the file without a blank."""
    spaced: bool
    """Behind a blank that is written out in the file."""


class Note(NamedTuple):
    """A footnote's words, and the addresses they lead to."""

    text: str
    links: tuple[str, ...] = ()


class Piece(NamedTuple):
    """Words of a line that lead to one place, blanks included."""

    text: str
    link: str = ""
    mark: bool = False
    """Raised and small: the mark of a footnote."""
    note: Note | None = None
    """The footnote, where it was found: then the mark is no part of the text."""


class Line(NamedTuple):
    """What is read in one go."""

    pieces: tuple[Piece, ...]
    left: float
    right: float
    base: float
    size: float
    bold: bool
    first: float
    """How wide its first word is."""
    page: int
    row: bool = False
    """Cells of a table, side by side."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def lines_of(runs: list[Run], page: int) -> list[Line]:
    """The lines that these runs make, in the order of the file."""
    rows = _rows(runs)
    leftwards = reads_leftwards(
        [(min(run.left for run in row), max(run.right for run in row), _said(row)) for row in rows]
    )
    return [_line(row, page, leftwards) for row in rows if _said(row).strip()]


def _said(row: list[Run]) -> str:
    return " ".join(run.text for run in row)


@dataclass
class _Row:
    """Runs of one height that stand together."""

    runs: list[Run]
    left: float
    right: float
    size: float
    base: float

    def takes(self, run: Run, gutter: float) -> bool:
        """Adds the run if it stands here, with less than the gutter (in sizes) between."""
        size = max(run.size, self.size)
        # A small raised sign stands beside what it belongs to; words of one size share their base.
        if min(run.size, self.size) < _INITIAL * size:
            return False  # a large first letter stands beside several lines
        if min(run.size, self.size) < 0.85 * size:
            level = -0.35 * size < run.base - self.base < 0.6 * size
        else:
            level = abs(run.base - self.base) < 0.25 * size
        between = max(run.left - self.right, self.left - run.right)
        if not level or between > gutter * size:
            return False
        self.runs.append(run)
        self.left, self.right = min(self.left, run.left), max(self.right, run.right)
        if run.size > self.size:
            self.size, self.base = run.size, run.base
        return True


def _rows(runs: list[Run]) -> list[list[Run]]:
    """Runs that stand together, parted where a gutter is left between them.

    A sign may come later in the file than the words it stands between.
    """
    rows: list[_Row] = []
    for run in runs:
        gutters = chain([_gutter(run)], repeat(_LATE))
        back = islice(reversed(rows), _BACK)
        if not any(row.takes(run, gutter) for row, gutter in zip(back, gutters, strict=False)):
            rows.append(_Row([run], run.left, run.right, run.size, run.base))
    return [part for row in rows for part in _parted(row.runs)]


def _gutter(run: Run) -> float:
    return STRETCHED if run.spaced else GUTTER


def _parted(row: list[Run]) -> list[list[Run]]:
    """The row where no gutter runs through it: what was added later may have left one."""
    size = max(run.size for run in row)
    placed = sorted(range(len(row)), key=lambda at: row[at].left)
    groups: list[list[int]] = [[placed[0]]]
    edge = row[placed[0]].right
    for at in placed[1:]:
        if row[at].left - edge > _gutter(row[at]) * size:
            groups.append([])
        groups[-1].append(at)
        edge = max(edge, row[at].right)
    return [[row[at] for at in sorted(group)] for group in groups]


def _line(row: list[Run], page: int, leftwards: bool) -> Line:
    said = _said(row)
    left, right = min(run.left for run in row), max(run.right for run in row)
    weights: dict[float, int] = {}
    for run in row:
        weights[run.size] = weights.get(run.size, 0) + len(run.text)
    size = max(weights, key=lambda one: (weights[one], one))
    whole = [run for run in row if run.size == size]
    base = sorted(run.base for run in whole)[len(whole) // 2]
    bold = all(run.bold for run in row)
    if right_to_left(said):
        pieces = tuple(Piece(text, link) for text, link in joined(_units(row), size, leftwards))
        if leftwards:
            left, right = -right, -left
        first = min(right - left, size * 2)
    else:
        placed = sorted(row, key=lambda run: run.left)
        pieces = tuple(_pieces(row, placed, base, size))
        first = placed[0].right - placed[0].left
    return Line(pieces, left, right, base, size, bold, first, page)


def _units(row: list[Run]) -> list[tuple[Unit, str]]:
    return [(unit, run.link) for run in row for unit in run.units]


def _pieces(row: list[Run], placed: list[Run], base: float, size: float) -> list[Piece]:
    """The runs from left to right, blanks between them where the file or a gap has one."""
    after = {id(one): two for one, two in pairwise(row)}
    found: list[Piece] = []
    before: Run | None = None
    for run in placed:
        text = run.text
        if before is not None and _apart(before, run, after, size):
            text = f" {text}"
        raised = run.size < 0.85 * size and run.base > base + 0.12 * size
        mark = raised and len(run.text) <= 4
        if found and not mark and not found[-1].mark and found[-1].link == run.link:
            found[-1] = found[-1]._replace(text=found[-1].text + text)
        else:
            found.append(Piece(text, run.link, mark))
        before = run
    return found


def _apart(before: Run, run: Run, after: dict[int, Run], size: float) -> bool:
    last, first = before.text[-1], run.text[0]
    if _JOINER in (last, first) or (_is_flag(last) and _is_flag(first)):
        return False
    if after.get(id(before)) is run:
        return not run.glued
    return run.left - before.right > TOUCHING * size


def _is_flag(letter: str) -> bool:
    """Two such letters in a row are one flag."""
    return "\U0001f1e6" <= letter <= "\U0001f1ff"
