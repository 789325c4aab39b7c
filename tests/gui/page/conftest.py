"""A page on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from annotator.domain.snapshot import Snapshot
from annotator.ui.page import geometry
from annotator.ui.page.view import PageView
from annotator.ui.theme import LIGHT

Show = Callable[..., PageView]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows a snapshot in a page of this size, with the keyboard's focus."""

    def shown(snapshot: Snapshot, width: int = 806, height: int = 700, zoom: int = 100) -> PageView:
        page = PageView(LIGHT)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.set_zoom(zoom)
        page.show_snapshot(snapshot)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.setFocus()
        qtbot.waitUntil(page.hasFocus)
        return page

    return shown


@pytest.fixture
def point_of() -> Callable[[PageView, int], QPoint]:
    """Where a character of the article is in the viewport: its middle, a little above the line."""

    def found(page: PageView, offset: int) -> QPoint:
        sheet = page._sheet
        assert sheet is not None
        block = sheet.blocks.holding(offset)
        laid = sheet.laid(block)
        unit = laid.display.unit(offset)
        if not laid.layout.isValidCursorPosition(unit):
            unit = laid.layout.previousCursorPosition(unit)
        runs = geometry.unit_runs(laid, unit, laid.layout.nextCursorPosition(unit))
        if not runs:  # a joiner without a width of its own
            return found(page, offset - 1)
        number, left, right = runs[0]
        y = sheet.top(block) + laid.lines[number].baseline - 4
        bar = page.verticalScrollBar()
        return QPoint(round(sheet.column.left + (left + right) / 2), round(y - bar.value()))

    return found
