"""The sample as three analysts have judged it, and one of them at the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui import look
from reviewed import Desk, drawn
from reviewscreen import go
from screens import Screen, open_screen, shut


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    look.prepare(qapp)
    made = drawn(tmp_path / "drawn.db")
    yield made
    made.library.close()
    # What the window wears is the application's, and the next test has its own.
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[Screen]:
    """Analyst A's window in Review, claim 5 in hand."""
    shown = open_screen(qtbot, desk.library)
    shown.press("Ctrl+2")
    go(shown, 5)
    yield shown
    shut(shown)
