"""What the library holds is found by a few letters and used again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from annotator.domain.evidence import Stance
from annotator.ui.evidence.offers import Offers
from evidencescreen import LINKS, enter, section
from screens import Screen


def offers(screen: Screen) -> Offers:
    found = section(screen).findChild(Offers)
    assert found is not None
    return found


def names(screen: Screen) -> list[str]:
    shown = offers(screen)
    return [one.name for one in shown.offers] if shown.isVisible() else []


def test_the_last_five_stand_first_while_the_field_is_empty(screen: Screen) -> None:
    for number in range(7):
        enter(screen, f"Number {number}", number=9)
    screen.press(*"JJJJJ", "E")
    assert names(screen) == [f"Number {number}" for number in (6, 5, 4, 3, 2)]


def test_a_few_letters_down_and_enter_use_an_item(qtbot: QtBot, screen: Screen) -> None:
    enter(screen, "Survey map of the cemetery", number=9)
    enter(screen, "Satellite image", number=9)
    screen.press(*"JJJJJ", "E")
    screen.write("surv")
    qtbot.waitUntil(lambda: names(screen) == ["Survey map of the cemetery"])
    screen.press("Down", "Enter")
    assert screen.saved("SELECT count(*) FROM items") == [(2,)]
    assert screen.saved("SELECT count(*) FROM links") == [(3,)]
    assert section(screen).quick.text == ""
    assert section(screen).quick.field.hasFocus()


def test_signs_typed_with_it_say_how_it_serves(qtbot: QtBot, screen: Screen) -> None:
    enter(screen, "Survey map of the cemetery", number=9)
    screen.press(*"JJJJJ", "E")
    screen.write('surv - B2 "396 m"')
    qtbot.waitUntil(lambda: names(screen) == ["Survey map of the cemetery"])
    screen.press("Down", "Enter")
    assert screen.saved(LINKS)[-1] == ("contradicts", "396 m", "2")


def test_an_item_that_serves_the_claim_already_is_left_as_it_is(screen: Screen) -> None:
    enter(screen, "Survey map", stance=Stance.SUPPORTS, quote="kept")
    screen.press(*"JJJJJ", "E", "Down", "Enter")
    assert screen.saved(LINKS) == [("supports", "kept", "")]
    assert "already" in screen.said


def test_several_claims_in_hand_get_it_together(screen: Screen) -> None:
    enter(screen, "Survey map", number=9)
    screen.press("J", "Shift+J", "Shift+J", "E", "Down", "Enter")
    assert screen.saved("SELECT count(*) FROM links") == [(4,)]
    kinds = screen.saved("SELECT kind FROM edits ORDER BY at DESC LIMIT 1")
    assert kinds == [("LinkEvidence",)]


def test_up_goes_back_to_what_is_typed_and_enter_adds_that(qtbot: QtBot, screen: Screen) -> None:
    enter(screen, "Survey map", number=9)
    screen.press(*"JJJJJ", "E")
    screen.write("survey")
    qtbot.waitUntil(lambda: names(screen) == ["Survey map"])
    screen.press("Down", "Up", "Enter")
    assert screen.saved("SELECT title FROM items ORDER BY at")[-1] == ("survey",)


def test_an_address_asks_for_nothing(qtbot: QtBot, screen: Screen) -> None:
    enter(screen, "Survey map", number=9)
    screen.press(*"JJJJJ", "E")
    assert names(screen) == ["Survey map"]
    screen.write("https://example.org/map")
    qtbot.waitUntil(lambda: names(screen) == [])


def test_a_click_uses_an_item(qtbot: QtBot, screen: Screen) -> None:
    enter(screen, "Survey map", number=9)
    screen.press(*"JJJJJ", "E")
    qtbot.waitUntil(lambda: offers(screen).list.height() > 0)
    shown = offers(screen)
    shown.list.clicked.emit(shown.list.model().index(0, 0))
    assert screen.saved("SELECT count(*) FROM links") == [(2,)]
