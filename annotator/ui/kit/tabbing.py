"""The order of the Tab key, for parts that are made when they are first needed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def tab_through(stops: Iterable[QWidget]) -> None:
    """Makes Tab visit these in this order; what cannot have the keys is passed over."""
    before: QWidget | None = None
    for stop in stops:
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop
