"""A library in which something is found everywhere, and a window on its sample."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from finding import HARBOUR, PORT, bring_in
from screens import Screen, open_screen, shut
from searchscreen import work_through


@pytest.fixture
def port(library: OpenLibrary) -> ArticleId:
    return bring_in(library, PORT)


@pytest.fixture
def screen(
    qtbot: QtBot, library: OpenLibrary, port: ArticleId, sample: ArticleId
) -> Iterator[Screen]:
    """The sample on the page, the title in hand; two other articles beside it."""
    assert port
    bring_in(library, HARBOUR)
    work_through(library, sample)
    shown = open_screen(qtbot, library)
    shown.window.room.shelf.chosen.emit(sample)
    yield shown
    shut(shown)
