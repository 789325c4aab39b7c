"""The page of an import, shown plain values: what it says, and what its keys and buttons ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.domain.article import ArticleId, Span
from annotator.domain.tags import Standing
from annotator.ui import look
from annotator.ui.importing.differencelist import DifferenceBox
from annotator.ui.importing.page import LAID_OUT, ImportPage
from annotator.ui.importing.view import (
    Ask,
    DifferenceLine,
    ImportView,
    Kind,
    Line,
    Offer,
    Side,
    Sign,
)
from annotator.ui.kit.styled import Look, Piece
from annotator.ui.theme import DARK, LIGHT
from importing import words

KEY = Qt.Key
READ = Line(1, "day-1.docx", Sign.READ, "58 claims", offers=(Offer.OPEN,))
READING = Line(2, "day-by-day.pdf", Sign.READING, "page 12 of 31", share=12 / 31)
REFUSED = Line(
    3,
    "menu.html",
    Sign.REFUSED,
    refused="there is no article in this page.",
    offers=(Offer.WHOLE, Offer.OTHER_FILE),
)
GUESSED = Line(
    4,
    "old.txt",
    Sign.READ,
    "12 claims",
    notices=("Read as windows-1251, which is a guess.",),
    offers=(Offer.OPEN,),
    encoding="windows-1251",
    encodings=("KOI8-R", "ISO-8859-5"),
)
LISTED = Line(5, "https://example.org/a", Sign.ASKS, "an address: fetch it?", offers=(Offer.FETCH,))


class Many:
    """Differences of each kind; remembers which were worded."""

    kinds = (Kind.SAME, Kind.AGAIN, Kind.ASKED, Kind.PROPOSED, Kind.SEVERAL, Kind.CANDIDATE,
             Kind.CANDIDATE, Kind.GONE, Kind.NEW)  # fmt: skip

    def __init__(self, times: int = 1) -> None:
        self._kinds = self.kinds * times
        self.worded: set[int] = set()

    def __len__(self) -> int:
        return len(self._kinds)

    def kind(self, place: int) -> Kind:
        return self._kinds[place]

    def line(self, place: int) -> DifferenceLine:
        self.worded.add(place)
        pieces = (Piece("He said "), Piece("three", Look.DROPPED), Piece("four", Look.ADDED))
        return DifferenceLine(self.kind(place), f"claim {place}", pieces, "Number 3 → 4.")

    def pair(self, place: int) -> tuple[Span, Span]:
        return Span(place, place + 1), Span(place + 1, place + 2)

    def rivals(self, place: int) -> tuple[int, ...]:
        return tuple(one for one in (5, 6) if one != place)


def ask(key: int = 6) -> Ask:
    here = Side("Here, 4 Jan 2024 · claim 14", (Piece("A third."),), Standing.VERIFIED)
    there = Side("New, today", (Piece("A quarter.", Look.ADDED),), pill="check again")
    return Ask(
        key,
        "This address is already here.",
        "It differs in 1 of 60 claims.",
        ((here, there),),
        3,
        (Piece("marked "), Piece("carried", Look.PILL)),
        ArticleId("earlier"),
        "Port strike",
        Many(),
    )


VIEW = ImportView(
    "Importing 5 files",
    "2 read, 1 failed, 1 to go",
    0.7,
    busy=True,
    lines=(READ, READING, REFUSED, GUESSED, LISTED),
    listed=1,
)


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Iterator[ImportPage]:
    look.prepare(qapp)
    look.wear(qapp, LIGHT)
    page = ImportPage(LIGHT)
    qtbot.addWidget(page)
    qtbot.addWidget(page.beside)
    page.resize(806, 760)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_view(VIEW)
    page.setFocus()
    yield page
    page.close()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


def test_it_says_how_far_each_has_come(shown: ImportPage) -> None:
    said = words(shown)
    assert "Importing 5 files" in said
    assert "\u2068menu.html\u2069\u2003Not read: there is no article in this page." in said
    assert "page 12 of 31" in said
    assert shown.bar.accessibleName() == "70 % done"
    assert shown.rows[1].accessibleName() == "day-1.docx, 58 claims"
    assert (
        shown.rows[3].accessibleName() == "menu.html, not read: there is no article in this page."
    )


def test_each_line_offers_what_can_be_done(qtbot: QtBot, shown: ImportPage) -> None:
    for key, offer in ((1, Offer.OPEN), (3, Offer.WHOLE), (3, Offer.OTHER_FILE), (5, Offer.FETCH)):
        with qtbot.waitSignal(shown.offer_wanted) as told:
            shown.rows[key].buttons[offer].click()
        assert told.args == [key, offer]


def test_another_encoding_is_chosen_in_its_line(qtbot: QtBot, shown: ImportPage) -> None:
    box = shown.rows[4].encodings
    assert box is not None
    assert [box.itemText(at) for at in range(box.count())] == [
        "windows-1251",
        "KOI8-R",
        "ISO-8859-5",
    ]
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Down)
    with qtbot.waitSignal(shown.encoding_wanted) as told:
        box.activated.emit(1)
    assert told.args == [4, "KOI8-R"]


def test_what_is_read_further_keeps_its_line(shown: ImportPage) -> None:
    row = shown.rows[2]
    further = replace(READING, says="page 13 of 31", share=13 / 31)
    shown.show_view(replace(VIEW, lines=(READ, further)))
    assert shown.rows[2] is row
    assert "page 13 of 31" in words(shown)
    assert set(shown.rows) == {1, 2}


def test_tab_goes_from_the_top_to_the_bottom(shown: ImportPage) -> None:
    shown.show_view(replace(VIEW, ask=ask()))
    shown.setFocus()
    assert shown.card is not None
    wanted = [
        shown.cancel,
        shown.rows[1].buttons[Offer.OPEN],
        *shown.rows[3].buttons.values(),
        *shown.rows[4].stops,
        shown.rows[5].buttons[Offer.FETCH],
        shown.card.keep_button,
        shown.card.leave_button,
        shown.card.all_button,
        shown.card.open_button,
        shown.close_button,
    ]
    QApplication.processEvents()
    shown.cancel.setFocus()
    reached = []
    for _ in wanted:
        reached.append(QApplication.focusWidget())
        QTest.keyClick(reached[-1], KEY.Key_Tab)  # type: ignore[arg-type]
    assert reached == wanted


def test_enter_keeps_both_and_on_a_button_presses_that(qtbot: QtBot, shown: ImportPage) -> None:
    shown.show_view(replace(VIEW, ask=ask()))
    assert shown.card is not None
    assert shown.card.keep_button.hasFocus(), "the question has the keys where the page had them"
    with qtbot.waitSignal(shown.keep_wanted) as told:
        QTest.keyClick(shown.card.keep_button, KEY.Key_Return)
    assert told.args == [6, frozenset()]
    shown.card.leave_button.setFocus()
    with qtbot.assertNotEmitted(shown.keep_wanted), qtbot.waitSignal(shown.leave_wanted):
        QTest.keyClick(shown.card.leave_button, KEY.Key_Return)
    shown.close_button.setFocus()
    with qtbot.assertNotEmitted(shown.keep_wanted), qtbot.waitSignal(shown.left):
        QTest.keyClick(shown.close_button, KEY.Key_Return)


def test_a_key_held_down_answers_nothing(qtbot: QtBot, shown: ImportPage) -> None:
    shown.show_view(replace(VIEW, ask=ask()))
    assert shown.card is not None
    no, enter = Qt.KeyboardModifier.NoModifier, KEY.Key_Return
    with qtbot.assertNotEmitted(shown.keep_wanted):
        again = QKeyEvent(QEvent.Type.KeyPress, enter, no, "\r", autorep=True)
        QApplication.sendEvent(shown.card.keep_button, again)


def test_the_question_is_seen_whole_however_long_the_list(qtbot: QtBot, shown: ImportPage) -> None:
    many = tuple(replace(READ, key=key) for key in range(10, 50))
    shown.show_view(replace(VIEW, lines=many, ask=ask()))
    card = shown.card
    assert card is not None

    def whole() -> bool:
        return card.visibleRegion().boundingRect() == card.rect()

    qtbot.waitUntil(whole)


def test_a_question_does_not_take_the_keys_from_a_field(shown: ImportPage) -> None:
    shown.ask_address()
    QTest.keyClicks(shown.address.field, "exa")
    shown.show_view(replace(VIEW, ask=ask()))
    assert shown.address.field.hasFocus()
    QTest.keyClicks(shown.address.field, "mple.org")
    assert shown.address.field.text() == "example.org"


def test_the_field_for_an_address_is_seen_and_keeps_the_keys_beside_a_question(
    qtbot: QtBot, shown: ImportPage
) -> None:
    many = tuple(replace(READ, key=key) for key in range(10, 50))
    shown.show_view(replace(VIEW, lines=many, ask=ask()))
    field = shown.address.field
    shown.take_keys()
    shown.ask_address()
    qtbot.wait(2 * LAID_OUT)
    assert field.visibleRegion().boundingRect() == field.rect()
    shown.take_keys()
    assert field.hasFocus(), "more came onto the list"


def test_an_address_is_fetched_when_it_is_asked_for(qtbot: QtBot, shown: ImportPage) -> None:
    shown.ask_address()
    QTest.keyClicks(shown.address.field, "no address")
    with qtbot.assertNotEmitted(shown.addresses_wanted):
        QTest.keyClick(shown.address.field, KEY.Key_Return)
    assert "begins with http" in words(shown)
    shown.address.field.clear()
    QTest.keyClicks(shown.address.field, "example.org/a")
    with qtbot.waitSignal(shown.addresses_wanted) as told:
        shown.address.fetch.click()
    assert told.args == [("https://example.org/a",)]


def test_enter_never_contacts_what_was_pasted(qtbot: QtBot, shown: ImportPage) -> None:
    shown.show_view(replace(VIEW, lines=(LISTED, replace(LISTED, key=7)), listed=2))
    with qtbot.assertNotEmitted(shown.fetch_wanted):
        QTest.keyClick(shown, KEY.Key_Return)
    with qtbot.waitSignal(shown.fetch_wanted) as told:
        shown.fetch_all.click()
    assert told.args == [(5, 7)]


def test_esc_leaves_the_field_and_then_the_page(qtbot: QtBot, shown: ImportPage) -> None:
    shown.ask_address()
    with qtbot.assertNotEmitted(shown.left):
        QTest.keyClick(shown.address.field, KEY.Key_Escape)
    with qtbot.waitSignal(shown.left):
        QTest.keyClick(shown, KEY.Key_Escape)


def test_in_a_narrow_window_the_versions_stand_one_under_the_other(shown: ImportPage) -> None:
    shown.show_view(replace(VIEW, ask=ask()))
    assert shown.card is not None
    from annotator.ui.importing.card import SideCard

    here, there = shown.card.findChildren(SideCard)
    QApplication.processEvents()
    assert here.y() == there.y()
    shown.resize(420, 500)
    QApplication.processEvents()
    assert here.y() < there.y()
    shown.set_theme(DARK)


def test_what_asks_is_ticked_and_nothing_is_to_begin_with(qtbot: QtBot, shown: ImportPage) -> None:
    box = DifferenceBox(Many(), LIGHT, shown)
    assert box.model.pairs == frozenset()
    box.confirm[Kind.ASKED].click()
    box.confirm[Kind.PROPOSED].click()
    assert len(box.model.pairs) == 2
    box.none.click()
    assert box.model.pairs == frozenset()
    said = box.model.data(box.model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "claim 1, check again: He said, dropped: three, new: four Number 3 → 4."


def test_of_several_candidates_one_at_most_is_ticked(shown: ImportPage) -> None:
    box = DifferenceBox(Many(), LIGHT, shown)
    list_, model = box.list, box.model
    for row in (5, 6):
        list_.setCurrentIndex(model.index(row))
        QTest.keyClick(list_, KEY.Key_Space)
    assert model.pairs == frozenset({(Span(6, 7), Span(7, 8))})


def test_what_does_not_ask_is_not_ticked(shown: ImportPage) -> None:
    box = DifferenceBox(Many(), LIGHT, shown)
    for row in (0, 1, 4, 7, 8):
        box.list.setCurrentIndex(box.model.index(row))
        QTest.keyClick(box.list, KEY.Key_Space)
    assert box.model.pairs == frozenset()
    looked_at = DifferenceBox(Many(), LIGHT, shown, asks=False)
    assert looked_at.model.asking == 0
    assert looked_at.confirm == {}


def test_only_lines_in_sight_are_worded_and_the_same_ones_can_be_left_out(
    shown: ImportPage,
) -> None:
    found = Many(2_000)
    box = DifferenceBox(found, LIGHT, shown)
    assert len(found.worded) < 100
    every = {box.model.index(row).data(Qt.ItemDataRole.DisplayRole) for row in range(9)}
    assert any("the same:" in str(one) for one in every)
    box.only.click()
    left = {box.model.index(row).data(Qt.ItemDataRole.DisplayRole) for row in range(9)}
    assert not any("the same:" in str(one) for one in left)
