"""Fleiss' kappa, for any number of analysts who all tagged every item."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.review.undefined import NOTHING_BY_ALL, ONE_ANALYST, ONE_TAG, UndefinedError
from annotator.review.units import Unit, count, totals


def fleiss_kappa(units: Sequence[Unit]) -> float:
    """J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 (1971), 378–382.

    (P − Pe) / (1 − Pe), where P is the mean over items of the share of agreeing pairs
    and Pe the sum over tags of their squared shares among all tags given. For two
    analysts it is Scott's pi, not Cohen's kappa: chance is shared, not each one's own.
    Raises UndefinedError, and ValueError where items have different numbers of tags.
    """
    if not units:
        raise UndefinedError(NOTHING_BY_ALL)
    sizes = {unit.size for unit in units}
    if len(sizes) > 1:
        raise ValueError("Fleiss' kappa wants the same number of tags for every item")
    (size,) = sizes
    if size < 2:
        raise UndefinedError(ONE_ANALYST)
    # Whole numbers until the last division: the order of items and tags leaves no trace.
    given = count(units) * size
    by_chance = sum(times * times for times in totals(units).values())
    if by_chance == given * given:
        raise UndefinedError(ONE_TAG)
    agreeing = sum(unit.times * (unit.squares - size) for unit in units)
    return (agreeing * given - by_chance * (size - 1)) / ((given * given - by_chance) * (size - 1))
