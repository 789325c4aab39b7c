"""What is typed of a claim and cannot be saved stands in its field again, until it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import importing, opening, passes
from annotator.domain.assessment import Assessment
from annotator.ui import patience
from annotator.ui.claim.panel import ClaimPanel
from evidencescreen import section
from recordscreen import attributions, go, held, panel
from screens import Screen, open_screen, shut

WORDS = "my words"
DRAFTS = "SELECT field FROM drafts"


class Field(NamedTuple):
    """A field of the panel: the keys that open it, what it shows, and what is saved of it."""

    keys: tuple[str, ...]
    shows: Callable[[ClaimPanel], str]
    saved: Callable[[Assessment], str]


FIELDS = {
    "note": Field(("N",), lambda p: p.note.field.plain(), lambda held: held.note),
    "wording": Field(
        ("W",), lambda p: p.wording.field.plain(), lambda h: h.wording.text if h.wording else ""
    ),
    "flag": Field(
        ("F", "2"), lambda p: p.flag.field.text(), lambda h: h.flag.text if h.flag else ""
    ),
}


@pytest.fixture(params=FIELDS)
def field(request: pytest.FixtureRequest) -> Field:
    return FIELDS[request.param]


def type_in(screen: Screen, field: Field) -> None:
    go(screen, 5)
    screen.press(*field.keys)
    screen.write(WORDS)


def settle(screen: Screen) -> None:
    """Somebody settles the article: nothing can be saved in it."""
    library, article = screen.session.library, screen.window.room.desk.article
    screen.press("J", "Shift+V")
    passes.submit(library, article)
    passes.settle_article(library, article)
    screen.settle()


def reopen(screen: Screen) -> None:
    passes.reopen(screen.session.library, screen.window.room.desk.article, "more to say")
    screen.settle()


def pass_by(screen: Screen) -> None:
    """To another claim and back, the message read."""
    screen.press("Escape", "Escape")
    go(screen, 7)
    go(screen, 5)


def hold(screen: Screen) -> sqlite3.Connection:
    """Another program holds the library."""
    screen.session.library.wait = 0.0
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def let_go(other: sqlite3.Connection) -> None:
    other.execute("ROLLBACK")
    other.close()


def test_what_is_refused_stands_in_its_field_when_its_claim_comes_again(
    screen: Screen, field: Field
) -> None:
    settle(screen)
    type_in(screen, field)
    screen.press("Escape")
    assert "is settled" in screen.refused
    pass_by(screen)
    assert WORDS in field.shows(panel(screen))
    assert screen.refused == "", "who passes by is not told again"
    reopen(screen)
    screen.press(field.keys[0], "Escape")
    assert WORDS in field.saved(held(screen, 5))
    assert screen.saved(DRAFTS) == []
    screen.press("Ctrl+Z")
    pass_by(screen)
    assert WORDS not in field.shows(panel(screen)), "what was undone does not come back"
    assert WORDS not in field.saved(held(screen, 5))


def test_what_is_undone_the_moment_it_is_saved_is_not_saved_again(
    screen: Screen, field: Field
) -> None:
    type_in(screen, field)
    # The panel follows a moment later: before that it does not know that it was saved.
    screen.press("Escape", "Ctrl+Z")
    pass_by(screen)
    assert WORDS not in field.saved(held(screen, 5))
    assert WORDS not in field.shows(panel(screen))


def test_what_waited_in_vain_is_saved_when_the_library_is_free(
    qtbot: QtBot, screen: Screen, field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "LONGEST", 0.1)
    type_in(screen, field)
    other = hold(screen)
    screen.press("Escape")
    qtbot.waitUntil(lambda: "Another program" in screen.refused)
    pass_by(screen)
    assert WORDS in field.shows(panel(screen))
    let_go(other)
    qtbot.waitUntil(lambda: WORDS in field.saved(held(screen, 5)))
    pass_by(screen)
    assert WORDS in field.shows(panel(screen))


def test_what_a_crash_left_and_nothing_can_save_is_in_its_field(
    qtbot: QtBot, screen: Screen, field: Field
) -> None:
    settle(screen)
    type_in(screen, field)
    qtbot.waitUntil(lambda: len(screen.saved(DRAFTS)) == 1, timeout=2500)
    again = open_screen(qtbot, opening.open_for(screen.session.library.path, None, create=False))
    go(again, 5)
    assert WORDS in field.shows(panel(again))
    assert again.refused == ""
    shut(again)


def test_another_article_on_the_page_saves_what_was_typed_in_the_one_before(
    screen: Screen, field: Field, tmp_path: Path
) -> None:
    path = tmp_path / "other.txt"
    path.write_text("The ministry said 14 people died on Monday. Reuters reported 20.")
    other = importing.import_file(screen.session.library, path).article
    type_in(screen, field)
    screen.window.room.shelf.chosen.emit(other)
    screen.settle()
    assert screen.refused == ""
    assert WORDS in field.saved(held_in_sample(screen))
    assert screen.saved(DRAFTS) == []


def held_in_sample(screen: Screen) -> Assessment:
    """Of claim 5 of the sample, which is on the page again."""
    model = screen.window.room.shelf.model
    here = screen.window.room.desk.article
    (before,) = (
        article
        for article in (model.article_at(model.index(row)) for row in range(model.rowCount()))
        if article != here
    )
    screen.window.room.shelf.chosen.emit(before)
    screen.settle()
    return held(screen, 5)


def test_an_attribution_that_is_refused_stands_in_its_fields_again(screen: Screen) -> None:
    settle(screen)
    go(screen, 5)
    screen.press("A")
    screen.write("somebody else")
    screen.press("Escape")
    assert "is settled" in screen.refused
    pass_by(screen)
    for _ in range(2):
        screen.press("A")
        editor = panel(screen).attribution.editor
        assert editor.source.field.text() == "somebody else"
        assert editor.named_in.text() == "4"
        screen.press("Escape")
    reopen(screen)
    screen.press("A", "Escape")
    assert [one.source.text for one in attributions(screen, 5)] == ["somebody else"]
    screen.settle()
    screen.press("A")
    assert panel(screen).attribution.editor.shown.id, "it is the one that was saved"


def test_an_attribution_without_a_source_outlives_a_crash(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 3)
    screen.press("A", "Tab")
    screen.write("reportedly")
    screen.press("Escape")
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) == [("attribution",)], timeout=2500)
    again = open_screen(qtbot, opening.open_for(screen.session.library.path, None, create=False))
    go(again, 3)
    for _ in range(2):
        again.press("A")
        assert panel(again).attribution.editor.cue.field.text() == "reportedly"
        again.press("Escape")
    again.press("A")
    again.write("the police")
    again.press("Enter")
    [one] = attributions(again, 3)
    assert (one.source.text, one.cue.text) == ("the police", "reportedly")
    assert again.saved(DRAFTS) == []
    shut(again)


def test_evidence_that_waited_in_vain_stands_before_what_was_typed_since(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "LONGEST", 0.1)
    go(screen, 5)
    screen.press("E")
    other = hold(screen)
    for entry in ("The first +", "The second -"):
        screen.write(entry)
        screen.press("Enter")
    screen.write("the th")
    qtbot.waitUntil(lambda: "Another program" in screen.refused)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "ird")
    let_go(other)
    assert section(screen).quick.text.splitlines() == ["The first +", "The second -", "the third"]
