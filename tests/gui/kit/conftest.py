"""The application's own look, for tests that read pixels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from annotator.ui.kit.stylesheet import style_sheet
from annotator.ui.theme import LIGHT


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[None]:
    palette = qapp.palette()
    qapp.setPalette(LIGHT.palette())
    qapp.setStyleSheet(style_sheet(LIGHT))
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(palette)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    """A window whose one field has the keys."""
    window = QMainWindow()
    field = QLineEdit(window)
    window.setCentralWidget(field)
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield window
    window.close()
