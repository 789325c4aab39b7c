"""Ctrl+K opens the search over every view, and Esc gives the keys back."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from annotator.domain.article import ArticleId
from annotator.ui.action import ActionId
from annotator.ui.exchange.send_page import SendPage
from annotator.ui.views import View
from recordscreen import held
from screens import Screen
from searchscreen import (
    LEFT,
    box,
    choose,
    close_with_mouse,
    is_open,
    look_for,
    on_page,
    texts,
)


def test_ctrl_k_opens_it_and_esc_goes_back_to_the_same_claim(screen: Screen) -> None:
    screen.press("J", "J", "J", "Ctrl+K")
    assert is_open(screen)
    assert box(screen).field.hasFocus()
    screen.press("Escape")
    assert not is_open(screen)
    assert on_page(screen)
    assert screen.number == 3
    screen.press("J")
    assert screen.number == 4


def test_what_was_typed_is_there_again_ready_to_be_typed_over(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Escape", "Ctrl+K")
    assert box(screen).field.text() == "kerman"
    assert any("Kerman" in text for text in texts(screen))
    screen.write("iran")
    assert box(screen).field.text() == "iran"


def test_a_note_that_is_being_typed_is_saved_first(screen: Screen) -> None:
    screen.press("J", "J", "N")
    screen.write("ring the embassy")
    screen.press("Ctrl+K")
    assert box(screen).field.hasFocus()
    assert held(screen, 2).note is not None
    assert "embassy" in str(held(screen, 2).note)
    screen.press("Escape")
    assert on_page(screen)
    assert screen.number == 2


def test_it_opens_from_the_find_field_and_from_the_list_of_articles(screen: Screen) -> None:
    screen.press("/")
    screen.write("iran")
    screen.press("Ctrl+K")
    assert is_open(screen)
    assert screen.window.frame.top.search.line.text() == "iran"
    screen.press("Escape")
    screen.window.room.shelf.list.setFocus()
    screen.press("Ctrl+K")
    assert is_open(screen)


def test_its_place_at_the_top_opens_it_too(screen: Screen) -> None:
    QTest.mouseClick(screen.window.frame.top.everything, LEFT)
    assert is_open(screen)
    close_with_mouse(screen)
    assert not is_open(screen)
    assert on_page(screen)


def test_a_click_beside_it_closes_it(screen: Screen) -> None:
    screen.press("Ctrl+K")
    QTest.mouseClick(box(screen), LEFT, pos=QPoint(20, 20))
    assert not is_open(screen)
    assert on_page(screen)


def test_no_key_reaches_the_page_behind_it(screen: Screen) -> None:
    screen.press("J", "Ctrl+K")
    screen.press("V", "J", "Ctrl+E", "Ctrl+2", "Ctrl+Z", "Ctrl+A", "F3", "F6")
    assert is_open(screen)
    assert screen.number == 1
    assert screen.window.room.switch.view is View.ANNOTATE
    assert held(screen, 1).tag is None


def test_in_review_it_goes_to_a_claim_and_review_stays(screen: Screen) -> None:
    screen.press("Ctrl+2")
    look_for(screen, "tomb of gen")
    screen.press("Enter")
    assert screen.number == 4
    assert screen.window.room.switch.reviewing
    assert on_page(screen)


def test_from_the_page_about_agreement_it_goes_to_the_article(screen: Screen) -> None:
    screen.press("Ctrl+2")
    screen.window.run(ActionId.AGREEMENT)
    assert screen.window.room.switch.agreement
    look_for(screen, "tomb of gen")
    screen.press("Enter")
    assert not screen.window.room.switch.agreement
    assert screen.window.room.page.isVisible()
    assert on_page(screen)
    assert screen.number == 4


def test_from_a_page_that_lies_over_the_article_it_goes_to_the_article(screen: Screen) -> None:
    screen.press("Ctrl+Shift+E")
    pages = screen.window.room.exchange.pages
    assert isinstance(pages.shown, SendPage)
    look_for(screen, "tomb of gen")
    screen.press("Enter")
    assert pages.shown is None
    assert on_page(screen)
    assert screen.number == 4


def test_esc_leaves_such_a_page_as_it_was(screen: Screen) -> None:
    screen.press("Ctrl+Shift+E", "Ctrl+K")
    assert is_open(screen)
    screen.press("Escape")
    assert isinstance(screen.window.room.exchange.pages.shown, SendPage)
    screen.press("Escape")
    assert screen.window.room.exchange.pages.shown is None


def test_over_the_settings_it_opens_and_what_is_chosen_closes_them(screen: Screen) -> None:
    screen.press("Ctrl+,", "Ctrl+K")
    assert is_open(screen)
    screen.write("tomb of gen")
    screen.press("Enter")
    assert screen.number == 4
    assert on_page(screen)


def test_in_an_empty_library_commands_are_there_and_nothing_is_found(empty: Screen) -> None:
    empty.press("Ctrl+K")
    assert "Open the sample" in texts(empty)
    empty.write("kerman")
    assert texts(empty) == []
    box(empty).field.clear()
    choose(empty, "Open the sample")
    empty.qtbot.waitUntil(lambda: empty.window.room.article is not None)
    assert not is_open(empty)


def test_two_windows_have_a_search_each(screen: Screen, sample: ArticleId) -> None:
    look_for(screen, "kerman")
    other = screen.session.open_window(sample)
    other.activateWindow()
    screen.qtbot.waitUntil(other.isActiveWindow)
    screen.press("Ctrl+K")
    assert other.room.search.typed == ""
    other.close()


def test_ctrl_k_in_the_open_box_begins_anew_and_takes_no_word_away(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Left", "Left", "Ctrl+K")
    assert box(screen).field.text() == "kerman"
    screen.write("iran")
    assert box(screen).field.text() == "iran"
