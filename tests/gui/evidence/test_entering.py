"""Entering evidence: one line typed, Enter, and the field is ready for the next."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import opening
from evidencescreen import ITEMS, LINKS, MAP, section
from screens import Screen, open_screen, shut

EDITS = "SELECT count(*) FROM edits WHERE kind = 'AddEvidence'"
DRAFTS = "SELECT text FROM drafts WHERE field = 'evidence'"


def begin(screen: Screen, number: int = 5) -> None:
    """Takes a claim in hand, and opens the entry by its key."""
    screen.press(*"J" * number, "E")
    assert section(screen).quick.field.hasFocus()


def understood(screen: Screen) -> str:
    return section(screen).quick.field.accessibleDescription()


def test_an_empty_claim_has_one_quiet_line(screen: Screen) -> None:
    screen.press("J")
    screen.settle()
    quick = section(screen).quick
    assert quick.line.isVisible()
    assert quick.line.text() == "Evidence: paste, drop or type"
    assert not quick.field.isVisible()


def test_an_address_signs_a_grade_and_a_quotation_are_one_edit(screen: Screen) -> None:
    begin(screen)
    screen.write(f'{MAP} ! - B2 "396 m from the tomb"')
    screen.press("Enter")
    assert screen.saved(ITEMS) == [(MAP, "", "B", 1)]
    assert screen.saved(LINKS) == [("contradicts", "396 m from the tomb", "2")]
    assert screen.saved(EDITS) == [(1,)]


def test_enter_empties_the_field_and_it_keeps_the_keys_for_the_next(screen: Screen) -> None:
    begin(screen)
    screen.write(f"{MAP} +")
    screen.press("Enter")
    quick = section(screen).quick
    assert quick.field.hasFocus()
    assert quick.text == ""
    screen.write("Satellite image of the road ~")
    screen.press("Enter")
    assert screen.saved(LINKS) == [("supports", "", ""), ("context", "", "")]
    assert screen.saved("SELECT title FROM items ORDER BY at")[1] == (
        "Satellite image of the road",
    )


def test_what_was_understood_is_said_while_one_types(screen: Screen) -> None:
    begin(screen)
    screen.write(f'{MAP} - B2 "two words"')
    assert understood(screen) == (
        "✕\N{EN SPACE}Contradicts · example.org/map · graded B2 · quotes 2 words"
    )
    screen.write(" ~")
    assert understood(screen).startswith("~\N{EN SPACE}Context")


def test_what_is_wrong_is_said_while_one_types_and_adds_nothing(screen: Screen) -> None:
    begin(screen)
    screen.write("https://exa..mple.org")
    assert "no name of a site" in understood(screen)
    screen.press("Enter")
    assert screen.saved(ITEMS) == []
    assert section(screen).quick.text == "https://exa..mple.org", "nothing that was typed is lost"


def test_without_a_sign_it_is_context_and_says_so(screen: Screen) -> None:
    begin(screen)
    screen.write(MAP)
    assert understood(screen).startswith("~\N{EN SPACE}Context")
    screen.press("Enter")
    assert screen.saved(LINKS) == [("context", "", "")]


def test_the_day_of_access_is_filled_in(screen: Screen) -> None:
    begin(screen)
    screen.write(MAP)
    screen.press("Enter")
    assert len(screen.saved("SELECT accessed FROM items")[0][0]) == len("2024-01-04")


def test_several_claims_in_hand_get_it_together(screen: Screen) -> None:
    screen.press("J", "J", "Shift+J", "Shift+J", "E")
    screen.write(f"{MAP} +")
    assert "for all 3 claims in hand" in understood(screen)
    screen.press("Enter")
    assert screen.saved("SELECT count(*) FROM links") == [(3,)]
    assert screen.saved("SELECT count(*) FROM items") == [(1,)]
    assert screen.saved(EDITS) == [(1,)]
    screen.press("Escape", "Ctrl+Z")
    assert screen.saved("SELECT count(*) FROM links") == [(0,)]


def test_escape_gives_the_keys_back_and_keeps_what_was_typed(screen: Screen) -> None:
    begin(screen)
    screen.write("https://exam")
    screen.press("Escape")
    assert screen.window.room.page.hasFocus()
    screen.press("J")
    screen.settle()
    assert section(screen).quick.text == "", "another claim's entry is its own"
    screen.press("K")
    screen.settle()
    assert section(screen).quick.text == "https://exam"
    assert section(screen).quick.field.isVisible()


def test_single_keys_are_text_while_it_is_typed_in(screen: Screen) -> None:
    begin(screen)
    screen.press("V", "D", "Space", "+")
    assert screen.saved("SELECT count(*) FROM assessments WHERE tag IS NOT NULL") == [(0,)]
    screen.press("Escape", "Shift+V")
    assert screen.saved("SELECT tag FROM assessments WHERE tag IS NOT NULL") == [("verified",)]


def test_what_is_typed_is_a_draft_within_a_second_and_gone_when_it_is_entered(
    qtbot: QtBot, screen: Screen
) -> None:
    begin(screen)
    screen.write(f"{MAP} -")
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) == [(f"{MAP} -",)], timeout=1500)
    screen.press("Enter")
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) == [], timeout=1500)
    assert len(screen.saved(ITEMS)) == 1


def test_the_draft_goes_with_the_edit_so_that_a_crash_brings_nothing_back(
    qtbot: QtBot, screen: Screen
) -> None:
    begin(screen)
    screen.write(f"{MAP} -")
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) != [], timeout=1500)
    screen.press("Enter")
    assert screen.saved(DRAFTS) == []


def test_what_is_typed_while_the_one_before_waits_is_a_draft_of_its_own(
    qtbot: QtBot, screen: Screen
) -> None:
    screen.session.library.wait = 0.0
    begin(screen)
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    screen.write(f"{MAP} -")
    screen.press("Enter")
    screen.write("the next")
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: len(screen.saved(ITEMS)) == 1)
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) == [("the next",)], timeout=2500)


def test_what_had_to_wait_serves_the_claim_it_was_typed_at(qtbot: QtBot, screen: Screen) -> None:
    screen.session.library.wait = 0.0
    begin(screen)
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    screen.write(f"{MAP} -")
    screen.press("Enter")
    room = screen.window.room
    room.hand.go(room.desk.held.index_of_number(9))
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: len(screen.saved(ITEMS)) == 1)
    number = room.desk.held.index_of_number(5)
    assert number is not None
    assert screen.saved("SELECT claim FROM links") == [(room.desk.held.id_at(number),)]


def test_what_a_crash_left_is_in_its_field_again(qtbot: QtBot, screen: Screen) -> None:
    begin(screen)
    screen.write("https://example.org/half")
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) != [], timeout=1500)
    beside = opening.open_for(screen.session.library.path, None, create=False)
    second = open_screen(qtbot, beside)
    assert second.saved(ITEMS) == [], "half an address is none"
    # Where the first window was is kept, or not yet.
    second.window.room.hand.go(second.window.room.desk.held.index_of_number(5))
    second.settle()
    assert section(second).quick.text == "https://example.org/half"
    second.press("E")
    second.write(" +")
    second.press("Enter")
    assert second.saved(ITEMS) == [(["https://example.org/half", "+"][0], "", "", None)]
    shut(second)


def test_quitting_keeps_what_was_typed(qtbot: QtBot, screen: Screen) -> None:
    begin(screen)
    screen.write("https://example.org/la")
    path = screen.session.library.path
    screen.session.quit()
    screen.session.close()
    again = open_screen(qtbot, opening.open_for(path, None, create=False))
    assert again.saved(DRAFTS) == [("https://example.org/la",)]
    shut(again)


def test_a_refused_entry_stands_in_its_field_again(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(screen)
    # Its day is still to come: only the desk says so of a whole entry.
    screen.write("x" * 10_050)
    screen.press("Enter")
    assert "longer than 10,000 characters" in screen.refused
    assert section(screen).quick.text == "x" * 10_050
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) == [("x" * 10_050,)], timeout=1500)


def test_a_claim_taken_in_hand_by_the_mouse_takes_the_keys_out_of_the_field(
    screen: Screen,
) -> None:
    begin(screen)
    screen.write("https://example.org")
    screen.window.room.hand.go(9)
    screen.settle()
    assert screen.window.room.page.hasFocus()
    assert section(screen).quick.text == ""


def test_shift_enter_breaks_a_line_of_a_quotation(screen: Screen) -> None:
    begin(screen)
    screen.write(f'{MAP} + "one')
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    screen.write('two"')
    screen.press("Enter")
    assert screen.saved("SELECT quote FROM links") == [("one\ntwo",)]


def test_ctrl_z_undoes_typing_first_and_then_what_was_entered(screen: Screen) -> None:
    begin(screen)
    screen.write(MAP)
    screen.press("Enter")
    screen.write("x")
    screen.press("Ctrl+Z")
    assert section(screen).quick.text == ""
    assert len(screen.saved(ITEMS)) == 1
    screen.press("Ctrl+Z")
    assert screen.saved(ITEMS) == []


def test_a_calculation_is_worked_out_while_typing_and_kept_as_evidence(screen: Screen) -> None:
    begin(screen)
    screen.write("= 2,300 ft - 1,300 ft")
    assert "2,300 ft - 1,300 ft = 1,000 ft" in understood(screen)
    screen.press("Enter")
    assert screen.saved("SELECT title, medium FROM items") == [
        ("2,300 ft - 1,300 ft = 1,000 ft", "calculation")
    ]
    assert [stance for stance, _, _ in screen.saved(LINKS)] == ["context"]
    assert section(screen).quick.text == ""


def test_a_calculation_that_cannot_be_worked_out_says_why_and_keeps_nothing(screen: Screen) -> None:
    begin(screen)
    screen.write("= 2,300 ft / 0")
    screen.press("Enter")
    assert understood(screen)
    assert screen.saved(ITEMS) == []
    assert section(screen).quick.text == "= 2,300 ft / 0"
