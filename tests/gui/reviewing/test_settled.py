"""A settled article in the window: every key is refused in one sentence, and none is text elsewhere."""

from __future__ import annotations

import pytest

from annotator.desk import passes
from annotator.domain.tags import Standing
from annotator.ui.review.viewing import LOCKED
from reviewed import Desk
from reviewscreen import go, parts
from screens import Screen


@pytest.fixture
def settled(screen: Screen, desk: Desk) -> Screen:
    """Claim 5 in hand; the article was settled while the window showed it."""
    passes.settle_article(desk.library, desk.article)
    screen.session.poll()
    screen.settle()
    parts(screen).refresh.now()
    return screen


@pytest.mark.parametrize(
    "key", ["V", "D", "U", "Q", "O", "1", "2", "3", "R", "C", "A", "Ctrl+Enter"]
)
def test_every_key_that_settles_is_refused_in_one_sentence(settled: Screen, key: str) -> None:
    before = settled.saved("SELECT count(*) FROM edits")
    settled.press(key)
    assert "is settled" in settled.refused
    assert "annotator " not in settled.refused, "the window has no command line"
    assert settled.window.room.page.hasFocus()
    assert settled.saved("SELECT count(*) FROM edits") == before


def test_a_refused_field_takes_no_keys_anywhere_else(settled: Screen) -> None:
    settled.press("R")
    assert settled.refused == LOCKED
    assert not parts(settled).side.panel.reason


def test_in_annotate_it_is_refused_in_the_same_way(settled: Screen) -> None:
    settled.press("Ctrl+1", "V")
    assert settled.refused.endswith(
        "is settled, so nothing was saved: reopen it first, with a reason."
    )
    assert settled.standing(5) is Standing.DISPUTED


def test_what_is_settled_already_is_still_walked_through(settled: Screen) -> None:
    go(settled, 6)
    settled.press("Ctrl+Enter")
    assert settled.refused == ""
    assert settled.number == 11
