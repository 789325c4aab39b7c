"""Places on the page: what is visible, and how scrolling keeps still what was seen.

A block's height is a guess until it is laid out, so a scroll bar's value alone says
little. An ``Anchor`` does: this block's top stands so far below the viewport's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.ui.page import geometry
from annotator.ui.page.layout import Laid, Line
from annotator.ui.page.sheet import Sheet

_PAD = 6.0


class Anchor(NamedTuple):
    """Block and the pixels from the viewport's top to the block's."""

    block: int
    y: float


def settle(sheet: Sheet, anchor: Anchor, height: float) -> Anchor:
    """Lays out all that shows in a viewport of this height; gives its first block's place.

    The anchor's block stays where it is, whatever the blocks above it turn out to be,
    unless the page would end before the viewport does.
    """
    anchor = _first_shown(sheet, anchor)
    _lay_below(sheet, anchor, height)
    furthest = max(0.0, sheet.height - height)
    value = min(max(value_of(sheet, anchor), 0.0), furthest)
    held = Anchor(anchor.block, sheet.top(anchor.block) - value)
    if held == anchor:
        return anchor
    held = _first_shown(sheet, held)
    _lay_below(sheet, held, height)
    return held


def _first_shown(sheet: Sheet, anchor: Anchor) -> Anchor:
    block, y = anchor
    tall = sheet.laid(block).height
    while y > 0 and block > 0:
        block -= 1
        tall = sheet.laid(block).height
        y -= tall
    while y + tall <= 0 and block + 1 < len(sheet.blocks):
        y += tall
        block += 1
        tall = sheet.laid(block).height
    return Anchor(block, y)


def _lay_below(sheet: Sheet, anchor: Anchor, height: float) -> None:
    for _ in shown(sheet, anchor, 0, height):
        pass


def lay_ahead(sheet: Sheet, anchor: Anchor, height: float) -> None:
    """Lays out what the next viewport's worth of scrolling down will show."""
    for _, laid, _y in shown(sheet, anchor, height, 2 * height):
        for index in laid.claims:
            geometry.claim_runs(laid, sheet.snapshot, index)


def value_of(sheet: Sheet, anchor: Anchor) -> float:
    """How far the page is scrolled."""
    return sheet.top(anchor.block) - anchor.y


def at_value(sheet: Sheet, value: float) -> Anchor:
    """The place that a scroll value means, as far as heights are known."""
    block = sheet.block_at(value)
    return Anchor(block, sheet.top(block) - value)


def at_end(sheet: Sheet, height: float) -> Anchor:
    """The place where the page ends with the viewport."""
    last = len(sheet.blocks) - 1
    if last < 0:
        return Anchor(0, 0.0)
    sheet.laid(last)
    return Anchor(last, height - (sheet.height - sheet.top(last)))


def shown(
    sheet: Sheet, anchor: Anchor, low: float, high: float
) -> Iterator[tuple[int, Laid, float]]:
    """The blocks that show between two heights of the viewport, and their tops there."""
    block, y = anchor
    while block < len(sheet.blocks) and y < high:
        laid = sheet.laid(block)
        if y + laid.height > low:
            yield block, laid, y
        y += laid.height
        block += 1


def first_line(sheet: Sheet, anchor: Anchor, height: float) -> tuple[int, Line, float] | None:
    """The first line that shows whole: its block, itself and its top in the viewport."""
    for block, laid, y in shown(sheet, anchor, 0, height):
        for line in laid.lines:
            top = y + line.baseline - laid.style.up
            if top >= -1:
                return block, line, top
    return None


def offset_of(sheet: Sheet, block: int, line: Line) -> int:
    """The article's offset at which a line begins."""
    return sheet.laid(block).display.offset(line.start)


def at_line(sheet: Sheet, offset: int, top: float) -> Anchor:
    """The place where the line that holds ``offset`` has its fill's top at ``top``."""
    block = sheet.blocks.holding(offset)
    laid = sheet.laid(block)
    place = geometry.caret_place(laid, min(max(offset, laid.start), laid.end))
    if place is None:
        return Anchor(block, top)
    return Anchor(block, top - (place[0].baseline - laid.style.up))


def at_top(sheet: Sheet, offset: int) -> Anchor:
    """The place where the line of ``offset`` is the first that shows."""
    anchor = at_line(sheet, offset, _PAD)
    line = sheet.laid(anchor.block).lines[:1]
    if anchor.block == 0 and (not line or offset < sheet.laid(0).display.offset(line[0].end)):
        return Anchor(0, sheet.first_top)
    return anchor


def revealed(sheet: Sheet, anchor: Anchor, height: float, span: tuple[int, int]) -> Anchor | None:
    """Where to scroll so that a stretch is read with ease; None if it is now."""
    edges = _edges(sheet, anchor, span)
    comfort = min(height * 0.15, 110.0)
    if edges is not None and edges[0] >= comfort / 2 and edges[1] <= height - comfort:
        return None
    tall = _height(sheet, span)
    top = comfort if tall > height * 0.6 else height / 3
    return at_line(sheet, span[0], top)


def _edges(sheet: Sheet, anchor: Anchor, span: tuple[int, int]) -> tuple[float, float] | None:
    """Top and bottom of a stretch in the viewport, or None where it is far from it."""
    blocks = sheet.blocks_of(*span)
    if not (anchor.block <= blocks[0] and blocks[-1] <= anchor.block + 60):
        return None
    shift = anchor.y - sheet.top(anchor.block)
    bounds = list(_bounds(sheet, span))
    return (bounds[0] + shift, bounds[-1] + shift) if bounds else None


def _bounds(sheet: Sheet, span: tuple[int, int]) -> Iterator[float]:
    blocks = sheet.blocks_of(*span)
    for block in (blocks[0], blocks[-1]):
        laid = sheet.laid(block)
        for run in geometry.span_runs(laid, *span):
            rect = geometry.band(laid, run)
            yield sheet.top(block) + rect.top()
            yield sheet.top(block) + rect.bottom()


def _height(sheet: Sheet, span: tuple[int, int]) -> float:
    bounds = list(_bounds(sheet, span))
    return bounds[-1] - bounds[0] if bounds else 0.0
