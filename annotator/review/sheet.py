"""Everything that was measured as rows of one table, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from annotator.review.agreement import Agreement
from annotator.review.pairs import Measures, Pair


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; what a part of the sheet does not have is None.

    ``part`` is "all", "pair", "tag or not", "confusion" or "left out". In "confusion"
    ``units`` counts the items that ``a`` gave ``tag`` and ``b`` gave ``tag_of_b``; in
    "all" ``by_chance`` is in 100, elsewhere a number of items. ``why`` is why items were
    left out, or why statistics are undefined.
    """

    part: str
    a: str | None = None
    b: str | None = None
    tag: str | None = None
    tag_of_b: str | None = None
    units: int | None = None
    agreed: int | None = None
    by_chance: float | None = None
    percent: float | None = None
    kappa: float | None = None
    kappa_low: float | None = None
    kappa_high: float | None = None
    fleiss_kappa: float | None = None
    alpha: float | None = None
    ac1: float | None = None
    why: str | None = None

    def cells(self) -> list[str | int | float | None]:
        """In the order of ``HEAD``."""
        return [getattr(self, name) for name in HEAD]


HEAD = tuple(field.name for field in fields(SheetRow))


def sheet(found: Agreement) -> Iterator[SheetRow]:
    """All together, every pair, every pair's tags and confusion table, and what was left out."""
    yield SheetRow(
        "all",
        units=found.units,
        by_chance=found.chance,
        percent=found.percent,
        fleiss_kappa=found.fleiss_kappa,
        alpha=found.alpha,
        ac1=found.ac1,
        why=_why({name: why for name, why in found.undefined.items() if "." not in name}),
    )
    for pair in found.pairs:
        yield from _of_pair(pair)
    for group in found.left_out:
        yield SheetRow("left out", units=group.units, why=group.why)


def _of_pair(pair: Pair) -> Iterator[SheetRow]:
    yield _measures(pair, "pair", None, pair.measures)
    for tag in pair.tags_used:
        yield _measures(pair, "tag or not", tag, pair.tag_or_not(tag))
    for (first, second), units in pair.confusion.counts.items():
        yield SheetRow("confusion", pair.a, pair.b, first, second, units)


def _measures(pair: Pair, part: str, tag: str | None, of: Measures) -> SheetRow:
    return SheetRow(
        part,
        pair.a,
        pair.b,
        tag,
        units=of.units,
        agreed=of.agreed,
        by_chance=of.chance,
        percent=of.percent,
        kappa=of.kappa,
        kappa_low=of.low,
        kappa_high=of.high,
        alpha=of.alpha,
        ac1=of.ac1,
        why=_why(of.undefined),
    )


def _why(undefined: Mapping[str, str]) -> str | None:
    return "; ".join(f"{name}: {why}" for name, why in undefined.items()) or None
