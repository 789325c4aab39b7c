"""The margin beside the page: where marks stand, what they say, what a click asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.domain.assessment import Analyst
from annotator.domain.compare import Column, ReviewSnapshot, accords
from annotator.domain.decision import Decision
from annotator.domain.review import Sight, Stage
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.page import geometry
from annotator.ui.page.rows import HIGH, PITCH
from annotator.ui.page.view import PageView
from annotator.ui.review.margin import HEADS, Margin
from annotator.ui.review.marks import Manner, mark
from annotator.ui.theme import LIGHT
from pages import long_article, page_of

S = Standing
NAMES = ("Anna", "Ben", "Chloé", "Dora", "Emil", "Fay")
Shown = Callable[..., tuple[PageView, Margin]]


def review_of(
    snapshot: Snapshot,
    *columns: Mapping[int, Standing],
    decisions: Mapping[int, Standing] | None = None,
    stale: tuple[int, ...] = (),
) -> ReviewSnapshot:
    """A review in which each of so many people holds so of these claims; Anna looks at it."""
    size = len(snapshot)
    made = []
    for name, held in zip(NAMES, columns, strict=False):
        standings = bytearray(size)
        for index, standing in held.items():
            standings[index] = standing
        made.append(Column(Analyst(name.lower(), name), bytes(standings)))
    found = decisions or {}
    decided = {index: index in stale for index in found}
    furniture = bytes(standing == S.FURNITURE for standing in snapshot.standings)
    return ReviewSnapshot(
        snapshot.article.id,
        "anna",
        tuple(made),
        (),
        accords(made, decided, (), furniture),
        {index: (Decision("anna", outcome),) for index, outcome in found.items()},
        {},
        {},
        Stage(),
        Sight(everything=True),
    )


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Shown]:
    """Shows a page with its margin; everybody is compared."""
    kept: list[object] = []

    def shown(
        snapshot: Snapshot, review: ReviewSnapshot, width: int = 730, height: int = 700
    ) -> tuple[PageView, Margin]:
        page = PageView(LIGHT)
        qtbot.addWidget(page)
        margin = Margin(page, LIGHT)
        page.resize(width, height)
        page.show_snapshot(snapshot)
        page.set_review(review)
        margin.show_review(review, review, tuple(range(len(review.columns))))
        page.show()
        qtbot.waitExposed(page)
        QApplication.processEvents()
        kept.extend((page, margin))
        return page, margin

    yield shown
    kept.clear()


def line_of(page: PageView, index: int) -> float:
    """The middle of a claim's first line, in the viewport."""
    sheet = page._sheet
    assert sheet is not None
    block = sheet.blocks.holding(sheet.snapshot.starts[index])
    laid = sheet.laid(block)
    number = geometry.claim_runs(laid, sheet.snapshot, index)[0][0]
    style = laid.style
    middle = laid.lines[number].baseline + (style.down - style.up) / 2
    return sheet.top(block) + middle - page.verticalScrollBar().value()


THREE = page_of("⟦One claim of the first.⟧", "⟦Two of the second.⟧", "⟦Three of the third.⟧")
EACH = {0: S.VERIFIED, 1: S.DISPUTED, 2: S.UNATTRIBUTED}
TIGHT = page_of("⟦A.⟧ ⟦B.⟧ ⟦C.⟧ ⟦D.⟧", "⟦E.⟧", "⟦" + "Far below. " * 90 + "⟧", "⟦F.⟧")


def test_a_row_is_level_with_its_claims_first_line(show: Shown) -> None:
    page, margin = show(THREE, review_of(THREE, EACH, EACH))
    for row in margin.rows():
        assert row.top + HIGH / 2 == pytest.approx(line_of(page, row.claim), abs=1)


