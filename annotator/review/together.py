"""Several analysts at once: where they differ, and the statistics of one tag "or not".

Of two analysts a confusion table says both. Of more, an item may have several different
tags, so it is looked for the items that some gave one tag and some another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.review import gwet, krippendorff
from annotator.review.fleiss import fleiss_kappa
from annotator.review.table import Table
from annotator.review.undefined import found
from annotator.review.units import Unit, count, observed, shared


@dataclass(frozen=True, slots=True)
class Together:
    """The statistics of ``Agreement`` for other units; None where one is undefined.

    ``units`` are the items with two tags or more, ``complete`` those every analyst
    tagged, ``unanimous`` those of them on which all agree. ``percent`` and ``chance``
    are 0 to 100.
    """

    units: int
    complete: int
    unanimous: int
    percent: float | None
    chance: float | None
    fleiss_kappa: float | None
    alpha: float | None
    ac1: float | None
    undefined: Mapping[str, str]


def together(units: Sequence[Unit], analysts: int, tags: int) -> Together:
    """Measures the kinds of item of a table with so many analysts and tags one could use."""
    counted = shared(units)
    complete = [unit for unit in units if unit.size == analysts]
    undefined: dict[str, str] = {}
    return Together(
        count(counted),
        count(complete),
        count(unit for unit in complete if len(unit.counts) == 1),
        observed(counted, 100) if counted else None,
        100 * krippendorff.chance(counted) if counted else None,
        found(undefined, lambda: fleiss_kappa(complete), "fleiss_kappa"),
        found(undefined, lambda: krippendorff.alpha(units), "alpha"),
        found(undefined, lambda: gwet.ac1(units, tags), "ac1"),
        undefined,
    )


def tag_or_not(units: Sequence[Unit], code: int) -> list[Unit]:
    """The same items where only the tag with this code is told from all others together."""
    collapsed = []
    for unit in units:
        with_it = unit.counts.get(code, 0)
        counts = {1: with_it, 2: unit.size - with_it}
        collapsed.append(Unit({tag: n for tag, n in counts.items() if n}, unit.times))
    return collapsed


class Meetings:
    """Which items some analysts gave one tag and some another, and which all gave the same.

    An item with three different tags lies in three cells. Cells are named by the places
    of two tags in ``table.tags``, in either order; a tag with itself holds the items that
    two analysts or more gave that tag and nobody another.
    """

    def __init__(self, table: Table) -> None:
        self._size = len(table.items)
        codes = range(1, len(table.tags) + 1)
        self._once, self._twice = [0 for _ in codes], [0 for _ in codes]
        for column in table.columns:
            for place, code in enumerate(codes):
                given = _bits(column, code)
                self._twice[place] |= self._once[place] & given
                self._once[place] |= given

    def count(self, first: int, second: int) -> int:
        """How many items lie in a cell."""
        return self._cell(first, second).bit_count()

    def places(self, first: int, second: int) -> tuple[int, ...]:
        """Their places in ``table.items``, in order."""
        return self._places(self._cell(first, second))

    def shared(self) -> tuple[int, ...]:
        """The places of the items that two analysts or more tagged, whichever tags."""
        once = twice = 0
        for first, second in zip(self._once, self._twice, strict=True):
            twice |= second | (once & first)
            once |= first
        return self._places(twice)

    def _places(self, bits: int) -> tuple[int, ...]:
        ones = f"{bits:0{self._size}b}" if self._size else ""
        return tuple(place for place, digit in enumerate(ones) if digit == "1")

    def _cell(self, first: int, second: int) -> int:
        if first != second:
            return self._once[first] & self._once[second]
        others = 0
        for place, given in enumerate(self._once):
            if place != first:
                others |= given
        return self._twice[first] & ~others


def _bits(column: Sequence[int], code: int) -> int:
    """The items with this code (below 256) as the bits of one number, the first item the highest."""
    digits = bytearray(b"0" * 256)
    digits[code] = ord("1")
    return int(bytes(column).translate(digits) or b"0", 2)
