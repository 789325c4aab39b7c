"""Filters of claims: moving among those that are let through, against looking at every claim."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Span
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.only import Only, Stands, WereDrawn
from pages import page_of

BLANK = page_of(*["⟦One ⟦inside⟧ and ⟦another⟧⟧ ⟦begins.⟧ ⟦So it ends.⟧"] * 2)
INDICES = range(len(BLANK))
STANDINGS = st.lists(st.sampled_from(Standing), min_size=len(BLANK), max_size=len(BLANK))
PICKED = st.sets(st.sampled_from(INDICES))


def standing(standings: list[Standing]) -> Snapshot:
    return replace(BLANK, standings=bytes(standings), _counts={})


def agrees(only: Only, page: Snapshot) -> None:
    through = [index for index in INDICES if only.lets(page, index)]
    assert only.count(page) == len(through)
    for at in (-1, *INDICES):
        assert only.step(page, at, 1) == min((i for i in through if i > at), default=None)
        assert only.step(page, at, -1) == max((i for i in through if i < at), default=None)


@given(STANDINGS, st.sampled_from([one for one in Standing if one is not Standing.FURNITURE]))
def test_those_that_stand_so(standings: list[Standing], wanted: Standing) -> None:
    page = standing(standings)
    assert [i for i in INDICES if Stands(wanted).lets(page, i)] == [
        i for i in INDICES if page.standing(i) is wanted
    ]
    agrees(Stands(wanted), page)


@given(STANDINGS, PICKED)
def test_those_that_were_drawn(standings: list[Standing], picked: set[int]) -> None:
    """A claim that was cut since is none, and page furniture is none."""
    page = standing(standings)
    gone = Span(BLANK.starts[2], BLANK.ends[2] + 1)
    only = WereDrawn.of([*map(BLANK.span, picked), gone])
    live = [i for i in INDICES if i in picked and page.standing(i) is not Standing.FURNITURE]
    assert [i for i in INDICES if only.lets(page, i)] == live
    agrees(only, page)
    for after in (-1, *INDICES):
        untagged = [i for i in live if page.standing(i) is Standing.UNTAGGED and i != after]
        following = [i for i in untagged if i > after] + untagged
        assert only.next_untagged(page, after) == (following[0] if following else None)