def test_the_lower_row_moves_down_where_two_claims_begin_together(show: Shown) -> None:
    every = dict.fromkeys(range(7), S.VERIFIED)
    _page, margin = show(TIGHT, review_of(TIGHT, every, every))
    tops = [row.top for row in margin.rows()]
    assert tops[:4] == [tops[0] + PITCH * place for place in range(4)]
    assert tops[4] == tops[3] + PITCH, "the next paragraph's row gives way too"
    assert all(b - a >= PITCH for a, b in pairwise(tops))


def test_claims_that_nobody_judged_take_no_row(show: Shown) -> None:
    page, margin = show(TIGHT, review_of(TIGHT, {0: S.VERIFIED}, {3: S.VERIFIED}))
    assert [row.claim for row in margin.rows()] == [0, 3]
    page.set_current(2)
    assert [row.claim for row in margin.rows()] == [0, 2, 3], "but the one in hand does"


def test_rows_stand_where_they_stand_however_the_page_is_scrolled(show: Shown) -> None:
    article = long_article(300)
    every = dict.fromkeys(range(len(article)), S.VERIFIED)
    page, margin = show(article, review_of(article, every, every))
    bar = page.verticalScrollBar()
    for value in (bar.maximum() // 2, 731, 0):
        bar.setValue(value)
        for row in margin.rows():
            before = row.top + HIGH / 2 - line_of(page, row.claim)
            bar.setValue(bar.value() + 90)
            after = {each.claim: each.top for each in margin.rows()}
            bar.setValue(bar.value() - 90)
            if row.claim in after:
                shifted = after[row.claim] + HIGH / 2 - (line_of(page, row.claim) - 90)
                assert shifted == pytest.approx(before, abs=1.5)
            break
    assert len(margin.rows()) < 60, "only what shows"


def test_the_page_keeps_room_beside_the_text_and_gives_it_back(show: Shown) -> None:
    page, margin = show(THREE, review_of(THREE, EACH, EACH, EACH))
    sheet = page._sheet
    assert sheet is not None
    assert (sheet.column.left, sheet.column.width) == (40, 574), "as the drawing has it"
    assert page.beside.left() == 630
    assert margin.geometry() == page.beside
    margin.show_review(None, None, ())
    assert page.beside.isEmpty()
    assert not margin.isVisible()


def test_in_a_wide_window_the_margin_stays_near_the_text(show: Shown) -> None:
    page, _margin = show(THREE, review_of(THREE, EACH, EACH, EACH), width=2600)
    sheet = page._sheet
    assert sheet is not None
    assert page.beside.left() - (sheet.column.left + sheet.column.width) == 16


def test_four_analysts_have_a_column_each_and_of_six_the_last_holds_three(show: Shown) -> None:
    four = [dict.fromkeys(range(3), S.VERIFIED)] * 4
    _page, margin = show(THREE, review_of(THREE, *four))
    assert [head.text() for head in margin.heads] == ["A", "B", "C", "D"]
    six = [dict.fromkeys(range(3), S.VERIFIED)] * 6
    review = review_of(THREE, *six)
    margin.show_review(review, review, tuple(range(6)))
    assert [head.text() for head in margin.heads] == ["A", "B", "C", "+3"]
    assert margin.heads[3].accessibleName() == "More analysts: Dora, Emil, Fay"
    assert [action.text() for action in margin.menu().actions()] == list(NAMES)


@pytest.mark.parametrize(
    ("held", "decisions", "stale", "manner"),
    [
        ((S.VERIFIED, S.VERIFIED), {}, (), Manner.QUIET),
        ((S.VERIFIED, S.UNTAGGED), {}, (), Manner.QUIET),
        ((S.VERIFIED, S.DISPUTED), {}, (), Manner.LOUD),
        ((S.VERIFIED, S.DISPUTED), {0: S.VERIFIED}, (), Manner.WINNING),
        ((S.VERIFIED, S.DISPUTED), {0: S.DISPUTED}, (), Manner.BEATEN),
        ((S.VERIFIED, S.DISPUTED), {0: S.VERIFIED}, (0,), Manner.LOUD),
    ],
)
def test_a_mark_says_how_its_claim_stands(
    held: tuple[Standing, Standing],
    decisions: Mapping[int, Standing],
    stale: tuple[int, ...],
    manner: Manner,
) -> None:
    review = review_of(THREE, {0: held[0]}, {0: held[1]}, decisions=decisions, stale=stale)
    found = mark(review, review, (0, 1), 0, 0)
    assert found is not None
    assert (found.initial, found.manner) == ("A", manner)


def test_who_is_left_out_has_no_marks(show: Shown) -> None:
    review = review_of(THREE, EACH, EACH, EACH)
    _page, margin = show(THREE, review)
    narrowed = review.among((0, 2))
    margin.show_review(review, narrowed, (0, 2))
    assert mark(review, narrowed, (0, 2), 0, 1) is None
    assert [head.isChecked() for head in margin.heads] == [True, False, True]
    assert margin.heads[1].accessibleName() == "Ben, left out"


def test_a_click_on_a_mark_asks_for_its_claim_and_its_card(show: Shown) -> None:
    _page, margin = show(THREE, review_of(THREE, EACH, EACH))
    asked: list[tuple[int, int]] = []
    margin.claim_wanted.connect(lambda claim, column: asked.append((claim, column)))
    row = margin.rows()[2]
    at = QPoint(margin.place_of(1) + 5, round(row.top) + 5)
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=at + QPoint(0, HIGH))
    assert asked == [(2, 1)]


