"""The agreement page on the screen, alone and over a real library."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui import look
from annotator.ui.agreement.page import AgreementPage
from annotator.ui.agreement.view import AgreementView
from annotator.ui.theme import LIGHT

Show = Callable[..., AgreementPage]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Show]:
    """Shows a view in a page of this size; the heat map has the keys."""
    look.prepare(qapp)
    look.wear(qapp, LIGHT)
    pages: list[AgreementPage] = []

    def shown(view: AgreementView, width: int = 1440, height: int = 830) -> AgreementPage:
        page = AgreementPage(LIGHT)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show_view(view)
        page.show()
        page.activateWindow()
        page.take_keys()
        qtbot.waitUntil(lambda: page.middle.isAncestorOf(QApplication.focusWidget() or page))
        pages.append(page)
        return page

    yield shown
    for page in pages:
        page.close()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
