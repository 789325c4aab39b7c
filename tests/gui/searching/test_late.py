"""A search that was not through in the time of a key says so, and is asked again with more."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk import searching
from annotator.ui.search import box as search_box
from screens import Screen
from searchscreen import heads, look_for


def test_what_was_not_found_in_time_comes_a_little_later(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "SECONDS", -1.0)
    look_for(screen, "kerman")
    assert not any("this article" in head for head in heads(screen))

    def come() -> None:
        assert any("this article" in head for head in heads(screen))

    qtbot.waitUntil(come, timeout=20 * search_box.AGAIN)


def test_a_window_that_goes_meanwhile_asks_no_more(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "SECONDS", -1.0)
    asked: list[str] = []
    look_for(screen, "kerman")
    screen.window.close()
    monkeypatch.setattr(searching, "search", lambda *_, **__: asked.append("after it went"))
    qtbot.wait(2 * search_box.AGAIN)
    assert asked == []
