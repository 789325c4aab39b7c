"""Drawing claims for a second check, and checking only those."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.desk import drawing, importing, layout, passes
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.tags import Standing
from annotator.store.library import open_library
from annotator.ui.action import ActionId
from annotator.ui.draw_page import DrawPage
from annotator.ui.only import WereDrawn
from factories import BEN
from screens import Screen

OTHER = "Port strike enters third week\n\nThe strike began on Monday. Nobody has gone back.\n"


def asked(screen: Screen) -> DrawPage:
    screen.window.run(ActionId.DRAW)
    QApplication.processEvents()
    return screen.window.room.popovers.draw_page


def drawn(screen: Screen) -> list[int]:
    """The numbers of the drawn claims, the title's as 0, in reading order."""
    snapshot, only = screen.window.room.desk.held, screen.window.room.draws.only
    assert only is not None
    places = sorted(index for index in map(snapshot.index_of, only.spans) if index is not None)
    return [number for number in map(snapshot.number, places) if number is not None]


def draw(screen: Screen, n: int = 5, seed: str = "7") -> list[int]:
    """Draws from the article on the page; the title, which is in hand, is none of them."""
    room = screen.window.room
    drawing.draw(room.library, [room.desk.article], n, seed)
    screen.settle()
    found = drawn(screen)
    assert found[0] > 1
    return found


def click_row(screen: Screen) -> None:
    QTest.mouseClick(screen.window.room.shelf.counts.drawn, Qt.MouseButton.LeftButton)


def test_a_number_and_enter_draw(screen: Screen) -> None:
    page = asked(screen)
    assert page.how_many.hasFocus()
    assert page.where.currentText() == "This article, 49 claims with the title"
    page.seed.setText("7")
    screen.write("20")
    screen.press("Enter")
    assert screen.said == "20 of 49 claims are drawn with the seed 7."
    assert not screen.window.room.popovers.draws
    assert screen.window.room.page.hasFocus()
    screen.settle()
    row = screen.window.room.shelf.counts.drawn
    assert row.isVisible()
    assert row.text() == "Drawn for a second check: 0/20"
    assert len(drawn(screen)) == 20


def test_the_seed_that_is_shown_is_the_one_that_draws(screen: Screen) -> None:
    page = asked(screen)
    seed = page.seed.text()
    assert len(seed) == 8
    screen.write("1")
    screen.press("Enter")
    assert screen.said == f"1 of 49 claims is drawn with the seed {seed}."
    assert asked(screen).seed.text() != seed


@pytest.mark.parametrize(
    ("typed", "seed", "says"),
    [
        ("", "7", "“” is no number of claims: draw one or more, such as 12."),
        ("many", "7", "“many” is no number of claims: draw one or more, such as 12."),
        ("0", "7", "Draw one claim or more: 0 is no sample."),
        ("50", "7", "There are 49 claims in this article, so 50 cannot be drawn: ask for fewer."),
        ("5", "", "The seed is one line of 1 to 200 characters, such as a number or a date."),
    ],
)
def test_what_cannot_be_drawn_is_said_in_place(
    screen: Screen, typed: str, seed: str, says: str
) -> None:
    page = asked(screen)
    page.seed.setText(seed)
    screen.write(typed)
    screen.press("Enter")
    assert page.result.text() == says
    assert screen.window.room.popovers.draws
    assert screen.refused == ""
    assert screen.saved("SELECT count(*) FROM edits WHERE kind = 'Draw'") == [(0,)]
    page.how_many.selectAll()
    screen.write("5")
    assert page.result.isHidden()
    screen.press("Escape")
    assert screen.window.room.page.hasFocus()


def test_a_settled_article_is_not_drawn_from(screen: Screen, sample: ArticleId) -> None:
    passes.settle_article(screen.window.room.library, sample)
    page = asked(screen)
    screen.write("5")
    screen.press("Enter")
    assert "settled" in page.result.text()


def test_every_article_on_the_list_can_be_drawn_from(screen: Screen) -> None:
    library = screen.window.room.library
    other = importing.save(library, importing.prepare_pasted(OTHER)).article
    page = asked(screen)
    page.where.setFocus()
    screen.press("Down")
    page.how_many.setFocus()
    screen.write("52")
    screen.press("Enter")
    assert screen.said.startswith("52 of 52 claims are drawn")
    kept = drawing.kept(library, other)
    assert kept is not None
    assert len(kept.spans) == 3


def test_the_row_shows_only_the_drawn_ones(screen: Screen) -> None:
    numbers = draw(screen)
    screen.press("J")
    click_row(screen)
    assert screen.said == "5 drawn for a second check: J and K pass over the rest."
    assert screen.number == numbers[0]
    screen.window.room.page.setFocus()
    screen.press("J", "J")
    assert screen.number == numbers[2]
    screen.press("K")
    assert screen.number == numbers[1]
    screen.press("J", "J", "J", "J")
    assert screen.number == numbers[-1]
    assert screen.said == "No claim follows among those shown."


