"""The article record: what is known of the article is corrected in a sheet beside the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk.article_record import correct, known, problems
from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.domain.article import Article, ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.store import reading
from annotator.ui.action import ActionId
from annotator.ui.article_page import ArticlePage
from evidencescreen import focused
from recordscreen import on_page, panel
from screens import Screen


def article(screen: Screen) -> Article:
    return screen.window.room.desk.held.article


def open_page(screen: Screen) -> ArticlePage:
    screen.window.run(ActionId.ARTICLE_RECORD)
    return screen.window.room.popovers.article_page


def test_it_shows_what_is_known_and_enter_saves_what_was_corrected(screen: Screen) -> None:
    before = article(screen)
    page = open_page(screen)
    assert page.typed == known(before)
    assert focused() is page.fields["title"]
    page.fields["publisher"].setFocus()
    page.fields["publisher"].selectAll()
    screen.write("The Example Times")
    page.fields["published"].setFocus()
    page.fields["published"].selectAll()
    screen.write("4 Jan 2024")
    screen.press("Enter")
    assert not page.isVisible()
    assert on_page(screen)
    assert article(screen) == replace(before, publisher="The Example Times", published="2024-01-04")
    assert "corrected" in screen.said
    screen.press("Ctrl+Z")
    assert article(screen) == before


def test_what_somebody_else_corrected_meanwhile_is_not_taken_back(
    qtbot: QtBot, screen: Screen
) -> None:
    page, library = open_page(screen), screen.session.library
    with opened_beside(library) as beside:
        correct(beside, article(screen).id, {"publisher": "The Example Times"})
    qtbot.waitUntil(lambda: article(screen).publisher == "The Example Times")
    assert page.isVisible()
    page.fields["author"].setFocus()
    screen.write("Ada")
    screen.press("Enter")
    assert (article(screen).author, article(screen).publisher) == ("Ada", "The Example Times")


def test_it_is_as_high_as_what_is_in_it(screen: Screen) -> None:
    page = open_page(screen)
    QApplication.processEvents()
    assert page.height() == page.sizeHint().height()


def test_what_is_no_day_is_said_in_place_and_keeps_the_keys(screen: Screen) -> None:
    before = article(screen)
    page = open_page(screen)
    page.fields["published"].setFocus()
    page.fields["published"].selectAll()
    screen.write("31 Feb 2024")
    screen.press("Enter")
    assert page.isVisible()
    assert page.result.isVisible()
    assert "2024" in page.result.text()
    assert focused() is page.fields["published"]
    page.fields["address"].setFocus()
    assert page.result.isVisible(), "it is said when the field is left, too"
    screen.press("Escape")
    assert not page.isVisible()
    assert article(screen) == before


def test_once_the_day_is_known_nobody_asks_for_it(screen: Screen) -> None:
    screen.window.run(ActionId.ARTICLE_RECORD)
    page = screen.window.room.popovers.article_page
    page.fields["published"].setText("4 Jan 2024")
    page.save.click()
    snapshot = screen.window.room.desk.held
    for index in range(len(snapshot)):
        screen.window.room.hand.go(index)
        view = panel(screen).view
        assert view is not None
        assert not view.record.asks_day


def test_nothing_changed_is_nothing_saved(screen: Screen) -> None:
    edits = screen.saved("SELECT count(*) FROM edits")
    page = open_page(screen)
    page.save.click()
    assert not page.isVisible()
    assert screen.saved("SELECT count(*) FROM edits") == edits


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("title", " ", "The title is empty: say what the article is called."),
        (
            "published",
            "2999",
            "2999 is still to come: an article that is here was published before.",
        ),
        (
            "updated",
            "2999-01",
            "2999-01 is still to come: an article that is here was updated before.",
        ),
        ("address", "not an address", "An address has no space in it"),
        ("language", "English", "The language is written as a code: en, fa, de-AT."),
        ("author", "a\x07b", "The author holds a control character"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(
    library: OpenLibrary, sample: ArticleId, field: str, typed: str, says: str
) -> None:
    of = reading.article(library.store, sample)
    assert problems(of, {field: typed})[field].startswith(says)
    with pytest.raises(AnnotatorError, match="^" + says.partition(":")[0]):
        correct(library, sample, {field: typed})
    assert reading.article(library.store, sample) == of


def test_what_nobody_changed_is_right_however_it_came_in(
    library: OpenLibrary, sample: ArticleId
) -> None:
    of = replace(reading.article(library.store, sample), published="last Tuesday", title="")
    assert problems(of, known(of)) == {}


def test_a_field_is_emptied(library: OpenLibrary, sample: ArticleId) -> None:
    correct(library, sample, {"language": "de-AT", "address": "https://example.org/a"})
    correct(library, sample, {"language": ""})
    of = reading.article(library.store, sample)
    assert (of.language, of.address) == ("", "https://example.org/a")
    assert correct(library, sample, {"language": " "}) is None
