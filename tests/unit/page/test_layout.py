"""Blocks laid out: what stays still, where characters lie, what is hit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QTextCharFormat, QTextLayout

from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.page import geometry
from annotator.ui.page.layout import Laid, reads_right_to_left
from annotator.ui.page.sheet import Sheet, sheet
from annotator.ui.page.style import column
from pages import MIXED, PERSIAN, UNUSUAL, Kind, page_of

pytestmark = pytest.mark.usefixtures("qapp")
LATIN = (
    "⟦Two explosions on Wednesday claimed the lives of at least 95 individuals in southern Iran.⟧ "
    "⟦The tragic incident occurred during a memorial event held in honor of a general.⟧ ⟦Done.⟧"
)
TEXTS = {"latin": LATIN, "persian": PERSIAN, "mixed": MIXED, "unusual": UNUSUAL}


def sheet_of(snapshot: Snapshot, width: int = 806, percent: int = 100) -> Sheet:
    return sheet(snapshot, column(width, width, percent), 0)


def covered(laid: Laid, first: int, last: int) -> QImage:
    """Where Qt itself marks these units when it draws a selection: white on black."""
    image = QImage(1200, round(laid.height) + 40, QImage.Format.Format_Grayscale8)
    image.fill(0)
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = first, last - first
    form = QTextCharFormat()
    form.setBackground(QColor("white"))
    form.setForeground(QColor("white"))
    marked.format = form
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    laid.layout.draw(painter, QPointF(100, 0), [marked], QRectF(0, 0, 1200, 1e6))
    painter.end()
    return image


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("percent", [100, 200])
def test_a_click_on_a_character_s_middle_means_that_character(name: str, percent: int) -> None:
    """The points come from Qt's own selection region, not from our geometry."""
    snapshot = page_of(TEXTS[name])
    page = sheet_of(snapshot, 700 * percent // 100, percent)
    laid = page.laid(0)
    tried = 0
    for offset in range(laid.start, laid.end):
        unit = laid.display.unit(offset)
        if not laid.layout.isValidCursorPosition(unit) or snapshot.article.text[offset] == "\u200c":
            continue
        after = laid.layout.nextCursorPosition(unit)
        image = covered(laid, unit, after)
        line = next(line for line in laid.lines if line.start <= unit < line.end)
        y = round(line.text.y()) + 1
        columns = [x for x in range(image.width()) if image.pixelColor(x, y).red() > 200]
        if len(columns) < 3 or max(columns) - min(columns) + 1 != len(columns):
            continue
        middle = (columns[0] + columns[-1] + 1) / 2 - 100
        tried += 1
        assert geometry.offset_at(laid, middle, line.baseline - 4) == offset
    assert tried > len(snapshot.article.text) * 0.6


@pytest.mark.parametrize("name", TEXTS)
def test_a_claim_s_fill_covers_what_qt_would_select(name: str) -> None:
    """No hole at a change of direction, nothing of a neighbour."""
    snapshot = page_of(TEXTS[name])
    page = sheet_of(snapshot, 620)
    laid = page.laid(0)
    for index in laid.claims:
        start, end = snapshot.span(index)
        first = laid.display.mark_unit(laid.marked.index(index))
        image = covered(laid, first, laid.display.unit(end, before_marks=True))
        for number, line in enumerate(laid.lines):
            y = round(line.text.y()) + 1
            theirs = {
                x - 100
                for x in range(image.width())
                if image.pixelColor(x, y).red() > 200 and line.left + 1 <= x - 100 <= line.right - 1
            }
            ours = {
                x
                for run in geometry.claim_runs(laid, snapshot, index)
                if run[0] == number
                for x in range(round(run[1]), round(run[2]))
            }
            assert len(theirs ^ ours) <= 4, (index, number)
        assert start < end


@pytest.mark.parametrize("standing", list(Standing)[:6])
def test_a_tag_moves_no_word(standing: Standing) -> None:
    plain = page_of(LATIN)
    tagged = page_of(LATIN, standings={0: standing, 1: standing})
    before, after = sheet_of(plain).laid(0), sheet_of(tagged).laid(0)
    assert [(line.start, line.left, line.right) for line in before.lines] == [
        (line.start, line.left, line.right) for line in after.lines
    ]


def test_baselines_are_a_pitch_apart_even_with_other_fonts_in_a_line() -> None:
    laid = sheet_of(page_of(f"{UNUSUAL} {LATIN} {MIXED}"), 420).laid(0)
    apart = {
        round(b.baseline - a.baseline) for a, b in zip(laid.lines, laid.lines[1:], strict=False)
    }
    assert apart <= {30, 31}
    for line in laid.lines:
        assert line.text.y() + line.text.ascent() == pytest.approx(line.baseline, abs=0.1)


def test_text_that_begins_from_the_right_is_set_from_the_right() -> None:
    page = sheet_of(page_of(PERSIAN, LATIN))
    persian, latin = page.laid(0), page.laid(1)
    assert persian.right_to_left
    assert all(abs(line.right - page.column.width) < 2 for line in persian.lines)
    assert not latin.right_to_left
    assert all(line.left == 0 for line in latin.lines)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("«ایران»", True), ("12 ایران", True), ("ISNA ایران", False), ("12!", False)],
)
def test_direction_is_the_first_letter_s(text: str, answer: bool) -> None:
    assert reads_right_to_left(text) is answer


