"""Lays one block out: its lines, their baselines, and what hangs on them.

Everything a ``Laid`` holds is in pixels from the column's left edge and the block's
top. It depends on the text, the claims' borders, the measure and the zoom, and not on
how the claims stand: a tag never lays anything out anew.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainterPath,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from annotator.domain.article import PassageKind
from annotator.domain.snapshot import TITLE_NUMBER, Snapshot
from annotator.ui import fonts
from annotator.ui.page.display import Display, display
from annotator.ui.page.style import Column, Style, digit_width

MAKE_TEXT = "make it text"
_LINK_GAP = 14.0
_FOLD_ABOVE = 5.0
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OWN_BULLET = re.compile(r"\s*(?:[-–—*+•◦‣·▪●○]|\(?\w{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its baseline, its characters and where they can be seen.

    ``start`` and ``end`` are UTF-16 units of the display; ``left`` and ``right``
    leave out the blanks at a line's end.
    """

    text: QTextLine
    baseline: float
    start: int
    end: int
    left: float
    right: float


@dataclass(slots=True)
class Laid:
    """A block laid out."""

    start: int
    end: int
    style: Style
    text: str
    """The article's own text from ``start`` to ``end``."""
    display: Display
    layout: QTextLayout
    claims: list[int]
    """The claims that touch the block, in reading order."""
    marked: list[int]
    """The claim each mark of the display stands for."""
    levels: dict[int, int]
    """How many underlines a claim's own must give way to."""
    right_to_left: bool
    mixed: bool
    """Whether any character runs from right to left."""
    kind: PassageKind = PassageKind.BODY
    lines: list[Line] = field(default_factory=list)
    text_top: float = 0.0
    height: float = 0.0
    link: QRectF | None = None
    """Where "make it text" stands, in page furniture."""
    fold: tuple[QRectF, str] | None = None
    """Where it is said how much furniture is folded behind it, and the words."""
    bullet: bool = False
    claim_runs: dict[int, list[tuple[int, float, float]]] = field(default_factory=dict)
    """What ``geometry.claim_runs`` has found already."""
    mark_places: dict[int, tuple[int, float]] = field(default_factory=dict)
    """What ``geometry.mark_place`` has found already."""
    characters: dict[int, object] = field(default_factory=dict)
    """What ``mixed.characters`` has read of each line, by its start."""
    outlines: dict[int, QPainterPath] = field(default_factory=dict)
    """The lines around claims that have been in hand."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a block's lines: pixels above and below, and whether a link follows."""

    above: float = 0.0
    below: float = 0.0
    link: bool = False
    opens: bool = True
    folded: int = 0
    """So many passages of page furniture are folded behind it."""


def reads_right_to_left(text: str) -> bool:
    """Whether the first character with a direction of its own runs right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def lay_out(
    snapshot: Snapshot,
    span: tuple[int, int],
    kind: PassageKind,
    style: Style,
    column: Column,
    frame: Frame,
) -> Laid:
    """The block ``span``, of one passage of this kind, in lines."""
    laid = _unbroken(snapshot, span, style, column)
    laid.kind = kind
    laid.text_top = round(frame.above)
    item = kind is PassageKind.LIST_ITEM and frame.opens
    laid.bullet = item and not _OWN_BULLET.match(laid.text)
    bottom = _break_lines(laid, column)
    if frame.link:
        bottom = _place_link(laid, column, bottom)
    if frame.folded:
        bottom = _place_fold(laid, column, bottom, frame.folded)
    laid.height = round(bottom + frame.below)
    return laid


def _unbroken(snapshot: Snapshot, span: tuple[int, int], style: Style, column: Column) -> Laid:
    """The block's text, claims and marks, before it is broken into lines."""
    start, end = span
    text = snapshot.article.text[start:end]
    claims = snapshot.covering(start, end) if end > start else []
    marked = [index for index in claims if _is_marked(snapshot, index, start)]
    shown = display(start, text, [snapshot.starts[index] for index in marked])
    right_to_left = reads_right_to_left(text)
    return Laid(
        start=start,
        end=end,
        style=style,
        text=text,
        display=shown,
        layout=_layout(shown, style, _mark_widths(snapshot, marked, style, column), right_to_left),
        claims=claims,
        marked=marked,
        levels=_levels(snapshot, claims),
        right_to_left=right_to_left,
        mixed=right_to_left or _RIGHT_TO_LEFT.search(text) is not None,
    )


