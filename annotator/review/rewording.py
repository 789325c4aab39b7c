"""Which claims say a thing in other words than their counterpart: a proposal, never certain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from annotator.review.order import Candidate, Place, between, likest_in_order, only_ones
from annotator.review.pairing import NOBODY, Pairing
from annotator.review.tokens import bag, likeness, spelling

LEAST = 0.5
"""So much of their words two claims must have in common."""

MOST_COMPARISONS = 200_000
"""So many claims are compared with one another in one alignment.

Stretches are compared from the shortest on. One that would take more than is left is
compared along its diagonal only, as wide as that allows; what is not compared has no
counterpart: it is listed as missing, and nothing is guessed.
"""

REACH = 3
"""So many claims beside one that stands elsewhere are looked at there."""

_MOST_KEPT = 8_192
"""So many claims of each text have their words in memory at once."""


class Reworded(NamedTuple):
    """A pair by likeness. ``elsewhere``: beside claims that moved, not in the reading order;
    ``ambiguous``: another claim would do as well; ``rivals`` are those there.
    """

    here: int
    there: int
    elsewhere: bool
    ambiguous: bool
    rivals: tuple[int, ...] = ()


def pair_reworded(
    pairing: Pairing, anchors: Sequence[Place], here: Sequence[str], there: Sequence[str]
) -> list[Reworded]:
    """Pairs claims that are still free with what stands at the corresponding place.

    The corresponding place lies between the same two anchors (pairs in order, see
    ``Pairing.in_order``) or beside a claim that stands elsewhere.
    """
    wording = _Wording(pairing, set(anchors), here, there)
    spelled = wording.between(anchors, spelling=True)
    closer = sorted([*anchors, *((one.here, one.there) for one in spelled)])
    return [*spelled, *wording.between(closer, spelling=False), *wording.beside_moved()]


class _Wording:
    """What the free claims say, what moved, and how many comparisons are left."""

    def __init__(
        self, pairing: Pairing, anchors: set[Place], here: Sequence[str], there: Sequence[str]
    ) -> None:
        self._pairing = pairing
        paired = ((a, b) for a, b in enumerate(pairing.to_there) if b != NOBODY)
        self._moved = [
            place for place in paired if place not in anchors and place[0] not in pairing.doubtful
        ]
        self._here, self._there = here, there
        self._bag_here = lru_cache(_MOST_KEPT)(lambda index: bag(here[index]))
        self._bag_there = lru_cache(_MOST_KEPT)(lambda index: bag(there[index]))
        self._left = MOST_COMPARISONS

    def between(self, anchors: Sequence[Place], *, spelling: bool) -> list[Reworded]:
        """Between anchors: what differs in spelling and marks only, or what is worded alike."""
        free = self._pairing.free_here, self._pairing.free_there
        found: list[Reworded] = []
        for stretch in sorted(between(anchors, *free), key=_size):
            candidates = self._spelled_alike(*stretch) if spelling else self._alike(*stretch)
            chosen = likest_in_order(candidates)
            self._pairing.pair((one.here, one.there) for one in chosen)
            found += _told(chosen, candidates, elsewhere=False)
        return found

    def _spelled_alike(self, ours: list[int], theirs: list[int]) -> list[Candidate]:
        places = only_ones(
            ours,
            theirs,
            lambda index: spelling(self._here[index]),
            lambda index: spelling(self._there[index]),
        )
        return [Candidate(*place, 1.0) for place in places if spelling(self._here[place[0]])]

    def _alike(self, ours: list[int], theirs: list[int]) -> list[Candidate]:
        """What is worded alike in a stretch, or along its diagonal where it is too large."""
        width = min(len(theirs), self._left // len(ours))
        self._left -= width * len(ours)
        places: list[Place] = []
        for row, index in enumerate(ours):
            middle = row * len(theirs) // len(ours)
            first = max(0, min(middle - width // 2, len(theirs) - width))
            places += ((index, other) for other in theirs[first : first + width])
        if len(theirs) > len(ours):
            places.sort(key=lambda place: place[1])
        return self._compared(places)

    def beside_moved(self) -> list[Reworded]:
        """Next to claims that stand elsewhere: the likest first, each claim once."""
        steps = product(self._moved, (1, -1))
        places = {place for pair, step in steps for place in self._beside(pair, step)}
        candidates = self._compared(sorted(places)[: self._left])
        chosen: list[Candidate] = []
        for one in sorted(candidates, key=lambda candidate: -candidate.likeness):
            if self._pairing.to_there[one.here] == NOBODY == self._pairing.to_here[one.there]:
                self._pairing.pair([(one.here, one.there)])
                chosen.append(one)
        return _told(chosen, candidates, elsewhere=True)

    def _beside(self, pair: Place, step: int) -> Iterator[Place]:
        """Free claims next to a pair, here with there, up to the first that is paired."""
        ours = _run(self._pairing.to_there, pair[0], step)
        theirs = _run(self._pairing.to_here, pair[1], step)
        return product(ours, theirs)

    def _compared(self, places: Iterable[Place]) -> list[Candidate]:
        ours, theirs = self._bag_here, self._bag_there
        compared = (Candidate(a, b, likeness(ours(a), theirs(b))) for a, b in places)
        return [candidate for candidate in compared if candidate.likeness >= LEAST]


def _size(stretch: tuple[list[int], list[int]]) -> int:
    return len(stretch[0]) * len(stretch[1])


def _run(partners: Sequence[int], start: int, step: int) -> list[int]:
    run: list[int] = []
    at = start + step
    while len(run) < REACH and 0 <= at < len(partners) and partners[at] == NOBODY:
        run.append(at)
        at += step
    return run


def _told(
    chosen: Sequence[Candidate], candidates: Sequence[Candidate], *, elsewhere: bool
) -> list[Reworded]:
    """The chosen ones; ambiguous where another candidate for either claim is as alike."""
    by_here = defaultdict[int, list[Candidate]](list)
    by_there = defaultdict[int, list[Candidate]](list)
    for candidate in candidates:
        by_here[candidate.here].append(candidate)
        by_there[candidate.there].append(candidate)
    found = []
    for one in chosen:
        rivals = tuple(sorted(other.there for other in _as_alike(one, by_here[one.here])))
        ambiguous = bool(rivals) or any(_as_alike(one, by_there[one.there]))
        found.append(Reworded(one.here, one.there, elsewhere, ambiguous, rivals))
    return found


def _as_alike(chosen: Candidate, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The other candidates for the same claim that are no less alike."""
    return (one for one in candidates if one.likeness >= chosen.likeness and one[:2] != chosen[:2])
