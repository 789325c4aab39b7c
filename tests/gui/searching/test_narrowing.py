"""Ctrl+Enter shows only the claims found; moving passes over the rest, Esc shows all again."""

from __future__ import annotations

from annotator.domain.article import ArticleId
from annotator.domain.tags import Standing
from annotator.ui.views import View
from screens import Screen
from searchscreen import choose, count, is_open, look_for, on_page


def test_the_page_shows_only_what_was_found(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Ctrl+Enter")
    assert not is_open(screen)
    assert on_page(screen)
    assert screen.number == 4
    assert screen.said == "4 found by “kerman”: J and K pass over the rest."
    screen.press("J", "J")
    assert screen.number == 19
    screen.press("K")
    assert screen.number == 12
    screen.press("J", "J", "J", "J")
    assert screen.number == 43
    assert screen.said == "No claim follows among those shown."


def test_space_goes_to_the_untagged_ones_among_them(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Ctrl+Enter", "V")
    assert screen.standing(4) is Standing.VERIFIED
    screen.press("Space")
    assert screen.number in (12, 19)


def test_the_command_does_the_same(screen: Screen) -> None:
    look_for(screen, "kerman")
    choose(screen, "Show only claims with “kerman”")
    assert screen.number == 4


def test_esc_shows_all_again(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Ctrl+Enter", "Escape")
    assert screen.window.room.hand.only is None
    screen.press("J")
    assert screen.number == 5


def test_filters_narrow_the_page_too(screen: Screen) -> None:
    screen.press("J", "J", "D", "Ctrl+K", "Alt+D")
    assert count(screen) == "1 result"
    screen.press("Ctrl+Enter")
    assert screen.number == 2
    assert screen.said == "1 found: J and K pass over the rest."


def test_nothing_in_this_article_leaves_the_box_open_and_says_so(screen: Screen) -> None:
    look_for(screen, "40 ships wait")
    screen.press("Ctrl+Enter")
    assert is_open(screen)
    assert count(screen) == "none in this article"
    assert screen.window.room.hand.only is None


def test_a_sign_narrows_nothing(screen: Screen) -> None:
    for typed in (">kerman", "#4", "@kerman"):
        look_for(screen, typed)
        screen.press("Ctrl+Enter")
        assert is_open(screen)
        assert screen.window.room.hand.only is None
        screen.press("Escape")


def test_another_article_is_shown_whole(screen: Screen, port: ArticleId) -> None:
    look_for(screen, "kerman")
    screen.press("Ctrl+Enter")
    screen.window.room.shelf.chosen.emit(port)
    assert screen.window.room.hand.only is None
    screen.press("J", "J")
    assert screen.number == 2


def test_in_review_it_goes_back_to_annotate(screen: Screen) -> None:
    screen.press("Ctrl+2")
    look_for(screen, "kerman")
    screen.press("Ctrl+Enter")
    assert screen.window.room.switch.view is View.ANNOTATE
    assert screen.number == 4
    assert screen.window.room.hand.only is not None


def test_a_claim_that_is_cut_while_it_is_shown_does_not_lose_the_others(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Ctrl+Enter", "Right", "Right", "Right", "S", "J")
    assert screen.number == 13
    screen.press("J")
    assert screen.number == 20
