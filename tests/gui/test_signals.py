"""A signal comes whenever it likes, and the program ends in good order all the same."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.ui import app
from annotator.ui.session import Session


def test_a_signal_in_the_middle_of_a_query_waits_for_its_end(
    qtbot: QtBot, qapp: QApplication, library: OpenLibrary, sample: ArticleId
) -> None:
    """Closing keeps the place, which is a write: inside of a read it was refused."""
    program = app.Program(qapp, library.path, None, [])
    program.open()
    session = program._session
    assert isinstance(session, Session)
    with session.library.store.reading():
        program.quit_soon(app.INTERRUPTED)
        assert session.windows
    qtbot.waitUntil(lambda: not session.windows)
    assert program.status == app.INTERRUPTED
    program.close()
