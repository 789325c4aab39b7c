"""What a file says of its article looks like a suggestion until somebody takes it over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.desk.library import OpenLibrary
from annotator.domain.article import Article
from annotator.ui.action import ActionId
from annotator.ui.article_page import ArticlePage
from enclosed import TEXT, saved
from screens import Screen, open_screen, shut


@pytest.fixture
def screen(qtbot: QtBot, library: OpenLibrary) -> Iterator[Screen]:
    """A window on an article that came with suggestions."""
    saved(library)
    shown = open_screen(qtbot, library)
    yield shown
    shut(shown)


def article(screen: Screen) -> Article:
    return screen.window.room.desk.held.article


def open_page(screen: Screen) -> ArticlePage:
    screen.window.run(ActionId.ARTICLE_RECORD)
    return screen.window.room.popovers.article_page


def test_a_suggestion_is_not_known_and_says_where_it_is_from(screen: Screen) -> None:
    page = open_page(screen)
    assert article(screen).publisher == ""
    part = page.parts["publisher"]
    assert part.line.text() == ""
    (row,) = part.rows
    assert (row.chip.text(), row.chip.is_open) == ("The Example Times", True)
    assert row.source.text() == "the page’s og:site_name"


def test_one_click_takes_it_into_the_field_and_enter_saves(screen: Screen) -> None:
    page = open_page(screen)
    page.parts["publisher"].rows[0].chip.click()
    assert page.typed["publisher"] == "The Example Times"
    assert page.parts["publisher"].says == "from the page’s og:site_name"
    assert article(screen).publisher == "", "nothing is saved yet"
    page.fields["publisher"].setFocus()
    screen.press("Enter")
    assert article(screen).publisher == "The Example Times"
    assert article(screen).author == ""
    again = open_page(screen)
    assert again.parts["publisher"].says == "from the page’s og:site_name"
    screen.press("Escape", "Ctrl+Z")
    assert article(screen).publisher == ""
    assert open_page(screen).parts["publisher"].open


def test_tab_comes_to_a_suggestion_right_after_its_field_and_space_takes_it(
    screen: Screen,
) -> None:
    page = open_page(screen)
    part = page.parts["publisher"]
    part.line.setFocus()
    screen.press("Tab")
    assert QApplication.focusWidget() is part.rows[0].chip
    screen.press("Tab")
    assert QApplication.focusWidget() is page.fields["author"]
    part.rows[0].chip.setFocus()
    screen.press("Space")
    assert page.typed["publisher"] == "The Example Times"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus), "the keys stay in the record"


def test_all_are_taken_at_once_and_nothing_typed_is_written_over(screen: Screen) -> None:
    page = open_page(screen)
    page.fields["author"].setText("Somebody else")
    assert page.take_all.text() == "take all 3"
    page.take_all.click()
    assert not page.take_all.isVisible()
    page.save.click()
    of = article(screen)
    assert (of.publisher, of.author, of.language) == ("The Example Times", "Somebody else", "en")
    assert of.published.startswith("2026-01-03T14:20")
    assert of.published.endswith("+03:30")
    assert open_page(screen).parts["author"].says == ""


def test_it_says_who_brought_it_in_from_which_file_and_its_hash(screen: Screen) -> None:
    page = open_page(screen)
    words = [label.text().replace("\u200b", "") for label in page.findChildren(type(page.result))]
    assert "Imported" in words
    said = " ".join(
        item.widget().text()  # type: ignore[union-attr]
        for item in (page._origin.itemAt(at) for at in range(page._origin.count()))
        if item is not None
    ).replace("\u200b", "")
    of = article(screen)
    assert "port-strike.txt" in said
    assert of.sha256 in said
    assert of.imported_by in said


def test_the_original_is_saved_again_byte_for_byte(
    screen: Screen, qtbot: QtBot, tmp_path: object
) -> None:
    page = open_page(screen)
    page.original.click()
    dialog = screen.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("port-strike.txt")
    target = f"{tmp_path}/again.txt"
    dialog.fileSelected.emit(target)
    dialog.reject()
    QApplication.processEvents()
    with open(target, "rb") as file:  # noqa: PTH123
        assert file.read() == TEXT.encode()
