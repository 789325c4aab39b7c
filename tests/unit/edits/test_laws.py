"""The laws of EDITS.md, held against ordinary and hostile histories with every kind of edit."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits.form import AnalystId, Edit, PartClass, Stamp
from annotator.domain.edits.kinds import KINDS, undoable
from annotator.domain.edits.persons import persons
from annotator.domain.edits.state import state
from annotator.domain.edits.writes import Own
from factories import ANNA
from unit.edits.histories import (
    BEGINNING,
    CUTTING,
    MAKERS,
    TEXTS,
    World,
    counted,
    hostile,
    ordinary,
    seen,
    step,
    union,
)

any_history = st.one_of(ordinary(), hostile())
EVERYTHING_LATER = BEGINNING + 1_000_000


def test_every_kind_of_edit_has_a_maker() -> None:
    assert set(MAKERS) == set(KINDS)


def undo(edit: Edit, at: int, kind: str = "Undo", analyst: AnalystId | None = None) -> Edit:
    with counted(at):
        stamp = Stamp(analyst or edit.header.analyst, at, at)
        return stamp.seal(kind, KINDS[kind].version, (), edit.header.id)


@given(any_history, st.randoms(use_true_random=False), st.integers(0, 30))
def test_merging_is_a_union(history: list[Edit], chance: object, cut: int) -> None:
    """In any order, in any parts, with doubles: one state."""
    once = state(union(history), TEXTS)
    shuffled = list(history)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    merged = union(shuffled[cut:], shuffled[:cut], shuffled[cut // 2 :])
    assert state(merged, TEXTS) == once
    assert state(union(merged, merged), TEXTS) == once


@st.composite
def with_one_more(draw: st.DrawFn) -> tuple[list[Edit], Edit]:
    """A history, and an edit anywhere in it that can be taken back."""
    world = World(draw, steady=False, edits=list(draw(any_history)))
    edit = step(world, [kind for kind in MAKERS if undoable(kind)])
    return world.edits[:-1], edit


@given(with_one_more())
def test_undo_is_as_if_it_had_never_been(drawn: tuple[list[Edit], Edit]) -> None:
    before, edit = drawn
    taken_back = union(before, [edit, undo(edit, EVERYTHING_LATER)])
    assert seen(state(taken_back, TEXTS)) == seen(state(union(before), TEXTS))


@given(with_one_more(), st.integers(1, 6))
def test_redo_is_as_if_it_had_never_been_undone(drawn: tuple[list[Edit], Edit], times: int) -> None:
    before, edit = drawn
    chain = [
        undo(edit, EVERYTHING_LATER + i, "Redo" if i % 2 else "Undo") for i in range(2 * times)
    ]
    assert seen(state(union(before, [edit], chain), TEXTS)) == seen(
        state(union(before, [edit]), TEXTS)
    )


@given(with_one_more())
def test_only_the_same_person_takes_back_and_only_later(drawn: tuple[list[Edit], Edit]) -> None:
    before, edit = drawn
    other = next(one for one in ("f" * 8, "e" * 8) if one != edit.header.analyst[:8])
    stranger = AnalystId(f"{other}-0000-4000-8000-000000000000")
    vain = [undo(edit, EVERYTHING_LATER, analyst=stranger), undo(edit, edit.header.at - 1)]
    assert seen(state(union(before, [edit], vain), TEXTS)) == seen(
        state(union(before, [edit]), TEXTS)
    )


@given(hostile())
def test_parts_that_come_later_make_it_whole(history: list[Edit]) -> None:
    without = [Edit(edit.header, edit.parts[1:]) for edit in history]
    assert state(union(without, history), TEXTS) == state(union(history), TEXTS)
    assert state(union(history, without), TEXTS) == state(union(history), TEXTS)


@given(ordinary(CUTTING))
def test_every_character_is_in_exactly_one_claim(history: list[Edit]) -> None:
    """Under splits, joins, paints and their undoing, by anybody, with any clocks."""
    for article, of in state(union(history), TEXTS).articles.items():
        counts = Counter(at for span in of.live.values() for at in range(*span))
        for at, character in enumerate(TEXTS[article]):
            assert counts[at] == 1 or character.isspace(), (at, character)


@given(any_history)
def test_what_is_live_was_named_and_passages_do_not_overlap(history: list[Edit]) -> None:
    for article, of in state(union(history), TEXTS).articles.items():
        assert of.live.items() <= of.named.items()
        assert all(0 <= s.start < s.end <= len(TEXTS[article]) for s in of.named.values())
        ends = [0, *(passage.end for passage in of.passages)]
        assert all(p.start >= end for p, end in zip(of.passages, ends, strict=False))


@given(any_history)
def test_nobody_writes_what_is_anothers(history: list[Edit]) -> None:
    everything = union(history)
    who = persons(everything)
    for person in {who.of(edit.header.analyst) for edit in everything}:
        alone = [edit for edit in everything if who.of(edit.header.analyst) == person]
        together = state(everything, TEXTS).own
        assert {key: held for key, held in together.items() if key[0] == person} == state(
            alone, TEXTS
        ).own


def test_an_edit_of_an_unknown_kind_is_left_out() -> None:
    writes = ((PartClass.TAGS, None, Own("analyst", ANNA.id, "name", "Anna")),)
    with counted(1):
        edit = Stamp(ANNA.id, BEGINNING, BEGINNING).seal("SetMood", 1, writes)
        later = Stamp(ANNA.id, BEGINNING, BEGINNING).seal("SetName", 2, writes)
        today = Stamp(ANNA.id, BEGINNING, BEGINNING).seal("SetName", 1, writes)
    assert state([edit, later], TEXTS).names() == {}
    assert state([today], TEXTS).names() == {ANNA.id: "Anna"}