def test_a_row_under_the_heads_is_not_clicked(show: Shown) -> None:
    page, margin = show(THREE, review_of(THREE, EACH, EACH), height=120)
    page.verticalScrollBar().setValue(30)
    first = margin.rows()[0]
    assert first.top < HEADS
    assert margin.spot(QPoint(margin.place_of(0) + 5, round(first.top) + 3)) is None


def test_hovering_says_who_and_what_and_the_notes_first_words(show: Shown) -> None:
    _page, margin = show(THREE, review_of(THREE, EACH, EACH))
    margin.note = lambda claim, column: f"note {claim} of {column}"
    row = margin.rows()[1]
    at = QPoint(margin.place_of(1) + 5, round(row.top) + 5)
    QTest.mouseMove(margin, at)
    assert margin.toolTip() == "Ben: disputed – note 1 of 1"
    QTest.mouseMove(margin, QPoint(margin.place_of(1) + 5, margin.height() - 5))
    assert margin.toolTip() == ""


def test_the_page_says_in_words_what_the_marks_show(show: Shown) -> None:
    review = review_of(
        THREE,
        {0: S.DISPUTED, 1: S.VERIFIED},
        {0: S.VERIFIED, 1: S.VERIFIED},
        {0: S.ON_SOURCE},
        decisions={},
    )
    page, _margin = show(THREE, review)
    assert page.accessible_sentence(0) == (
        "claim 1 of 3, open: You disputed, Ben verified, Chloé on its source: "
        "One claim of the first."
    )
    assert page.accessible_sentence(1).startswith("claim 2 of 3, all agree: You verified")
    assert page.accessible_sentence(2).startswith("claim 3 of 3, nobody judged it: Three")
    settled = replace(
        review_of(THREE, {0: S.DISPUTED}, {0: S.VERIFIED}, decisions={0: S.VERIFIED}, stale=(0,))
    )
    page.set_review(settled)
    assert "claim 1 of 3, returned, it was settled as verified: You" in page.accessible_sentence(0)


def test_a_review_of_other_borders_is_not_shown(show: Shown) -> None:
    page, _margin = show(THREE, review_of(THREE, EACH, EACH))
    other = page_of("⟦One claim of the first.⟧", "⟦Two of⟧ ⟦the second.⟧", "⟦Three of the third.⟧")
    page.show_snapshot(other)
    page.set_review(review_of(THREE, EACH, EACH))
    assert page.accessible_sentence(0).startswith("claim 1 of 4, untagged")