def test_space_and_tags_go_on_to_the_next_drawn_one(screen: Screen) -> None:
    numbers = draw(screen)
    click_row(screen)
    screen.window.room.page.setFocus()
    screen.press("V")
    assert screen.number == numbers[1]
    screen.press("Space", "Space", "Space")
    assert screen.number == numbers[4]
    screen.press("Space")
    assert screen.number == numbers[1]
    screen.press("V", "V", "V", "V")
    assert screen.said == "That was the last one: nothing among the drawn claims is untagged."
    screen.press("Space")
    assert screen.said == "Nothing among the drawn claims is untagged."
    screen.settle()
    assert screen.window.room.shelf.counts.drawn.text() == "Drawn for a second check: 5/5"
    assert [n for n in range(49) if screen.standing(n) is Standing.VERIFIED] == numbers


def test_the_only_untagged_one_is_said(screen: Screen) -> None:
    draw(screen, 1)
    click_row(screen)
    screen.window.room.page.setFocus()
    screen.press("Space")
    assert screen.said == "This is the only untagged claim."


def test_the_others_are_muted_on_the_page(screen: Screen) -> None:
    numbers = draw(screen)
    click_row(screen)
    page, snapshot = screen.window.room.page, screen.window.room.desk.held
    muted = [
        snapshot.number(at) for at in range(len(snapshot)) if not page._look.mutes(snapshot, at)
    ]
    assert muted == numbers


@pytest.mark.parametrize("how", ["escape", "row", "menu", "every"])
def test_the_filter_ends(screen: Screen, how: str) -> None:
    draw(screen)
    screen.window.run(ActionId.SHOW_DRAWN)
    row = screen.window.room.shelf.counts.drawn
    assert row.isChecked()
    if how == "escape":
        screen.press("Escape")
    elif how == "row":
        click_row(screen)
    else:
        screen.window.run(ActionId.SHOW_DRAWN if how == "menu" else ActionId.SHOW_ALL)
    assert screen.window.room.hand.only is None
    assert not row.isChecked()


def test_one_filter_takes_the_place_of_the_other(screen: Screen) -> None:
    draw(screen)
    click_row(screen)
    counts = screen.window.room.shelf.counts
    QTest.mouseClick(counts.rows[Standing.UNTAGGED], Qt.MouseButton.LeftButton)
    assert not counts.drawn.isChecked()
    click_row(screen)
    assert not counts.rows[Standing.UNTAGGED].isChecked()
    assert isinstance(screen.window.room.hand.only, WereDrawn)


def test_without_a_draw_there_is_no_row(screen: Screen) -> None:
    screen.settle()
    assert not screen.window.room.shelf.counts.drawn.isVisible()
    screen.window.run(ActionId.SHOW_DRAWN)
    assert screen.said == "No claim of this article was drawn for a second check."


def test_the_filter_follows_a_new_draw_and_ends_where_there_is_none(screen: Screen) -> None:
    room = screen.window.room
    draw(screen)
    click_row(screen)
    drawing.draw(room.library, [room.desk.article], 12, "8")
    assert room.hand.only == room.draws.only
    assert room.draws.only is not None
    assert len(room.draws.only.spans) == 12
    other = importing.save(room.library, importing.prepare_pasted(OTHER)).article
    room.hand.open(other)
    assert room.hand.only is None
    screen.settle()
    assert not room.shelf.counts.drawn.isVisible()


def test_what_is_cut_or_set_aside_is_passed_over(screen: Screen) -> None:
    room, numbers = screen.window.room, draw(screen)
    page = room.desk.held
    first, second = (page.index_of_number(number) for number in numbers[:2])
    assert first is not None
    assert second is not None
    layout.set_furniture(room.library, page, page.span(second), furniture=True)
    layout.join(room.library, room.desk.held, first)
    screen.settle()
    assert room.shelf.counts.drawn.text() == "Drawn for a second check: 0/3"
    third = drawn(screen)[0]
    click_row(screen)
    assert screen.number == third
    room.page.setFocus()
    screen.press("K")
    assert screen.said == "No claim comes before among those shown."


def test_the_panel_says_who_drew_the_claim(screen: Screen, library: OpenLibrary) -> None:
    draw(screen)
    panel = screen.window.room.panel
    assert panel._drawn.isHidden()
    screen.window.run(ActionId.SHOW_DRAWN)
    screen.settle()
    assert panel._drawn.whole.startswith("Drawn for a second check by you, ")
    ben = OpenLibrary(open_library(library.path, create=False), BEN)
    drawing.draw(ben, [screen.window.room.desk.article], 49, "all")
    ben.close()
    library.poll()
    screen.settle()
    assert panel._drawn.whole.startswith("Drawn for a second check by Ben, ")
