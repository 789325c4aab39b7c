"""The string that is laid out for a block, and its positions.

Before the first character of each numbered claim stands one no-break space, widened
to hold the claim's number and glyph, which are painted by hand. So a position has two
names: code points in the article, and UTF-16 units in the display string; ``Display``
converts, and nothing else does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.offsets import Utf16

MARK = "\u00a0"
_LINE_SEPARATOR = "\u2028"

_SHOWN = dict.fromkeys((*range(32), 127, *range(128, 160)), "�")
_SHOWN.update(dict.fromkeys((0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2029), _LINE_SEPARATOR))
_SHOWN[ord("\t")] = "\t"
_WRAPPED = range(45, 101)
"""How long the longest line is where somebody's program broke the lines."""
_FULL = 0.6


@dataclass(frozen=True, slots=True)
class Display:
    """What is laid out for the code points from ``start`` on.

    ``marks`` are where the marks stand, in code points from ``start``, never falling;
    several claims with one start have as many marks there.
    """

    start: int
    text: str
    marks: Sequence[int]
    units: Utf16

    def unit(self, offset: int, *, before_marks: bool = False) -> int:
        """Where an article's offset lies in the display string.

        A claim's start has its mark on its left; ``before_marks`` gives the place
        left of it, which is where whatever ends there ends.
        """
        local = offset - self.start
        side = bisect_left if before_marks else bisect_right
        return self.units.units(local) + side(self.marks, local)

    def mark_unit(self, which: int) -> int:
        """Where mark number ``which`` of this block stands in the display string."""
        return self.units.units(self.marks[which]) + which

    def offset(self, unit: int) -> int:
        """The article's offset of a place in the display string.

        Either side of a mark is the offset that the mark stands before.
        """
        low, high = 0, len(self.marks)
        while low < high:
            middle = (low + high) // 2
            if self.mark_unit(middle) < unit:
                low = middle + 1
            else:
                high = middle
        return self.start + self.units.code_points(unit - low)


def is_hard_wrapped(text: str) -> bool:
    """Whether line ends come from a program that broke lines, as in old mail, and not the author.

    Then all lines are about full but the last, and they read better set anew.
    """
    *full, _ = text.split("\n")
    longest = max(map(len, full), default=0)
    return longest in _WRAPPED and min(map(len, full)) >= longest * _FULL


def display(start: int, text: str, marked: Iterable[int]) -> Display:
    """The display of ``text``, which begins at ``start``, with a mark before each offset."""
    marks = [offset - start for offset in marked]
    shown = text
    if not text.isprintable():
        shown = text.replace("\n", " ") if is_hard_wrapped(text) else text
        shown = shown.translate(_SHOWN)
    pieces, last = [], 0
    for mark in marks:
        pieces += [shown[last:mark], MARK]
        last = mark
    pieces.append(shown[last:])
    return Display(start, "".join(pieces), marks, Utf16(text))
