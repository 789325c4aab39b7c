"""Places on the page: scrolling that moves nothing it should not."""

from __future__ import annotations

import random

import pytest

from annotator.ui.page import place
from annotator.ui.page.place import Anchor
from annotator.ui.page.sheet import Sheet, resized, sheet
from annotator.ui.page.style import column
from pages import long_article, page_of

pytestmark = pytest.mark.usefixtures("qapp")
HEIGHT = 700


@pytest.fixture
def page() -> Sheet:
    return sheet(long_article(150), column(806, 806, 100), 1)


def tops(page: Sheet, anchor: Anchor) -> dict[int, float]:
    """Where the blocks that show stand in the viewport."""
    return {block: y for block, _, y in place.shown(page, anchor, 0, HEIGHT)}


def test_scrolling_moves_what_shows_by_just_as_much(page: Sheet) -> None:
    chance = random.Random(3)
    anchor = place.settle(page, place.at_value(page, page.height - 3_000), HEIGHT)
    for _ in range(200):
        by = chance.choice((-300, -30, 30, 90, -150))
        if not 1_000 < place.value_of(page, anchor) + by < page.height - 2_000:
            by = -by
        before = tops(page, anchor)
        anchor = place.settle(page, Anchor(anchor.block, anchor.y - by), HEIGHT)
        after = tops(page, anchor)
        moved = {round(before[i] - after[i], 3) for i in before.keys() & after.keys()}
        assert moved <= {by}


def test_the_page_ends_with_the_viewport_and_begins_with_it(page: Sheet) -> None:
    end = place.settle(page, place.at_value(page, 1e9), HEIGHT)
    assert place.value_of(page, end) == page.height - HEIGHT
    start = place.settle(page, Anchor(0, 5_000), HEIGHT)
    assert place.value_of(page, start) == 0


def test_everything_that_shows_has_been_laid_out(page: Sheet) -> None:
    anchor = place.settle(page, place.at_value(page, page.height * 0.7), HEIGHT)
    shown = [(y, laid.height) for _, laid, y in place.shown(page, anchor, 0, HEIGHT)]
    assert shown[0][0] <= 0
    assert shown[-1][0] + shown[-1][1] >= HEIGHT


def test_a_stretch_that_is_read_with_ease_is_left_where_it_is(page: Sheet) -> None:
    anchor = place.settle(page, place.at_value(page, 3_000), HEIGHT)
    found = place.first_line(page, anchor, HEIGHT)
    assert found is not None
    below = page.snapshot.passages[page.blocks.passages[anchor.block + 2]]
    assert place.revealed(page, anchor, HEIGHT, below.span) is None


@pytest.mark.parametrize("which", [0, 1, 70, 149])
def test_a_stretch_far_away_comes_to_where_it_is_read(page: Sheet, which: int) -> None:
    span = page.snapshot.passages[which].span
    there = place.revealed(page, Anchor(40, 0), HEIGHT, span)
    assert there is not None
    anchor = place.settle(page, there, HEIGHT)
    blocks = tops(page, anchor)
    assert which in blocks
    assert 0 <= blocks[which] < HEIGHT * 0.9


def test_the_first_line_comes_back_to_the_top(page: Sheet) -> None:
    for offset in (0, 700, 9_000, 20_000):
        anchor = place.settle(page, place.at_top(page, offset), HEIGHT)
        first = place.first_line(page, anchor, HEIGHT)
        assert first is not None
        begins = place.offset_of(page, first[0], first[1])
        again = place.settle(page, place.at_top(page, begins), HEIGHT)
        assert again == anchor
        assert begins <= max(offset, 0)


def test_another_zoom_keeps_what_was_cut(page: Sheet) -> None:
    other = resized(page, column(806, 806, 150), 1)
    assert other.blocks is page.blocks
    assert other.height > page.height
    assert resized(other, column(806, 806, 150), 1) is other


def test_a_wide_page_moves_only_its_left_edge(page: Sheet) -> None:
    laid = page.laid(3)
    wider = resized(page, column(1400, 1400, 100), 1)
    assert wider.laid(3) is laid
    assert wider.column.left > 300


@pytest.mark.parametrize("width", [60, 200, 320])
def test_a_narrow_page_still_has_lines(width: int) -> None:
    narrow = sheet(
        page_of("⟦Some words and a verylongwordthatdoesnotfitatallinit.⟧"),
        column(width, width, 200),
        0,
    )
    assert narrow.laid(0).lines
