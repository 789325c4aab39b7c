"""The tree of heights against a plain sum."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.page.heights import Heights

HEIGHTS = st.lists(st.integers(0, 500), min_size=1, max_size=200)


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 900)), max_size=30))
def test_tops_are_sums_whatever_changes(each: list[int], changes: list[tuple[int, int]]) -> None:
    heights = Heights(each)
    for where, height in changes:
        each[where % len(each)] = height
        heights[where % len(each)] = height
    assert [heights.top(i) for i in range(len(each) + 1)] == [
        sum(each[:i]) for i in range(len(each) + 1)
    ]
    assert heights.total == sum(each)
    assert [heights[i] for i in range(len(heights))] == each


@given(st.lists(st.integers(1, 500), min_size=1, max_size=200), st.floats(-50, 60_000))
def test_the_block_at_a_place_holds_it(each: list[int], y: float) -> None:
    heights = Heights(each)
    found = heights.at(y)
    if y < 0:
        assert found == 0
    elif y >= heights.total:
        assert found == len(each) - 1
    else:
        assert heights.top(found) <= y < heights.top(found + 1)


def test_an_empty_page_has_no_height() -> None:
    assert Heights([]).total == 0
    assert len(Heights([])) == 0
