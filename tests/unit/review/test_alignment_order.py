"""Order, by comparison with trying everything."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.review.order import (
    Candidate,
    between,
    in_every_longest,
    likest_in_order,
    only_ones,
)


def rises(numbers):
    return all(one < other for one, other in pairwise(numbers))


@given(st.permutations(range(7)))
def test_in_order_is_what_every_longest_order_has(targets):
    rising = [
        set(chosen)
        for size in range(len(targets) + 1)
        for chosen in combinations(targets, size)
        if rises(chosen)
    ]
    most = max(map(len, rising))
    everywhere = set.intersection(*(chosen for chosen in rising if len(chosen) == most))
    assert in_every_longest(targets) == [target in everywhere for target in targets]


def test_nothing_is_in_order_with_nothing():
    assert in_every_longest([]) == []


CANDIDATES = st.lists(
    st.builds(Candidate, st.integers(0, 4), st.integers(0, 4), st.sampled_from([0.5, 0.75, 1.0])),
    max_size=8,
    unique_by=lambda candidate: candidate[:2],
)


@given(CANDIDATES)
def test_the_likest_in_order_are_as_like_as_any(candidates):
    chosen = likest_in_order(candidates)
    assert rises([one.here for one in chosen])
    assert rises([one.there for one in chosen])
    best = max(
        sum(one.likeness for one in some)
        for size in range(len(candidates) + 1)
        for some in combinations(sorted(candidates), size)
        if rises([one.here for one in some]) and rises([one.there for one in some])
    )
    assert sum(one.likeness for one in chosen) == best


def test_only_what_stands_once_in_both_is_paired():
    assert only_ones(range(4), range(4), "abbc".__getitem__, "cbad".__getitem__) == [(0, 2), (3, 0)]


def test_stretches_lie_between_the_same_anchors():
    found = between([(2, 1), (5, 6)], [0, 1, 3, 4, 7], [0, 2, 3])
    assert list(found) == [([0, 1], [0]), ([3, 4], [2, 3])]
