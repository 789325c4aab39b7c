"""Where the pages of a report are, one below the other: plain numbers, no widget.

Lengths are pixels of the window; the sizes of pages come in points (1/72 inch), as a PDF has them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

EDGE = 24
"""Beside the pages, above the first and below the last."""
BETWEEN = 16
"""From one page to the next."""
INCH = 96 / 72
"""Pixels of a point at 100 %."""
LEAST_WIDE = 80


class Place(NamedTuple):
    """A place in the pages: which page, and how far down in it (0 to 1)."""

    page: int
    share: float


class PageBox(NamedTuple):
    """One page as it lies in the stack."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class PaperStack:
    """The pages at one size: ``scale`` is how many pixels a point has, ``room`` how wide the view is."""

    sizes: Sequence[tuple[float, float]]
    scale: float
    room: int

    @cached_property
    def _heights(self) -> list[int]:
        return [max(1, round(high * self.scale)) for _, high in self.sizes]

    @cached_property
    def _tops(self) -> list[int]:
        return list(accumulate((high + BETWEEN for high in self._heights[:-1]), initial=EDGE))

    @cached_property
    def width(self) -> int:
        """How wide the stack is, its edges too; never less than the view."""
        widest = max((wide for wide, _ in self.sizes), default=0)
        return max(self.room, round(widest * self.scale) + 2 * EDGE)

    @property
    def height(self) -> int:
        """How high the stack is, its edges too."""
        return self._tops[-1] + self._heights[-1] + EDGE if self.sizes else 0

    def box(self, page: int) -> PageBox:
        """Where this page lies."""
        wide = max(1, round(self.sizes[page][0] * self.scale))
        return PageBox((self.width - wide) // 2, self._tops[page], wide, self._heights[page])

    def page_at(self, y: float) -> int:
        """The page at this height; between two of them the upper one."""
        return max(0, bisect_right(self._tops, y) - 1)

    def between(self, top: float, bottom: float) -> range:
        """The pages of which something lies between these heights."""
        if not self.sizes:
            return range(0)
        first = self.page_at(top)
        if self._tops[first] + self._heights[first] <= top:
            first += 1
        return range(first, max(first, bisect_right(self._tops, bottom)))

    def place(self, y: float) -> Place:
        """Which place of the pages lies at this height."""
        page = self.page_at(y)
        return Place(page, (y - self._tops[page]) / self._heights[page])

    def y(self, place: Place) -> int:
        """The height of a place; of a page that is not there the end of the last."""
        if not self.sizes:
            return 0
        if place.page >= len(self.sizes):
            return self.height
        return round(self._tops[place.page] + place.share * self._heights[place.page])


def fitting_scale(sizes: Sequence[tuple[float, float]], room: int, most: float) -> float:
    """Pixels a point, so that the widest page is as wide as the room; not more than ``most``."""
    widest = max((wide for wide, _ in sizes), default=0)
    if not widest:
        return INCH
    return min(most, max(LEAST_WIDE, room - 2 * EDGE) / widest)
