"""Review before anybody else has judged the article: no key decides what nobody can see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.domain.tags import Standing
from annotator.ui import look
from annotator.ui.review.view import ALONE
from reviewed import A, bare
from screens import Screen, open_screen, shut


@pytest.fixture
def alone(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[Screen]:
    look.prepare(qapp)
    desk = bare(tmp_path / "bare.db", A)
    shown = open_screen(qtbot, desk.library)
    shown.press("Ctrl+2", "J")
    yield shown
    shut(shown)
    desk.library.close()


@pytest.mark.parametrize("key", ["V", "D", "U", "Q", "O", "1", "0", "R", "C", "Ctrl+Enter"])
def test_no_key_settles_while_there_is_nobody_to_settle_with(alone: Screen, key: str) -> None:
    before = alone.saved("SELECT count(*) FROM edits")
    alone.press(key)
    assert alone.refused == ALONE
    assert alone.window.room.page.hasFocus()
    assert alone.saved("SELECT count(*) FROM edits") == before


def test_the_sentence_leads_back_to_tagging(alone: Screen) -> None:
    alone.press("V", "Ctrl+1", "V")
    assert alone.standing(1) is Standing.VERIFIED
