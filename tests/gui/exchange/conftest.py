"""The pages of an exchange on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui import look
from annotator.ui.exchange.bring_page import BringPage
from annotator.ui.exchange.paper import Paper
from annotator.ui.exchange.send_page import SendPage
from annotator.ui.theme import LIGHT
from exchanging import preview, sending

_P = TypeVar("_P", bound=Paper)


@pytest.fixture
def worn(qapp: QApplication) -> Iterator[None]:
    look.prepare(qapp)
    look.wear(qapp, LIGHT)
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def send(qtbot: QtBot, worn: None) -> Iterator[SendPage]:
    """The page to send from, the first of two articles ticked."""
    page = SendPage(LIGHT)
    yield from _on_screen(qtbot, page)


@pytest.fixture
def bring(qtbot: QtBot, worn: None) -> Iterator[BringPage]:
    """The page to bring in with, before any file."""
    page = BringPage(LIGHT)
    yield from _on_screen(qtbot, page)


def _on_screen(qtbot: QtBot, page: _P) -> Iterator[_P]:
    qtbot.addWidget(page)
    page.resize(806, 760)
    page.show()
    page.activateWindow()
    if isinstance(page, SendPage):
        page.show_view(sending())
    page.setFocus()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close()


@pytest.fixture
def previewed(bring: BringPage) -> BringPage:
    bring.show_view(preview())
    QApplication.processEvents()
    return bring
