"""Menus made from ``ACTIONS``: the window's own, and those on the page and on a card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from annotator.ui.action import ActionId, ActionRow, Context, Group, Menu
from annotator.ui.actions import ACTION, ACTIONS
from annotator.ui.views import View

_WITHOUT_ARTICLE = frozenset(row.id for row in ACTIONS if row.group is Group.WINDOW) | {
    ActionId.OPEN,
    ActionId.OPEN_FOLDER,
    ActionId.OPEN_ADDRESS,
    ActionId.IMPORTS,
    ActionId.PASTE,
    ActionId.SAMPLE,
    ActionId.BRING,
    ActionId.COLLEAGUES,
}

_VIEWS = {
    View.ANNOTATE: ActionId.VIEW_ANNOTATE,
    View.REVIEW: ActionId.VIEW_REVIEW,
    View.REPORT: ActionId.VIEW_REPORT,
}


class Menus(QObject):
    """The actions of one window, as Qt knows them.

    Keys with Ctrl and function keys are Qt's shortcuts; bare keys are read in
    ``keys.py``, and menus only show them.
    """

    def __init__(self, window: QMainWindow, run: Callable[[ActionId], None]) -> None:
        super().__init__(window)
        self._window = window
        self._article = False
        self._empty = True
        self._view = View.ANNOTATE
        self._agreement = self._covered = False
        self._submenus: list[QMenu] = []
        self.actions: dict[ActionId, QAction] = {}
        for row in ACTIONS:
            action = QAction(_label(row), window)
            action.setObjectName(row.id)
            action.setCheckable(row.checkable)
            action.setAutoRepeat(row.repeats)
            action.triggered.connect(lambda _=False, wanted=row.id: run(wanted))
            window.addAction(action)
            self.actions[row.id] = action
        # One of them is checked, also when it is chosen again.
        views = QActionGroup(self)
        for view in _VIEWS.values():
            views.addAction(self.actions[view])
        self.actions[_VIEWS[self._view]].setChecked(True)
        self.set_open(article=False, empty=True)

    def set_open(self, *, article: bool, empty: bool) -> None:
        """What can be done depends on whether there is an article on the page, or any at all."""
        self._article, self._empty = article, empty
        self._follow()

    def set_view(self, view: View, *, agreement: bool = False) -> None:
        """Shows what this view has, and gives it the keys.

        ``agreement``: no article is seen, so whatever is done to one rests.
        """
        self._view, self._agreement = view, agreement
        self._follow()
        self.actions[_VIEWS[view]].setChecked(True)

    def set_covered(self, covered: bool) -> None:
        """Whether a page of an exchange lies over the article: no key does to it what nobody sees."""
        self._covered = covered
        self._follow()

    def _follow(self) -> None:
        for row in ACTIONS:
            action, here = self.actions[row.id], row.is_in(self._view)
            action.setVisible(here)
            action.setEnabled(here and self._can(row))
            if not row.bare:
                keys = row.keys + (row.empty_keys if self._empty else ())
                action.setShortcuts([QKeySequence(key) for key in keys])
            else:
                action.setShortcuts([QKeySequence(key) for key in row.keys if "Ctrl+" in key])
        for menu in self._submenus:
            real = [each for each in menu.actions() if not each.isSeparator()]
            menu.menuAction().setVisible(any(action.isVisible() for action in real))

    def rename(self, action: ActionId, words: str | None) -> None:
        """Names what an action would do: "Undo: disputed, claim 5"; None: there is nothing."""
        row = ACTION[action]
        self.actions[action].setText(f"{_name(row)}: {words}" if words else _name(row))
        self.actions[action].setEnabled(words is not None)

    def unname_undo(self) -> None:
        """The menu is closed: what the keys would do now is asked when they are pressed."""
        for action in (ActionId.UNDO, ActionId.REDO):
            self.actions[action].setText(_name(ACTION[action]))
            self.actions[action].setEnabled(self._can(ACTION[action]))

    def _can(self, row: ActionRow) -> bool:
        if row.id is ActionId.SEARCH or (self._agreement and row.id is ActionId.AGREEMENT):
            return True
        unseen = self._agreement or self._covered or self._view is View.REPORT
        if unseen and row.group not in (Group.WINDOW, Group.ARTICLE):
            return False
        return self._article or row.id in _WITHOUT_ARTICLE

    def whole(self) -> QMenu:
        """The menu behind the button at the top left: everything, in submenus."""
        menu = QMenu(self._window)
        menu.setAccessibleName("Menu")
        for name in Menu:
            submenu = menu.addMenu(f"&{name}")
            self._fill(submenu, [row for row in ACTIONS if row.menu is name])
            self._submenus.append(submenu)
        self._follow()
        return menu

    def context(self, context: Context) -> QMenu:
        """A context menu; it goes when it is closed."""
        menu = QMenu(self._window)
        here = [row for row in ACTIONS if context in row.context and row.is_in(self._view)]
        self._fill(menu, here)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def pop_up(self, context: Context, at: QPoint) -> QMenu:
        menu = self.context(context)
        menu.popup(at)
        return menu

    def _fill(self, menu: QMenu, rows: list[ActionRow]) -> None:
        for before, row in zip([None, *rows], rows, strict=False):
            if before is not None and before.group is not row.group:
                menu.addSeparator()
            menu.addAction(self.actions[row.id])


def _name(row: ActionRow) -> str:
    return row.label[0].upper() + row.label[1:]


def _label(row: ActionRow) -> str:
    """The name; a bare key stands after a tab, where Qt would write a shortcut."""
    return f"{_name(row)}\t{row.keys[0]}" if row.bare and row.keys else _name(row)
