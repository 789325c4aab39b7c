"""Krippendorff's alpha for tags without an order, with any number of analysts and any gaps."""

from __future__ import annotations

import math
from collections.abc import Sequence

from annotator.review.undefined import NOTHING_BY_TWO, ONE_TAG, UndefinedError
from annotator.review.units import Unit, totals


def alpha(units: Sequence[Unit]) -> float:
    """K. Krippendorff, Content Analysis (Sage, 1980; 4th edition 2018, chapter 12), nominal.

    1 − Do / De over the items with two tags or more, the others being left out. Do is
    the share of differing pairs, each item weighing as much as it has tags; De is that
    share when all these tags are drawn from one urn, without putting back.
    Raises UndefinedError.
    """
    paired = [unit for unit in units if unit.size > 1]
    if not paired:
        raise UndefinedError(NOTHING_BY_TWO)
    given, differing = _drawn(paired)
    if not differing:
        raise UndefinedError(ONE_TAG)
    seen = math.fsum(
        unit.times * (unit.size * unit.size - unit.squares) / (unit.size - 1) for unit in paired
    )
    return 1 - seen * (given - 1) / differing


def chance(paired: Sequence[Unit]) -> float:
    """How often two tags drawn from alpha's urn are the same, 0 to 1.

    The items are some, each with two tags or more.
    """
    given, differing = _drawn(paired)
    return 1 - differing / (given * (given - 1))


def _drawn(paired: Sequence[Unit]) -> tuple[int, int]:
    """How many tags lie in the urn, and how many ordered pairs of them differ."""
    found = totals(paired)
    given = found.total()
    return given, given * given - sum(times * times for times in found.values())
