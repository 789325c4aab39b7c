"""At the top right: the way to the search, or the find field while it is used; never both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from screens import Screen
from searchscreen import LEFT, box, is_open, look_for, on_page


def shown(screen: Screen) -> str:
    top = screen.window.frame.top
    assert top.search.isVisible() != top.everything.isVisible()
    return "find" if top.search.isVisible() else "search"


def test_the_find_field_comes_with_its_key_and_goes_with_esc(screen: Screen) -> None:
    assert shown(screen) == "search"
    screen.press("/")
    assert shown(screen) == "find"
    assert screen.window.frame.top.search.line.hasFocus()
    screen.press("Escape")
    assert shown(screen) == "search"
    assert on_page(screen)


def test_it_stays_while_there_is_something_to_find(screen: Screen) -> None:
    screen.press("/")
    screen.write("iran")
    screen.press("Enter", "Escape")
    assert on_page(screen)
    assert shown(screen) == "find"
    screen.press("F3")
    assert shown(screen) == "find"
    screen.press("/", "Backspace", "Escape")
    assert shown(screen) == "search"


def test_so_does_the_field_for_a_number(screen: Screen) -> None:
    screen.press("#")
    assert shown(screen) == "find"
    screen.write("5")
    screen.press("Enter")
    assert screen.number == 5
    assert shown(screen) == "search"


def test_ctrl_k_from_the_empty_find_field_gives_its_place_back(screen: Screen) -> None:
    screen.press("/", "Ctrl+K")
    assert is_open(screen)
    screen.press("Escape")
    assert on_page(screen)
    assert shown(screen) == "search"


def test_another_window_in_front_leaves_the_field_where_it_is(screen: Screen) -> None:
    screen.press("/")
    line = screen.window.frame.top.search.line
    reason = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert shown(screen) == "find"
    QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusIn, reason))
    screen.write("iran")
    assert line.text() == "iran"


def test_a_menu_over_the_field_leaves_it_where_it_is(screen: Screen) -> None:
    screen.press("/")
    line = screen.window.frame.top.search.line
    QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert shown(screen) == "find"


def test_in_review_it_is_the_same(screen: Screen) -> None:
    screen.press("Ctrl+2")
    assert shown(screen) == "search"
    screen.press("/")
    assert shown(screen) == "find"
    screen.press("Escape")
    assert shown(screen) == "search"


def test_without_an_article_only_the_search_is_there(empty: Screen) -> None:
    assert shown(empty) == "search"
    QTest.mouseClick(empty.window.frame.top.everything, LEFT)
    assert is_open(empty)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_it_says_its_key_and_has_a_name(screen: Screen) -> None:
    button = screen.window.frame.top.everything
    assert button.accessibleName() == "Search everything"
    assert "Ctrl+K" in button.toolTip()
    assert "notes" in button.toolTip()


def test_enter_on_it_opens_the_search(screen: Screen) -> None:
    screen.window.frame.top.everything.setFocus()
    screen.press("Enter")
    assert is_open(screen)
    screen.press("Escape")
    assert on_page(screen)


def test_in_the_smallest_window_everything_at_the_top_has_room(screen: Screen) -> None:
    screen.window.resize(640, 400)
    for keys in ((), ("/",)):
        screen.press(*keys)
        screen.settle()
        top = screen.window.frame.top
        for one in (top.everything, top.search, top._export, top._name):
            if one.isVisible():
                assert top.rect().contains(one.geometry())
    screen.press("Escape")
    look_for(screen, "kerman")
    assert screen.window.rect().contains(box(screen).sheet.geometry())
