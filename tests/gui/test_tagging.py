"""The main job: one key a claim."""

from __future__ import annotations

import sqlite3
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import opening, tagging
from annotator.domain.tags import Standing, Tag
from annotator.ui import patience
from screens import Screen, open_screen, shut

TAGS = "SELECT tag FROM assessments WHERE tag IS NOT NULL ORDER BY start"
EDITS = "SELECT kind FROM edits WHERE kind NOT IN ('SetName', 'ImportArticle') ORDER BY at"


def test_three_keys_are_three_tags_saved_at_once(screen: Screen) -> None:
    assert screen.number == 0
    screen.press("V")
    assert screen.saved(TAGS) == [("verified",)]
    assert screen.number == 1
    screen.press("D", "U")
    assert screen.saved(TAGS) == [("verified",), ("disputed",), ("unattributed",)]
    assert [screen.standing(n) for n in (0, 1, 2)] == [
        Standing.VERIFIED,
        Standing.DISPUTED,
        Standing.UNATTRIBUTED,
    ]
    assert screen.number == 3


def test_saved_is_said_after_the_commit_only(screen: Screen) -> None:
    screen.settle()
    before = screen.window.frame.bottom.saved
    screen.press("V")
    screen.settle()
    assert screen.window.frame.bottom.saved.startswith("Saved ")
    assert not before.startswith("Saved") or before.startswith("Saved ")
    assert screen.said == "1 done, 48 to go · next untagged"


@pytest.mark.parametrize(
    ("key", "standing"), [("Q", Standing.ON_SOURCE), ("O", Standing.NOT_CHECKABLE)]
)
def test_the_quiet_keys_move_on_too(screen: Screen, key: str, standing: Standing) -> None:
    screen.press("J", key)
    assert screen.standing(1) is standing
    assert screen.number == 2


def test_q_again_takes_it_back_and_stays(screen: Screen) -> None:
    screen.press("J", "Q", "K", "Q")
    assert screen.standing(1) is Standing.UNTAGGED
    assert screen.number == 1


def test_shift_tags_and_stays(screen: Screen) -> None:
    screen.press("J", "Shift+D")
    assert screen.standing(1) is Standing.DISPUTED
    assert screen.number == 1


def test_a_claim_that_had_a_tag_stays_in_hand(screen: Screen) -> None:
    screen.press("J", "V", "K", "U")
    assert screen.standing(1) is Standing.UNATTRIBUTED
    assert screen.number == 1


def test_x_empties_a_claim_and_stays(screen: Screen) -> None:
    screen.press("J", "Shift+V", "X")
    assert screen.standing(1) is Standing.UNTAGGED
    assert screen.number == 1


def test_advancing_is_a_setting(screen: Screen) -> None:
    screen.session.preferences.set(advance=False)
    screen.press("V")
    assert screen.number == 0


def test_several_claims_are_one_edit(screen: Screen) -> None:
    screen.press("J", "Shift+J", "Shift+J", "V")
    assert screen.saved(TAGS) == [("verified",)] * 3
    assert screen.saved(EDITS) == [("SetTag",)]
    assert screen.number == 4


def test_the_last_one_stays_and_the_bar_says_so(screen: Screen) -> None:
    room = screen.window.room
    room.page.select_claims(range(len(room.desk.held)))
    screen.press("V")
    assert screen.said == "That was the last one: nothing in this article is untagged."
    screen.press("Space")
    assert screen.said == "Nothing in this article is untagged."


def test_a_held_key_tags_once(screen: Screen) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    again = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_V, Qt.KeyboardModifier.NoModifier, "v", True, 1
    )
    screen.press("V")
    QApplication.sendEvent(screen.window.room.page, again)
    assert screen.saved(TAGS) == [("verified",)]


