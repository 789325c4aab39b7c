"""Why a claim is disputed, what contradicts it, how sure one is, and why nothing is to be checked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.desk import evidencing
from annotator.desk.evidencing import Given, Serving
from annotator.domain.assessment import Because
from annotator.domain.evidence import Stance
from annotator.domain.tags import Standing
from recordscreen import claim, go, held, on_page, panel, shown, snapshot
from screens import Screen
from shown import button, said

LEFT = Qt.MouseButton.LeftButton


def entered(screen: Screen, number: int, title: str, stance: Stance = Stance.CONTRADICTS) -> str:
    """Evidence of this title serves the claim; gives its id."""
    article = snapshot(screen).article.id
    given, serving = Given(title=title), Serving(stance)
    added = evidencing.add(screen.session.library, article, [claim(screen, number)], given, serving)
    return added.item


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("1", Because.CONTRADICTED),
        ("2", Because.CONFLICTING),
        ("3", Because.OUTDATED),
        ("4", Because.OUT_OF_CONTEXT),
    ],
)
def test_shift_d_and_a_number_say_why(screen: Screen, key: str, reason: Because) -> None:
    go(screen, 5)
    screen.press("Shift+D", key)
    assert held(screen, 5).because is reason
    assert screen.number == 5
    assert panel(screen).because.choices.value is reason
    assert on_page(screen)


def test_the_same_number_again_takes_it_back_and_undo_says_so(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D", "2", "2")
    assert held(screen, 5).because is None
    screen.press("Ctrl+Z")
    assert held(screen, 5).because is Because.CONFLICTING
    screen.press("Ctrl+Z")
    assert held(screen, 5).because is None
    assert screen.said == "Undone: disputed, conflicting, claim 5."


def test_a_number_on_what_is_not_disputed_says_what_to_do(screen: Screen) -> None:
    go(screen, 5)
    screen.press("1")
    assert "disputed first" in screen.refused
    assert held(screen, 5).because is None


def test_the_reasons_stand_there_only_while_it_is_disputed(screen: Screen) -> None:
    go(screen, 5)
    assert not panel(screen).because.isVisible()
    screen.press("Shift+D")
    assert panel(screen).because.isVisible()
    screen.press("Shift+V")
    assert not panel(screen).because.isVisible()


def test_several_claims_get_one_reason_in_one_edit(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+J", "Shift+D", "3")
    assert [held(screen, n).because for n in (5, 6)] == [Because.OUTDATED] * 2
    screen.press("Ctrl+Z")
    assert [held(screen, n).because for n in (5, 6)] == [None, None]


def test_a_claim_that_contradicts_it_is_named_by_its_number(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D", "1", "B")
    screen.write("4")
    screen.press("Enter")
    assert held(screen, 5).against == claim(screen, 4)
    assert on_page(screen)
    assert "claim 4" in said(panel(screen).because)


def test_evidence_that_contradicts_it_is_offered_first_and_enter_takes_it(screen: Screen) -> None:
    go(screen, 5)
    entered(screen, 5, "A photograph", Stance.CONTEXT)
    item = entered(screen, 5, "Survey map of the cemetery")
    screen.press("Shift+D", "1", "B", "Enter")
    assert held(screen, 5).against == item
    assert "Survey map of the cemetery" in said(panel(screen).because)


def test_down_goes_to_the_next_one_and_a_few_letters_find_it(screen: Screen) -> None:
    go(screen, 5)
    entered(screen, 5, "Survey map")
    other = entered(screen, 5, "Satellite image")
    screen.press("Shift+D", "1", "B", "Down", "Enter")
    assert held(screen, 5).against == other
    screen.press("B")
    screen.write("map")
    screen.press("Enter")
    assert shown(screen).record.named is not None
    assert shown(screen).record.named.name == "Survey map"  # type: ignore[union-attr]


def test_enter_on_nothing_takes_the_name_away(screen: Screen) -> None:
    go(screen, 5)
    entered(screen, 5, "Survey map")
    screen.press("Shift+D", "1", "B", "Enter", "B", "Enter")
    assert held(screen, 5).against == ""
    assert held(screen, 5).because is Because.CONTRADICTED


def test_a_number_that_is_no_claim_is_refused_in_one_sentence(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D", "1", "B")
    screen.write("99")
    screen.press("Enter")
    assert screen.refused == (
        "There is no claim 99 here: claims run from 1 to 48, and T is the title."
    )
    assert held(screen, 5).against == ""


def test_escape_leaves_the_field_and_changes_nothing(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D", "1", "B")
    screen.write("4")
    screen.press("Escape")
    assert held(screen, 5).against == ""
    assert on_page(screen)


def test_what_contradicts_is_asked_only_where_it_is_contradicted(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D", "B")
    assert screen.said.startswith("First say that it is contradicted")
    assert on_page(screen)


def test_a_click_on_a_reason_asks_and_leaves_the_keys_to_the_page(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D")
    pill = button(panel(screen).because, "outdated")
    QTest.mouseClick(pill, LEFT)
    assert held(screen, 5).because is Because.OUTDATED
    assert on_page(screen)


def test_the_arrows_go_from_reason_to_reason_and_a_number_chooses(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D")
    button(panel(screen).because, "contradicted").setFocus()
    screen.press("Right", "3")
    assert held(screen, 5).because is Because.OUTDATED
    screen.press("Escape")
    assert on_page(screen)


def test_how_sure_is_folded_until_it_is_asked_for(screen: Screen) -> None:
    go(screen, 5)
    assert not panel(screen).sure.isVisible()
    screen.press("Shift+V", "H")
    assert panel(screen).sure.isVisible()
    screen.press("2")
    assert held(screen, 5).confidence == 2
    assert not panel(screen).sure.isVisible()
    assert on_page(screen)
    assert button(panel(screen), "fairly sure").isVisible()
    screen.press("Ctrl+Z")
    assert held(screen, 5).confidence == 0
    assert screen.said == "Undone: how sure: fairly, claim 5."


def test_other_keys_go_on_while_how_sure_is_open(screen: Screen) -> None:
    go(screen, 5)
    screen.press("H", "J")
    assert screen.number == 6
    assert not panel(screen).sure.isVisible()


def test_the_chosen_step_pressed_again_takes_it_back(screen: Screen) -> None:
    go(screen, 5)
    screen.press("H", "3", "H", "Space")
    assert held(screen, 5).confidence == 0


def test_shift_o_says_that_nothing_is_to_be_checked_and_asks_why(screen: Screen) -> None:
    go(screen, 17)
    screen.press("Shift+O")
    assert screen.standing(17) is Standing.NOT_CHECKABLE
    assert screen.number == 17
    screen.write("an opinion")
    screen.press("Escape")
    assert held(screen, 17).why == "an opinion"
    assert on_page(screen)
    screen.press("Ctrl+Z")
    assert held(screen, 17).why == ""
    assert screen.standing(17) is Standing.NOT_CHECKABLE


def test_why_it_is_not_checkable_is_one_quiet_line_until_it_is_used(screen: Screen) -> None:
    go(screen, 17)
    screen.press("O")
    go(screen, 17)
    why = panel(screen).why
    assert why.isVisible()
    assert not why.field.isVisible()
    screen.press("X")
    assert not panel(screen).why.isVisible()
