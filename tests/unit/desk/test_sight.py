"""What Annotate shows of colleagues: nothing while blind, how many before one judged, then who."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import notes, passes, sight, tagging
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Audience
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.people import Hide
from annotator.domain.tags import Standing, Tag
from annotator.store.judging import sight_of

Opened = Callable[..., OpenLibrary]


@pytest.fixture
def ben(desk: Desk, opened: Opened) -> OpenLibrary:
    """Ben and Chloé judged claim 1, he 2 as well."""
    ben, chloe = opened("Ben"), opened("Chloé")
    tagging.tag(ben, desk.article, [desk.held.id_at(index) for index in (1, 2)], Tag.DISPUTED)
    notes.write_note(ben, desk.article, desk.held.id_at(1), "the map differs")
    tagging.mark_not_checkable(chloe, desk.article, [desk.held.id_at(1)])
    notes.write_note(chloe, desk.article, desk.held.id_at(1), "mine", audience=Audience.ME)
    return ben


def shown(desk: Desk, index: int) -> sight.ColleaguesView:
    return sight.colleagues(desk.library, desk.held, index)


def tag(desk: Desk, index: int) -> None:
    tagging.tag(desk.library, desk.article, [desk.held.id_at(index)], Tag.VERIFIED)


def test_nobody_else_is_there(desk: Desk) -> None:
    tag(desk, 1)
    assert shown(desk, 1) == sight.NOBODY
    assert shown(desk, 1).in_words == ""


def test_before_one_judged_it_says_how_many_did(desk: Desk, ben: OpenLibrary) -> None:
    assert [shown(desk, index).in_words for index in (1, 2, 3)] == [
        "2 colleagues judged this claim",
        "A colleague judged this claim",
        "",
    ]
    assert not shown(desk, 1).shown
    assert shown(desk, 1).voices == ()


def test_then_it_says_who_and_with_which_note(desk: Desk, ben: OpenLibrary) -> None:
    tag(desk, 1)
    found = shown(desk, 1)
    assert found.shown
    said = [(one.analyst.name, one.standing, one.assessment.note) for one in found.voices]
    assert said == [
        ("Ben", Standing.DISPUTED, "the map differs"),
        ("Chloé", Standing.NOT_CHECKABLE, ""),
    ]
    assert not shown(desk, 2).shown


def test_looking_is_logged_and_shows_one_claim_or_all(desk: Desk, ben: OpenLibrary) -> None:
    assert sight.reveal(desk.library, desk.article, desk.held.id_at(1)) is not None
    assert [shown(desk, index).shown for index in (1, 2)] == [True, False]
    assert sight.reveal(desk.library, desk.article, desk.held.id_at(1)) is None
    tag(desk, 2)
    assert sight.reveal(desk.library, desk.article, desk.held.id_at(2)) is None, "it shows"
    assert sight.reveal(desk.library, desk.article) is not None
    assert sight.reveal(desk.library, desk.article) is None
    assert shown(desk, 3).shown


def test_whom_one_hid_is_not_counted(desk: Desk, ben: OpenLibrary) -> None:
    desk.library.perform(Hide(AnalystId(ben.me), True))
    assert [shown(desk, index).how_many for index in (1, 2)] == [1, 0]
    tag(desk, 1)
    assert [one.analyst.name for one in shown(desk, 1).voices] == ["Chloé"]


def test_blind_nothing_is_told_until_one_submits(desk: Desk, ben: OpenLibrary) -> None:
    assert sight.ask_blind(ben, desk.article) is not None
    assert sight.ask_blind(ben, desk.article) is None
    assert _is_blind(desk.library, desk.article)
    assert not _is_blind(ben, desk.article), "who asked for it is not blind"
    tag(desk, 1)
    assert shown(desk, 1) == sight.BLIND
    passes.submit(desk.library, desk.article)
    assert not _is_blind(desk.library, desk.article)
    assert len(shown(desk, 1).voices) == 2


def test_who_looks_all_the_same_sees_that_claim(desk: Desk, ben: OpenLibrary) -> None:
    sight.ask_blind(ben, desk.article)
    sight.reveal(desk.library, desk.article, desk.held.id_at(1))
    assert len(shown(desk, 1).voices) == 2
    assert shown(desk, 2) == sight.BLIND
    assert _is_blind(desk.library, desk.article)
    sight.reveal(desk.library, desk.article)
    assert shown(desk, 2).shown


def _is_blind(library: OpenLibrary, article: ArticleId) -> bool:
    return sight_of(library.store, article, library.me).blind
