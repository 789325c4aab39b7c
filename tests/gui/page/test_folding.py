"""Page furniture that goes on and on is folded on the page, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from annotator.domain.article import Span
from annotator.ui.page.blocks import SHOWN
from annotator.ui.page.view import PageView
from pages import Kind, page_of

Show = Callable[..., PageView]

MENU = [(Kind.BOILERPLATE, f"⟦Menu {number}⟧") for number in range(30)]
ARTICLE = page_of(
    *MENU, (Kind.TITLE, "⟦Port strike⟧"), "⟦It began today.⟧", (Kind.BOILERPLATE, "⟦Share⟧")
)
TEXT = ARTICLE.article.text


def fold_of(page: PageView) -> QPointF:
    """The middle of "show 28 more lines", in the viewport."""
    sheet = page._sheet
    assert sheet is not None
    (block,) = sheet.blocks.folds
    laid = sheet.laid(block)
    assert laid.fold is not None
    assert laid.fold[1] == f"show {30 - SHOWN} more lines"
    middle = laid.fold[0].center()
    y = sheet.top(block) + middle.y() - page.verticalScrollBar().value()
    return QPointF(sheet.column.left + middle.x(), y)


def blocks(page: PageView) -> int:
    assert page._sheet is not None
    return len(page._sheet.blocks)


def test_a_click_shows_the_rest(show: Show) -> None:
    page = show(ARTICLE)
    assert blocks(page) == SHOWN + 3
    at = fold_of(page)
    QTest.mouseMove(page.viewport(), at.toPoint())
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert blocks(page) == 33
    page.show_snapshot(ARTICLE)
    assert blocks(page) == 33, "as long as it is the same article"
    page.show_snapshot(page_of("⟦Another.⟧"))
    page.show_snapshot(ARTICLE)
    assert blocks(page) == SHOWN + 3


def test_the_title_stands_in_sight_with_the_words_below_it(show: Show) -> None:
    page = show(ARTICLE)
    page.set_subtitle("imported from page.html")
    assert page._sheet is not None
    assert page._sheet.kind(page._sheet.subtitle_after) is Kind.TITLE
    title = page._sheet.top(page._sheet.subtitle_after)
    assert title < page.height() / 2


def test_what_is_found_in_it_is_shown(show: Show) -> None:
    page = show(ARTICLE)
    at = TEXT.index("Menu 17")
    page.set_found([Span(at, at + 7)], 0)
    assert blocks(page) == 33
    page = show(ARTICLE)
    page.scroll_to_offset(at)
    assert blocks(page) == 33


def test_a_change_of_a_claim_that_is_folded_paints_nothing_and_fails_nowhere(show: Show) -> None:
    page = show(ARTICLE)
    page.restand(ARTICLE, range(len(ARTICLE)))
    assert page._sheet is not None
    assert list(page._sheet.blocks_of(TEXT.index("Menu 17"), TEXT.index("Menu 17") + 3)) == []
