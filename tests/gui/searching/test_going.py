"""What was found opens at its place: in this article, in another one, in Review."""

from __future__ import annotations

from annotator.desk import evidencing, notes
from annotator.desk.evidencing import Given
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from finding import claims_of
from screens import Screen
from searchscreen import choose, click, is_open, look_for, on_page, texts


def test_a_claim_of_this_article_comes_in_hand(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Down", "Enter")
    assert screen.number == 12
    assert on_page(screen)
    screen.press("V")
    assert screen.number == 13


def test_a_note_opens_at_its_claim(screen: Screen) -> None:
    look_for(screen, "desk for the survey")
    choose(screen, "ask the Kerman")
    assert screen.number == 4


def test_evidence_opens_at_the_claim_it_serves(screen: Screen) -> None:
    look_for(screen, "kerman")
    choose(screen, "Survey map")
    assert screen.number == 5


def test_evidence_of_no_claim_opens_the_list_of_evidence_once(
    screen: Screen, library: OpenLibrary
) -> None:
    evidencing.add(library, None, [], Given(title="Lonely map of harbours"), None)
    for _ in range(2):
        look_for(screen, "lonely")
        choose(screen, "Lonely map")
        page = screen.window.room.evidence.page
        assert page is not None
        assert screen.window.room.exchange.pages.shown is page


def test_another_article_opens_at_the_first_claim_found(screen: Screen, port: ArticleId) -> None:
    look_for(screen, "ships wait")
    choose(screen, "Port strike")
    assert screen.window.room.article == port
    assert screen.number == 2
    assert on_page(screen)


def test_so_does_one_that_is_found_by_its_title_alone(screen: Screen, port: ArticleId) -> None:
    look_for(screen, "third week")
    choose(screen, "Port strike")
    assert screen.window.room.article == port
    assert screen.number == 0


def test_a_note_in_another_article_opens_there(
    screen: Screen, library: OpenLibrary, port: ArticleId
) -> None:
    notes.write_note(library, port, claims_of(library, port)[3], "who counted the ships?")
    look_for(screen, "who counted")
    assert texts(screen)[0] == "“who counted the ships?”"
    screen.press("Enter")
    assert screen.window.room.article == port
    assert screen.number == 3


def test_in_review_another_article_opens_in_review(screen: Screen, port: ArticleId) -> None:
    screen.press("Ctrl+2")
    look_for(screen, "ships wait")
    choose(screen, "Port strike")
    assert screen.window.room.switch.reviewing
    assert screen.window.room.article == port
    assert screen.number == 2


def test_a_source_shows_only_what_it_said(screen: Screen) -> None:
    look_for(screen, "kerman ministry")
    choose(screen, "The Kerman ministry")
    assert screen.number == 7
    assert screen.said.startswith("1 found by “The Kerman ministry”")
    screen.press("Escape")
    assert screen.window.room.hand.only is None


def test_in_review_a_source_takes_its_first_claim_in_hand(screen: Screen) -> None:
    screen.press("Ctrl+2")
    look_for(screen, "kerman ministry")
    choose(screen, "The Kerman ministry")
    assert screen.number == 7
    assert screen.window.room.hand.only is None
    assert screen.window.room.switch.reviewing


def test_a_claim_that_was_cut_since_opens_where_it_was(screen: Screen) -> None:
    screen.press("J", "J", "J", "J", "Right", "Right", "Right", "S")
    look_for(screen, "desk for the survey")
    click(screen, "ask the Kerman")
    assert not is_open(screen)
    assert screen.number == 4


def test_what_was_typed_in_the_panel_is_kept_when_another_article_opens(
    screen: Screen, port: ArticleId
) -> None:
    screen.press("J", "N")
    screen.write("look again")
    look_for(screen, "ships wait")
    choose(screen, "Port strike")
    assert screen.window.room.article == port
    assert screen.saved("SELECT count(*) FROM assessments WHERE note = 'look again'") == [(1,)]
