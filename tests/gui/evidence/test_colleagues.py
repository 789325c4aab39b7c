"""A colleague's evidence shows when one has judged, can be read, and is used but never written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QTextEdit

from annotator.desk import evidencing, opening
from annotator.desk.evidencing import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.domain.evidence import Stance
from annotator.ui.kit.keybutton import KeyButton
from evidencescreen import cards, form, section, take
from screens import Screen


@pytest.fixture
def ben(screen: Screen) -> Iterator[OpenLibrary]:
    """Ben, on the same library, with a map against claim 5."""
    opened = opening.open_for(screen.session.library.path, "Ben", create=False)
    room = screen.window.room
    index = room.desk.held.index_of_number(5)
    assert index is not None
    given = Given(title="Ben's map", url="https://example.org/ben")
    serving = Serving(Stance.CONTRADICTS, "396 m from the tomb", "sheet 4", "2")
    evidencing.add(opened, room.article, [room.desk.held.id_at(index)], given, serving)
    screen.session.poll()
    yield opened
    opened.close()


def button(screen: Screen, name: str) -> KeyButton:
    found = [one for one in section(screen).findChildren(KeyButton) if one.isVisible()]
    return next(one for one in found if one.accessibleName() == name)


def test_it_is_not_seen_before_one_has_judged(screen: Screen, ben: OpenLibrary) -> None:
    take(screen)
    assert cards(screen) == []
    screen.press("Shift+V")
    screen.settle()
    (card,) = cards(screen)
    assert card.accessibleName().startswith("Ben, Contradicts: Ben's map")


def test_it_can_be_read_and_no_key_changes_it(screen: Screen, ben: OpenLibrary) -> None:
    take(screen)
    screen.press("Shift+V")
    screen.settle()
    screen.press("E", "Up", "+")
    assert screen.saved("SELECT stance FROM links") == [("contradicts",)]
    screen.press("Enter")
    fields = [one for one in form(screen).findChildren(QTextEdit) if one.isVisible()]
    assert {field.toPlainText() for field in fields} >= {"Ben's map", "396 m from the tomb"}
    assert all(field.isReadOnly() for field in fields)
    names = {one.accessibleName() for one in form(screen).findChildren(KeyButton)}
    shown = {
        one.accessibleName() for one in form(screen).findChildren(KeyButton) if one.isVisible()
    }
    assert "remove" in names
    assert "remove" not in shown
    assert "Attach a file" not in shown


def test_use_it_takes_over_how_it_serves_the_claim(screen: Screen, ben: OpenLibrary) -> None:
    take(screen)
    screen.press("Shift+V")
    screen.settle()
    screen.press("E", "Up", "Enter", "Enter")
    links = "SELECT stance, quote, locator, credibility FROM links"
    assert screen.saved(links) == [("contradicts", "396 m from the tomb", "sheet 4", "2")] * 2
    assert screen.saved("SELECT count(*) FROM items") == [(1,)], "the item stays Ben's"
    screen.settle()
    assert form(screen).piece.who == ""
    assert cards(screen) == []


def test_what_one_says_of_a_colleagues_item_is_ones_own_to_change(
    screen: Screen, ben: OpenLibrary
) -> None:
    take(screen)
    screen.press("Shift+V")
    screen.settle()
    screen.press("E", "Up", "Enter", "Enter")
    screen.settle()
    assert not form(screen).link.rows["quote"].field.isReadOnly()
    assert form(screen).words.rows["title"].field.isReadOnly()
    form(screen).link.stances.choices.chosen.emit(Stance.SUPPORTS)
    mine = screen.session.library.me
    assert screen.saved(f"SELECT stance FROM links WHERE analyst = '{mine}'") == [("supports",)]
