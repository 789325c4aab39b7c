"""Flags, the type of a claim and its relations: by a key each, on one quiet line until they are used."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import assessing, opening
from annotator.domain.assessment import ClaimType, Flag, FlagKind, Relation
from recordscreen import claim, go, held, on_page, panel, snapshot
from screens import Screen, open_screen, shut
from shown import button, said

LEFT = Qt.MouseButton.LeftButton
DRAFTS = "SELECT field, text FROM drafts"


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("1", FlagKind.ASK),
        ("2", FlagKind.RING),
        ("3", FlagKind.REPLY),
        ("4", FlagKind.LAWYER),
        ("A", FlagKind.ASK),
        ("R", FlagKind.RING),
        ("L", FlagKind.LAWYER),
    ],
)
def test_f_and_a_key_flag_the_claim(screen: Screen, key: str, kind: FlagKind) -> None:
    go(screen, 5)
    screen.press("F", key)
    screen.write("call the cemetery")
    screen.press("Enter")
    assert held(screen, 5).flag == Flag(kind, "call the cemetery")
    assert on_page(screen)
    assert "call the cemetery" in said(panel(screen).flag)


def test_a_flag_has_a_day_and_says_what_is_wrong_with_one(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "2")
    screen.write("ring")
    screen.press("Tab")
    screen.write("2026-02-30")
    assert panel(screen).flag.day.wrong.startswith("There is no 30 February 2026")
    panel(screen).flag.day.field.selectAll()
    screen.write("5 dec 2026")
    screen.press("Enter")
    assert held(screen, 5).flag == Flag(FlagKind.RING, "ring", "2026-12-05")
    assert "5 Dec 2026" in said(panel(screen).flag)


def test_a_month_is_no_day_to_ring_anybody(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "2", "Tab")
    screen.write("dec 2026")
    assert "no single day" in panel(screen).flag.day.wrong
    screen.press("Escape")
    assert held(screen, 5).flag == Flag(FlagKind.RING)


def test_other_keys_mean_nothing_while_its_kind_is_asked_for(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "V", "X", "J", "Down")
    assert held(screen, 5).tag is None
    assert screen.number == 5
    screen.press("Escape", "J")
    assert screen.number == 6
    assert held(screen, 5).flag is None


def test_f_again_edits_it_and_emptied_it_goes(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "1")
    screen.write("who")
    screen.press("Escape", "F")
    screen.write(" counted")
    screen.press("Enter")
    assert held(screen, 5).flag == Flag(FlagKind.ASK, "who counted")
    screen.press("F")
    panel(screen).flag.field.selectAll()
    screen.press("Backspace", "Enter")
    assert held(screen, 5).flag is None
    screen.press("Ctrl+Z")
    assert held(screen, 5).flag == Flag(FlagKind.ASK, "who counted")
    assert screen.said.startswith("Undone: flag taken away")


def test_words_without_a_kind_ask_somebody(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "Enter")
    screen.write("who counted")
    screen.press("Escape")
    assert held(screen, 5).flag == Flag(FlagKind.ASK, "who counted")


def test_a_flag_needs_no_words(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "4", "Enter")
    assert held(screen, 5).flag == Flag(FlagKind.LAWYER)


def test_a_flag_that_is_typed_is_a_draft_and_after_a_crash_a_flag(
    qtbot: QtBot, screen: Screen
) -> None:
    go(screen, 5)
    screen.press("F", "2")
    screen.write("ring")
    draft = Flag(FlagKind.RING, "ring").json()
    qtbot.waitUntil(
        lambda: [json.loads(text) for _, text in screen.saved(DRAFTS)] == [draft], timeout=1500
    )
    beside = opening.open_for(screen.session.library.path, None, create=False)
    second = open_screen(qtbot, beside)
    assert held(second, 5).flag == Flag(FlagKind.RING, "ring")
    shut(second)


def test_going_on_with_the_mouse_keeps_the_flag_of_its_own_claim(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "2")
    screen.write("ring")
    go(screen, 9)
    assert held(screen, 5).flag == Flag(FlagKind.RING, "ring")
    assert held(screen, 9).flag is None
    assert on_page(screen)


def test_a_click_on_the_flag_goes_on_typing(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "2")
    screen.write("ring")
    screen.press("Escape")
    part = panel(screen).flag
    QTest.mouseClick(part._shown, LEFT)
    assert part.field.hasFocus()


def test_r_says_what_type_of_claim_it_is(screen: Screen) -> None:
    go(screen, 5)
    screen.press("R", "1", "Escape")
    assert held(screen, 5).type is ClaimType.NUMBER
    assert "number" in said(panel(screen).more)
    assert on_page(screen)
    screen.press("Ctrl+Z")
    assert held(screen, 5).type is None
    assert screen.said == "Undone: type: number, claim 5."


def test_r_relates_it_to_another_claim_which_a_click_goes_to(screen: Screen) -> None:
    go(screen, 4)
    screen.press("Q")
    go(screen, 5)
    screen.press("R", "Enter", "3")
    screen.write("4")
    screen.press("Enter")
    assert held(screen, 5).relations == ((Relation.DEPENDS_ON, claim(screen, 4)),)
    part = panel(screen).more
    assert {"Depends on", "claim 4"} <= set(said(part))
    QTest.mouseClick(button(part, "go to claim 4"), LEFT)
    assert screen.number == 4
    screen.press("Ctrl+Z")
    assert screen.number == 5
    assert screen.said == "Undone: depends on claim 4, claim 5."


def test_a_relation_is_taken_away_where_it_was_made(screen: Screen) -> None:
    go(screen, 5)
    screen.press("R", "Enter", "2")
    screen.write("4")
    screen.press("Enter", "R")
    QTest.mouseClick(button(panel(screen).more, "No longer contradicts claim 4"), LEFT)
    assert held(screen, 5).relations == ()


def test_a_claim_is_not_related_to_itself_nor_to_one_that_is_not_there(screen: Screen) -> None:
    go(screen, 5)
    screen.press("R", "Enter", "3")
    screen.write("5")
    screen.press("Enter")
    assert "not related to itself" in screen.refused
    screen.press("R", "Enter", "3")
    screen.write("seven")
    screen.press("Enter")
    assert screen.refused.startswith("There is no claim seven here")
    assert held(screen, 5).relations == ()


def test_what_is_not_used_is_one_quiet_line(screen: Screen) -> None:
    go(screen, 3)
    parts = panel(screen)
    for part in (parts.more, parts.flag, parts.wording):
        assert part.isVisible()
        assert part.height() == 31


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800), (960, 540)])
def test_nothing_is_wider_than_the_panel(screen: Screen, size: tuple[int, int]) -> None:
    screen.window.resize(*size)
    go(screen, 5)
    screen.press("Shift+D", "1", "H", "2")
    for key in ("F", "R", "A", "W", "B"):
        screen.press(key)
        inside = panel(screen)
        for control in inside.findChildren(QAbstractButton):
            if control.isVisible():
                right = control.mapTo(inside, control.rect().topRight()).x()
                assert right <= inside.width(), (key, control.accessibleName())
        screen.press("Escape")
    assert snapshot(screen).last_number == 48


def flagged(screen: Screen) -> list[int | None]:
    """The numbers of the claims beside which the page shows a flag."""
    flags = screen.window.room.page._look.flags
    return [snapshot(screen).number(index) for index in sorted(flags)]


def test_a_flag_stands_in_the_margin_beside_its_claim_as_long_as_it_is_there(
    screen: Screen,
) -> None:
    go(screen, 5)
    screen.press("F", "2", "Enter")
    assert flagged(screen) == [5]
    go(screen, 2)
    screen.press("F", "1", "Enter")
    assert flagged(screen) == [2, 5]
    screen.press("V")
    assert flagged(screen) == [2, 5]
    screen.press("Ctrl+Z", "Ctrl+Z")
    assert flagged(screen) == [5]


def test_flags_stay_with_their_claims_when_others_are_joined(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "2", "Enter")
    go(screen, 1)
    screen.press("M")
    assert flagged(screen) == [4]


def test_an_article_is_opened_with_its_flags(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "2", "Enter")
    beside = opening.open_for(screen.session.library.path, None, create=False)
    second = open_screen(qtbot, beside)
    assert flagged(second) == [5]
    shut(second)


def test_a_flag_is_painted_left_of_the_first_line(screen: Screen) -> None:
    go(screen, 1)
    before = screen.window.room.page.grab().toImage()
    article = snapshot(screen).article.id
    assessing.set_flag(
        screen.session.library, article, [claim(screen, 4)], Flag(FlagKind.ASK, "who")
    )
    QApplication.processEvents()
    after = screen.window.room.page.grab().toImage()
    changed = [
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert changed
    assert max(x for x, _ in changed) - min(x for x, _ in changed) < 12
    assert max(y for _, y in changed) - min(y for _, y in changed) < 16


def test_in_its_field_typing_is_undone_first_and_comes_back_last(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D", "F", "2")
    screen.write("ring")
    screen.press("Ctrl+Z")
    field = panel(screen).flag.field
    assert field.text() == ""
    assert held(screen, 5).tag is not None
    screen.press("Ctrl+Z")
    assert held(screen, 5).tag is None
    screen.press("Ctrl+Shift+Z")
    assert held(screen, 5).tag is not None
    screen.press("Ctrl+Shift+Z")
    assert field.text() == "ring"


def test_words_that_no_file_could_carry_are_refused_and_stay(screen: Screen) -> None:
    go(screen, 5)
    screen.press("F", "2")
    field = panel(screen).flag.field
    field.insert("ring \x07 them")
    field.textEdited.emit(field.text())
    screen.press("Enter")
    assert "control character" in screen.refused
    assert held(screen, 5).flag is None
    assert panel(screen).flag.field.isVisible()
    field.setText("ring them")
    field.textEdited.emit(field.text())
    panel(screen).commit()
    assert held(screen, 5).flag == Flag(FlagKind.RING, "ring them")
