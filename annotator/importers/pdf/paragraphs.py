"""From lines back to paragraphs: where a writer, and not the edge of the paper, ended a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.importers.pdf.lines import Line
from annotator.importers.pdf.order import overlap

ITEM = re.compile(
    r"\s*(?:(?P<bullet>[•·▪◦‣⁃●■○–▶►➢✓✔*-])\s+|(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\([ivx]{1,4}\))\s+)(?=\S)"
)
"""What a list item begins with; ``bullet`` is a sign that says nothing but that."""

_SURE_BULLET = re.compile(r"\s*[•▪◦‣⁃●■○▶►➢✓✔]\s*\S")
_ENDED = re.compile(r"[.!?…。！？؟۔:;][\"'”’»)\]]*\s*$")
_HYPHEN = re.compile("[-\u00ad\u2010\x02]$")
_LEADER = re.compile(r"(?:\.\s?){4}\s*[\divxlc]{1,6}\s*$")
"""How a line of a table of contents ends."""

_LARGER = 1.12
_AROUND = 8
"""So many lines above and below show how wide a column is."""

_TELLING = 4
"""Fewer lines do not; then the column before is asked."""


@dataclass
class Column:
    """Lines one below the other: how far they reach."""

    left: float
    right: float
    lines: int


@dataclass
class Paragraph:
    """Lines that belong together; they may stand on two pages."""

    lines: list[Line] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def is_item(self) -> bool:
        return bool(ITEM.match(self.lines[0].text))


class Setting:
    """How the whole text is set: its usual size, how far its lines stand apart."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 0.0
        gaps: dict[float, Counter[float]] = {}
        for one, two in pairwise(lines):
            if is_below(one, two) and one.size == two.size:
                gap = round(2 * (one.base - two.base) / one.size, 1) / 2
                gaps.setdefault(one.size, Counter())[gap] += 1
        self._leading = {size: _usual(counts) for size, counts in gaps.items()}
        self.indents = self._indents(lines)
        """Paragraphs begin further in, and do not stand apart."""

    def leading(self, size: float) -> float:
        """How far lines of this size stand apart, in parts of their size."""
        return self._leading.get(size, 1.45)

    def _indents(self, lines: Sequence[Line]) -> bool:
        apart = indented = 0
        for one, two in pairwise(lines):
            if is_below(one, two) and one.size == two.size == self.size:
                apart += _gaps(one, two, self)
                indented += 0.7 < (two.left - one.left) / two.size < 5
        return indented > apart

    def larger(self, size: float) -> bool:
        """Whether this is a heading's size."""
        return size >= _LARGER * self.size


def _usual(counts: Counter[float]) -> float:
    """The least distance that is met often: paragraphs stand further apart than lines do."""
    often = max(counts.values()) / 3
    return min(gap for gap, count in counts.items() if count >= often)


def is_below(one: Line, two: Line) -> bool:
    """Whether the second goes on in the same column, not far below."""
    fall = one.base - two.base
    return (
        one.page == two.page
        and 0.4 * two.size < fall < 4 * max(one.size, two.size)
        and overlap(one, two)
    )


def paragraphs_of(lines: Sequence[Line], setting: Setting) -> list[Paragraph]:
    """The paragraphs that lines in reading order make."""
    columns = list(_columns(lines))
    found: list[Paragraph] = []
    for at, line in enumerate(lines):
        if at == 0 or _parts(found[-1], columns[at - 1], line, columns[at], setting):
            found.append(Paragraph())
        found[-1].lines.append(line)
        found[-1].columns.append(columns[at])
    return found


def _columns(lines: Sequence[Line]) -> Iterator[Column]:
    """For each line, the column it stands in, as far as the lines around it show."""
    before: Column | None = None
    for flow in _flows(lines):
        for at, line in enumerate(flow):
            near = [
                other
                for other in flow[max(0, at - _AROUND) : at + _AROUND]
                if abs(other.size - line.size) <= 0.06 * line.size
            ]
            column = Column(
                min(one.left for one in near), max(one.right for one in near), len(near)
            )
            if before and column.lines < _TELLING and abs(before.left - column.left) < 3:
                column.right = max(column.right, before.right)
            if column.lines >= _TELLING:
                before = column
            yield column


def _flows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines one below the other."""
    flow: list[Line] = []
    for line in lines:
        if flow and not _same_flow(flow[-1], line):
            yield flow
            flow = []
        flow.append(line)
    if flow:
        yield flow


def _same_flow(one: Line, two: Line) -> bool:
    return one.page == two.page and two.base < one.base + 1 and overlap(one, two)


def _parts(before: Paragraph, was: Column, line: Line, column: Column, setting: Setting) -> bool:
    """Whether a new paragraph begins with this line."""
    last = before.lines[-1]
    if last.row or line.row:
        return True
    if abs(last.size - line.size) > 0.06 * max(last.size, line.size):
        return True
    if _begins_item(before, line):
        return True
    if is_below(last, line):
        return _parts_below(before, line, column, setting)
    if last.page == line.page and _same_flow(last, line):
        return True
    return _parts_elsewhere(before, was, line, column, setting)


def _begins_item(before: Paragraph, line: Line) -> bool:
    if _SURE_BULLET.match(line.text):
        return True
    if not ITEM.match(line.text):
        return False
    # "5. " and "- " may begin a line that only goes on.
    return before.is_item or _ended(before.lines[-1])


def _parts_below(before: Paragraph, line: Line, column: Column, setting: Setting) -> bool:
    last = before.lines[-1]
    size = line.size
    if _gaps(last, line, setting) or _LEADER.search(last.text):
        return True
    if setting.larger(size):
        return False  # a heading's lines are broken where they look well
    if last.bold and before.bold and not line.bold:
        return True
    if _HYPHEN.search(last.text):
        return False
    if not _full(last, line, column) and not _amid(last, line):
        return True
    return _shifted(before, line)


def _gaps(one: Line, two: Line, setting: Setting) -> bool:
    """Whether they stand further apart than lines of this size do."""
    return (one.base - two.base) / two.size > 1.18 * setting.leading(two.size) + 0.05


def _shifted(before: Paragraph, line: Line) -> bool:
    """Whether the line begins further in, as a first line does, or back out, after a quotation."""
    last = before.lines[-1]
    if abs(last.left + last.right - line.left - line.right) < 3:
        return False  # both are set in the middle
    shift = (line.left - last.left) / line.size
    if shift > 0.7:
        return not (len(before.lines) == 1 and before.is_item)
    return shift < -0.7 and len(before.lines) > 1


def _full(last: Line, line: Line, column: Column) -> bool:
    """Whether the line's first word had no room behind the last one."""
    room = (column.right - column.left) - (last.right - last.left)
    middle = abs((last.left + last.right) - (column.left + column.right)) < 2
    if not middle:
        room = column.right - last.right
    return room < line.first + 0.25 * line.size + 1


def _parts_elsewhere(
    before: Paragraph, was: Column, line: Line, column: Column, setting: Setting
) -> bool:
    """The same, where the line stands in another column or on another page."""
    last = before.lines[-1]
    if setting.larger(line.size) or last.bold != line.bold:
        return True
    if _HYPHEN.search(last.text):
        return False
    if _amid(last, line):
        return False
    if _ended(last) and not (setting.indents and line.left - column.left < 0.7 * line.size):
        return True
    return not _full(last, line, was)


def _amid(last: Line, line: Line) -> bool:
    """Whether a sentence goes on in small letters."""
    return not _ended(last) and line.text.lstrip()[:1].islower()


def _ended(line: Line) -> bool:
    return bool(_ENDED.search(line.text))
