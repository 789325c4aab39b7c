"""Ways to lose the focus that are no leaving: another program, a menu, a list that popped up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

STAYS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def leaves(event: QFocusEvent) -> bool:
    """Whether whoever typed here went on to something else."""
    return event.reason() not in STAYS


def claims(event: QEvent) -> bool:
    """Whether a field keeps this key from the window: it is bare, arrows and Escape too.

    Keys with Ctrl and the F keys stay the window's.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return plain and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
