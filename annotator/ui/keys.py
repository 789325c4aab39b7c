"""Which action a bare key means, whatever the keyboard's layout.

Letters are read from what was typed; where that is no Latin letter (Persian,
Cyrillic …) from where the key lies on the keyboard. Digits are read from what was
typed in any script, and from their row where a layout has signs there (French).
Signs such as ``#`` and ``/`` lie elsewhere on other layouts, so they are read from
what was typed.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTIONS
from annotator.ui.views import View

_ROWS = {16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
_LETTERS = {first + i: letter for first, row in _ROWS.items() for i, letter in enumerate(row)}
_DIGITS = {2 + i: digit for i, digit in enumerate("1234567890")}
_SIGNS = {(53, False): "/", (53, True): "?", (4, True): "#"}
_NAMED = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
}
_X11 = 8
"""X counts keys from eight on; scan codes of other systems are the keyboard's own."""

_NO_LATIN = 0x80
"""Qt's codes of keys that type no ASCII begin here."""

_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_OWN_LETTERS = (QComboBox, QAbstractItemView)

BARE: Mapping[View, Mapping[str, ActionId]] = {
    view: {key: row.id for row in ACTIONS if row.bare and row.is_in(view) for key in row.keys}
    for view in View
}
_ANY = frozenset(key for keys in BARE.values() for key in keys)
SHORTCUTS: Mapping[str, ActionId] = {
    key: row.id for row in ACTIONS for key in row.keys if key.startswith("Ctrl+")
}
TO_FIELDS = frozenset(
    {
        ActionId.NOTE,
        ActionId.EVIDENCE,
        ActionId.AGAINST,
        ActionId.NOT_CHECKABLE_WHY,
        ActionId.ATTRIBUTION,
        ActionId.WORDING,
        ActionId.FLAG,
        ActionId.MORE,
        ActionId.FIND,
        ActionId.GO_TO,
        ActionId.REASON,
        ActionId.COMMENT,
    }
)
"""After these, keys are text."""
REPEATS = frozenset(row.id for row in ACTIONS if row.repeats)


class Held:
    """Tells a press of a key that is held down from another press.

    X sends a release and a press at the very same moment for each repeat; Qt calls them a repeat
    only where both had come when it looked.
    """

    def __init__(self) -> None:
        self._released = (0, 0)

    def released(self, event: QKeyEvent) -> None:
        """A key was let go, or X says so."""
        self._released = (event.key(), event.timestamp())

    def repeats(self, event: QKeyEvent) -> bool:
        """Whether nobody pressed it anew."""
        at_once = (event.key(), event.timestamp()) == self._released
        return event.isAutoRepeat() or (at_once and QApplication.platformName() == "xcb")


HELD = Held()
"""Of the keyboard: there is one."""


def action_for(event: QKeyEvent, view: View) -> ActionId | None:
    """The action of a bare key in this view, or None.

    A held key repeats only where that makes sense.
    """
    name = key_name(event)
    action = BARE[view].get(name) if name else None
    if action is not None and HELD.repeats(event) and action not in REPEATS:
        return None
    return action


def shortcut_for(event: QKeyEvent) -> ActionId | None:
    """The action of a key with Ctrl where no letter of the layout is Latin.

    Qt finds shortcuts by what a key types in any layout that is set up; where the
    only one is Persian or Russian, none types Z.
    """
    keys = Qt.KeyboardModifier
    held = event.modifiers() & ~(keys.KeypadModifier | keys.GroupSwitchModifier)
    if held & ~keys.ShiftModifier != keys.ControlModifier or event.key() < _NO_LATIN:
        return None
    shift = "Shift+" if held & keys.ShiftModifier else ""
    letter = _LETTERS.get(event.nativeScanCode() - _first_code())
    return SHORTCUTS.get(f"Ctrl+{shift}{letter}")


def alt_letter(event: QKeyEvent) -> str:
    """The Latin letter pressed with Alt alone, on other layouts the one at its place; or "".

    With Ctrl it is what some keyboards call AltGr, and types a sign.
    """
    keys = Qt.KeyboardModifier
    if event.modifiers() & ~(keys.KeypadModifier | keys.GroupSwitchModifier) != keys.AltModifier:
        return ""
    if event.key() < _NO_LATIN:
        return chr(event.key())
    return _LETTERS.get(event.nativeScanCode() - _first_code(), "")


def key_name(event: QKeyEvent) -> str | None:
    """How ``ACTIONS`` writes this key, or None for what no bare key can be."""
    keys = Qt.KeyboardModifier
    held = event.modifiers() & ~(keys.KeypadModifier | keys.GroupSwitchModifier)
    if held & ~keys.ShiftModifier:
        return None
    shift = "Shift+" if held & keys.ShiftModifier else ""
    if event.text() in _ANY and not event.text().isalnum():
        return event.text() if event.text() != " " else f"{shift}Space"
    key = Qt.Key(event.key())
    if key in _NAMED:
        return shift + _NAMED[key]
    digit = _digit(event)
    if digit is not None:
        return digit
    letter = _latin(event)
    if letter is not None:
        return shift + letter
    return None if _ascii(event.text()) else _by_place(event, shift)


def press_button(event: QKeyEvent) -> bool:
    """Enter presses the button that has the focus, as Space does: Qt leaves it to dialogs."""
    button = QApplication.focusWidget()
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not enter or HELD.repeats(event) or not isinstance(button, QAbstractButton):
        return False
    button.click()
    return True


def types_text(widget: QWidget | None) -> bool:
    """Whether keys that reach this widget are text: then no bare key means an action."""
    if isinstance(widget, QTextEdit | QPlainTextEdit | QLineEdit):
        return not widget.isReadOnly()
    return isinstance(widget, (*_TEXT_FIELDS, *_OWN_LETTERS))


def _latin(event: QKeyEvent) -> str | None:
    key = event.key()
    typed_elsewhere = bool(event.text()) and not _ascii(event.text())
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z and not typed_elsewhere:
        return chr(key)
    return None


def _digit(event: QKeyEvent) -> str | None:
    """The digit of a key, in ASCII."""
    if event.text().isdecimal():
        return str(int(event.text()))
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return None
    return _DIGITS.get(event.nativeScanCode() - _first_code())


def _ascii(text: str) -> bool:
    return bool(text) and text.isascii() and text.isprintable()


def _by_place(event: QKeyEvent, shift: str) -> str | None:
    code = event.nativeScanCode() - _first_code()
    sign = _SIGNS.get((code, bool(shift)))
    if sign is not None:
        return sign
    letter = _LETTERS.get(code)
    return None if letter is None else shift + letter


def _first_code() -> int:
    """What the platform adds to the keyboard's own scan codes."""
    on_x11_numbers = sys.platform.startswith(("linux", "freebsd"))
    return _X11 if on_x11_numbers or QApplication.platformName() == "xcb" else 0
