"""Carried, check again, the same claim?: what the earlier version has of the claim in hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk import importing, revising, tagging
from annotator.desk.indexing import is_behind
from annotator.desk.library import OpenLibrary
from annotator.desk.twins_elsewhere import elsewhere
from annotator.domain.article import ArticleId
from annotator.domain.tags import Standing, Tag
from annotator.ui.claim.marks import MarkCard
from annotator.ui.twins import Found, _looked_for
from finding import bring_in, claims_of
from recordscreen import go, on_page, panel, snapshot
from screens import Screen, open_screen, shut

OLD = (
    "Port strike enters third week\n\n"
    "The port handles a third of the country’s grain. Ships wait outside in the bay.\n\n"
    "The minister spoke on Friday. He promised four million for the dockers."
)
NEW = (
    "Port strike enters third week\n\n"
    "The port handles a third of the country’s grain. Ships wait outside in the bay.\n\n"
    "The owner spoke on Sunday. He promised four million for the dockers. Nobody was hurt."
).replace("a third", "95 per cent")


@pytest.fixture
def old(library: OpenLibrary) -> ArticleId:
    article = bring_in(library, OLD)
    claims = claims_of(library, article)
    tagging.tag(library, article, claims[:5], Tag.VERIFIED)
    return article


@pytest.fixture
def screen(qtbot: QtBot, library: OpenLibrary, old: ArticleId) -> Iterator[Screen]:
    """A window on the later version."""
    prepared = importing.prepare(NEW.encode(), "later.txt")
    earlier = revising.earlier_of(library, prepared)
    assert earlier is not None
    later = revising.add_revision(library, prepared, earlier).imported.article
    shown = open_screen(qtbot, library)
    shown.window.room.hand.open(later)
    yield shown
    shut(shown)


def cards(screen: Screen) -> list[MarkCard]:
    return panel(screen).marks.cards


def test_a_claim_whose_number_changed_is_untagged_and_shows_its_old_record(
    qtbot: QtBot, screen: Screen, old: ArticleId
) -> None:
    go(screen, 1)
    qtbot.waitUntil(lambda: len(cards(screen)) == 1)
    words = cards(screen)[0].words
    assert words.startswith("check again\nYou: verified")
    assert "95" in words
    assert screen.standing(1) is Standing.UNTAGGED
    cards(screen)[0].look.click()
    assert screen.window.room.article == old
    assert screen.number == 1
    assert on_page(screen)


def test_what_the_mark_says_is_not_offered_once_more_as_said_elsewhere(
    qtbot: QtBot, screen: Screen, old: ArticleId
) -> None:
    library = screen.session.library
    qtbot.waitUntil(lambda: not is_behind(library))
    go(screen, 2)
    article, claim = screen.window.room.article, snapshot(screen).id_at(2)
    assert article is not None
    assert [one.article for one in elsewhere(library, article, claim)] == [old]
    (found,) = _looked_for(article, claim)(library)
    assert isinstance(found, Found)
    assert found.twins == ()


def test_once_it_is_judged_anew_nothing_is_to_be_checked(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 1)
    qtbot.waitUntil(lambda: len(cards(screen)) == 1)
    screen.press("Shift+D")
    qtbot.waitUntil(lambda: cards(screen) == [])


def test_the_same_words_after_another_sentence_are_asked(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 4)
    qtbot.waitUntil(lambda: len(cards(screen)) == 1)
    assert cards(screen)[0].words.startswith("the same claim?\nYou: verified")
    assert screen.standing(4) is Standing.UNTAGGED
    cards(screen)[0].take.click()
    assert screen.standing(4) is Standing.VERIFIED
    qtbot.waitUntil(lambda: bool(cards(screen)) and cards(screen)[0].pill.text() == "carried")
    screen.press("Ctrl+Z")
    assert screen.standing(4) is Standing.UNTAGGED


def test_what_was_carried_says_so_until_it_is_judged_anew(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 0)
    qtbot.waitUntil(lambda: len(cards(screen)) == 1)
    assert cards(screen)[0].words.startswith("carried\nYou: verified")
    assert screen.standing(0) is Standing.VERIFIED
    screen.press("Shift+D")
    qtbot.waitUntil(lambda: cards(screen) == [])


def test_a_new_sentence_has_no_mark(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 5)
    qtbot.wait(300)
    assert cards(screen) == []


def test_what_was_judged_in_the_earlier_version_since_is_offered_when_the_later_is_opened(
    qtbot: QtBot, library: OpenLibrary
) -> None:
    earlier_one = bring_in(library, OLD)
    prepared = importing.prepare(NEW.encode(), "later.txt")
    earlier = revising.earlier_of(library, prepared)
    assert earlier is not None
    later = revising.add_revision(library, prepared, earlier).imported.article
    tagging.tag(library, earlier_one, claims_of(library, earlier_one)[:1], Tag.VERIFIED)
    screen = open_screen(qtbot, library)
    try:
        screen.window.room.hand.open(later)
        assert screen.standing(0) is Standing.UNTAGGED
        qtbot.waitUntil(lambda: "You judged 1 sentence" in screen.refused)
        screen.window.frame.notice._agree.click()
        assert screen.standing(0) is Standing.VERIFIED
        screen.press("Ctrl+Z")
        assert screen.standing(0) is Standing.UNTAGGED
    finally:
        shut(screen)
