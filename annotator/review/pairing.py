"""Which claims of two texts have the same quotation and belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from annotator.review.order import Place, between, in_every_longest, only_ones

NOBODY = -1


class Pairing:
    """Who belongs to whom, by index; grows while claims are paired.

    ``doubtful`` are claims here whose counterpart was taken by its place among
    several that would do as well.
    """

    def __init__(self, here: int, there: int) -> None:
        self.to_there = [NOBODY] * here
        self.to_here = [NOBODY] * there
        self.doubtful = set[int]()

    def pair(self, places: Iterable[Place]) -> None:
        for here, there in places:
            self.to_there[here] = there
            self.to_here[there] = here

    @property
    def free_here(self) -> list[int]:
        return [index for index, other in enumerate(self.to_there) if other == NOBODY]

    @property
    def free_there(self) -> list[int]:
        return [index for index, other in enumerate(self.to_here) if other == NOBODY]

    def in_order(self) -> list[Place]:
        """The pairs that stand in the same order in both texts beyond doubt, rising in both."""
        places = [
            (here, there)
            for here, there in enumerate(self.to_there)
            if there != NOBODY and here not in self.doubtful
        ]
        stands = in_every_longest([there for _, there in places])
        return [place for place, steady in zip(places, stands, strict=True) if steady]


def pair_quotations(here: Sequence[str], there: Sequence[str]) -> Pairing:
    """Pairs every claim whose quotation is left in the other text.

    First what stands once in each; then what has the same claims around it; then by
    order, where between two claims that are certain both texts have it equally often;
    then what is left over. Each step is one walk over both texts, however often
    anything repeats.
    """
    pairing = Pairing(len(here), len(there))
    pairing.pair(
        only_ones(range(len(here)), range(len(there)), here.__getitem__, there.__getitem__)
    )
    _by_surroundings(pairing, here, there)
    _by_order(pairing, here, there)
    return pairing


def _by_surroundings(pairing: Pairing, here: Sequence[str], there: Sequence[str]) -> None:
    """By the claims before and after, then by one of them where nothing contradicts."""
    ours, theirs = _framed(here), _framed(there)
    pairing.pair(_same_slice(pairing, ours, theirs, 0, 3))
    places = {*_same_slice(pairing, ours, theirs, 0, 2), *_same_slice(pairing, ours, theirs, 1, 3)}
    claimed_here = Counter(place[0] for place in places)
    claimed_there = Counter(place[1] for place in places)
    pairing.pair(
        place for place in places if claimed_here[place[0]] == 1 == claimed_there[place[1]]
    )


_Framed = Sequence[str | None]


def _framed(quotations: Sequence[str]) -> _Framed:
    return [None, *quotations, None]


def _same_slice(
    pairing: Pairing, ours: _Framed, theirs: _Framed, first: int, limit: int
) -> list[Place]:
    """Free claims by what stands from one before (0) to one after (3)."""
    return only_ones(
        pairing.free_here,
        pairing.free_there,
        lambda index: tuple(ours[index + first : index + limit]),
        lambda index: tuple(theirs[index + first : index + limit]),
    )


def _by_order(pairing: Pairing, here: Sequence[str], there: Sequence[str]) -> None:
    """By order between two anchors, and last by order over the whole text.

    It is beyond doubt where a stretch has a quotation as often in both texts, or
    where one claim of it is left over in each.
    """
    doubted = set[str]()
    stretches = list(between(pairing.in_order(), pairing.free_here, pairing.free_there))
    for ours, theirs in stretches:
        for quotation, places, steady in _repeated(here, there, ours, theirs):
            _pair_repeated(pairing, places, doubtful=not steady)
            if not steady:
                doubted.add(quotation)
    left = _repeated(here, there, pairing.free_here, pairing.free_there)
    for quotation, places, steady in left:
        certain = steady and len(places) == 1 and quotation not in doubted
        _pair_repeated(pairing, places, doubtful=not certain)


def _repeated(
    here: Sequence[str], there: Sequence[str], ours: Iterable[int], theirs: Iterable[int]
) -> list[tuple[str, list[Place], bool]]:
    """Quotations of both stretches, paired by order, and whether both have them equally often."""
    stands = defaultdict[str, tuple[list[int], list[int]]](lambda: ([], []))
    for index in ours:
        stands[here[index]][0].append(index)
    for index in theirs:
        stands[there[index]][1].append(index)
    return [
        (quotation, list(zip(left, right, strict=False)), len(left) == len(right))
        for quotation, (left, right) in stands.items()
        if left and right
    ]


def _pair_repeated(pairing: Pairing, places: list[Place], *, doubtful: bool) -> None:
    pairing.pair(places)
    if doubtful:
        pairing.doubtful.update(here for here, _ in places)
