"""What Tab visits in a part that is filled anew all the time, in the order in which it is seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """What in it takes the Tab key, in the order in which it is laid out."""
    if takes_tab(widget):
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = inside.layout() if inside is not None else None
    if layout is not None:
        yield from _stops_of(layout)


def stop_before(place: QWidget, part: QWidget) -> QWidget | None:
    """What Tab visits before it comes to this place, outside of the part."""
    before = place.previousInFocusChain()
    while before is not None and before is not place:
        if takes_tab(before) and before is not part and not part.isAncestorOf(before):
            return before
        before = before.previousInFocusChain()
    return None


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield from stops_in(widget)
        elif inner is not None:
            yield from _stops_of(inner)
