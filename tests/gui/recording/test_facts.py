"""Facts to be ticked, numbers and days that are worked out, reminders, and the next open thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from annotator.desk import assessing, records
from annotator.desk.library import OpenLibrary
from annotator.domain.assessment import Assessment, Flag, FlagKind
from annotator.domain.evidence import Stance
from annotator.domain.snapshot import Snapshot
from annotator.ui import viewing, viewing_record
from annotator.ui.claim.facts import FOLDED, FactChip
from annotator.ui.claim.recordview import RecordView
from annotator.ui.claim.sentence import Sentence
from recordscreen import claim, go, held, on_page, panel, shown, snapshot
from screens import Screen
from shown import button, one, said

LEFT = Qt.MouseButton.LeftButton


def chips(screen: Screen) -> list[FactChip]:
    part = panel(screen).facts
    return [chip for chip in part.findChildren(FactChip) if chip.isVisible()]


def ticked(screen: Screen, number: int) -> dict[str, bool]:
    text = snapshot(screen).article.text
    return {text[slice(*span)]: right for span, right in held(screen, number).facts}


def test_the_facts_of_a_claim_stand_in_one_line_in_the_order_of_the_text(screen: Screen) -> None:
    go(screen, 5)
    assert [chip.text() for chip in chips(screen)] == ["the report", "second", "2,000 feet"]
    assert [chip.accessibleName() for chip in chips(screen)][2] == "2,000 feet: open"
    assert chips(screen)[0].height() == 21


def test_the_full_stop_ticks_the_next_open_one_and_then_says_that_none_is_left(
    screen: Screen,
) -> None:
    go(screen, 5)
    screen.press(".", ".")
    assert ticked(screen, 5) == {"the report": True, "second": True}
    screen.press(".", ".")
    assert screen.said == "Every fact here is looked at."
    assert chips(screen)[2].accessibleName() == "2,000 feet: right"
    screen.press("Ctrl+Z")
    assert ticked(screen, 5) == {"the report": True, "second": True}
    assert screen.said.startswith("Undone: fact ticked")


def test_a_click_marks_one_wrong_and_again_takes_that_back(screen: Screen) -> None:
    go(screen, 5)
    QTest.mouseClick(chips(screen)[2], LEFT)
    assert ticked(screen, 5) == {"2,000 feet": False}
    assert chips(screen)[2].accessibleName() == "2,000 feet: wrong"
    assert on_page(screen)
    QTest.mouseClick(chips(screen)[2], LEFT)
    assert ticked(screen, 5) == {}


def test_shift_and_a_click_tick_one_that_is_not_the_next(screen: Screen) -> None:
    go(screen, 5)
    QTest.mouseClick(chips(screen)[2], LEFT, Qt.KeyboardModifier.ShiftModifier)
    assert ticked(screen, 5) == {"2,000 feet": True}


def test_the_full_stop_ticks_the_fact_that_has_the_keys(screen: Screen) -> None:
    go(screen, 5)
    chips(screen)[2].setFocus()
    screen.press(".")
    assert ticked(screen, 5) == {"2,000 feet": True}


def test_the_fact_under_the_mouse_is_marked_in_the_sentence(screen: Screen) -> None:
    go(screen, 5)
    text = one(one(panel(screen), Sentence), QTextEdit)
    assert text.extraSelections() == []
    chips(screen)[1].setFocus()
    marked = text.extraSelections()
    assert [mark.cursor.selectedText() for mark in marked] == ["second"]
    go(screen, 6)
    assert text.extraSelections() == []


def test_a_claim_without_facts_says_so_when_asked(screen: Screen) -> None:
    go(screen, 3)
    assert not panel(screen).facts.isVisible()
    screen.press(".")
    assert screen.said == "No fact to tick was found here."


def test_of_many_facts_the_first_are_shown_until_all_are_asked_for(screen: Screen) -> None:
    go(screen, 1)
    screen.press("M", "M", "M", "M")
    screen.settle()
    every = len(panel(screen).facts.facts)
    assert every > FOLDED + 1
    assert len(chips(screen)) == FOLDED
    QTest.mouseClick(button(panel(screen).facts, f"Show {every - FOLDED} more facts"), LEFT)
    assert len(chips(screen)) == every


def test_numbers_are_converted_and_stand_beside_those_of_the_claims_round_them(
    screen: Screen,
) -> None:
    go(screen, 5)
    words = said(panel(screen).numbers)
    assert "2,000 ft = 610 m" in words
    assert button(panel(screen).numbers, "claim 4: 701 m").isVisible()


def test_a_calculation_is_kept_as_evidence(screen: Screen) -> None:
    go(screen, 5)
    keep = "Keep as evidence: 2,000 ft = 610 m; claim 4: 2,300 ft = 701 m"
    QTest.mouseClick(button(panel(screen).numbers, keep), LEFT)
    record = records.record_of(screen.session.library, claim(screen, 5))
    [piece] = record.evidence
    assert piece.item is not None
    assert (piece.item.title, piece.item.medium) == (keep.partition(": ")[2], "calculation")
    assert piece.link.stance is Stance.CONTEXT


def test_a_day_is_asked_for_when_nobody_knows_when_the_article_was_published(
    screen: Screen,
) -> None:
    go(screen, 16)
    part = panel(screen).numbers
    assert "“Wednesday”" in said(part)
    part.published.field.setFocus()
    screen.write("30 february 2024")
    assert part.published.wrong.startswith("There is no 30 February 2024")
    part.published.field.selectAll()
    screen.write("4 Jan 2024")
    assert part.published.wrong == ""
    screen.press("Enter")
    screen.settle()
    assert snapshot(screen).article.published == "2024-01-04"
    assert on_page(screen)
    assert "3 January 2024?" in said(panel(screen).numbers)
    assert button(panel(screen).numbers, "suggested").isVisible()
    assert held(screen, 16).empty, "offered, and never filled in"


def test_a_reminder_stands_under_the_tag_and_says_why_on_demand(screen: Screen) -> None:
    go(screen, 5)
    assert not panel(screen).reminders.isVisible()
    screen.press("Shift+V")
    part = panel(screen).reminders
    assert "Verified, but no evidence yet." in said(part)
    QTest.mouseClick(button(part, "Why: Verified, but no evidence yet."), LEFT)
    assert any(words.startswith("Verified means") for words in said(part))
    QTest.mouseClick(button(part, "Less: Verified, but no evidence yet."), LEFT)
    assert not any(words.startswith("Verified means") for words in said(part))
    assert on_page(screen)
    screen.press("J")
    assert screen.number == 6, "it blocks nothing"


def test_more_than_two_reminders_are_folded(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D", "Q", ".")
    go(screen, 5)
    part = panel(screen).reminders
    assert len(part.words) > 2
    hidden = len(part.words) - 2
    assert part.words[2] not in said(part)
    QTest.mouseClick(button(part, f"Show {hidden} more reminders"), LEFT)
    QApplication.processEvents()
    assert set(part.words) <= set(said(part))


def test_shift_space_goes_to_the_next_thing_that_is_open(screen: Screen) -> None:
    room = screen.window.room
    room.page.select_claims(range(len(snapshot(screen))))
    screen.press("O")
    article = snapshot(screen).article.id
    flag = Flag(FlagKind.ASK, "who counted them")
    assessing.set_flag(screen.session.library, article, [claim(screen, 12)], flag)
    go(screen, 5)
    screen.press("Shift+Space")
    assert screen.number == 12
    assessing.set_flag(screen.session.library, article, [claim(screen, 12)], None)
    screen.press("Shift+Space")
    assert screen.said.startswith("Nothing is open in this article")
    assert screen.number == 12


def test_the_panel_shows_nothing_of_the_claim_before(screen: Screen) -> None:
    go(screen, 5)
    assert shown(screen).record.facts
    go(screen, 3)
    assert shown(screen).record.facts == ()
    assert chips(screen) == []


def test_who_passes_by_sees_it_all_a_moment_after_coming_to_rest(
    qtbot: QtBot, screen: Screen
) -> None:
    go(screen, 3)
    screen.press("J", "J")
    assert screen.number == 5
    part = screen.window.frame.panel
    qtbot.waitUntil(lambda: part.accessibleName() == "Claim 5 of 48", timeout=1000)
    qtbot.waitUntil(lambda: len(part.facts.facts) == 3, timeout=1000)


def test_a_held_key_works_out_nothing_of_the_claims_it_passes(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[int] = []
    record_view = viewing_record.record_view

    def counted(library: OpenLibrary, of: Snapshot, index: int, told: Assessment) -> RecordView:
        worked_out.append(index)
        return record_view(library, of, index, told)

    monkeypatch.setattr(viewing, "record_view", counted)
    go(screen, 3)
    worked_out.clear()
    for _ in range(12):
        screen.press("J")
        qtbot.wait(20)
    last = snapshot(screen).index_of_number(15)
    qtbot.waitUntil(lambda: last in worked_out, timeout=1000)
    assert len(worked_out) <= 3
