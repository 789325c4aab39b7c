"""A window as a person has it before them: real keys in, what is shown and saved out."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk.library import OpenLibrary
from annotator.domain.tags import Standing
from annotator.ui.session import Session
from annotator.ui.window import AnnotatorWindow

_KEYS = {
    "Space": Qt.Key.Key_Space,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Enter": Qt.Key.Key_Return,
    "Escape": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Backspace": Qt.Key.Key_Backspace,
    "Delete": Qt.Key.Key_Delete,
    "PageDown": Qt.Key.Key_PageDown,
    "PageUp": Qt.Key.Key_PageUp,
    "F2": Qt.Key.Key_F2,
    "F3": Qt.Key.Key_F3,
    "F6": Qt.Key.Key_F6,
    "F10": Qt.Key.Key_F10,
}
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


@dataclass
class Screen:
    """One window, as a person has it before them."""

    qtbot: QtBot
    session: Session
    window: AnnotatorWindow

    def press(self, *keys: str) -> None:
        """Presses keys one after the other: "V", "Shift+J", "Ctrl+Z", "Space"."""
        for name in keys:
            *held, last = name.split("+") if name != "+" else ("+",)
            modifiers = Qt.KeyboardModifier.NoModifier
            for each in held:
                modifiers |= _HELD[each]
            handle = self.active().windowHandle()
            if last in _KEYS:
                QTest.keyClick(handle, _KEYS[last], modifiers)
            else:
                # Qt's codes of letters and signs are those of ASCII's capitals.
                QTest.keyClick(handle, Qt.Key(ord(last.upper())), modifiers)

    def write(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None, "somewhere the text must go"
        QTest.keyClicks(focus, text)

    def active(self) -> AnnotatorWindow:
        found = QApplication.activeWindow()
        return found if isinstance(found, AnnotatorWindow) else self.window

    def settle(self) -> None:
        """Lets the panels follow the page."""
        self.window.room.refresh.now()
        QApplication.processEvents()

    def standing(self, number: int) -> Standing:
        snapshot = self.window.room.desk.held
        index = snapshot.index_of_number(number)
        assert index is not None
        return snapshot.standing(index)

    @property
    def number(self) -> int | None:
        """The number of the claim in hand; 0 is the title."""
        claim = self.window.room.hand.claim
        return None if claim is None else claim.number

    @property
    def said(self) -> str:
        return self.window.frame.bottom.text

    @property
    def refused(self) -> str:
        return self.window.frame.notice.text

    def saved(self, sql: str) -> list[Any]:
        """What the library's file holds, read by SQLite itself."""
        with sqlite3.connect(self.session.library.path) as file:
            found = file.execute(sql).fetchall()
        file.close()
        return found


def open_screen(qtbot: QtBot, library: OpenLibrary, theme: str = "light") -> Screen:
    session = Session(library, theme=theme)
    session.start()
    window = session.open_window()
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Screen(qtbot, session, window)


def shut(screen: Screen) -> None:
    """Closes the windows and the library, as quitting does."""
    screen.session.quit()
    screen.session.close()
    screen.window.deleteLater()
    QApplication.processEvents()
