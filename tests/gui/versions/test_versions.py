"""The versions of an article in the place of its page: listed, compared, confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import importing, revising, tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.tags import Standing, Tag
from annotator.ui import picture
from annotator.ui.action import ActionId
from annotator.ui.exchange.worded import LINE
from annotator.ui.importing.view import DifferenceLine, Kind
from annotator.ui.library.model import WHEN
from annotator.ui.versions.page import VersionsPage
from finding import bring_in, claims_of
from screens import Screen, open_screen, shut

OLD = (
    "Port strike enters third week\n\n"
    "The port handles a third of the country’s grain. Ships wait outside in the bay.\n\n"
    "The minister spoke on Friday. He promised four million for the dockers."
)
NEW = OLD.replace("a third", "about a quarter").replace("The minister", "The owner")


@pytest.fixture
def old(library: OpenLibrary) -> ArticleId:
    article = bring_in(library, OLD)
    tagging.tag(library, article, claims_of(library, article), Tag.VERIFIED)
    return article


@pytest.fixture
def new(library: OpenLibrary, old: ArticleId) -> ArticleId:
    prepared = importing.prepare(NEW.encode(), "later.txt")
    earlier = revising.earlier_of(library, prepared)
    assert earlier is not None
    return revising.add_revision(library, prepared, earlier).imported.article


@pytest.fixture
def screen(qtbot: QtBot, library: OpenLibrary, new: ArticleId) -> Iterator[Screen]:
    """A window on the later version."""
    shown = open_screen(qtbot, library)
    shown.window.room.hand.open(new)
    yield shown
    shut(shown)


def open_page(qtbot: QtBot, screen: Screen) -> VersionsPage:
    screen.window.run(ActionId.VERSIONS)
    held = screen.window.room.versions
    assert held is not None
    assert held.page is not None
    qtbot.waitUntil(lambda: held.between is not None)
    return held.page


def kinds(page: VersionsPage) -> list[Kind]:
    assert page.box is not None
    model = page.box.model
    lines = [model.data(model.index(row), LINE) for row in range(model.rowCount())]
    return [line.kind for line in lines if isinstance(line, DifferenceLine)]


def test_tab_goes_from_the_versions_through_what_differs_to_close(
    qtbot: QtBot, screen: Screen
) -> None:
    page = open_page(qtbot, screen)
    assert page.box is not None
    qtbot.waitUntil(page.box.list.isVisible)
    wanted = [page.rows[0].open, *page.box.stops, page.close_button]
    wanted[0].setFocus()
    reached = [QApplication.focusWidget()]
    for _ in wanted[1:]:
        screen.press("Tab")
        reached.append(QApplication.focusWidget())
    assert reached == wanted


def test_it_lists_the_versions_and_what_differs_sentence_by_sentence(
    qtbot: QtBot, screen: Screen
) -> None:
    page = open_page(qtbot, screen)
    assert [not row.open.isHidden() for row in page.rows] == [True, False]
    assert page._says.text() == "5 claims before: 1 carried, 4 changed, 0 gone; none is new."
    assert kinds(page) == [Kind.SAME, Kind.AGAIN, Kind.ASKED, Kind.PROPOSED, Kind.ASKED]
    screen.press("Escape")
    assert not page.isVisible()


def test_what_is_ticked_is_confirmed_and_one_s_own_comes_along(
    qtbot: QtBot, screen: Screen
) -> None:
    page = open_page(qtbot, screen)
    assert page.box is not None
    assert not page.confirm.isVisible(), "nothing is ticked to begin with"
    page.box.model.tick_all(Kind.ASKED)
    page.confirm.click()
    assert screen.standing(2) is screen.standing(4) is Standing.VERIFIED
    assert screen.standing(1) is screen.standing(3) is Standing.UNTAGGED
    held = screen.window.room.versions
    assert held is not None
    qtbot.waitUntil(lambda: not page.confirm.isVisible())


def test_the_other_version_is_opened(qtbot: QtBot, screen: Screen, old: ArticleId) -> None:
    page = open_page(qtbot, screen)
    page.rows[0].open.click()
    assert screen.window.room.article == old
    assert not page.isVisible()
    again = open_page(qtbot, screen)
    assert again.box is not None
    assert not again.confirm.isVisible()


def test_an_article_by_itself_has_no_other(
    qtbot: QtBot, screen: Screen, library: OpenLibrary
) -> None:
    alone = bring_in(library, "Something else\n\nIt rained all day. It was cold.")
    screen.window.room.hand.open(alone)
    screen.window.run(ActionId.VERSIONS)
    held = screen.window.room.versions
    assert held is not None
    assert held.page is not None
    page = held.page
    qtbot.waitUntil(lambda: page.summary.text().startswith("There is no other version"))
    assert page.box is None


def test_a_picture_shows_what_was_compared(
    library: OpenLibrary, new: ArticleId, tmp_path: Path
) -> None:
    drawn = []
    for view in (picture.ANNOTATE, picture.VERSIONS):
        target = tmp_path / f"{view}.png"
        picture.take(
            library,
            new,
            target,
            theme="light",
            size=(1000, 700),
            scale=1.0,
            force=False,
            view=view,
        )
        drawn.append(QImage(str(target)))
    assert drawn[0].size() == drawn[1].size()
    assert drawn[0] != drawn[1]


def test_versions_of_one_title_are_told_apart_in_the_list(
    screen: Screen, library: OpenLibrary
) -> None:
    alone = bring_in(library, "Something else\n\nIt rained all day. It was cold.")
    screen.window.room.refresh.whole_list()
    model = screen.window.room.shelf.model
    said = {
        model.article_at(model.index(row)): model.data(model.index(row), WHEN)
        for row in range(model.rowCount())
    }
    assert said.pop(alone) == ""
    assert len(said) == 2
    assert all(str(when).startswith("today ") for when in said.values())
