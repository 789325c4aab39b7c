"""A scroll area that shows what it holds and nothing of itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def clear_scroll(area: QScrollArea, inside: QWidget) -> None:
    """Puts a widget into an area without frame, background or sideways bar.

    The area itself takes no focus: Tab goes on to what is inside. What is wider than its place
    is cut there: one long word must not widen, and so cut, everything round it.
    """
    inside.setMinimumWidth(1)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for clear in (area.viewport(), inside):
        clear.setAutoFillBackground(False)


def quieten(area: QScrollArea, quiet: bool) -> None:
    """Whether its bar is not seen: what is in it scrolls by itself, and one bar is enough.

    It keeps its place, so that nothing moves.
    """
    bar = area.verticalScrollBar()
    bar.setProperty("quiet", quiet)
    bar.style().polish(bar)
    bar.update()
