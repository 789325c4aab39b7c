"""What colleagues hold, while one may not see it yet: said, shown on demand, logged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.desk import sight
from annotator.domain.compare import Accord
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.ui import look
from annotator.ui.action import ActionId
from reviewed import B, C, Desk, bare
from reviewscreen import accord, colleague, parts, said
from screens import Screen, open_screen, shut


@pytest.fixture
def veiled(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[tuple[Screen, Desk]]:
    """A's window on an article that B and C have judged more of than A."""
    look.prepare(qapp)
    desk = bare(tmp_path / "bare.db", B, C)
    desk.judge(B, Standing.VERIFIED, 1, 2, 3)
    desk.judge(C, Standing.DISPUTED, 1, 2)
    shown = open_screen(qtbot, desk.library)
    yield shown, desk
    shut(shown)
    desk.library.close()


def press_button(screen: Screen, words: str) -> None:
    found = [
        button
        for button in screen.window.findChildren(QPushButton)
        if button.text() == words and button.isVisible()
    ]
    assert len(found) == 1, words
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_what_is_hidden_is_said_and_can_be_shown(veiled: tuple[Screen, Desk]) -> None:
    screen, desk = veiled
    screen.press("J", "V", "Ctrl+2")
    hidden = parts(screen).side.hidden
    assert hidden.text == (
        "Colleagues' tags of 3 claims stay hidden until you tag them or submit your pass."
    )
    assert accord(screen, 1) is Accord.OPEN, "one has tagged it oneself"
    assert accord(screen, 2) is Accord.VEILED
    press_button(screen, "Show them")
    assert hidden.text == ""
    assert accord(screen, 2) is Accord.OPEN
    assert desk.library.store.rows("SELECT count(*) FROM edits WHERE kind = 'Reveal'")[0][0] == 1


def test_submitting_shows_everything(veiled: tuple[Screen, Desk]) -> None:
    screen, _desk = veiled
    screen.press("J", "V", "Ctrl+2")
    press_button(screen, "Submit my pass")
    assert parts(screen).side.hidden.text == ""
    assert said(screen) == "Your pass is handed in."
    assert accord(screen, 3) is Accord.ONE


def test_a_blind_check_names_who_asked_for_it(veiled: tuple[Screen, Desk]) -> None:
    screen, desk = veiled
    with colleague(desk, B) as library:
        sight.ask_blind(library, desk.article)
    screen.session.poll()
    screen.press("J", "V", "Ctrl+2")
    assert parts(screen).side.hidden.text == (
        "Analyst B asked for a blind check: "
        "colleagues' tags stay hidden until you submit your pass."
    )


def test_nobody_is_said_to_agree_while_something_is_hidden(veiled: tuple[Screen, Desk]) -> None:
    screen, _desk = veiled
    screen.press("Ctrl+2")
    parts(screen).refresh.now()
    assert said(screen).startswith("No disagreement shows yet")
    screen.press("N")
    assert said(screen) == "No disagreement shows yet."


def test_annotate_shows_colleagues_once_one_has_tagged_the_claim(
    veiled: tuple[Screen, Desk],
) -> None:
    screen, _desk = veiled
    room = screen.window.room
    screen.press("J")
    screen.settle()
    told = room.panel.colleagues.text
    assert told == "2 colleagues judged this claim Show"
    assert room.panel.history.lines == ()
    screen.press("Shift+V")
    screen.settle()
    assert room.panel.colleagues.text == "Analyst B: verified Analyst C: disputed"


def test_show_in_annotate_is_logged(veiled: tuple[Screen, Desk]) -> None:
    screen, desk = veiled
    screen.press("J")
    screen.window.run(ActionId.REVEAL)
    screen.settle()
    assert "Analyst B: verified" in screen.window.room.panel.colleagues.text
    assert desk.library.store.rows("SELECT count(*) FROM edits WHERE kind = 'Reveal'")[0][0] == 1


def test_a_tag_in_the_window_says_whose_tags_were_shown_before(
    veiled: tuple[Screen, Desk],
) -> None:
    screen, desk = veiled
    screen.press("J", "Shift+V", "D")
    held = reading.assessment(desk.library.store, desk.library.me, desk.claim(1))
    assert held.tag is Tag.DISPUTED
    assert set(held.seen) == {B.id, C.id}
