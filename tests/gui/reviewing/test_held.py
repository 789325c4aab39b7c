"""Another program holds the library while one reviews: no word that was typed is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui import patience
from annotator.ui.review.comment import CommentRow
from annotator.ui.review.field import Field
from annotator.ui.review.thread import Thread
from reviewed import A, Desk
from reviewscreen import go, parts, said
from screens import Screen

HELD = "Another program has held the library"


@contextmanager
def held(desk: Desk) -> Iterator[None]:
    """Another program writes, and takes its time."""
    with closing(sqlite3.connect(desk.library.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window gives up soon."""
    monkeypatch.setattr(patience, "LONGEST", 0.1)


def refused(qtbot: QtBot, screen: Screen) -> None:
    qtbot.waitUntil(lambda: HELD in screen.refused, timeout=5000)


def field_text(screen: Screen) -> str:
    screen.press("Escape", "C")
    focus = QApplication.focusWidget()
    assert focus is not None
    return str(focus.property("plainText"))


@pytest.mark.usefixtures("hasty")
def test_a_comment_that_could_not_be_sent_is_in_its_field_again(
    qtbot: QtBot, screen: Screen, desk: Desk
) -> None:
    screen.press("C")
    screen.write("from the tomb")
    with held(desk):
        screen.press("Enter")
        refused(qtbot, screen)
    assert field_text(screen) == "from the tomb"
    screen.press("Enter")
    review = screen.window.room.review.whole
    assert review is not None
    assert review.comments[desk.index(5)] == 3


@pytest.mark.usefixtures("hasty")
def test_what_was_begun_meanwhile_stays_behind_it(qtbot: QtBot, screen: Screen, desk: Desk) -> None:
    screen.press("C")
    screen.write("first")
    with held(desk):
        screen.press("Enter")
        screen.write("second")
        refused(qtbot, screen)
    assert field_text(screen) == "first\nsecond"


@pytest.mark.usefixtures("hasty")
def test_another_wording_that_was_refused_is_still_that(
    qtbot: QtBot, screen: Screen, desk: Desk
) -> None:
    desk.say(A, 5, "mine")
    screen.session.poll()
    parts(screen).refresh.now()
    thread = parts(screen).side.panel.findChild(Thread)
    assert thread is not None
    row = next(row for row in thread.findChildren(CommentRow) if row.said.words == "mine")
    row.actions_of().actions()[0].trigger()
    assert isinstance(thread.field, Field)
    thread.field.selectAll()
    screen.write("mine, better")
    with held(desk):
        screen.press("Enter")
        refused(qtbot, screen)
    assert thread.field.plain() == "mine, better"
    thread.field.setFocus()
    screen.press("Enter")
    parts(screen).refresh.now()
    assert row.said.words == "mine, better"


def test_what_is_agreed_to_waits_for_the_other_program(
    qtbot: QtBot, screen: Screen, desk: Desk
) -> None:
    screen.press("A")
    with held(desk):
        screen.press("Enter")
        qtbot.wait(200)
    review = screen.window.room.review
    qtbot.waitUntil(lambda: review.whole is not None and not review.whole.unanimous())
    assert said(screen).startswith("Decided ")


@pytest.mark.usefixtures("hasty")
def test_a_reason_to_return_a_pass_is_asked_for_again(
    qtbot: QtBot, screen: Screen, desk: Desk
) -> None:
    parts(screen).refresh.now()
    shown = parts(screen).side.queue.passes
    shown.press(next(act for line in shown.lines for act in line.acts if act.act == "return"))
    screen.write("five claims are open")
    with held(desk):
        screen.press("Ctrl+Enter")
        refused(qtbot, screen)
    assert shown.ask.field.plain() == "five claims are open"
    assert shown.ask.isVisible()


@pytest.mark.usefixtures("hasty")
def test_a_comment_that_waits_when_the_window_goes_is_kept_as_a_draft(
    qtbot: QtBot, screen: Screen, desk: Desk
) -> None:
    go(screen, 11)
    screen.press("C")
    screen.write("not lost")
    with held(desk):
        screen.press("Enter")
        screen.window.close()
        assert screen.window.isVisible(), "words that can be kept nowhere are said first"
    screen.window.close()
    drafts = screen.saved("SELECT text FROM drafts")
    assert ("not lost",) in drafts
