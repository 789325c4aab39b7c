"""The order of the Tab key, for parts that are made when they are first needed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(stops: Iterable[QWidget]) -> None:
    """Makes Tab visit these in this order; what cannot have the keys is passed over."""
    before: QWidget | None = None
    for stop in stops:
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def tab_before(new: QWidget, there: QWidget) -> None:
    """Makes Tab visit a part that came later just before one that has its place already."""
    before = there.previousInFocusChain()
    # Qt orders only what can have the keys.
    while before and before is not there and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    if before is not None and before not in (there, new):
        QWidget.setTabOrder(before, new)
