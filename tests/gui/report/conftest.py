"""The example's article, judged by three people, and a window on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import opening
from annotator.desk.example import FIRST, example_library
from annotator.desk.library import OpenLibrary
from annotator.ui import look
from screens import Screen, open_screen, shut


@pytest.fixture(scope="session")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's library, made once."""
    target = tmp_path_factory.mktemp("example") / "example.db"
    with example_library() as path:
        shutil.copy(path, target)
    return target


@pytest.fixture
def library(worked: Path, tmp_path: Path, qapp: QApplication) -> Iterator[OpenLibrary]:
    look.prepare(qapp)
    path = tmp_path / "library" / "example.db"
    path.parent.mkdir()
    shutil.copy(worked, path)
    opened = opening.open_for(path, FIRST, create=False)
    yield opened
    opened.close()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def screen(qtbot: QtBot, library: OpenLibrary) -> Iterator[Screen]:
    """A window on the example, in Annotate."""
    shown = open_screen(qtbot, library)
    yield shown
    shut(shown)
