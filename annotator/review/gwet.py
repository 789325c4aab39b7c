"""Gwet's AC1, which stays steady where one tag is rare."""

from __future__ import annotations

import math
from collections.abc import Sequence

from annotator.review.undefined import NOTHING_BY_TWO, ONE_TAG, UndefinedError
from annotator.review.units import Unit, count, observed, shared


def ac1(units: Sequence[Unit], tags: int) -> float:
    """K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high agreement,
    British Journal of Mathematical and Statistical Psychology 61 (2008), 29–48; with gaps as in his
    Handbook of Inter-Rater Reliability (4th edition 2014, chapter 2).

    (P − Pe) / (1 − Pe): P, the mean share of agreeing pairs, over the items with two
    tags or more; Pe, the sum of π (1 − π) over the tags divided by their number less
    one, where π is the mean over the items with at least one tag of that tag's share.
    ``tags`` is how many one could have used. Where there are two or more Pe is at
    most a half, so AC1 is defined even when all used one tag. Raises UndefinedError.
    """
    pairs = shared(units)
    if not pairs:
        raise UndefinedError(NOTHING_BY_TWO)
    if tags < 2:
        raise UndefinedError(ONE_TAG)
    by_chance = _chance(units, tags)
    return (observed(pairs) - by_chance) / (1 - by_chance)


def _chance(units: Sequence[Unit], tags: int) -> float:
    of = count(units)
    shares: dict[int, list[float]] = {}
    for unit in units:
        for tag, times in unit.counts.items():
            shares.setdefault(tag, []).append(unit.times * times / unit.size)
    means = [math.fsum(parts) / of for parts in shares.values()]
    return math.fsum(mean * (1 - mean) for mean in means) / (tags - 1)
