"""A search is kept under a name: at the left, in the empty box, and after a restart."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.desk import filters, opening
from annotator.desk.filters import Filters
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.tags import Standing
from annotator.ui.library.searches import SearchRow
from screens import Screen, open_screen, shut
from searchscreen import (
    LEFT,
    box,
    choose,
    count,
    heads,
    is_open,
    lines,
    look_for,
    on_chips,
    on_page,
    says,
    texts,
)
from shown import settled


def rows(screen: Screen) -> list[SearchRow]:
    return [row for row in screen.window.room.shelf.searches.rows if row.isVisible()]


def names(screen: Screen) -> list[str]:
    return [row.accessibleName() for row in rows(screen)]


def keep(screen: Screen, typed: str, name: str) -> None:
    look_for(screen, typed)
    choose(screen, "Keep this search")
    screen.write(name)
    screen.press("Enter")
    screen.settle()


def test_it_stands_at_the_left_and_in_the_empty_box(screen: Screen) -> None:
    assert names(screen) == []
    keep(screen, "kerman", "Where it was")
    assert not is_open(screen)
    assert on_page(screen)
    assert screen.said.startswith("The search is kept")
    assert names(screen) == ["Kept search Where it was"]
    look_for(screen, " ")
    assert heads(screen)[0] == "Kept searches | Delete forgets one"
    assert (lines(screen)[1].text, lines(screen)[1].right) == ("Where it was", "kerman")
    screen.press("Enter")
    assert box(screen).field.text() == "kerman"
    assert count(screen) == "8 results"


def test_filters_are_kept_with_it_and_a_click_searches_again(screen: Screen) -> None:
    screen.press("V")
    look_for(screen, "killed")
    screen.press("Alt+V")
    choose(screen, "Keep this search")
    screen.write("verified killed")
    screen.press("Enter", "Ctrl+K", "Alt+V", "Escape")
    screen.settle()
    QTest.mouseClick(rows(screen)[0], LEFT)
    assert is_open(screen)
    assert box(screen).field.text() == "killed"
    assert on_chips(screen) == ["✓"]
    assert [line.number for line in lines(screen) if line.number] == ["T"]


def test_a_name_that_cannot_be_is_said_and_typed_again(screen: Screen) -> None:
    look_for(screen, "kerman")
    choose(screen, "Keep this search")
    assert box(screen).field.accessibleName() == "A name for this search"
    assert says(screen) == ["Enter keeps it, Esc goes back."]
    screen.press("Enter")
    assert says(screen) == ["The name is empty: type one to find the search again."]
    screen.write("x" * 61)
    screen.press("Enter")
    assert says(screen) == ["The name is longer than 60 characters: shorten it."]
    box(screen).field.setText("Where")
    screen.press("Enter")
    assert names(screen) == ["Kept search Where"]


def test_esc_asks_for_no_name_any_more(screen: Screen) -> None:
    look_for(screen, "kerman")
    choose(screen, "Keep this search")
    screen.write("nam")
    screen.press("Ctrl+Enter", "Escape")
    assert box(screen).field.text() == "kerman"
    assert box(screen).field.accessibleName() == "Search everything"
    assert count(screen) == "8 results"
    assert is_open(screen)
    screen.press("Escape")
    assert filters.saved(screen.session.library) == ()


def test_a_name_that_looks_like_a_sign_is_only_a_name(screen: Screen) -> None:
    keep(screen, "kerman", ">#@ <b>x</b>")
    assert [one.name for one in filters.saved(screen.session.library)] == [">#@ <b>x</b>"]
    assert names(screen) == ["Kept search >#@ <b>x</b>"]


def test_while_a_name_is_asked_for_a_filter_goes_back_to_the_search(screen: Screen) -> None:
    look_for(screen, "kerman")
    choose(screen, "Keep this search")
    screen.write("na")
    screen.press("Alt+A")
    assert box(screen).field.text() == "kerman"
    assert on_chips(screen) == ["this article"]
    assert len(heads(screen)) > 1


def test_ctrl_k_or_another_window_do_not_leave_it_half_asked(screen: Screen) -> None:
    look_for(screen, "kerman")
    choose(screen, "Keep this search")
    QTest.mouseClick(screen.window.frame.top.everything, LEFT)
    screen.window.room.search.shut()
    screen.press("Ctrl+K")
    assert box(screen).field.text() == "kerman"
    assert count(screen) == "8 results"


def test_delete_in_the_box_forgets_one(screen: Screen) -> None:
    keep(screen, "kerman", "First")
    keep(screen, "iran", "Second")
    look_for(screen, " ")
    screen.press("Backspace", "Down", "Delete")
    assert [one.name for one in filters.saved(screen.session.library)] == ["First"]
    assert texts(screen)[0] == "First"
    assert is_open(screen)
    assert box(screen).field.hasFocus()
    screen.settle()
    assert names(screen) == ["Kept search First"]
    screen.write("ab")
    screen.press("Left", "Left", "Delete")
    assert box(screen).field.text() == "b"
    assert len(filters.saved(screen.session.library)) == 1


def test_delete_on_a_row_at_the_left_forgets_it_and_the_keys_stay_somewhere(screen: Screen) -> None:
    keep(screen, "kerman", "First")
    keep(screen, "iran", "Second")
    row = rows(screen)[0]
    row.setFocus()
    screen.press("Delete")
    settled()
    assert names(screen) == ["Kept search Second"]
    assert screen.said == "“First” is not kept any more."
    rows(screen)[0].setFocus()
    screen.press("Delete")
    settled()
    assert names(screen) == []
    assert QApplication.focusWidget() is not None
    screen.press("J")
    assert screen.number == 1


def test_enter_on_a_row_searches_again(screen: Screen) -> None:
    keep(screen, "kerman", "First")
    rows(screen)[0].setFocus()
    screen.press("Enter")
    assert is_open(screen)
    assert box(screen).field.text() == "kerman"


def test_its_menu_forgets_it(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda _menu, _at: None)
    keep(screen, "kerman", "First")
    row = rows(screen)[0]
    row.customContextMenuRequested.emit(row.rect().center())
    menu = row.findChildren(QMenu)[-1]
    menu.actions()[0].trigger()
    screen.settle()
    assert names(screen) == []


def test_another_window_shows_it_too(screen: Screen, sample: ArticleId) -> None:
    other = screen.session.open_window(sample)
    screen.window.activateWindow()
    screen.qtbot.waitUntil(screen.window.isActiveWindow)
    keep(screen, "kerman", "First")
    kept = other.room.shelf.searches.rows
    assert [row.accessibleName() for row in kept] == ["Kept search First"]
    other.close()
    keep(screen, "iran", "Second")


def test_it_is_there_after_a_restart(qtbot: QtBot, library: OpenLibrary, sample: ArticleId) -> None:
    wanted = Filters(standings=frozenset({Standing.UNTAGGED}))
    filters.save(library, "To do", "", wanted)
    first = open_screen(qtbot, library)
    assert names(first) == ["Kept search To do"]
    shut(first)
    again = opening.open_for(library.path, None, create=False)
    second = open_screen(qtbot, again)
    assert names(second) == ["Kept search To do"]
    second.press("Ctrl+K")
    second.press("Enter")
    assert second.window.room.search.filters == wanted
    assert count(second) == "49 results"
    assert sample
    shut(second)


def test_the_list_of_kept_searches_wears_the_dark_theme(screen: Screen) -> None:
    keep(screen, "kerman", "First")
    screen.press("Ctrl+K")
    screen.session._fixed = ""
    screen.session.preferences.set(theme="dark")
    assert box(screen).theme.dark
    assert rows(screen)[0].theme.dark