def _is_marked(snapshot: Snapshot, index: int, start: int) -> bool:
    """Whether a number stands before the claim in this block: "T" hangs in the gutter."""
    return snapshot.starts[index] >= start and snapshot.number(index) not in (None, TITLE_NUMBER)


def _mark_widths(
    snapshot: Snapshot, marked: list[int], style: Style, column: Column
) -> list[float]:
    """Room for each number and the widest glyph, so that a tag never moves a word."""
    digit = digit_width(column.zoom * 100)
    return [len(str(snapshot.number(index))) * digit + style.number_room for index in marked]


def _layout(shown: Display, style: Style, widths: list[float], right_to_left: bool) -> QTextLayout:
    layout = QTextLayout(shown.text, style.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    if right_to_left:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    blank = QFontMetricsF(style.font).horizontalAdvance("\u00a0")
    formats = []
    for which, width in enumerate(widths):
        wide = QTextLayout.FormatRange()
        wide.start, wide.length = shown.mark_unit(which), 1
        form = QTextCharFormat()
        form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        form.setFontLetterSpacing(width - blank)
        wide.format = form
        formats.append(wide)
    layout.setFormats(formats)
    return layout


def _break_lines(laid: Laid, column: Column) -> float:
    """Breaks the text into lines a pitch apart; gives the bottom of the last."""
    style, layout = laid.style, laid.layout
    start_side, end_side = style.indent, style.indent_end
    left = end_side if laid.right_to_left else start_side
    width = max(column.width - start_side - end_side, 1.0)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Aligned by baseline: a fallback font's taller line must not move its letters.
        baseline = laid.text_top + round(len(laid.lines) * style.pitch) + round(style.baseline)
        line.setPosition(QPointF(left, baseline - line.ascent()))
        seen = line.naturalTextRect()
        start = line.textStart()
        end = start + line.textLength()
        laid.lines.append(Line(line, baseline, start, end, seen.left(), seen.right()))
    layout.endLayout()
    return laid.text_top + round(max(len(laid.lines), 1) * style.pitch)


def _place_link(laid: Laid, column: Column, bottom: float) -> float:
    """Sets "make it text" after the last line, or below it where there is no room."""
    metrics = QFontMetricsF(fonts.ui_font(11 * column.zoom))
    width, gap = metrics.horizontalAdvance(MAKE_TEXT), _LINK_GAP * column.zoom
    pitch = laid.style.pitch
    last = laid.lines[-1] if laid.lines else None
    used = (last.right - last.left + gap) if last else 0.0
    if used + width > column.width:
        used, bottom = 0.0, bottom + round(pitch)
    x = column.width - used - width if laid.right_to_left else used
    laid.link = QRectF(x, bottom - round(pitch), width, pitch)
    return bottom


def _place_fold(laid: Laid, column: Column, bottom: float, folded: int) -> float:
    """Says below the last line how much more is folded."""
    words = f"show {folded:,} more lines"
    pitch = laid.style.pitch
    width = QFontMetricsF(fonts.ui_font(11 * column.zoom)).horizontalAdvance(words)
    x = column.width - width if laid.right_to_left else 0.0
    bottom += round(_FOLD_ABOVE * column.zoom)
    laid.fold = QRectF(x, bottom, width, pitch), words
    return bottom + round(pitch)


def _levels(snapshot: Snapshot, claims: list[int]) -> dict[int, int]:
    """For claims that overlap: which of the lowest free places each underline takes."""
    levels: dict[int, int] = {}
    furthest = -1
    for index in claims:
        start = snapshot.starts[index]
        if start < furthest:
            taken = {
                levels.get(other, 0)
                for other in claims[: bisect_left(claims, index)]
                if snapshot.ends[other] > start
            }
            levels[index] = next(i for i in range(len(taken) + 1) if i not in taken)
        furthest = max(furthest, snapshot.ends[index])
    return levels
