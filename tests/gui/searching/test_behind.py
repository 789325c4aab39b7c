"""While another program holds the library, or what came in is still being read: the search goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import importing, indexing, searching
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.ui import indexing as ui_indexing
from annotator.ui.search import box as search_box
from finding import bring_in
from screens import Screen, open_screen, shut
from searchscreen import (
    box,
    choose,
    count,
    edits,
    heads,
    is_open,
    look_for,
    says,
    step_to,
    texts,
)

BUSY = "Another program holds the library just now: it is tried again."
LONG = "A long story\n\n" + " ".join(f"Sentence {at} is about the needle." for at in range(3000))


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search is done again quickly."""
    monkeypatch.setattr(search_box, "AGAIN", 30)


@contextmanager
def held(screen: Screen) -> Iterator[None]:
    """Another program writes, and nobody may read."""
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_a_search_meanwhile_is_tried_again_by_itself(screen: Screen) -> None:
    screen.press("Ctrl+K")
    with held(screen):
        screen.write("kerman")
        assert says(screen) == [BUSY]
        screen.press("Enter", "Ctrl+Enter", "Right")
        assert is_open(screen)
    screen.qtbot.waitUntil(lambda: count(screen) == "8 results")
    assert box(screen).field.text() == "kerman"


def test_opening_it_meanwhile_waits_and_opens(screen: Screen) -> None:
    with held(screen):
        screen.press("Ctrl+K")
    screen.qtbot.waitUntil(lambda: is_open(screen) and box(screen).field.hasFocus())
    assert texts(screen) != []


def test_all_of_a_group_meanwhile_is_said_and_esc_goes_back(screen: Screen) -> None:
    look_for(screen, "kerman")
    with held(screen):
        screen.press("Right")
        assert says(screen) == [BUSY]
    screen.qtbot.waitUntil(lambda: heads(screen) == ["Claims in this article | 4"])
    screen.press("Escape")
    screen.qtbot.waitUntil(lambda: count(screen) == "8 results")


def test_what_is_to_be_done_to_all_meanwhile_is_counted_later(screen: Screen) -> None:
    look_for(screen, "kerman")
    step_to(screen, "Tag, flag")
    with held(screen):
        screen.press("Enter")
        assert says(screen) == [BUSY]
    screen.qtbot.waitUntil(
        lambda: "5 claims found in 2 articles | one edit, one undo" in heads(screen)
    )


def test_a_tag_for_all_meanwhile_waits_its_turn_and_is_one_edit(screen: Screen) -> None:
    before = edits(screen)
    look_for(screen, "kerman")
    choose(screen, "Tag, flag")
    step_to(screen, "Verified")
    with held(screen):
        screen.press("Enter")
    screen.qtbot.waitUntil(lambda: edits(screen) == before + 1)
    assert screen.said == "5 claims tagged verified, in one edit."


def test_a_name_cannot_be_kept_meanwhile_and_is_not_lost(screen: Screen) -> None:
    look_for(screen, "kerman")
    choose(screen, "Keep this search")
    screen.write("Where")
    with held(screen):
        screen.press("Enter")
        assert box(screen).field.text() == "Where"
        assert is_open(screen)
    screen.press("Enter")
    assert [row.accessibleName() for row in screen.window.room.shelf.searches.rows] == [
        "Kept search Where"
    ]


def test_what_is_not_read_yet_is_said_and_comes_by_itself(
    qtbot: QtBot, library: OpenLibrary, sample: ArticleId, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexing.index_all(library)
    monkeypatch.setattr(ui_indexing, "SOON", 10_000)
    bring_in(library, LONG)
    assert indexing.is_behind(library)
    shown = open_screen(qtbot, library)
    shown.window.room.shelf.chosen.emit(sample)
    look_for(shown, "needle")
    assert says(shown) == ["Nothing was found yet: what came in last is still being read."]
    assert count(shown) == "no results so far"
    box(shown).field.setText("kerman")
    assert count(shown).endswith("so far")
    shown.press("Down")
    before = texts(shown)[1]
    indexing.index_all(library)
    qtbot.waitUntil(lambda: "so far" not in count(shown))
    line = box(shown).line
    assert line is not None
    assert line.text == before, "what was chosen stays chosen"
    box(shown).field.setText("needle")
    assert any("A long story" in text for text in texts(shown))
    shut(shown)


def test_what_comes_in_while_the_window_is_open_is_found_after_a_moment(screen: Screen) -> None:
    library = screen.session.library
    importing.save(library, importing.prepare(LONG.encode(), "long.txt"))
    look_for(screen, "needle")
    screen.qtbot.waitUntil(lambda: any("A long story" in t for t in texts(screen)), timeout=20_000)
    screen.qtbot.waitUntil(lambda: count(screen) == "3,000 results" or "1,000+" in count(screen))


def test_a_closed_box_looks_for_nothing_any_more(screen: Screen) -> None:
    screen.press("Ctrl+K")
    with held(screen):
        screen.write("kerman")
        screen.press("Escape")
    assert not screen.window.room.search._again.isActive()


def test_a_search_that_is_not_through_in_the_time_of_a_key_goes_on(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "SECONDS", -1.0)
    look_for(screen, "kerman")
    assert count(screen).endswith("so far")
    screen.qtbot.waitUntil(lambda: count(screen) == "8 results")


def test_portions_are_small_while_somebody_works_and_larger_when_nobody_does(
    qapp: QApplication, library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    budgets: list[float] = []
    now = [100.0]

    def some(_library: OpenLibrary, budget: float) -> bool:
        budgets.append(budget)
        return False

    monkeypatch.setattr(ui_indexing, "index_some", some)
    monkeypatch.setattr("annotator.ui.indexing.time.monotonic", lambda: now[0])
    indexer = ui_indexing.Indexer(library, qapp)
    indexer._work()
    now[0] += ui_indexing.QUIET + 0.1
    indexer._work()
    bring_in(library, "One more. And another.")
    indexer._work()
    indexer.stop()
    indexer.stop()
    assert budgets == [ui_indexing.BUSY, ui_indexing.IDLE, ui_indexing.BUSY]
