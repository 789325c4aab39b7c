"""A real library with the sample, a real window on it, real keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.desk import importing, opening
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.ui import look
from screens import Screen, open_screen, shut


@pytest.fixture
def library(tmp_path: Path, qapp: QApplication) -> Iterator[OpenLibrary]:
    look.prepare(qapp)
    opened = opening.open_for(tmp_path / "test.db", None, create=True)
    yield opened
    opened.close()
    # What the window wears is the application's, and the next test has its own.
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def sample(library: OpenLibrary) -> ArticleId:
    return importing.import_file(library, paths.sample()).article


@pytest.fixture
def screen(qtbot: QtBot, library: OpenLibrary, sample: ArticleId) -> Iterator[Screen]:
    """A window on the sample, the title in hand."""
    shown = open_screen(qtbot, library)
    yield shown
    shut(shown)


@pytest.fixture
def empty(qtbot: QtBot, library: OpenLibrary) -> Iterator[Screen]:
    """A window on an empty library."""
    shown = open_screen(qtbot, library)
    yield shown
    shut(shown)
