"""Notes: nothing typed is lost but the last second."""

from __future__ import annotations

import sqlite3

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import opening
from screens import Screen, open_screen, shut

NOTES = "SELECT note FROM assessments WHERE note <> ''"
DRAFTS = "SELECT text FROM drafts"


def test_a_note_is_a_draft_within_a_second_and_an_edit_when_left(
    qtbot: QtBot, screen: Screen
) -> None:
    screen.press("J", "N")
    screen.write("Who says so?")
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) == [("Who says so?",)], timeout=1500)
    assert screen.saved(NOTES) == []
    screen.press("Escape")
    assert screen.saved(NOTES) == [("Who says so?",)]
    assert screen.saved(DRAFTS) == []
    screen.press("V")
    assert screen.number == 2


def test_going_on_with_the_mouse_saves_the_note_to_its_own_claim(screen: Screen) -> None:
    screen.press("J", "N")
    screen.write("Mine")
    screen.window.room.hand.go(5)
    screen.settle()
    claim = screen.window.room.desk.held.id_at(1)
    assert screen.saved(f"SELECT note FROM assessments WHERE claim = '{claim}'") == [("Mine",)]


def test_quitting_saves_what_is_being_typed(qtbot: QtBot, screen: Screen) -> None:
    screen.press("J", "N")
    screen.write("Half a thou")
    path = screen.session.library.path
    screen.session.quit()
    screen.session.close()
    with sqlite3.connect(path) as file:
        assert file.execute(NOTES).fetchall() == [("Half a thou",)]
    file.close()
    shut(open_screen(qtbot, opening.open_for(path, None, create=False)))


def test_a_draft_that_a_crash_left_becomes_a_note_at_the_next_start(
    qtbot: QtBot, screen: Screen
) -> None:
    screen.press("J", "N")
    screen.write("Before the crash")
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) != [], timeout=1500)
    beside = opening.open_for(screen.session.library.path, None, create=False)
    second = open_screen(qtbot, beside)
    assert second.saved(NOTES) == [("Before the crash",)]
    shut(second)


def test_a_held_library_costs_no_words(qtbot: QtBot, screen: Screen) -> None:
    screen.session.library.wait = 0.0
    screen.press("J", "N")
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    screen.write("Patience")
    screen.press("Escape")
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: screen.saved(NOTES) == [("Patience",)])


def test_closing_that_would_lose_words_says_so_first(screen: Screen) -> None:
    screen.session.library.wait = 0.0
    window = screen.window
    screen.press("J", "N")
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    screen.write("Precious")
    assert not window.close()
    assert "Your note is not saved" in screen.refused
    other.execute("ROLLBACK")
    other.close()
    assert window.close()
    assert screen.saved(NOTES) == [("Precious",)]


def test_words_that_can_be_kept_nowhere_do_not_keep_anybody_from_closing(screen: Screen) -> None:
    screen.session.library.wait = 0.0
    screen.press("J", "N")
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    screen.write("Given up")
    assert not screen.window.close()
    assert screen.window.close()
    other.close()


def test_ctrl_z_in_the_note_undoes_typing_first(screen: Screen) -> None:
    screen.press("J", "Shift+V", "N")
    screen.write("x")
    screen.press("Ctrl+Z")
    assert screen.saved("SELECT tag FROM assessments") == [("verified",)]
    screen.press("Ctrl+Z")
    QApplication.processEvents()
    assert screen.saved("SELECT tag FROM assessments WHERE tag IS NOT NULL") == []
