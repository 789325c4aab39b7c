"""The page of sources: looking through it, renaming and joining in place, going to the claims."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.desk import attributing, importing
from annotator.desk.attributing import AttributionGiven
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.sources import SourceRow, sources
from annotator.domain.article import ArticleId
from annotator.domain.attribution import Quoted, SourceKind
from annotator.domain.tags import Standing
from annotator.ui.action import ActionId
from annotator.ui.linefield import LineField
from annotator.ui.sources.page import Of, SourcesPage
from annotator.ui.sources.table import COLUMNS, new_model
from evidencescreen import focused
from screens import Screen


def pasted(library: OpenLibrary, text: str) -> ArticleId:
    return importing.save(library, importing.prepare_pasted(text)).article


def attribute(
    library: OpenLibrary, article: ArticleId, number: int, source: str, kind: SourceKind | None
) -> None:
    desk = Desk(library)
    desk.open(article)
    index = desk.held.index_of_number(number)
    assert index is not None
    given = AttributionGiven(source=Quoted(source), kind=kind)
    attributing.attribute(library, desk.held, desk.held.id_at(index), given)
    desk.close()


@pytest.fixture(autouse=True)
def _named(library: OpenLibrary, sample: ArticleId) -> None:
    attribute(library, sample, 2, "Ali Rezaei", SourceKind.NAMED)
    attribute(library, sample, 3, "Ali Rezaei", SourceKind.NAMED)
    attribute(library, sample, 4, "Rezaei", None)
    attribute(library, sample, 5, "ISNA", SourceKind.ORGANISATION)


def names(page: SourcesPage) -> list[str]:
    return [row.name for row in page.model.shown()]


def open_page(qtbot: QtBot, screen: Screen, count: int = 3) -> SourcesPage:
    screen.window.run(ActionId.SOURCES)
    page = screen.window.room.sources.page
    assert page is not None
    qtbot.waitUntil(lambda: page.model.rowCount() == count)
    return page


def choose(page: SourcesPage, *wanted: str) -> None:
    page.table.clearSelection()
    rows = names(page)
    flags = page.table.selectionModel().SelectionFlag
    for name in wanted:
        index = page.model.index(rows.index(name), 0)
        page.table.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)


def kept(screen: Screen) -> dict[str, int]:
    return {row.name: row.claims for row in sources(screen.session.library)}


def test_it_lists_who_is_named_those_with_the_most_claims_first(
    qtbot: QtBot, screen: Screen
) -> None:
    page = open_page(qtbot, screen)
    assert names(page) == ["Ali Rezaei", "ISNA", "Rezaei"]
    assert page.says == "3 sources"
    assert focused() is page.table
    assert not screen.window.frame.panel.isVisible(), "it has all of the width"


def test_all_of_the_left_panel_opens_it(qtbot: QtBot, screen: Screen) -> None:
    named = screen.window.room.shelf.sources
    qtbot.waitUntil(named.isVisible)
    named._all.click()
    page = screen.window.room.sources.page
    assert page is not None
    assert page.isVisible()


def test_it_says_how_the_claims_of_each_stand(qtbot: QtBot, screen: Screen) -> None:
    screen.press("J", "J", "D", "V")
    page = open_page(qtbot, screen)
    at = [column.title for column in COLUMNS].index("How they stand")
    told = page.model.data(page.model.index(0, at), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "How they stand: 1 verified, 1 disputed"


def test_f2_renames_a_source_in_its_line_and_undo_takes_it_back(
    qtbot: QtBot, screen: Screen
) -> None:
    page = open_page(qtbot, screen)
    choose(page, "ISNA")
    screen.press("F2")
    field = focused()
    assert isinstance(field, LineField)
    assert field.text() == "ISNA"
    screen.write("Students News Agency")
    screen.press("Enter")
    assert kept(screen) == {"Ali Rezaei": 2, "Rezaei": 1, "Students News Agency": 1}
    qtbot.waitUntil(lambda: "Students News Agency" in names(page))
    assert focused() is page.table
    screen.press("Escape", "Ctrl+Z")
    assert kept(screen) == {"Ali Rezaei": 2, "ISNA": 1, "Rezaei": 1}


def test_escape_leaves_a_name_as_it_is(qtbot: QtBot, screen: Screen) -> None:
    page = open_page(qtbot, screen)
    screen.press("F2")
    screen.write("Somebody else")
    screen.press("Escape")
    assert kept(screen) == {"Ali Rezaei": 2, "ISNA": 1, "Rezaei": 1}
    assert page.isVisible(), "it leaves the field, not the page"


def test_an_empty_name_is_refused_in_place(qtbot: QtBot, screen: Screen) -> None:
    page = open_page(qtbot, screen)
    screen.press("F2", "Backspace", "Enter")
    assert page.trouble == "The source's name is empty: say what it is called."
    assert kept(screen) == {"Ali Rezaei": 2, "ISNA": 1, "Rezaei": 1}


def test_chosen_rows_are_joined_under_the_name_with_the_most_claims(
    qtbot: QtBot, screen: Screen
) -> None:
    page = open_page(qtbot, screen)
    choose(page, "Rezaei", "Ali Rezaei")
    assert page.join.text() == "Join 2 as one"
    page.join.click()
    field = focused()
    assert isinstance(field, LineField)
    assert field.text() == "Ali Rezaei"
    assert "Enter joins them" in page.trouble
    screen.press("Enter")
    assert kept(screen) == {"Ali Rezaei": 3, "ISNA": 1}
    assert page.trouble == ""
    qtbot.waitUntil(lambda: names(page) == ["Ali Rezaei", "ISNA"])
    assert page.model.row(0).written == ("Rezaei",)
    screen.press("Escape", "Ctrl+Z")
    assert kept(screen) == {"Ali Rezaei": 2, "ISNA": 1, "Rezaei": 1}


def test_escape_leaves_them_apart(qtbot: QtBot, screen: Screen) -> None:
    page = open_page(qtbot, screen)
    choose(page, "Rezaei", "Ali Rezaei")
    page.join.click()
    screen.press("Escape")
    qtbot.waitUntil(lambda: page.trouble == "")
    assert kept(screen) == {"Ali Rezaei": 2, "ISNA": 1, "Rezaei": 1}
    page.table.clearSelection()
    choose(page, "ISNA")
    screen.press("F2", "Enter")
    assert kept(screen) == {"Ali Rezaei": 2, "ISNA": 1, "Rezaei": 1}, "it joins nothing later on"


def test_what_was_joined_is_let_go_again(qtbot: QtBot, screen: Screen) -> None:
    page = open_page(qtbot, screen)
    assert not page.apart.isEnabled()
    choose(page, "Rezaei", "Ali Rezaei")
    page.join.click()
    screen.press("Enter")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    choose(page, "Ali Rezaei")
    page.apart.click()
    assert kept(screen) == {"Ali Rezaei": 2, "ISNA": 1, "Rezaei": 1}


def test_enter_shows_only_the_claims_of_a_source(qtbot: QtBot, screen: Screen) -> None:
    page = open_page(qtbot, screen)
    choose(page, "Ali Rezaei")
    page.table.setFocus()
    screen.press("Enter")
    assert screen.window.room.page.isVisible()
    only = screen.window.room.hand.only
    assert only is not None
    assert only.count(screen.window.room.desk.held) == 2
    assert screen.number == 2


def test_letters_filter_and_sorting_is_by_any_column(qtbot: QtBot, screen: Screen) -> None:
    page = open_page(qtbot, screen)
    screen.press("R")
    assert page.filter.text().lower() == "r"
    page.filter.setText("rezaei named")
    qtbot.waitUntil(lambda: names(page) == ["Ali Rezaei"])
    assert page.says == "3 sources · 1 shown"
    page.filter.setText("")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    for at in range(len(COLUMNS)):
        page.model.sort(at, Qt.SortOrder.DescendingOrder)
        assert page.model.rowCount() == 3
    page.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(page) == ["Rezaei", "ISNA", "Ali Rezaei"]


def test_the_whole_library_is_one_pill_away(
    qtbot: QtBot, screen: Screen, library: OpenLibrary
) -> None:
    other = pasted(library, "Another\n\nIt rained, said Omid. It snowed.")
    attribute(library, other, 1, "Omid", None)
    page = open_page(qtbot, screen)
    page.of.chosen.emit(Of.LIBRARY)
    qtbot.waitUntil(lambda: "Omid" in names(page))
    choose(page, "Omid")
    page.go.click()
    assert screen.window.room.article == other


def test_only_what_is_listed_is_renamed(qtbot: QtBot, screen: Screen, library: OpenLibrary) -> None:
    other = pasted(library, "Another\n\nIt rained, said ISNA. It snowed.")
    attribute(library, other, 1, "ISNA", None)
    page = open_page(qtbot, screen)
    page.rename_wanted.emit(page.model.row(names(page).index("ISNA")), "News")
    assert kept(screen) == {"Ali Rezaei": 2, "ISNA": 1, "News": 1, "Rezaei": 1}


def test_it_follows_what_is_done_meanwhile(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sample: ArticleId
) -> None:
    page = open_page(qtbot, screen)
    attribute(library, sample, 6, "Omid", None)
    qtbot.waitUntil(lambda: "Omid" in names(page))


def test_five_thousand_sources_are_filtered_and_sorted_as_rows_only() -> None:
    model = new_model()
    rows = [SourceRow(f"Number {n:05}", (), n, {Standing.UNTAGGED: n}, ()) for n in range(5_000)]
    model.show_rows(rows)
    model.filter("number 0499", lambda row: row.claims >= 4_990)
    assert [row.name for row in model.shown()] == [f"Number {n:05}" for n in range(4_990, 5_000)]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert model.row(0).name == "Number 04999"
    model.sort(-1)
    assert model.row(0).name == "Number 04990"


def test_in_an_article_without_any_it_says_how_to_begin(
    qtbot: QtBot, screen: Screen, library: OpenLibrary
) -> None:
    empty = pasted(library, "Another\n\nIt rained. It snowed.")
    screen.window.room.hand.open(empty)
    screen.window.run(ActionId.SOURCES)
    page = screen.window.room.sources.page
    assert page is not None
    qtbot.waitUntil(lambda: "A says who" in page.says)
    assert not page.go.isEnabled()
