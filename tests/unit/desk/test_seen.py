"""A tag says whose tags of the claim its analyst had been shown before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import importing, tagging, undoing
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ClaimId
from annotator.domain.edits.act import Act
from annotator.domain.edits.blind import AskBlind, Reveal
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.people import Hide
from annotator.domain.edits.reviewing import Submit
from annotator.domain.tags import Tag
from annotator.store import reading
from annotator.store.holding import assessments
from annotator.store.library import Library
from annotator.store.voices import FEW

Opened = Callable[..., OpenLibrary]


@pytest.fixture
def ben(desk: Desk, opened: Opened) -> OpenLibrary:
    """A colleague in the same library, who tagged claim 5."""
    ben = opened("Ben")
    tagging.tag(ben, desk.article, [claim(desk, 5)], Tag.DISPUTED)
    return ben


def claim(desk: Desk, number: int) -> ClaimId:
    index = desk.held.index_of_number(number)
    assert index is not None
    return desk.held.id_at(index)


def tag(desk: Desk, *numbers: int, tag: Tag = Tag.VERIFIED, looked: bool = True) -> None:
    claims = [claim(desk, number) for number in numbers]
    tagging.tag(desk.library, desk.article, claims, tag, looked=looked)


def seen(desk: Desk, number: int) -> tuple[str, ...]:
    library = desk.library
    return reading.assessment(library.store, library.me, claim(desk, number)).seen


def does(library: OpenLibrary, act: Act) -> None:
    library.perform(act)


def test_a_first_tag_saw_nothing(desk: Desk, ben: OpenLibrary) -> None:
    tag(desk, 5)
    assert seen(desk, 5) == ()


def test_a_tag_that_is_changed_saw_what_the_first_one_showed(desk: Desk, ben: OpenLibrary) -> None:
    tag(desk, 5, 6)
    tag(desk, 5, 6, 7, tag=Tag.DISPUTED)
    assert [seen(desk, number) for number in (5, 6, 7)] == [(ben.me,), (), ()]
    tagging.mark_not_checkable(desk.library, desk.article, [claim(desk, 5)], looked=True)
    assert seen(desk, 5) == (ben.me,)


def test_the_command_line_shows_nothing(desk: Desk, ben: OpenLibrary) -> None:
    tag(desk, 5)
    tag(desk, 5, tag=Tag.DISPUTED, looked=False)
    assert seen(desk, 5) == ()


def test_who_looked_or_submitted_has_seen(desk: Desk, ben: OpenLibrary) -> None:
    tagging.tag(ben, desk.article, [claim(desk, 6), claim(desk, 7)], Tag.DISPUTED)
    does(desk.library, Reveal(desk.article, claim(desk, 5)))
    tag(desk, 5, 6)
    assert [seen(desk, number) for number in (5, 6)] == [(ben.me,), ()]
    does(desk.library, Submit(desk.article))
    tagging.mark_not_checkable(desk.library, desk.article, [claim(desk, 7)], looked=True)
    assert seen(desk, 7) == (ben.me,)


def test_blind_nothing_was_shown_until_the_pass_is_submitted(desk: Desk, ben: OpenLibrary) -> None:
    does(ben, AskBlind(desk.article))
    tag(desk, 5)
    tag(desk, 5, tag=Tag.DISPUTED)
    assert seen(desk, 5) == ()
    does(desk.library, Submit(desk.article))
    tag(desk, 5)
    assert seen(desk, 5) == (ben.me,)


def test_a_hidden_colleague_was_not_shown(desk: Desk, ben: OpenLibrary) -> None:
    does(desk.library, Hide(AnalystId(ben.me), True))
    tag(desk, 5)
    tag(desk, 5, tag=Tag.DISPUTED)
    assert seen(desk, 5) == ()


@pytest.mark.parametrize("how", ["cleared", "undone"])
def test_what_was_shown_once_counts_for_good(desk: Desk, ben: OpenLibrary, how: str) -> None:
    tag(desk, 5)
    if how == "cleared":
        tagging.clear(desk.library, desk.article, [claim(desk, 5)])
    else:
        undoing.undo(desk.library, desk.article)
    tag(desk, 5, tag=Tag.DISPUTED)
    assert seen(desk, 5) == (ben.me,)


@pytest.mark.parametrize("how", ["cleared", "undone"])
def test_what_came_after_one_s_tag_had_gone_was_not_shown(
    desk: Desk, ben: OpenLibrary, how: str
) -> None:
    tag(desk, 6)
    if how == "cleared":
        tagging.clear(desk.library, desk.article, [claim(desk, 6)])
    else:
        undoing.undo(desk.library, desk.article)
    tagging.tag(ben, desk.article, [claim(desk, 6)], Tag.VERIFIED)
    tag(desk, 6, tag=Tag.DISPUTED)
    assert seen(desk, 6) == ()


def test_who_was_seen_and_then_hidden_was_seen(desk: Desk, ben: OpenLibrary) -> None:
    tag(desk, 5)
    tag(desk, 5, tag=Tag.DISPUTED)
    does(desk.library, Hide(AnalystId(ben.me), True))
    tag(desk, 5)
    assert seen(desk, 5) == (ben.me,)


@pytest.mark.parametrize("submitted", [False, True])
def test_many_claims_at_once_are_told_alike(opened: Opened, submitted: bool) -> None:
    """More than are looked up one by one: what is true of each is found for all."""
    library, ben = opened("Ada"), opened("Ben")
    text = "A title\n\n" + "\n\n".join(f"Sentence number {n}." for n in range(FEW + 100))
    desk = Desk(library)
    desk.open(importing.save(library, importing.prepare_pasted(text)).article)
    every = [desk.held.id_at(index) for index in range(len(desk.held))]
    tagging.tag(ben, desk.article, every[: FEW + 50], Tag.DISPUTED)

    def tag_all(tag: Tag) -> None:
        tagging.tag(library, desk.article, every, tag, looked=True)

    def all_seen() -> list[tuple[str, ...]]:
        found = assessments(library.store, library.me, every)
        return [found[claim].seen for claim in every]

    tag_all(Tag.VERIFIED)
    assert set(all_seen()) == {()}
    if submitted:
        does(library, Submit(desk.article))
    tagging.clear(library, desk.article, every)
    tag_all(Tag.UNATTRIBUTED)
    seen = [(ben.me,)] * (FEW + 50) + [()] * (len(every) - FEW - 50)
    assert all_seen() == seen
    tag_all(Tag.DISPUTED)
    assert all_seen() == seen


def test_who_works_alone_is_asked_one_question(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key must not wait for what only concerns those who have colleagues."""
    asked: list[str] = []
    real = Library.rows

    def rows(self: Library, sql: str, params: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append(sql)
        return real(self, sql, params)

    with monkeypatch.context() as patched:
        patched.setattr(Library, "rows", rows)
        tag(desk, 5)
        alone, asked = asked, []
        tag(desk, 6, looked=False)
    assert len(alone) == len(asked) + 1
    (extra,) = [sql for sql in alone if sql not in asked]
    steps = desk.library.store.rows("EXPLAIN QUERY PLAN " + extra, ("x", "y"))
    scans = [step[3] for step in steps if step[3].startswith("SCAN")]
    assert scans in ([], ["SCAN CONSTANT ROW"])
