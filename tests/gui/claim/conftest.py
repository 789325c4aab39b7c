"""A claim panel on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.claim.note import Note
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.theme import LIGHT
from claimpanel import Stage


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    window = QWidget()
    page = QLineEdit(window)
    panel = ClaimPanel(LIGHT, window)
    box = QVBoxLayout(window)
    box.addWidget(page)
    box.addWidget(panel, 1)
    window.resize(420, 900)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    left: list[tuple[str, str]] = []
    panel.note_left.connect(lambda text, claim: left.append((text, claim.name)))
    panel.leave_wanted.connect(page.setFocus)
    note = panel.findChild(Note)
    assert note is not None
    yield Stage(panel, page, note.field, left)
    # pytest-qt holds a window weakly: this frame is what keeps it.
    window.close()
