"""Menus, handlers and keys all come from ACTIONS, and nothing is without a name."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from annotator.domain.tags import Standing
from annotator.ui.action import ActionId, Context, Group
from annotator.ui.actions import ACTION, ACTIONS
from annotator.ui.acts.table import HANDLERS
from annotator.ui.views import View
from screens import Screen

WITHOUT_ARTICLE = {
    ActionId.OPEN,
    ActionId.OPEN_FOLDER,
    ActionId.OPEN_ADDRESS,
    ActionId.IMPORTS,
    ActionId.PASTE,
    ActionId.SAMPLE,
    ActionId.BRING,
    ActionId.COLLEAGUES,
    ActionId.SEARCH,
}


def labels(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def test_each_action_has_one_row_and_one_handler() -> None:
    assert sorted(row.id for row in ACTIONS) == sorted(ActionId)
    assert set(HANDLERS) == set(ActionId)


@pytest.mark.parametrize("view", list(View))
def test_no_key_means_two_things_in_one_view(view: View) -> None:
    keys = [key for row in ACTIONS if row.is_in(view) for key in row.keys]
    assert len(keys) == len(set(keys))


def _menu(action: QAction) -> QMenu:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu


def test_each_action_is_in_the_menu_or_is_a_key_alone(screen: Screen) -> None:
    whole = screen.window.frame.top.menu_button.menu()
    shown = {action.objectName() for sub in whole.actions() for action in _menu(sub).actions()}
    assert shown - {""} == {row.id.value for row in ACTIONS if row.menu is not None}
    assert all(row.keys for row in ACTIONS if row.menu is None)


@pytest.mark.parametrize("context", list(Context))
def test_context_menus_hold_what_the_table_says(screen: Screen, context: Context) -> None:
    for view in View:
        screen.window.menus.set_view(view)
        menu = screen.window.menus.context(context)
        rows = [row for row in ACTIONS if context in row.context and row.is_in(view)]
        assert len(labels(menu)) == len(rows)


def test_the_menu_names_what_undo_would_take_back(screen: Screen) -> None:
    screen.press("J", "J", "J", "J", "J", "D")
    screen.window.frame.top.menu_button.menu().aboutToShow.emit()
    actions = screen.window.menus.actions
    assert actions[ActionId.UNDO].text() == "Undo: disputed, claim 5"
    assert not actions[ActionId.REDO].isEnabled()
    screen.press("Ctrl+Z")
    screen.window.frame.top.menu_button.menu().aboutToShow.emit()
    assert actions[ActionId.REDO].text() == "Redo: disputed, claim 5"
    screen.press("Ctrl+Shift+Z")
    assert screen.saved("SELECT tag FROM assessments WHERE tag IS NOT NULL") == [("disputed",)]


def test_a_menu_that_was_looked_at_leaves_undo_and_redo_to_their_keys(screen: Screen) -> None:
    menu, actions = screen.window.frame.top.menu_button.menu(), screen.window.menus.actions
    menu.aboutToShow.emit()
    assert not actions[ActionId.UNDO].isEnabled()
    menu.aboutToHide.emit()
    screen.press("V", "Ctrl+Z")
    assert screen.standing(0) is Standing.UNTAGGED
    screen.press("Ctrl+Shift+Z")
    assert screen.standing(0) is Standing.VERIFIED


def test_the_context_menu_names_undo_too(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    window, opened = screen.window, screen.window.menus.context(Context.PAGE)
    monkeypatch.setattr(window.menus, "pop_up", lambda _context, _at: opened)
    screen.press("V")
    window.show_menu(0, window.pos())
    assert "Undo: verified, the title" in labels(opened)
    opened.aboutToHide.emit()
    assert window.menus.actions[ActionId.UNDO].text() == "Undo"


def test_without_an_article_what_needs_one_rests(empty: Screen) -> None:
    for row in ACTIONS:
        usable = empty.window.menus.actions[row.id].isEnabled()
        assert usable is (row.id in WITHOUT_ARTICLE) or (
            usable and ACTION[row.id].group is Group.WINDOW
        )


CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)


def nameless(window: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]


def test_every_control_has_a_name_for_a_screen_reader(screen: Screen) -> None:
    screen.press("Ctrl+,", "Ctrl+E", "N")
    assert nameless(screen.window) == []


def test_so_has_every_control_of_the_empty_library(empty: Screen) -> None:
    assert nameless(empty.window) == []


@pytest.mark.parametrize("size", [(1280, 800), (960, 540), (1920, 1080)])
def test_nothing_is_clipped(screen: Screen, size: tuple[int, int]) -> None:
    screen.window.resize(*size)
    screen.settle()
    frame = screen.window.frame
    for part in (frame.top, frame.bottom, frame.panel, frame.start):
        assert part.width() >= part.minimumSizeHint().width(), part.objectName()
    for widget in frame.findChildren(QAbstractButton):
        if widget.isVisible() and not widget.objectName().startswith("qt_"):
            assert widget.width() >= min(widget.minimumSizeHint().width(), widget.width())
            parent = widget.parentWidget()
            assert parent is None or parent.rect().contains(widget.geometry()), widget.text()
