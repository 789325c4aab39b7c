"""How each kind of passage is set, and where the column lies: numbers, no painting.

All sizes are pixels at 100 % (measured on design/main-window-light.png) and grow with
the zoom.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.domain.article import PassageKind
from annotator.ui import fonts
from annotator.ui.theme import (
    HEADING_PITCH,
    HEADING_PIXELS,
    READING_PITCH,
    READING_PIXELS,
    UI_PIXELS,
)

COLUMN = 660.0
"""The measure: 66 characters of ten pixels."""
GUTTER = 22.0
"""Room at the column's outer side for "T" and for the bar of the claim in hand."""
SIDE = 24.0
"""The least paper at either side."""
REVIEW_SIDE = 18.0
REVIEW_GAP = 16.0
"""In Review: the least paper at the left, and what lies between the text and the margin."""
NARROWEST = 160.0
TOP = 34.0
BOTTOM = 96.0
SUBTITLE_ABOVE = 8.0
SUBTITLE_PIXELS = 13.5
SUBTITLE_PITCH = 20.0
SUBTITLE_BELOW = 4.0
_GLYPH_ROOM = 12.0
"""The widest glyph after a number, and the blank before the text."""
NUMBER_PIXELS = 11.5
ASIDE_ABOVE = 34.0
"""From the last line of the text to the caption over page furniture."""
ASIDE_CAPTION = 24.0
ASIDE_BELOW = 30.0
"""From page furniture to the text that follows it."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of passage is set.

    ``up`` and ``down`` are what a claim's fill covers above and below the baseline,
    ``under`` is where its underline begins below it; ``baseline`` is the first line's,
    from the block's top without ``above``.
    """

    font: QFont
    zoom: float
    pixels: float
    pitch: float
    baseline: float
    up: float
    down: float
    under: float
    above: float
    indent: float
    indent_end: float
    ink: str
    number_raise: float
    number_font: QFont
    number_room: float


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands: its left edge and its measure."""

    left: float
    width: float
    zoom: float


def column(page: float, room: float, percent: float) -> Column:
    """The column in a page of this width, of which so much is not the scroll bar's.

    Whole if it fits, centred together with its gutter.
    """
    zoom = percent / 100
    gutter = GUTTER * zoom
    left = max(SIDE, (page - gutter - COLUMN * zoom) / 2) + gutter
    return Column(round(left), max(NARROWEST, min(COLUMN * zoom, room - left - SIDE)), zoom)


def column_beside(page: float, beside: float, percent: float) -> tuple[Column, float]:
    """The column where marks stand in a margin of this width, and where that margin begins.

    Both stand in the middle together; where there is little room the margin lies at the
    page's end, and the column gives way.
    """
    zoom = percent / 100
    gutter, wide = GUTTER * zoom, COLUMN * zoom
    left = max(REVIEW_SIDE, (page - beside - REVIEW_GAP - gutter - wide) / 2) + gutter
    margin = min(left + wide + REVIEW_GAP, page - beside)
    width = max(NARROWEST, margin - REVIEW_GAP - left)
    return Column(round(left), width, zoom), round(margin)


_SERIF_RISE = 0.338
"""From the middle of a line to its baseline, as a part of the letters' size."""

_ROWS: dict[PassageKind, tuple[float, float, bool, float, float, float, str]] = {
    # kind: size, pitch, bold, above, indent, indent at the end, ink
    PassageKind.TITLE: (HEADING_PIXELS, HEADING_PITCH, True, 0, 0, 0, "text"),
    PassageKind.HEADING: (20, 30.6, True, 26, 0, 0, "text"),
    PassageKind.BODY: (READING_PIXELS, READING_PITCH, False, 15.4, 0, 0, "text"),
    PassageKind.LIST_ITEM: (READING_PIXELS, READING_PITCH, False, 7, 22, 0, "text"),
    PassageKind.QUOTATION: (READING_PIXELS, READING_PITCH, False, 15.4, 30, 30, "text"),
    PassageKind.CAPTION: (14.5, 26, False, 13, 0, 0, "text"),
    PassageKind.BOILERPLATE: (UI_PIXELS, 21, False, 5, 0, 0, "muted"),
}


@cache
def style(kind: PassageKind, percent: float) -> Style:
    """How passages of this kind are set at this zoom."""
    zoom = percent / 100
    size, pitch, bold, above, indent, indent_end, ink = _ROWS[kind]
    sans = kind is PassageKind.BOILERPLATE
    face = fonts.ui_font if sans else fonts.serif_font
    up = min(size * 1.03, pitch - 12.6)
    number = fonts.ui_font(NUMBER_PIXELS * zoom, bold=True)
    return Style(
        font=face(size * zoom, bold=bold),
        zoom=zoom,
        pixels=size * zoom,
        pitch=pitch * zoom,
        baseline=(pitch / 2 + size * _SERIF_RISE) * zoom,
        up=up * zoom,
        down=7 * zoom,
        under=(6 if kind is PassageKind.TITLE else 5) * zoom,
        above=above * zoom,
        indent=indent * zoom,
        indent_end=indent_end * zoom,
        ink=ink,
        number_raise=size * 0.4 * zoom,
        number_font=number,
        number_room=_GLYPH_ROOM * zoom,
    )


@cache
def digit_width(percent: float) -> float:
    """How wide one digit of a claim's number is."""
    number = fonts.ui_font(NUMBER_PIXELS * percent / 100, bold=True)
    return QFontMetricsF(number).horizontalAdvance("0")
