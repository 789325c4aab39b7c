"""What is typed finds at each key, in groups as drawn; the keys go through them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest

from annotator.domain.tags import Standing
from annotator.ui.search.view import Kind
from screens import Screen
from searchscreen import (
    LEFT,
    box,
    choose,
    click,
    count,
    heads,
    is_open,
    lines,
    look_for,
    on_page,
    said,
    says,
    step_to,
    texts,
)


def chosen(screen: Screen) -> str:
    return said(box(screen).line)


def test_each_key_finds(screen: Screen) -> None:
    screen.press("Ctrl+K")
    counts = []
    for letter in "kerman":
        screen.write(letter)
        counts.append(count(screen))
    assert counts[-1] == "8 results"
    assert counts[0] != counts[-1]
    screen.press("Backspace")
    assert count(screen) != ""
    for _ in "kerma":
        screen.press("Backspace")
    assert count(screen) == ""


def test_groups_stand_as_drawn(screen: Screen) -> None:
    look_for(screen, "kerman")
    assert heads(screen) == [
        "Claims in this article | 3 of 4 · all",
        "Evidence and notes | 2",
        "Sources | 1",
        "Other articles | 1",
        "Commands | type > for commands only",
    ]
    first = lines(screen)[1]
    assert (first.kind, first.number, first.standing) == (Kind.CLAIM, "4", Standing.UNTAGGED)
    assert [first.text[a:b] for a, b in first.marks] == ["Kerman"]
    evidence = next(line for line in lines(screen) if "Survey map" in line.text)
    assert evidence.rest == "“Kerman cemetery, plan”"
    assert [evidence.rest[a:b] for a, b in evidence.rest_marks] == ["Kerman"]
    assert evidence.right == "claim 5 · evidence"
    note = next(line for line in lines(screen) if "ask the Kerman" in line.rest)
    assert (note.glyph, note.right) == ("✎", "claim 4 · note")
    port = next(line for line in lines(screen) if "Port strike" in line.text)
    assert port.rest == "1 claim"


def test_the_arrows_go_over_headings_and_stop_at_the_ends(screen: Screen) -> None:
    look_for(screen, "kerman")
    assert chosen(screen) == texts(screen)[0]
    screen.press("Up")
    assert chosen(screen) == texts(screen)[0]
    for at in range(1, len(texts(screen))):
        screen.press("Down")
        assert chosen(screen) == texts(screen)[at]
    screen.press("Down")
    assert chosen(screen) == texts(screen)[-1]
    assert box(screen).field.hasFocus()


def test_a_page_further_down_and_up_again(screen: Screen) -> None:
    screen.press("Ctrl+K")
    screen.write(">")
    first = chosen(screen)
    screen.press("PageDown")
    assert chosen(screen) == texts(screen)[8]
    screen.press("PageUp")
    assert chosen(screen) == first


def test_tab_goes_from_group_to_group_and_round(screen: Screen) -> None:
    look_for(screen, "kerman")
    firsts = [
        said(lines(screen)[at + 1])
        for at, line in enumerate(lines(screen))
        if line.kind is Kind.HEAD
    ]
    seen = [chosen(screen)]
    for _ in range(4):
        screen.press("Tab")
        seen.append(chosen(screen))
    assert seen == firsts
    screen.press("Tab")
    assert chosen(screen) == firsts[0]
    screen.press("Shift+Tab")
    assert chosen(screen) == firsts[-1]
    screen.press("Up", "Shift+Tab")
    assert chosen(screen) == firsts[-3]
    assert box(screen).field.hasFocus()


def test_right_lists_all_of_a_group_and_esc_goes_one_level_back(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Right")
    assert heads(screen) == ["Claims in this article | 4"]
    assert [line.number for line in lines(screen)[1:]] == ["4", "12", "19", "43"]
    assert count(screen) == "4 results"
    screen.press("Escape")
    assert is_open(screen)
    assert len(heads(screen)) == 5
    screen.press("Escape")
    assert not is_open(screen)
    assert on_page(screen)


def test_right_goes_over_letters_first(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Left", "Right")
    assert len(heads(screen)) == 5
    screen.press("Right")
    assert len(heads(screen)) == 1


def test_in_a_word_that_runs_to_the_left_it_is_the_other_arrow(screen: Screen) -> None:
    screen.press("Ctrl+K")
    field = box(screen).field
    field.insert("الم")
    screen.press("Right")
    assert field.cursorPosition() == 2
    screen.press("Left")
    assert field.cursorPosition() == 3
    assert is_open(screen)


def test_typing_on_leaves_the_list_of_one_group(screen: Screen) -> None:
    look_for(screen, "kerma")
    screen.press("Right")
    screen.write("n")
    assert len(heads(screen)) == 5


def test_a_click_on_the_heading_lists_all_of_it_too(screen: Screen) -> None:
    look_for(screen, "kerman")
    click(screen, "Claims in this article")
    assert heads(screen) == ["Claims in this article | 4"]
    screen.press("Escape")
    click(screen, "Evidence and notes")
    assert len(heads(screen)) == 5


def test_a_sign_asks_for_commands_only(screen: Screen) -> None:
    look_for(screen, ">exp")
    assert texts(screen) == ["Export…"]
    screen.press("Enter")
    assert not is_open(screen)
    assert screen.window.room.popovers.export_page.isVisible()


def test_commands_are_found_by_the_beginnings_of_their_words(screen: Screen) -> None:
    look_for(screen, ">ext")
    assert not any(text.startswith("Next") for text in texts(screen))
    box(screen).field.setText(">zzz")
    assert says(screen) == ["No command is called so."]
    screen.press("Enter")
    assert is_open(screen)


def test_a_command_does_what_its_key_does(screen: Screen) -> None:
    screen.press("J", "J")
    look_for(screen, ">verified")
    choose(screen, "Verified")
    assert screen.standing(2) is Standing.VERIFIED


def test_a_command_that_asks_for_words_gets_the_keys(screen: Screen) -> None:
    look_for(screen, ">find in")
    screen.press("Enter")
    assert screen.window.frame.top.search.line.hasFocus()
    screen.write("iran")
    assert screen.window.frame.top.search.line.text() == "iran"


def test_a_number_goes_to_its_claim(screen: Screen) -> None:
    look_for(screen, "#12")
    assert lines(screen)[0].number == "12"
    screen.press("Enter")
    assert screen.number == 12
    look_for(screen, "#t")
    screen.press("Enter")
    assert screen.number == 0
    assert on_page(screen)


@pytest.mark.parametrize("typed", ["#", "#99", "#-1", "#1.5", "#²", "#" + "9" * 6000, "# x"])
def test_what_is_no_number_of_a_claim_is_said(screen: Screen, typed: str) -> None:
    screen.press("Ctrl+K")
    box(screen).field.setText(typed)
    assert says(screen) == ["Type the number of a claim, or T for the title."]
    screen.press("Enter")
    assert is_open(screen)
    assert screen.number == 0


def test_a_source_is_found_by_its_sign(screen: Screen) -> None:
    look_for(screen, "@")
    assert says(screen) == ["Type the name of a source."]
    screen.write("minis")
    assert texts(screen) == ["The Kerman ministry"]
    assert count(screen) == "1 result"
    screen.press("Enter")
    assert screen.number == 7
    look_for(screen, "@nobody")
    assert count(screen) == "no results"
    assert says(screen) == ["Nothing was found: fewer letters find more."]


def test_nothing_found_is_said_and_enter_stays(screen: Screen) -> None:
    look_for(screen, "zebra")
    assert says(screen) == ["Nothing was found: fewer letters find more."]
    assert heads(screen) == [], "no heading over nothing"
    assert count(screen) == "no results"
    screen.press("Enter", "Ctrl+Enter", "Right", "Tab", "Down", "Up")
    assert is_open(screen)
    assert count(screen) == "none in this article"
    assert screen.window.room.hand.only is None


def test_quotation_marks_keep_words_together(screen: Screen) -> None:
    look_for(screen, '"killed in explosions"')
    assert lines(screen)[1].number == "T"
    look_for(screen, '"explosions in killed"')
    assert texts(screen) == []


def test_the_mouse_chooses_a_line(screen: Screen) -> None:
    look_for(screen, "kerman")
    click(screen, "Soleimani was born")
    assert screen.number == 12
    assert not is_open(screen)
    assert on_page(screen)


def test_a_screen_reader_hears_the_line_that_is_chosen(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)

    def listen(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            heard.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    look_for(screen, "kerman")
    screen.press("Down", "Tab")
    assert heard[0].startswith("claim 12, untagged, Soleimani was born")
    assert heard[1].startswith("ask the Kerman") or "Survey map" in heard[1] or "“ask" in heard[1]


def test_everything_in_it_has_a_name(screen: Screen) -> None:
    screen.press("Ctrl+K")
    palette = box(screen)
    assert palette.accessibleName() == palette.field.accessibleName() == "Search everything"
    assert palette.list.accessibleName() == "What was found"
    names = [
        chip.accessibleName()
        for chip in palette.filters.findChildren(type(palette.filters._chips["V"]))
    ]
    assert "Only verified: off" in names
    assert len(set(names)) == len(names)


def test_without_the_box_its_lines_are_not_made(screen: Screen) -> None:
    assert screen.window.room.search._palette is None
    QTest.mouseClick(screen.window.room.page.viewport(), LEFT)
    screen.press("J")
    assert screen.window.room.search._palette is None


def test_a_line_that_was_left_out_of_sight_is_scrolled_to(screen: Screen) -> None:
    screen.window.resize(640, 400)
    look_for(screen, "kerman")
    view = box(screen).list
    assert view.visualRect(view.model().index(0, 0)).top() >= 0
    step_to(screen, "Keep this search")
    place = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(place)
