"""Which part of the viewport has to be painted anew for a claim."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from annotator.ui.page import geometry
from annotator.ui.page.around import outline_rects
from annotator.ui.page.place import Anchor
from annotator.ui.page.sheet import Sheet
from annotator.ui.page.style import GUTTER


def claim_region(sheet: Sheet, anchor: Anchor, height: float, index: int) -> QRegion:
    """The visible lines of a claim with number, underline, outline and the margin's bar."""
    start, end = sheet.snapshot.span(index)
    region = QRegion()
    shift = anchor.y - sheet.top(anchor.block)
    for block in sheet.blocks_of(start, end):
        if not sheet.is_laid(block):  # what shows is laid out
            continue
        laid, y = sheet.laid(block), sheet.top(block) + shift
        if y >= height or y + laid.height <= 0:
            continue
        runs = geometry.claim_runs(laid, sheet.snapshot, index)
        if not runs:
            continue
        rects = outline_rects(laid, runs)
        top = min(rect.top() for rect in rects) + y
        bottom = max(rect.bottom() for rect in rects) + y
        left = min(rect.left() for rect in rects)
        right = max(rect.right() for rect in rects)
        gutter = GUTTER * sheet.column.zoom
        if laid.right_to_left:
            right = sheet.column.width + gutter
        else:
            left = -gutter
        region += _grown(left + sheet.column.left, top, right + sheet.column.left, bottom)
    return region


def _grown(left: float, top: float, right: float, bottom: float) -> QRect:
    """Whole pixels, with room for half a pen."""
    x, y = floor(left) - 2, floor(top) - 2
    return QRect(x, y, ceil(right) + 2 - x, ceil(bottom) + 3 - y)
