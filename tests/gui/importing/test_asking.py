"""Another version of an article is here: it asks, and nothing is saved before the answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk import importing, showing, tagging
from annotator.desk.desk import Desk
from annotator.domain.article import ArticleId
from annotator.domain.tags import Standing, Tag
from annotator.ui.importing.view import Kind, Sign
from annotator.ui.incoming import State
from importing import EARLIER, LATER, article, over, page, shown, words
from screens import Screen


@pytest.fixture
def earlier(screen: Screen) -> ArticleId:
    """An article that is here already, the claims about the port and the cold verified."""
    library = screen.session.library
    here = importing.save(library, importing.prepare(EARLIER.encode(), "port.txt")).article
    snapshot = Desk(library).open(here)
    claims = [snapshot.id_at(2), snapshot.id_at(4)]
    tagging.tag(library, here, claims, Tag.VERIFIED, looked=True)
    screen.window.room.refresh.whole_list()
    return here


@pytest.fixture
def asked(qtbot: QtBot, screen: Screen, earlier: ArticleId, tmp_path: Path) -> Screen:
    """The page with the question on it."""
    screen.window.bring([article(tmp_path, "port-later.txt", LATER)])
    qtbot.waitUntil(lambda: shown(screen) and page(screen).card is not None)
    return screen


def articles(screen: Screen) -> int:
    screen.session.library.poll()
    return len(showing.articles(screen.session.library))


def test_what_differs_stands_side_by_side(asked: Screen) -> None:
    said = words(page(asked))
    assert (
        "This is another version of “\u2068Port strike\u2069”. It differs in 2 of 8 claims" in said
    )
    assert "The port handles a third of the grain." in said
    assert "The port handles a quarter of the grain." in said
    assert "claim 2\u2002✓ verified" in said
    assert "   check again   " in said
    assert "waits for your answer below" in said
    assert articles(asked) == 2, "the sample and the earlier one: nothing is saved yet"


def test_enter_keeps_both_as_versions(qtbot: QtBot, asked: Screen, earlier: ArticleId) -> None:
    assert page(asked).card is not None
    asked.press("Enter")
    entry = asked.window.room.imports.entries[0]
    qtbot.waitUntil(lambda: entry.state is State.READ)
    assert articles(asked) == 3
    assert entry.imported is not None
    later = Desk(asked.session.library).open(entry.imported.article)
    by_text = {claim.text: claim.standing for claim in later.claims()}
    assert by_text["The port handles a quarter of the grain."] is Standing.UNTAGGED
    assert by_text["It was cold."] is Standing.VERIFIED, "carried"
    before = Desk(asked.session.library).open(earlier)
    assert before.standing(2) is Standing.VERIFIED, "the earlier one stays as it is"


def test_the_line_says_what_was_carried(qtbot: QtBot, asked: Screen) -> None:
    asked.press("Enter")
    qtbot.waitUntil(lambda: asked.window.room.imports.entries[0].state is State.READ)
    asked.press("Ctrl+Shift+I")
    if not shown(asked):
        asked.press("Ctrl+Shift+I")
    assert "A new version: 1 carried" in words(page(asked))


def test_the_new_one_can_be_left_out(asked: Screen) -> None:
    card = page(asked).card
    assert card is not None
    card.leave_button.click()
    assert articles(asked) == 2
    asked.window.room.importing.now()  # type: ignore[union-attr]
    assert page(asked).card is None
    assert "left out; the earlier one stays as it is" in words(page(asked))


def test_esc_leaves_the_question_open_and_the_bar_says_so(asked: Screen) -> None:
    asked.press("Escape")
    assert not shown(asked)
    assert asked.said == "Import: 1 question"
    asked.press("V")
    assert asked.standing(0) is Standing.VERIFIED, "tagging goes on"
    asked.window.frame.bottom._look.click()
    assert page(asked).card is not None


def test_the_earlier_one_is_a_click_away(asked: Screen, earlier: ArticleId) -> None:
    card = page(asked).card
    assert card is not None
    card.open_button.click()
    assert asked.window.room.article == earlier


def test_what_asks_is_confirmed_by_a_tick(qtbot: QtBot, asked: Screen) -> None:
    card = page(asked).card
    assert card is not None
    card.all_button.click()
    assert card.differences is not None
    model, box = card.differences.model, card.differences
    kinds = [ask for ask in Kind if ask in box.confirm]
    assert kinds == [Kind.ASKED, Kind.PROPOSED]
    before = len(model.pairs)
    box.confirm[Kind.PROPOSED].click()
    assert (before, len(model.pairs)) == (0, 1)
    card.keep_button.click()
    entry = asked.window.room.imports.entries[0]
    qtbot.waitUntil(lambda: entry.state is State.READ)
    assert entry.revises


def test_several_questions_are_asked_one_after_the_other(
    qtbot: QtBot, screen: Screen, earlier: ArticleId, tmp_path: Path
) -> None:
    other = LATER.replace("on Sunday", "on any day of the week")
    files = [article(tmp_path, "one.txt", LATER), article(tmp_path, "two.txt", other)]
    screen.window.bring(files)
    qtbot.waitUntil(over(screen))
    screen.window.room.importing.now()  # type: ignore[union-attr]
    assert [row.line.sign for row in page(screen).rows.values()] == [Sign.ASKS, Sign.ASKS]
    first = page(screen).card
    assert first is not None
    assert "1 more question after this" in words(page(screen))
    first.leave_button.click()
    screen.window.room.importing.now()  # type: ignore[union-attr]
    second = page(screen).card
    assert second is not None
    assert second.ask.key != first.ask.key


def test_the_very_same_text_does_not_ask(
    qtbot: QtBot, screen: Screen, earlier: ArticleId, tmp_path: Path
) -> None:
    screen.window.bring([article(tmp_path, "again.txt", EARLIER)])
    qtbot.waitUntil(lambda: "was here already" in screen.said)
    assert screen.window.room.article == earlier


def test_closing_with_an_open_question_saves_nothing(asked: Screen) -> None:
    asked.window.close()
    assert articles(asked) == 2
