"""Erasing in the window: what would go is said first, a word is wanted, and every window follows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk import beside, evidencing, importing, notes
from annotator.desk.erasing import What
from annotator.domain.evidence import Contact
from annotator.ui.action import ActionId
from annotator.ui.erasing.page import ErasePage
from evidencescreen import enter, focused
from recordscreen import claim, go, held, on_page, shown
from screens import Screen

SECRET = "Marzieh told me"


def note(screen: Screen, number: int, text: str) -> None:
    article = screen.window.room.article
    assert article is not None
    notes.write_note(screen.session.library, article, claim(screen, number), text)


def page(screen: Screen) -> ErasePage:
    found = screen.window.room.erasing.page
    assert found is not None
    return found


def open_page(qtbot: QtBot, screen: Screen, action: ActionId = ActionId.ERASE) -> ErasePage:
    screen.window.run(action)
    ready(qtbot, screen)
    return page(screen)


def ready(qtbot: QtBot, screen: Screen) -> None:
    """What is chosen was looked up."""
    qtbot.waitUntil(lambda: not screen.window.room.erasing.busy, timeout=20_000)


def named(screen: Screen) -> list[str]:
    rows = page(screen).list
    return [rows.item(at).text() for at in range(rows.count())]


def in_file(path: Path, words: str) -> bool:
    return words.encode() in path.read_bytes()


def test_a_note_goes_out_of_the_file_once_the_word_is_typed(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 5)
    note(screen, 5, f"{SECRET}, and wants no name.")
    screen.settle()
    path = screen.session.library.path
    assert in_file(path, SECRET)
    shows = open_page(qtbot, screen)
    assert shows.isVisible()
    assert "Your note of claim 5" in shows.says
    assert "It cannot be undone" in shows.says
    assert "out of reach" in shows.says
    assert focused() is shows.word, "there is nothing to choose from"
    screen.press("Enter")
    assert held(screen, 5).note, "the word is wanted"
    screen.write("eras")
    assert not shows.erase.isEnabled()
    screen.write("e")
    screen.press("Enter")
    ready(qtbot, screen)
    assert "is erased." in shows.says
    assert not in_file(path, SECRET)
    assert focused() is shows.shut
    screen.press("Escape")
    screen.settle()
    assert on_page(screen)
    assert shown(screen).assessment.note == ""
    assert screen.window.room.panel._note.field.toPlainText() == ""


def test_undo_does_not_bring_it_back(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 5)
    note(screen, 5, SECRET)
    open_page(qtbot, screen)
    screen.write("erase")
    screen.press("Enter")
    ready(qtbot, screen)
    screen.press("Escape", "Ctrl+Z")
    screen.settle()
    assert held(screen, 5).note == ""


def test_escape_leaves_everything_as_it_is(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 5)
    note(screen, 5, SECRET)
    open_page(qtbot, screen)
    screen.write("erase")
    screen.press("Escape")
    assert on_page(screen)
    assert held(screen, 5).note == SECRET
    open_page(qtbot, screen)
    assert page(screen).word.text() == "", "the word is typed anew each time"


def test_each_piece_of_evidence_and_each_contact_can_be_chosen(
    qtbot: QtBot, screen: Screen
) -> None:
    go(screen, 5)
    item = enter(screen, "Interview")
    evidencing.set_contact(screen.session.library, item, Contact("", "Marzieh", said="no"))
    screen.settle()
    shows = open_page(qtbot, screen)
    assert named(screen) == [
        "Your note, in every wording it ever had",
        "The evidence “Interview”, with its contacts and files",
        "The contact with Marzieh, of “Interview”",
    ]
    assert "There is nothing to erase" in shows.says
    assert not shows.word.isVisible()
    assert focused() is shows.list
    screen.press("Down", "Down")
    ready(qtbot, screen)
    assert "The contact" in shows.says
    shows.word.setFocus()
    screen.write("erase")
    screen.press("Enter")
    ready(qtbot, screen)
    assert screen.saved("SELECT count(*) FROM items") == [(1,)]
    assert not in_file(screen.session.library.path, "Marzieh")
    assert len(named(screen)) == 2, "what is left can be chosen"
    shows.list.setFocus()
    screen.press("Down", "Down")
    ready(qtbot, screen)
    assert "Interview" in shows.says
    shows.word.setFocus()
    screen.write("ERASE")
    screen.press("Enter")
    ready(qtbot, screen)
    assert screen.saved("SELECT count(*) FROM items WHERE there = 1") == [(0,)]
    screen.press("Escape")
    screen.settle()
    assert shown(screen).evidence.pieces == ()


def test_an_article_goes_from_every_window(qtbot: QtBot, screen: Screen) -> None:
    prepared = importing.prepare_pasted("Another\n\nIt rained. It snowed.")
    other = importing.save(screen.session.library, prepared).article
    second = screen.session.open_window()
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow)
    screen.window.room.refresh.whole_list()
    gone = screen.window.room.article
    assert second.room.article == gone
    shows = open_page(qtbot, screen, ActionId.ERASE_ARTICLE)
    assert "would go from this library" in shows.says
    screen.window.activateWindow()
    qtbot.waitUntil(screen.window.isActiveWindow)
    shows.word.setFocus()
    screen.write("erase")
    screen.press("Enter")
    ready(qtbot, screen)
    assert "is erased." in shows.says
    assert shows.isVisible(), "it says that it is done"
    assert screen.window.room.article == other
    assert second.room.article == other
    assert screen.saved("SELECT count(*) FROM articles") == [(1,)]
    screen.press("Escape")
    assert screen.window.room.page.isVisible()


def test_what_is_typed_and_not_saved_yet_does_not_come_back(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 5)
    screen.press("N")
    screen.write(SECRET)
    open_page(qtbot, screen)
    screen.write("erase")
    screen.press("Enter")
    ready(qtbot, screen)
    assert screen.saved("SELECT count(*) FROM drafts") == [(0,)]
    assert not in_file(screen.session.library.path, SECRET)


def test_a_library_that_is_held_by_another_program_is_left_alone(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(screen, 5)
    note(screen, 5, SECRET)
    open_page(qtbot, screen)
    monkeypatch.setattr(beside, "WAIT", 0.3)
    blocker = sqlite3.connect(screen.session.library.path)
    blocker.execute("BEGIN IMMEDIATE")
    screen.write("erase")
    screen.press("Enter")
    ready(qtbot, screen)
    blocker.rollback()
    blocker.close()
    assert held(screen, 5).note == SECRET
    assert "nother program" in page(screen).says


def test_what_there_is_to_erase_has_the_words_of_the_command_line() -> None:
    assert [what.value for what in What] == ["note", "contact", "evidence", "file", "article"]
