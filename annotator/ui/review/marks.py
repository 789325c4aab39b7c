"""The marks in the margin of the page: whose there are, how each looks, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.tags import NOT_JUDGED, ROW, Standing
from annotator.ui.fonts import ui_font
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.page.rows import HIGH
from annotator.ui.theme import Theme

WIDE, GAP = 25, 3
LEFT, RIGHT = 7, 12
"""What lies beside the marks in the margin; the scroll bar stands in the right part."""
MOST = 4
"""So many columns stand beside each other; of more people the last one holds the rest."""
_RADIUS = 4.5
_PIXELS = 11.0
_BETWEEN = 1.0


class Manner(Enum):
    """How a mark is drawn."""

    QUIET = auto()
    """All agree, or nobody else judged: no border."""
    LOUD = auto()
    """They differ: filled."""
    BEATEN = auto()
    """Settled as something else: emptied."""
    WINNING = auto()
    """Settled so: emptied, and outlined in its ink."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One analyst's mark of a claim: who, and how the claim stands for that person."""

    initial: str
    standing: Standing
    manner: Manner


@dataclass(frozen=True, slots=True)
class Places:
    """Which columns of a review stand in the margin: each alone, and the rest as one.

    ``alone`` are places in the review's columns, those that are compared first where not
    all have room; ``rest`` are the others.
    """

    alone: tuple[int, ...]
    rest: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        return len(self.alone) + bool(self.rest)

    @property
    def width(self) -> int:
        """How wide the margin is, the scroll bar in it included."""
        return LEFT + max(2, self.count) * (WIDE + GAP) - GAP + RIGHT

    def at(self, x: float) -> int | None:
        """The place of the margin at this distance from its left edge; the last: the rest."""
        place = int((x - LEFT) // (WIDE + GAP))
        return place if 0 <= place < self.count else None


def places(count: int, compared: Sequence[int]) -> Places:
    """The places for so many analysts, of whom these are compared."""
    if count <= MOST:
        return Places(tuple(range(count)))
    first = sorted(range(count), key=lambda column: column not in compared)
    return Places(tuple(sorted(first[: MOST - 1])), tuple(sorted(first[MOST - 1 :])))


def left_of(place: int) -> int:
    """Where a place begins, from the margin's left edge."""
    return LEFT + place * (WIDE + GAP)


def judged(review: ReviewSnapshot, index: int) -> bool:
    """Whether anybody's mark of this claim shows."""
    return any(column.standings[index] not in NOT_JUDGED for column in review.columns)


def mark(
    whole: ReviewSnapshot, shown: ReviewSnapshot, compared: Sequence[int], index: int, column: int
) -> Mark | None:
    """An analyst's mark of a claim; None: no judgement, or the analyst is left out."""
    standing = whole.columns[column].standing(index)
    if standing in NOT_JUDGED or column not in compared:
        return None
    return Mark(whole.initials[column], standing, _manner(shown, index, standing))


def _manner(shown: ReviewSnapshot, index: int, standing: Standing) -> Manner:
    accord, decision = shown.accord(index), shown.decision(index)
    if accord in (Accord.OPEN, Accord.RETURNED):
        return Manner.LOUD
    if accord is Accord.SETTLED and decision is not None:
        return Manner.WINNING if standing is decision.outcome else Manner.BEATEN
    return Manner.QUIET


def paint_mark(painter: QPainter, left: float, top: float, mark: Mark, theme: Theme) -> None:
    """Draws a mark with its upper left corner there."""
    box = QRectF(left, top, WIDE, HIGH).adjusted(0.5, 0.5, -0.5, -0.5)
    fill = theme.fill(mark.standing) if mark.manner is Manner.LOUD else None
    ink, text = theme.ink(mark.standing), theme.colour("text")
    if mark.manner is not Manner.QUIET:
        painter.setPen(_edge(mark, theme))
        painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    painter.setPen(text if mark.manner is Manner.LOUD else ink)
    bold = mark.manner is not Manner.QUIET
    paint_words(painter, box, mark.initial, ROW[mark.standing].glyph, bold=bold)


def paint_words(
    painter: QPainter, box: QRectF, initial: str, glyph: str, *, bold: bool = True
) -> None:
    """Initial and glyph in the middle of a box, in the painter's pen."""
    pixels = _PIXELS if len(initial) < 2 else _PIXELS - 2
    ink = painter.pen().color()
    font = ui_font(pixels, bold=bold)
    metrics = QFontMetricsF(font)
    wide = metrics.horizontalAdvance(initial)
    whole = wide + (_BETWEEN + glyph_width(glyph, pixels) if glyph else 0)
    left, baseline = box.center().x() - whole / 2, box.center().y() + metrics.capHeight() / 2
    painter.setFont(font)
    painter.drawText(QPointF(left, baseline), initial)
    if glyph:
        paint_glyph(painter, glyph, QPointF(left + wide + _BETWEEN, baseline), ink, pixels)


def _edge(mark: Mark, theme: Theme) -> QPen:
    """A tag's border is a line; that of ❝ dotted, of – dashed, and quiet where it lost."""
    beaten = mark.manner is Manner.BEATEN
    pen = QPen(theme.colour("line") if beaten else theme.ink(mark.standing), 1.2)
    if mark.standing is Standing.ON_SOURCE:
        pen.setDashPattern([1, 1.6])
    elif mark.standing is Standing.NOT_CHECKABLE:
        pen.setDashPattern([3, 2])
    return pen
