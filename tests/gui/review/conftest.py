"""Three analysts' work on the sample, and the widgets of Review on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import look
from annotator.ui.review.bar import ReviewBar
from annotator.ui.review.panel import ReviewPanel
from annotator.ui.review.queue import QueuePanel
from annotator.ui.theme import LIGHT
from reviewed import Desk, drawn
from shown import Stage


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The state of the drawing."""
    desk = drawn(tmp_path / "drawn.db")
    yield desk
    desk.library.close()


@pytest.fixture(autouse=True)
def worn(qapp: QApplication) -> Iterator[None]:
    """The application's own look."""
    look.prepare(qapp)
    look.wear(qapp, LIGHT)
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    window = QWidget()
    page, panel = QLineEdit(window), ReviewPanel(LIGHT, window)
    box = QVBoxLayout(window)
    box.addWidget(page)
    box.addWidget(panel, 1)
    window.resize(472, 900)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    panel.leave_wanted.connect(page.setFocus)
    yield Stage(panel, page)
    # pytest-qt holds a window weakly: this frame is what keeps it.
    window.close()


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[QueuePanel]:
    panel = QueuePanel(LIGHT)
    panel.resize(262, 830)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    yield panel
    panel.close()


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[ReviewBar]:
    bar = ReviewBar(LIGHT)
    bar.resize(1440, 30)
    qtbot.addWidget(bar)
    bar.show()
    yield bar
    bar.close()
