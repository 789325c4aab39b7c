"""Several analysts at once: the cells they meet in, and the statistics of one tag "or not"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.agreement import agreement
from annotator.review.table import OUR_TAGS, Table
from annotator.review.together import Meetings, tag_or_not, together
from annotator.review.undefined import NOTHING_BY_ALL, NOTHING_BY_TWO, ONE_TAG
from annotator.review.units import units_of

CODES = range(1, 4)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    analysts = draw(st.integers(0, 5))
    items = draw(st.integers(0, 12))
    column = st.lists(st.integers(0, 3), min_size=items, max_size=items)
    columns = tuple(bytes(draw(column)) for _ in range(analysts))
    return Table(tuple("ABCDE"[:analysts]), range(items), OUR_TAGS, columns)


def tags_of(table: Table, item: int) -> list[int]:
    return [column[item] for column in table.columns if column[item]]


@given(tables())
def test_a_cell_holds_what_some_gave_one_tag_and_some_the_other(table: Table) -> None:
    found = Meetings(table)
    for x in CODES:
        for y in CODES:
            expected = tuple(
                item
                for item in range(len(table.items))
                if (
                    {x, y} <= set(tags_of(table, item))
                    if x != y
                    else len(tags_of(table, item)) > 1 and set(tags_of(table, item)) == {x}
                )
            )
            assert found.places(x - 1, y - 1) == expected
            assert found.count(x - 1, y - 1) == len(expected)


@given(tables())
def test_shared_items_are_those_with_two_tags_or_more(table: Table) -> None:
    expected = [item for item in range(len(table.items)) if len(tags_of(table, item)) > 1]
    assert list(Meetings(table).shared()) == expected


@given(tables())
def test_all_tags_together_give_what_agreement_gives(table: Table) -> None:
    whole = agreement(table)
    found = together(units_of(table), len(table.analysts), len(table.tags))
    assert (found.units, found.complete, found.unanimous) == (
        whole.units,
        whole.complete,
        whole.unanimous,
    )
    for name in ("percent", "chance", "fleiss_kappa", "alpha", "ac1"):
        assert getattr(found, name) == getattr(whole, name)


@given(tables(), st.sampled_from(CODES))
def test_one_tag_or_not_is_measured_as_a_table_of_two_tags(table: Table, code: int) -> None:
    columns = tuple(
        bytes(0 if not each else 1 if each == code else 2 for each in column)
        for column in table.columns
    )
    collapsed = agreement(Table(table.analysts, table.items, ("it", "not"), columns))
    found = together(tag_or_not(units_of(table), code), len(table.analysts), 2)
    assert (found.units, found.complete, found.unanimous) == (
        collapsed.units,
        collapsed.complete,
        collapsed.unanimous,
    )
    for name in ("percent", "chance", "fleiss_kappa", "alpha", "ac1"):
        expected = getattr(collapsed, name)
        assert getattr(found, name) == (None if expected is None else pytest.approx(expected))


def test_what_is_undefined_says_why() -> None:
    table = Table(("A", "B", "C"), range(2), OUR_TAGS, (b"\1\1", b"\1\0", b"\0\1"))
    found = together(units_of(table), 3, 3)
    assert found.undefined == {"fleiss_kappa": NOTHING_BY_ALL, "alpha": ONE_TAG}
    nothing = together([], 3, 3)
    assert nothing.percent is None
    assert nothing.chance is None
    assert nothing.undefined["alpha"] == NOTHING_BY_TWO
