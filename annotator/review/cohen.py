"""Cohen's kappa of two analysts, with its interval."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import NamedTuple

from annotator.review.confusion import Confusion
from annotator.review.undefined import NOTHING_BY_BOTH, ONE_TAG, UndefinedError

_Z = NormalDist().inv_cdf(0.975)


class Kappa(NamedTuple):
    """Kappa and its 95 % interval, as the formula gives it.

    The interval is one for large samples. For few items it may reach beyond −1 or 1,
    and where both analysts agree on everything it has no width.
    """

    value: float
    low: float
    high: float


def chance(table: Confusion) -> float:
    """On how many items the two would agree if each kept the own shares and never looked.

    Raises UndefinedError.
    """
    if not table.units:
        raise UndefinedError(NOTHING_BY_BOTH)
    return _products(table) / table.units


def cohen_kappa(table: Confusion) -> Kappa:
    """J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
    Measurement 20 (1960), 37–46: (P − Pe) / (1 − Pe), where P is the share of items on which the two agree and Pe the
    sum over tags of the product of their shares.

    The standard error is that of J. L. Fleiss, J. Cohen and B. S. Everitt, Large sample
    standard errors of kappa and weighted kappa, Psychological Bulletin 72 (1969),
    323–327, formula 13: the one for intervals, not the one for testing that kappa is 0.
    Raises UndefinedError.
    """
    units = table.units
    if not units:
        raise UndefinedError(NOTHING_BY_BOTH)
    products = _products(table)
    if products == units * units:
        raise UndefinedError(ONE_TAG)
    kappa = (table.agreed * units - products) / (units * units - products)
    reach = _Z * math.sqrt(_variance(table, products))
    return Kappa(kappa, kappa - reach, kappa + reach)


def _products(table: Confusion) -> int:
    second = table.second
    return sum(times * second[tag] for tag, times in table.first.items())


def _variance(table: Confusion, products: int) -> float:
    """Their formula brought to one fraction of whole numbers: without rounding, full agreement has none."""
    units, agreed, first, second = table.units, table.agreed, table.first, table.second
    room, differing = units * units - products, units - agreed
    spread = 0
    for (x, y), times in table.counts.items():
        crossing = (second[x] + first[y]) * differing
        spread += times * (room - crossing if x == y else crossing) ** 2
    middle = agreed * (units * units + products) - 2 * products * units
    return units * (units * spread - middle * middle) / room**4
