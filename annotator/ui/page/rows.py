"""Where the marks in the margin stand: one row a claim, level with the claim's first line.

Pixels from the viewport's top. Where claims begin closer together than a row is high
the lower row moves down, from block to block where it must, so that a row stands where
it stands however the page was scrolled there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from annotator.ui.page import geometry, place
from annotator.ui.page.place import Anchor
from annotator.ui.page.sheet import Sheet

HIGH = 22
PITCH = 25
"""From one row's top to the next one's, at least."""
_LOOK_BACK = 8
"""So many blocks above may push rows into the one that is looked at."""

Wanted = Callable[[int], bool]


class Row(NamedTuple):
    """A claim's row: the claim and the row's top."""

    claim: int
    top: float


def look_back(sheet: Sheet, anchor: Anchor) -> None:
    """Lays out the blocks above that may push a row into what shows."""
    for block in range(max(0, anchor.block - _LOOK_BACK), anchor.block):
        sheet.laid(block)


def rows(sheet: Sheet, anchor: Anchor, height: float, wanted: Wanted) -> list[Row]:
    """The rows that show in a viewport of this height, of the claims that are wanted.

    What is not laid out above pushes nothing: ``look_back`` comes first.
    """
    found, free = [], _pushed(sheet, anchor.block, wanted)
    for block, laid, y in place.shown(sheet, anchor, float("-inf"), height + PITCH):
        here = _block_rows(sheet, block, free, wanted)
        found += [Row(index, y + top) for index, top in here if -HIGH < y + top < height]
        free = _free_after(here, free) - laid.height
    return found


def _pushed(sheet: Sheet, until: int, wanted: Wanted) -> float:
    """Above where no row of this block may begin, for the rows of the blocks before it."""
    first = until
    while first > max(0, until - _LOOK_BACK) and sheet.is_laid(first - 1):
        first -= 1
    free = float("-inf")
    for block in range(first, until):
        here = _block_rows(sheet, block, free, wanted)
        free = _free_after(here, free) - sheet.laid(block).height
    return free


def _free_after(here: list[Row], free: float) -> float:
    return here[-1].top + PITCH if here else free


def _block_rows(sheet: Sheet, block: int, free: float, wanted: Wanted) -> list[Row]:
    """The rows of the claims that begin in a block, from the block's top; none above ``free``."""
    found = []
    for index in sheet.laid(block).claims:
        if sheet.snapshot.starts[index] < sheet.blocks.starts[block] or not wanted(index):
            continue
        top = max(_level(sheet, block, index), free)
        free = top + PITCH
        found.append(Row(index, top))
    return found


def _level(sheet: Sheet, block: int, index: int) -> float:
    """Where a row stands that nothing pushes: its middle is that of the claim's first line."""
    laid = sheet.laid(block)
    runs = geometry.claim_runs(laid, sheet.snapshot, index)
    if not runs:
        return laid.text_top
    middle = laid.lines[runs[0][0]].baseline + (laid.style.down - laid.style.up) / 2
    return round(middle - HIGH / 2)
