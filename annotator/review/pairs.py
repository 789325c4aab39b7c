"""Everything that is measured of two analysts, over the items that both tagged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.review import cohen, gwet, krippendorff
from annotator.review.confusion import Confusion
from annotator.review.undefined import NOTHING_BY_BOTH, found


@dataclass(frozen=True, slots=True)
class Measures:
    """The statistics of one confusion table; None where one is undefined.

    ``units`` are the items both tagged, ``agreed`` those on which they agree,
    ``chance`` on how many they would agree by chance (Cohen's), ``percent`` 0 to 100.
    ``low`` and ``high`` are kappa's 95 % interval. All of them, AC1's chance too, are of
    these same items, so that the confusion table proves every one of them.
    ``undefined`` gives for each name that is None (``kappa``, ``kappa_low``, …) its reason.
    """

    units: int
    agreed: int
    chance: float | None
    percent: float | None
    kappa: float | None
    low: float | None
    high: float | None
    alpha: float | None
    ac1: float | None
    undefined: Mapping[str, str]

    @property
    def interval(self) -> tuple[float, float] | None:
        """Kappa's interval to be shown, within −1 and 1; None where there is none or it has no width.

        The formula is one for large samples: of few items it may say more than kappa can
        be, and of items that are all alike it says nothing.
        """
        if self.low is None or self.high is None or self.low == self.high:
            return None
        return max(-1.0, self.low), min(1.0, self.high)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two analysts, ``a`` being the rows of the confusion table and ``b`` its columns."""

    a: str
    b: str
    confusion: Confusion
    measures: Measures

    @property
    def units(self) -> int:
        """How many items both tagged."""
        return self.measures.units

    @property
    def tags_used(self) -> tuple[str, ...]:
        """The tags that either of them gave an item both tagged, in their order."""
        used = self.confusion.first + self.confusion.second
        return tuple(tag for tag in self.confusion.tags if used[tag])

    def turned(self) -> Pair:
        """The same seen from the other's side."""
        return Pair(self.b, self.a, self.confusion.turned(), self.measures)

    def tag_or_not(self, tag: str) -> Measures:
        """The same statistics where only this tag is told from all others together."""
        return measure(self.confusion.tag_or_not(tag))


def pair_of(a: str, b: str, confusion: Confusion) -> Pair:
    return Pair(a, b, confusion, measure(confusion))


def measure(table: Confusion) -> Measures:
    """The statistics of a confusion table."""
    undefined: dict[str, str] = {}
    units, agreed = table.units, table.agreed
    by_chance = found(undefined, lambda: cohen.chance(table), "chance")
    kappa = found(undefined, lambda: cohen.cohen_kappa(table), "kappa", "kappa_low", "kappa_high")
    counted = table.as_units()
    alpha = found(undefined, lambda: krippendorff.alpha(counted), "alpha")
    ac1 = found(undefined, lambda: gwet.ac1(counted, len(table.tags)), "ac1")
    if not units:
        undefined = dict.fromkeys(("percent", *undefined), NOTHING_BY_BOTH)
    return Measures(
        units,
        agreed,
        by_chance,
        100 * agreed / units if units else None,
        kappa.value if kappa else None,
        kappa.low if kappa else None,
        kappa.high if kappa else None,
        alpha,
        ac1,
        undefined,
    )
