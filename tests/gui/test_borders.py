"""Cutting, joining, new claims, page furniture: from the keyboard."""

from __future__ import annotations

from annotator.domain.tags import Standing
from screens import Screen


def words(screen: Screen) -> str:
    claim = screen.window.room.hand.claim
    assert claim is not None
    return claim.text


def test_split_at_the_caret_keeps_the_first_part_in_hand(screen: Screen) -> None:
    screen.press("J")
    whole = words(screen)
    screen.press("Right", "Right", "Right", "S")
    first = words(screen)
    assert whole.startswith(first)
    assert len(first) < len(whole)
    assert screen.number == 1
    assert screen.window.room.desk.held.last_number == 49
    screen.press("J")
    assert whole.endswith(words(screen))
    screen.press("Ctrl+Z")
    assert words(screen) == whole


def test_split_without_a_caret_says_how(screen: Screen) -> None:
    screen.press("J", "S")
    assert screen.said.startswith("Move the caret")


def test_join_takes_the_whole_in_hand(screen: Screen) -> None:
    screen.press("J")
    first = words(screen)
    screen.press("M")
    assert words(screen).startswith(first)
    assert len(words(screen)) > len(first)
    assert screen.window.room.desk.held.last_number == 47


def test_join_takes_the_whole_in_hand_where_another_claim_begins_there_too(
    screen: Screen,
) -> None:
    screen.press("J", "J")
    second = words(screen)
    screen.press("K", "Right", "Shift+Left", "P")
    first = words(screen)
    screen.press("M")
    assert words(screen).startswith(first)
    assert words(screen).endswith(second)


def test_split_takes_the_first_part_in_hand_where_another_claim_begins_there_too(
    screen: Screen,
) -> None:
    screen.press("J", "Right", "Shift+Left", "P")
    assert len(words(screen).split()) == 1
    screen.press("K", *["Right"] * 4, "S")
    assert len(words(screen).split()) > 1


def test_the_last_claim_has_nothing_to_join_with(screen: Screen) -> None:
    room = screen.window.room
    room.hand.go(room.desk.held.index_of_number(48))
    screen.press("M")
    assert "nothing to join" in screen.refused
    screen.press("K")
    assert screen.refused == ""


def test_a_claim_of_the_selection_overlaps_the_one_it_lies_in(screen: Screen) -> None:
    screen.press("J", "Right", "Shift+Right", "Shift+Right", "P")
    assert screen.window.room.desk.held.last_number == 49
    assert len(words(screen).split()) == 2
    assert screen.window.room.page.selection is None


def test_without_a_selection_p_says_how(screen: Screen) -> None:
    screen.press("J", "P")
    assert screen.said.startswith("Select the words")


def test_furniture_becomes_a_claim_by_one_click_and_goes_back(screen: Screen) -> None:
    room = screen.window.room
    held = room.desk.held
    aside = next(i for i in range(len(held)) if held.standing(i) is Standing.FURNITURE)
    room.page.furniture_clicked.emit(held.starts[aside])
    assert room.desk.held.last_number > 48
    assert room.hand.index == aside
    screen.press("Ctrl+Z")
    assert room.desk.held.last_number == 48


def test_what_was_held_before_a_cut_can_be_taken_over(screen: Screen) -> None:
    screen.press("J", "Shift+D", "Right", "Right", "Right", "S")
    assert screen.standing(1) is Standing.UNTAGGED
    screen.window.menus.actions["take-over"].trigger()  # type: ignore[index]
    assert screen.standing(1) is Standing.DISPUTED
