"""The caret's steps from word to word inside a claim."""

from __future__ import annotations

from PySide6.QtGui import QTextLayout

from annotator.domain.article import Span
from annotator.ui.page.sheet import Sheet


def step(sheet: Sheet, inside: Span, at: int, by: int) -> int:
    """``by`` words on from ``at``, never out of ``inside``.

    ``by`` counts presses of the arrow that points right; where the text runs from
    right to left that leads back to its beginning.
    """
    at = min(max(at, inside.start), inside.end)
    block = sheet.blocks.holding(max(at - 1, 0) if at == inside.end else at)
    forward = (by > 0) != sheet.laid(block).right_to_left
    for _ in range(abs(by)):
        at = _next(sheet, at, inside) if forward else _previous(sheet, at, inside)
    return min(max(at, inside.start), inside.end)


def _next(sheet: Sheet, at: int, inside: Span) -> int:
    if at >= inside.end:
        return inside.end
    laid = sheet.laid(sheet.blocks.holding(at))
    unit, words = laid.display.unit(at), QTextLayout.CursorMode.SkipWords
    while True:
        further = laid.layout.nextCursorPosition(unit, words)
        found = laid.display.offset(further)
        # A mark before a claim inside is a word of its own to Qt, and none to a reader.
        if found > at or further <= unit:
            return found if found > at else inside.end
        unit = further


def _previous(sheet: Sheet, at: int, inside: Span) -> int:
    if at <= inside.start:
        return inside.start
    laid = sheet.laid(sheet.blocks.holding(at - 1))
    unit, words = laid.display.unit(at, before_marks=True), QTextLayout.CursorMode.SkipWords
    while True:
        further = laid.layout.previousCursorPosition(unit, words)
        found = laid.display.offset(further)
        if found < at or further >= unit:
            return found if found < at else inside.start
        unit = further
