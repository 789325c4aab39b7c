"""The page with all evidence: looking through it, using an item again, putting it in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator.desk.evidence_list import ListedItem
from annotator.domain.assessment import Analyst
from annotator.domain.evidence import Item
from annotator.ui.action import ActionId
from annotator.ui.evidence.listmodel import COLUMNS, LACKING, Lacks, looked_through, made_ready
from annotator.ui.evidence.listpage import EvidencePage
from annotator.ui.lists.model import Index, ListModel
from evidencescreen import cards, enter, focused
from screens import Screen


def column(title: str) -> int:
    return next(place for place, one in enumerate(COLUMNS) if one.title == title)


def titles(model: ListModel[ListedItem]) -> list[str]:
    return [one.item.name for one in model.shown()]


def page(screen: Screen) -> EvidencePage:
    found = screen.window.room.evidence.page
    assert found is not None
    return found


def open_list(qtbot: QtBot, screen: Screen, count: int) -> EvidencePage:
    screen.window.run(ActionId.EVIDENCE_LIST)
    qtbot.waitUntil(lambda: page(screen).model.rowCount() == count)
    return page(screen)


def fill(screen: Screen) -> list[str]:
    return [
        enter(screen, "Survey map", url="https://example.org/map", quote="396 m"),
        enter(screen, "Report of the agency", number=9),
        enter(screen, "The same map", number=9, url="http://www.example.org/map/"),
    ]


def test_it_lies_over_the_article_with_a_row_for_each(qtbot: QtBot, screen: Screen) -> None:
    fill(screen)
    shown = open_list(qtbot, screen, 3)
    assert shown.isVisible()
    assert not screen.window.frame.panel.isVisible(), "it has all of the width"
    assert focused() is shown.table
    assert titles(shown.model) == ["The same map", "Report of the agency", "Survey map"]


def test_escape_brings_the_article_back_with_the_keys(qtbot: QtBot, screen: Screen) -> None:
    fill(screen)
    open_list(qtbot, screen, 3)
    screen.press("Escape")
    assert screen.window.room.page.hasFocus()
    assert screen.window.frame.panel.isVisible()


def test_no_key_tags_a_claim_behind_it_and_letters_filter(qtbot: QtBot, screen: Screen) -> None:
    fill(screen)
    shown = open_list(qtbot, screen, 3)
    screen.press("V")
    assert shown.filter.text().lower() == "v"
    assert screen.saved("SELECT count(*) FROM assessments WHERE tag IS NOT NULL") == [(0,)]
    shown.filter.setText("map 396")
    qtbot.waitUntil(lambda: titles(shown.model) == ["Survey map"])


def test_what_is_missing_is_a_dash_and_can_be_looked_for(qtbot: QtBot, screen: Screen) -> None:
    fill(screen)
    shown = open_list(qtbot, screen, 3)
    model = shown.model
    row = titles(model).index("Report of the agency")
    for title in ("Address", "Accessed", "Archived", "Quotation", "Grade"):
        assert model.data(model.index(row, column(title))) == "–"
    shown.lacks.chosen.emit(Lacks.QUOTE)
    assert set(titles(model)) == {"The same map", "Report of the agency"}
    shown.lacks.chosen.emit(Lacks.ALIKE)
    assert set(titles(model)) == {"The same map", "Survey map"}
    shown.lacks.chosen.emit(None)
    assert model.rowCount() == 3


@pytest.mark.parametrize("title", [one.title for one in COLUMNS])
def test_it_is_ordered_by_any_column_and_what_is_empty_comes_last(
    qtbot: QtBot, screen: Screen, title: str
) -> None:
    fill(screen)
    model = open_list(qtbot, screen, 3).model
    for way in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(column(title), way)
        assert model.rowCount() == 3
    if title == "Address":
        assert titles(model)[-1] == "Report of the agency"
        model.sort(column(title), Qt.SortOrder.AscendingOrder)
        assert titles(model)[-1] == "Report of the agency"


def test_enter_uses_an_item_for_the_claim_in_hand_and_goes_back(
    qtbot: QtBot, screen: Screen
) -> None:
    fill(screen)
    screen.press("J", "J")
    shown = open_list(qtbot, screen, 3)
    assert shown.use.text() == "Use for claim 2"
    shown.table.selectRow(titles(shown.model).index("Survey map"))
    screen.press("Enter")
    screen.settle()
    assert screen.window.room.page.isVisible()
    assert [card.piece.linked.name for card in cards(screen)] == ["Survey map"]
    assert screen.saved("SELECT count(*) FROM links") == [(4,)]


def test_go_takes_the_claim_that_it_serves_in_hand(qtbot: QtBot, screen: Screen) -> None:
    fill(screen)
    shown = open_list(qtbot, screen, 3)
    shown.table.selectRow(titles(shown.model).index("Report of the agency"))
    shown.go.click()
    assert screen.number == 9
    assert screen.window.room.page.isVisible()


def test_one_row_joins_all_with_its_address_and_undo_parts_them(
    qtbot: QtBot, screen: Screen
) -> None:
    first, _, _ = fill(screen)
    shown = open_list(qtbot, screen, 3)
    shown.table.selectRow(titles(shown.model).index("Survey map"))
    shown.join.click()
    assert screen.saved("SELECT title, copy_of FROM items WHERE copy_of <> ''") == [
        ("The same map", first)
    ]
    qtbot.waitUntil(lambda: max(one.copies for one in shown.model.shown()) == 2)
    screen.press("Escape", "Ctrl+Z")
    assert screen.saved("SELECT count(*) FROM items WHERE copy_of <> ''") == [(0,)]


def test_rows_that_are_chosen_together_are_joined(qtbot: QtBot, screen: Screen) -> None:
    fill(screen)
    shown = open_list(qtbot, screen, 3)
    assert not shown.join.isEnabled() or titles(shown.model)[0] != "Report of the agency"
    shown.table.selectAll()
    assert shown.join.isEnabled()
    shown.join.click()
    assert screen.saved("SELECT count(*) FROM items WHERE copy_of <> ''") == [(2,)]


def test_it_follows_what_is_changed_meanwhile(qtbot: QtBot, screen: Screen) -> None:
    fill(screen)
    shown = open_list(qtbot, screen, 3)
    enter(screen, "A fourth")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 4)


def test_csv_holds_what_is_shown(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    fill(screen)
    shown = open_list(qtbot, screen, 3)
    shown.filter.setText("survey")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    shown.csv.click()
    dialog = screen.window.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "evidence.csv"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    written = target.read_text(encoding="utf-8-sig")
    assert "Survey map" in written
    assert "Report of the agency" not in written


def test_without_any_evidence_it_says_how_to_begin(qtbot: QtBot, screen: Screen) -> None:
    screen.window.run(ActionId.EVIDENCE_LIST)
    qtbot.waitUntil(lambda: "E enters it" in page(screen).says)
    assert not page(screen).use.isEnabled()
    assert page(screen).filter.hasFocus()


def many(count: int) -> Sequence[ListedItem]:
    me = Analyst("me", "Me")
    return [
        ListedItem(
            Item(str(n), "me", url=f"https://example.org/{n}", title=f"Number {n:06}"),
            me,
            True,
            (),
            1,
            (),
        )
        for n in range(count)
    ]


def test_a_hundred_thousand_rows_are_filtered_and_ordered_and_no_field_is_asked_for() -> None:
    class Counting(ListModel[ListedItem]):
        asked = 0

        def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            Counting.asked += 1
            return super().data(index, role)

    model = Counting(COLUMNS, looked_through)
    listed = made_ready(many(100_000))
    model.show_rows(listed.items)
    assert listed.lacking[Lacks.QUOTE] == 100_000
    model.filter("number 099", LACKING[Lacks.QUOTE])
    assert model.rowCount() == sum("099" in f"{n:06} {n}" for n in range(100_000))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert titles(model)[0] == "Number 099999"
    model.filter("")
    assert model.rowCount() == 100_000
    assert Counting.asked == 0
