"""Comments in threads: one's own words, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import commenting, passes, sight, undoing
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.words import LONGEST
from annotator.domain.article import ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.store import log
from annotator.store.write import absorb

Opened = Callable[..., OpenLibrary]


@pytest.fixture
def ben(desk: Desk, opened: Opened) -> OpenLibrary:
    return opened("Ben")


def claim(desk: Desk, index: int = 1) -> ClaimId:
    return desk.held.id_at(index)


def said(desk: Desk, library: OpenLibrary | None = None) -> list[str]:
    found = commenting.thread(library or desk.library, desk.article, claim(desk))
    return [one.text for one in found]


def ask(desk: Desk, library: OpenLibrary, text: str = "which map?") -> str:
    return commenting.comment(library, desk.article, claim(desk), text).edits[-1].header.id


def test_a_comment_and_its_answers_stand_together(desk: Desk, ben: OpenLibrary) -> None:
    first = ask(desk, ben)
    ask(desk, desk.library, "another matter")
    answer = commenting.answer(desk.library, desk.article, first, " the survey's\r\none ")
    deeper = answer.edits[-1].header.id[:8]
    commenting.answer(ben, desk.article, deeper, "thanks")
    assert said(desk) == ["which map?", "the survey's\none", "thanks", "another matter"]
    other = commenting.thread(desk.library, desk.article, claim(desk, 2))
    assert other == ()


def test_one_words_one_s_own_otherwise(desk: Desk, ben: OpenLibrary) -> None:
    first = ask(desk, ben)
    assert commenting.word_otherwise(ben, desk.article, first, "which of the maps?") is not None
    assert commenting.word_otherwise(ben, desk.article, first, "which of the maps? ") is None
    with pytest.raises(AnnotatorError, match="a colleague's comment"):
        commenting.word_otherwise(desk.library, desk.article, first, "x")
    with pytest.raises(AnnotatorError, match="a colleague's comment"):
        commenting.take_away(desk.library, desk.article, first)
    assert said(desk) == ["which of the maps?"]


@pytest.mark.parametrize("how", ["taken away", "worded with nothing"])
def test_what_is_taken_away_leaves_its_place_to_the_answers(
    desk: Desk, ben: OpenLibrary, how: str
) -> None:
    first = ask(desk, ben)
    commenting.answer(desk.library, desk.article, first, "the survey's one")
    if how == "taken away":
        commenting.take_away(ben, desk.article, first)
    else:
        commenting.word_otherwise(ben, desk.article, first, " ")
    gone, answer = commenting.thread(desk.library, desk.article, claim(desk))
    assert (gone.gone, gone.text) == (True, "")
    assert answer.answers == first
    with pytest.raises(AnnotatorError, match="no comment"):
        commenting.answer(desk.library, desk.article, first, "but")
    undoing.redo(ben, desk.article)
    assert said(desk) == ["which map?", "the survey's one"]


def test_a_comment_from_another_machine_is_emptied(desk: Desk, opened: Opened) -> None:
    first = ask(desk, opened("Ben"))
    absorb(opened("Ada", "elsewhere.db").store, log.all_edits(desk.library.store), {})
    elsewhere = opened("Ben", "elsewhere.db")
    done = commenting.take_away(elsewhere, desk.article, first)
    assert done.edits[-1].header.kind == "EditComment"
    assert said(desk, elsewhere) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (" \n", "empty"),
        ("a\0b", "NUL"),
        ("\ud83d", "half of a character"),
        ("x" * (LONGEST + 1), "longer than"),
    ],
)
def test_what_is_no_comment_is_refused(desk: Desk, text: str, says: str) -> None:
    first = ask(desk, desk.library)
    for act in (
        lambda: commenting.comment(desk.library, desk.article, claim(desk), text),
        lambda: commenting.answer(desk.library, desk.article, first, text),
    ):
        with pytest.raises(AnnotatorError, match=says):
            act()
    assert said(desk) == ["which map?"]


@pytest.mark.parametrize("wanted", ["", "x", "aaaa", "00000000-0000-4000-8000-000000000000"])
def test_there_is_no_such_comment(desk: Desk, wanted: str) -> None:
    with pytest.raises(AnnotatorError, match="There is no comment"):
        commenting.answer(desk.library, desk.article, wanted, "x")


def test_blind_one_reads_none_and_answers_none(desk: Desk, ben: OpenLibrary) -> None:
    first = ask(desk, desk.library)
    sight.ask_blind(desk.library, desk.article)
    assert said(desk, ben) == []
    with pytest.raises(AnnotatorError, match="There is no comment"):
        commenting.answer(ben, desk.article, first, "x")
    ask(desk, ben, "a question of my own")
    assert said(desk) == ["which map?", "a question of my own"]


def test_a_settled_article_takes_none(desk: Desk, ben: OpenLibrary) -> None:
    first = ask(desk, ben)
    passes.settle_article(desk.library, desk.article)
    for act in (
        lambda: ask(desk, ben),
        lambda: commenting.take_away(ben, desk.article, first),
        lambda: commenting.word_otherwise(ben, desk.article, first, "x"),
    ):
        with pytest.raises(AnnotatorError, match="is settled"):
            act()