def test_claims_that_overlap_have_underlines_at_different_heights() -> None:
    snapshot = page_of("⟦One ⟦two ⟦three⟧ four⟧ five.⟧ ⟦Six ⟦seven⟧ ⟦eight⟧.⟧")
    levels = sheet_of(snapshot).laid(0).levels
    assert [levels.get(i, 0) for i in range(len(snapshot))] == [0, 1, 2, 0, 1, 1]


def test_the_innermost_claim_is_hit() -> None:
    snapshot = page_of("⟦One ⟦two ⟦three⟧ four⟧ five.⟧")
    text = snapshot.article.text
    hits = [geometry.innermost(snapshot, text.index(word)) for word in ("One", "two", "three")]
    assert hits == [0, 1, 2]
    assert geometry.innermost(snapshot, text.index("four")) == 1
    assert geometry.innermost(snapshot, len(text) + 3) is None


def test_numbers_stand_before_numbered_claims_only() -> None:
    snapshot = page_of((Kind.TITLE, "⟦Title⟧"), "⟦One.⟧", (Kind.BOILERPLATE, "⟦Reply⟧"))
    page = sheet_of(snapshot)
    assert [page.laid(block).marked for block in range(3)] == [[], [1], []]


def test_furniture_ends_with_a_link_inside_the_column() -> None:
    long = "Reply " * 60
    for text in ("⟦Reply⟧", f"⟦{long}⟧", "⟦" + "w" * 75 + "⟧"):
        page = sheet_of(page_of("⟦One.⟧", (Kind.BOILERPLATE, text)), 400)
        laid = page.laid(1)
        assert laid.link is not None
        assert 0 <= laid.link.left() < laid.link.right() <= page.column.width
        assert laid.link.bottom() <= laid.height + 1
        last = laid.lines[-1]
        beside = laid.link.left() >= last.right or laid.link.top() >= last.baseline - 4
        assert beside


def test_a_list_item_has_a_bullet_unless_it_brings_its_own() -> None:
    items = ("⟦An item⟧", "⟦- with a dash⟧", "⟦2. with a number⟧", "⟦• with a dot⟧", "⟦It is one⟧")
    page = sheet_of(page_of(*((Kind.LIST_ITEM, item) for item in items)))
    assert [page.laid(i).bullet for i in range(5)] == [True, False, False, False, True]


def test_heights_are_exact_once_laid_out_and_few_blocks_are_kept() -> None:
    snapshot = page_of(*(f"⟦Paragraph {i} of many, all short.⟧" for i in range(400)))
    page = sheet_of(snapshot)
    heights = [page.laid(block).height for block in range(400)]
    assert page.heights.total == sum(heights)
    assert sum(page.is_laid(block) for block in range(400)) == 160
    assert QGuiApplication.instance() is not None
