"""What one held of the same words in another article: a card that offers, and applies nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk import tagging
from annotator.desk.indexing import index_all
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.tags import Standing, Tag
from annotator.ui.claim.twins import TwinCard
from annotator.ui.twins import BEHIND
from evidencescreen import enter
from finding import bring_in, claims_of
from recordscreen import go, held, on_page, panel
from screens import Screen, open_screen, shut

SAID = "ISNA said that 95 people died near the tomb of the general in Kerman."
OLD = f"The first report\n\n{SAID} Nobody was hurt.\n"
COPY = f"A copy of the report\n\nSomething else stands here first. {SAID} Nobody was hurt.\n"
NEARLY = "Days later\n\nISNA said that 103 people died near the tomb of the general in Kerman.\n"


@pytest.fixture
def old(library: OpenLibrary) -> ArticleId:
    article = bring_in(library, OLD)
    tagging.tag(library, article, [claims_of(library, article)[1]], Tag.DISPUTED, note="a map")
    return article


@pytest.fixture
def opened(qtbot: QtBot, library: OpenLibrary, old: ArticleId) -> Iterator[Screen]:
    """A window on another article with the same words in claim 2."""
    copy = bring_in(library, COPY)
    index_all(library)
    screen = open_screen(qtbot, library)
    screen.window.room.hand.open(copy)
    yield screen
    shut(screen)


def cards(screen: Screen) -> list[TwinCard]:
    return panel(screen).twins.cards


def test_the_card_says_what_one_held_and_where(qtbot: QtBot, opened: Screen) -> None:
    go(opened, 2)
    assert cards(opened) == [], "not before the panel stands"
    qtbot.waitUntil(lambda: len(cards(opened)) == 1)
    assert cards(opened)[0].words == "You disputed this today\nThe first report"
    assert opened.standing(2) is Standing.UNTAGGED, "it is offered, not applied"
    go(opened, 1)
    assert cards(opened) == [], "another claim takes it away at once"


def test_take_over_holds_the_same_and_undo_takes_it_back(qtbot: QtBot, opened: Screen) -> None:
    go(opened, 2)
    qtbot.waitUntil(lambda: len(cards(opened)) == 1)
    cards(opened)[0].take.click()
    assert held(opened, 2).tag is Tag.DISPUTED
    assert held(opened, 2).note == "a map"
    qtbot.waitUntil(lambda: cards(opened) == [])
    opened.press("Ctrl+Z")
    assert opened.standing(2) is Standing.UNTAGGED
    qtbot.waitUntil(lambda: len(cards(opened)) == 1)


def test_look_goes_to_the_claim_there(qtbot: QtBot, opened: Screen, old: ArticleId) -> None:
    go(opened, 2)
    qtbot.waitUntil(lambda: len(cards(opened)) == 1)
    cards(opened)[0].look.click()
    assert opened.window.room.article == old
    assert opened.number == 1
    assert on_page(opened)


def test_words_that_are_nearly_the_same_are_shown_with_what_is_otherwise(
    qtbot: QtBot, opened: Screen, library: OpenLibrary
) -> None:
    nearly = bring_in(library, NEARLY)
    index_all(library)
    opened.window.room.hand.open(nearly)
    go(opened, 1)
    qtbot.waitUntil(lambda: len(cards(opened)) == 1, timeout=8_000)
    (card,) = cards(opened)
    assert card.words.startswith("You disputed nearly this today")
    assert "95" in card.words
    assert "103" in card.words
    assert card._weighs.text() == "Weighs: number 95 → 103"


def test_several_are_folded(
    qtbot: QtBot, opened: Screen, library: OpenLibrary, old: ArticleId
) -> None:
    second = bring_in(library, f"A third\n\n{SAID} It snowed.\n")
    tagging.tag(library, second, [claims_of(library, second)[1]], Tag.VERIFIED)
    index_all(library)
    go(opened, 2)
    part = panel(opened).twins
    qtbot.waitUntil(part._more.isVisible, timeout=8_000)
    assert part._more.text() == "in 1 more"
    assert len(cards(opened)) == 1
    part._more.click()
    assert len(cards(opened)) == 2


def test_nothing_is_looked_for_while_the_search_is_behind(
    qtbot: QtBot, opened: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.twins.is_behind", lambda _library: True)
    go(opened, 2)
    timer = opened.window._twins._timer
    qtbot.waitUntil(lambda: timer.isActive() and timer.interval() == BEHIND)
    assert cards(opened) == []
    monkeypatch.undo()
    qtbot.waitUntil(lambda: len(cards(opened)) == 1, timeout=8_000)


def test_what_stands_here_already_is_not_offered_but_evidence_is(
    qtbot: QtBot, opened: Screen, old: ArticleId
) -> None:
    copy = opened.window.room.article
    assert copy is not None
    go(opened, 2)
    opened.press("Shift+D")
    qtbot.waitUntil(lambda: not opened.window._twins._timer.isActive())
    qtbot.waitUntil(lambda: opened.window._twins._reading._job is None)
    assert cards(opened) == []
    opened.window.room.hand.open(old)
    enter(opened, "Survey map", number=1)
    opened.window.room.hand.open(copy)
    go(opened, 2)
    qtbot.waitUntil(lambda: len(cards(opened)) == 1, timeout=8_000)
