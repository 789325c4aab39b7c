"""The list of colleagues: hide, show, and who is oneself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.exchange.colleagues import ColleaguesPage
from annotator.ui.exchange.view import Colleague

BEN = Colleague("ben", "Ben", "89 claims done")
ME = Colleague("anna-2", "Anna", "12 claims done", namesake=True)


@pytest.fixture
def page(qtbot: QtBot, worn: None) -> Iterator[ColleaguesPage]:
    made = ColleaguesPage()
    qtbot.addWidget(made)
    made.resize(360, 400)
    made.show()
    made.activateWindow()
    made.show_colleagues([BEN, ME])
    yield made
    made.close()


def test_a_colleague_is_hidden_and_shown_by_one_button(qtbot: QtBot, page: ColleaguesPage) -> None:
    with qtbot.waitSignal(page.hide_wanted) as told:
        QTest.keyClick(page.lines[0].hiding, Qt.Key.Key_Space)
    assert told.args == ["ben"]
    page.show_colleagues([Colleague("ben", "Ben", "89 claims done", hidden=True), ME])
    assert page.lines[0].accessibleName() == "Ben, 89 claims done · hidden"
    with qtbot.waitSignal(page.show_wanted) as told:
        page.lines[0].hiding.click()
    assert told.args == ["ben"]


def test_who_has_ones_name_can_be_oneself(qtbot: QtBot, page: ColleaguesPage) -> None:
    assert "has your name" in page.lines[1].accessibleName()
    with qtbot.waitSignal(page.same_wanted) as told:
        page.lines[1].same.click()
    assert told.args == ["anna-2"]
    page.show_colleagues([BEN, Colleague("anna-2", "Anna", "", same=True)])
    with qtbot.waitSignal(page.other_wanted) as told:
        page.lines[1].same.click()
    assert told.args == ["anna-2"]


def test_the_keys_stay_on_the_line_they_were_on(qtbot: QtBot, page: ColleaguesPage) -> None:
    page.lines[1].hiding.setFocus()
    page.show_colleagues([BEN, ME])
    assert page.lines[1].hiding.hasFocus()


def test_alone_it_says_how_a_colleague_comes(page: ColleaguesPage) -> None:
    page.show_colleagues([])
    assert any("Nobody else" in label.text() for label in page.findChildren(QLabel))