def test_undo_and_redo_go_to_the_claim_and_say_what(screen: Screen) -> None:
    screen.press("V", "D", "Space", "Space", "Ctrl+Z")
    assert screen.number == 1
    assert screen.standing(1) is Standing.UNTAGGED
    assert screen.said.startswith("Undone: ")
    assert "claim 1" in screen.said
    screen.press("Ctrl+Shift+Z")
    assert screen.standing(1) is Standing.DISPUTED
    assert screen.said.startswith("Done again: ")
    screen.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert screen.said == "There is nothing to undo in this article."


def test_tags_and_undo_outlive_the_window(qtbot: QtBot, screen: Screen) -> None:
    screen.press("V", "D", "U")
    path = screen.session.library.path
    screen.session.quit()
    screen.session.close()
    again = open_screen(qtbot, opening.open_for(path, None, create=False))
    assert again.standing(1) is Standing.DISPUTED
    assert again.number == 3
    again.press("Ctrl+Z")
    assert again.standing(2) is Standing.UNTAGGED
    assert again.number == 2
    shut(again)


def test_a_library_that_is_held_costs_no_key(qtbot: QtBot, screen: Screen) -> None:
    screen.session.library.wait = 0.0
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    screen.press("V", "D", "J", "U")
    assert screen.standing(0) is Standing.UNTAGGED
    assert screen.said == "Waiting for another program…"
    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: screen.saved(TAGS) == [("verified",), ("disputed",), ("unattributed",)])
    assert [screen.standing(n) for n in (0, 1, 2, 3)] == [
        Standing.VERIFIED,
        Standing.DISPUTED,
        Standing.UNTAGGED,
        Standing.UNATTRIBUTED,
    ]
    assert "Waiting" not in screen.said
    other.close()


def test_a_click_does_not_overtake_a_tag_that_waits(qtbot: QtBot, screen: Screen) -> None:
    screen.session.library.wait = 0.0
    screen.press("J", "J")
    page, window = screen.window.room.page, screen.window
    at = page.viewport().mapTo(window, page.viewport().rect().center())
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    screen.press("Shift+V")
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: not window.room.patience.busy)
    assert screen.standing(2) is Standing.VERIFIED
    assert screen.number == 2
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert screen.number not in (2, 3)


def test_a_library_that_cannot_be_read_for_a_moment_is_followed_again(
    qtbot: QtBot, screen: Screen
) -> None:
    path, room = screen.session.library.path, screen.window.room
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    screen.press("J")
    qtbot.wait(500)
    assert screen.number == 1
    assert screen.refused == ""
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: room.panel.accessibleName() == "Claim 1 of 48", timeout=1000)
    beside = opening.open_for(path, None, create=False)
    tagging.tag(beside, room.desk.held.article.id, [room.desk.held.id_at(5)], Tag.DISPUTED)
    beside.close()
    qtbot.waitUntil(lambda: room.desk.held.standing(5) is Standing.DISPUTED, timeout=1000)


def test_what_is_typed_for_a_note_that_has_to_wait_is_no_tag(qtbot: QtBot, screen: Screen) -> None:
    screen.session.library.wait = 0.0
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    screen.press("V", "N", "D", "U", "Space")
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: not screen.window.room.patience.busy)
    assert screen.saved(TAGS) == [("verified",)]
    assert screen.number == 1
    screen.press("Escape", "D")
    assert screen.saved(TAGS) == [("verified",), ("disputed",)]


def test_looking_at_the_library_waits_for_nobody(screen: Screen) -> None:
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    begun = time.perf_counter()
    screen.session.poll()
    assert time.perf_counter() - begun < 0.3
    other.execute("ROLLBACK")
    other.close()


def test_a_library_that_stays_held_refuses(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "LONGEST", 0.2)
    screen.session.library.wait = 0.0
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    screen.press("V")
    qtbot.waitUntil(lambda: "nothing was changed" in screen.refused)
    assert screen.standing(0) is Standing.UNTAGGED
    other.execute("ROLLBACK")
    other.close()
    screen.press("V")
    assert screen.standing(0) is Standing.VERIFIED
    assert screen.refused == ""
