"""How alike analysts tag: ``agreement(table)`` measures all of them together and every two.

    >>> from annotator.review.agreement import agreement
    >>> found = agreement({"A": ["verified", "disputed", None], "B": ["verified"] * 3})
    >>> found.units, found.percent
    (2, 50.0)

Each statistic has a module of its own that names its source: ``cohen``, ``fleiss``,
``krippendorff``, ``gwet``. The tags have no order, so nothing here is weighted. What the
values are worth no number says: there are no thresholds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.review import gwet, krippendorff
from annotator.review.confusion import confusions
from annotator.review.fleiss import fleiss_kappa
from annotator.review.left_out import LeftOut, left_out_of
from annotator.review.pairs import Pair, pair_of
from annotator.review.table import Table, Triple, as_table
from annotator.review.undefined import NOBODY, NOTHING_BY_TWO, ONE_ANALYST, found
from annotator.review.units import Unit, count, observed, shared, units_of


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was measured; a statistic is None where it is undefined.

    ``units`` are the items with two tags or more; ``percent``, 0 to 100, is the mean
    over them of the share of agreeing pairs of analysts, ``chance`` how many in 100 it
    would be by chance (two tags drawn from all of theirs, as Krippendorff does).
    ``complete`` are the items that every analyst tagged, ``unanimous`` those of them on
    which all agree. ``fleiss_kappa`` is over the complete ones, ``alpha`` over ``units``;
    ``ac1`` takes its agreement from ``units``, its chance from every item with a tag.
    ``undefined`` names what is None and why, a pair's as ``pairs.A.B.kappa``.
    """

    table: Table
    units: int
    left_out: tuple[LeftOut, ...]
    percent: float | None
    chance: float | None
    complete: int
    unanimous: int
    fleiss_kappa: float | None
    alpha: float | None
    ac1: float | None
    pairs: tuple[Pair, ...]
    undefined: Mapping[str, str]

    @property
    def analysts(self) -> tuple[str, ...]:
        return self.table.analysts

    def pair(self, a: str, b: str) -> Pair:
        """Two analysts, the first of them as the rows. Raises ValueError for a stranger."""
        for pair in self.pairs:
            if (pair.a, pair.b) == (a, b):
                return pair
            if (pair.a, pair.b) == (b, a):
                return pair.turned()
        raise ValueError(f"{a} and {b} are no pair of this table")


def agreement(
    table: Table | Mapping[str, Sequence[str | None]] | Iterable[Triple],
    left_out: Sequence[LeftOut] | None = None,
) -> Agreement:
    """Measures a table: a ``Table``, a column of tags an analyst, or (item, analyst, tag) triples.

    None, or an empty tag, is missing. ``left_out`` says why items are not counted where
    the caller knows more than that a tag is missing. Raises as ``table.as_table``.
    """
    table = as_table(table)
    units = units_of(table)
    counted = shared(units)
    complete = [unit for unit in units if unit.size == len(table.analysts)]
    undefined: dict[str, str] = {}
    alpha = found(undefined, lambda: krippendorff.alpha(units), "alpha")
    ac1 = found(undefined, lambda: gwet.ac1(units, len(table.tags)), "ac1")
    fleiss = found(undefined, lambda: fleiss_kappa(complete), "fleiss_kappa")
    if not counted:
        undefined = dict.fromkeys(("percent", "fleiss_kappa", "alpha", "ac1"), _why_nothing(table))
    pairs = tuple(pair_of(a, b, met) for (a, b), met in confusions(table).items())
    return Agreement(
        table,
        count(counted),
        left_out_of(table) if left_out is None else tuple(left_out),
        observed(counted, 100) if counted else None,
        100 * krippendorff.chance(counted) if counted else None,
        count(complete),
        _unanimous(complete),
        fleiss,
        alpha,
        ac1,
        pairs,
        undefined | _of_pairs(pairs),
    )


def _why_nothing(table: Table) -> str:
    tagging = sum(any(column) for column in table.columns)
    return (NOBODY, ONE_ANALYST)[tagging] if tagging < 2 else NOTHING_BY_TWO


def _unanimous(complete: Sequence[Unit]) -> int:
    return count(unit for unit in complete if len(unit.counts) == 1)


def _of_pairs(pairs: Iterable[Pair]) -> dict[str, str]:
    return {
        f"pairs.{pair.a}.{pair.b}.{name}": why
        for pair in pairs
        for name, why in pair.measures.undefined.items()
    }
