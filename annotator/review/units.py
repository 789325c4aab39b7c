"""How often each tag was given to one item: all that the statistics for many analysts look at.

Which analyst gave it does not matter to Fleiss, Krippendorff and Gwet, so items that
got the same tags, from whomever, are counted as one kind.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.review.table import MISSING, Table


@dataclass(frozen=True, slots=True)
class Unit:
    """One kind of item: how many analysts gave it each tag (by code), and how many are of it."""

    counts: dict[int, int]
    times: int = 1

    @property
    def size(self) -> int:
        """How many tags it has."""
        return sum(self.counts.values())

    @property
    def squares(self) -> int:
        return sum(count * count for count in self.counts.values())


def units_of(table: Table) -> list[Unit]:
    """The kinds of item in a table; what nobody tagged is not among them."""
    # Sorted rows are at most a few hundred different ones for three tags and ten analysts.
    kinds = Counter(map(tuple, map(sorted, table.rows())))
    found = []
    for row, times in kinds.items():
        counts = Counter(row)
        del counts[MISSING]
        if counts:
            found.append(Unit(dict(counts), times))
    return found


def shared(units: Iterable[Unit]) -> list[Unit]:
    """Those with two tags or more: only there can anybody agree."""
    return [unit for unit in units if unit.size > 1]


def count(units: Iterable[Unit]) -> int:
    """How many items they are."""
    return sum(unit.times for unit in units)


def observed(units: Sequence[Unit], of: int = 1) -> float:
    """The mean over items of the share of agreeing pairs of analysts, ``of`` so many (100: percent).

    Each item has two tags or more.
    """
    agreeing = math.fsum(
        unit.times * (unit.squares - unit.size) / (unit.size * (unit.size - 1)) for unit in units
    )
    return of * agreeing / count(units)


def totals(units: Iterable[Unit]) -> Counter[int]:
    """How often each tag was given in all, by code."""
    found: Counter[int] = Counter()
    for unit in units:
        for tag, times in unit.counts.items():
            found[tag] += times * unit.times
    return found
