"""What stands in the same order in two texts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)

Place = tuple[int, int]
"""A claim here and its counterpart there, each by its index."""


class Candidate(NamedTuple):
    """Two claims that might be one, and how alike they are (above 0, to 1)."""

    here: int
    there: int
    likeness: float


def only_ones(
    here: Iterable[int],
    there: Iterable[int],
    key_here: Callable[[int], Key],
    key_there: Callable[[int], Key],
) -> list[Place]:
    """What has a key that stands once here and once there, in the order here."""
    once_here, once_there = _once(here, key_here), _once(there, key_there)
    return [(index, once_there[key]) for key, index in once_here.items() if key in once_there]


def _once(indices: Iterable[int], key: Callable[[int], Key]) -> dict[Key, int]:
    first, more = dict[Key, int](), set[Key]()
    for index in indices:
        name = key(index)
        if name in first:
            more.add(name)
        else:
            first[name] = index
    for name in more:
        del first[name]
    return first


def in_every_longest(targets: Sequence[int]) -> list[bool]:
    """Which of these distinct numbers are in every longest rising subsequence.

    Where two claims have changed places nobody can say which of them moved, so
    neither counts as standing in order; and it is the same seen from either text.
    n log n (patience sorting, from both ends).
    """
    before = _ranks(targets)
    after = _ranks([-target for target in reversed(targets)])[::-1]
    longest = max(before, default=0)
    reaching = [a + b == longest + 1 for a, b in zip(before, after, strict=True)]
    of_rank = Counter(rank for rank, reaches in zip(before, reaching, strict=True) if reaches)
    return [reaches and of_rank[rank] == 1 for rank, reaches in zip(before, reaching, strict=True)]


def _ranks(targets: Iterable[int]) -> list[int]:
    """For each number the length of the longest rising subsequence that ends with it."""
    tails: list[int] = []
    ranks: list[int] = []
    for target in targets:
        at = bisect_left(tails, target)
        tails[at : at + 1] = [target]
        ranks.append(at + 1)
    return ranks


def between(
    anchors: Sequence[Place], here: Iterable[int], there: Iterable[int]
) -> Iterator[tuple[list[int], list[int]]]:
    """What lies between the same two anchors here and there; anchors rise in both.

    A stretch in which either text has nothing is left out.
    """
    firsts, seconds = [a for a, _ in anchors], [b for _, b in anchors]
    stretches = defaultdict[int, tuple[list[int], list[int]]](lambda: ([], []))
    for index in here:
        stretches[bisect_left(firsts, index)][0].append(index)
    for index in there:
        stretches[bisect_left(seconds, index)][1].append(index)
    for left, right in stretches.values():
        if left and right:
            yield left, right


def likest_in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those of the candidates that rise in both texts and are most alike taken together.

    The heaviest rising subsequence, by a Fenwick tree of maxima (Fenwick 1994): n log n.
    """
    ordered = sorted(candidates, key=lambda candidate: (candidate.here, -candidate.there))
    place = {there: n for n, there in enumerate(sorted({c.there for c in ordered}), 1)}
    heaviest = [0.0] * (len(place) + 1)
    last = [-1] * (len(place) + 1)
    before: list[int] = []
    for number, candidate in enumerate(ordered):
        at = place[candidate.there]
        weight, previous = _best_below(heaviest, last, at - 1)
        before.append(previous)
        _raise(heaviest, last, at, weight + candidate.likeness, number)
    chain = []
    number = _best_below(heaviest, last, len(place))[1]
    while number >= 0:
        chain.append(ordered[number])
        number = before[number]
    return chain[::-1]


def _best_below(heaviest: Sequence[float], last: Sequence[int], at: int) -> tuple[float, int]:
    weight, number = 0.0, -1
    while at:
        if heaviest[at] > weight:
            weight, number = heaviest[at], last[at]
        at &= at - 1
    return weight, number


def _raise(heaviest: list[float], last: list[int], at: int, weight: float, number: int) -> None:
    while at < len(heaviest):
        if weight > heaviest[at]:
            heaviest[at], last[at] = weight, number
        at += at & -at
