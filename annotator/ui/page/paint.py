"""Paints laid out blocks with any painter: the screen's, a picture's, a printer's.

Order: fills, found and selected text, letters, underlines, numbers, outlines, the bar
of the claim in hand, the caret. Only lines inside ``clip`` are painted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout

from annotator.domain.article import PassageKind, Span
from annotator.domain.compare import ReviewSnapshot
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Underline
from annotator.ui.only import Only
from annotator.ui.page import around, beside, geometry
from annotator.ui.page.cues import Cue, cue, review_cue
from annotator.ui.page.layout import Laid
from annotator.ui.page.marks import draw_underline
from annotator.ui.page.numbers import draw_number, draw_title_mark
from annotator.ui.page.sheet import Sheet
from annotator.ui.theme import Theme

_LEVEL = 3.0
"""How much lower the underline of a claim inside another runs, at 100 %."""
_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how the page looks beside the article itself."""

    theme: Theme
    current: int | None = None
    selected: tuple[int, ...] = ()
    focused: bool = False
    only: Only | None = None
    """All other claims are muted."""
    found: Sequence[Span] = ()
    found_current: int | None = None
    selection: Span | None = None
    caret: int | None = None
    subtitle: str = ""
    review: ReviewSnapshot | None = None
    """Who holds what, in Review; None: the claims show as they stand for the analyst."""
    flags: frozenset[int] = frozenset()
    """Claims with a flag in the margin; Review shows none."""

    def cue(self, snapshot: Snapshot, index: int) -> Cue:
        """How this claim shows."""
        if self.review is not None:
            return review_cue(self.theme, self.review, index)
        standing = snapshot.standing(index)
        return cue(self.theme, standing, muted=self.mutes(snapshot, index))

    def mutes(self, snapshot: Snapshot, index: int) -> bool:
        """Whether the filter keeps this claim back."""
        return self.only is not None and not self.only.lets(snapshot, index)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A claim and its stretches on the lines that are to be painted."""

    index: int
    cue: Cue
    runs: list[geometry.Run]
    muted: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """One block while it is being painted; ``claims`` are outermost first."""

    painter: QPainter
    sheet: Sheet
    laid: Laid
    look: Look
    claims: list[_Seen]


def paint_block(painter: QPainter, sheet: Sheet, block: int, look: Look, clip: QRectF) -> None:
    """Paints one block; the painter's origin is its top left corner, ``clip`` is from there."""
    laid = sheet.laid(block)
    here = _Block(painter, sheet, laid, look, _seen(sheet, laid, look, clip))
    if sheet.opens_aside(block):
        beside.paint_caption(painter, sheet, block, look.theme)
    _paint_fills(here)
    ranges = [*_muted_ranges(here), *_marked_ranges(here)]
    painter.setPen(look.theme.colour(laid.style.ink))
    laid.layout.draw(painter, QPointF(0, 0), ranges, clip)
    _paint_underlines(here)
    _paint_numbers(here)
    beside.paint_hanging(painter, sheet, laid, look.theme)
    _paint_outlines(here)
    _paint_flags(here)
    if look.caret is not None and laid.start <= look.caret <= laid.end:
        around.paint_caret(painter, laid, look.caret, look.theme.colour("focus"))
    if block == sheet.subtitle_after:
        beside.paint_subtitle(painter, sheet, look.subtitle, look.theme, under=laid)


def _seen(sheet: Sheet, laid: Laid, look: Look, clip: QRectF) -> list[_Seen]:
    """The block's claims that show on lines inside ``clip``, outermost first."""
    low, high = clip.top() - laid.style.pitch, clip.bottom() + laid.style.up
    lines, snapshot = laid.lines, sheet.snapshot
    found = []
    for index in laid.claims:
        runs = geometry.claim_runs(laid, snapshot, index)
        runs = [run for run in runs if low < lines[run[0]].baseline < high]
        if runs:
            muted = look.mutes(snapshot, index)
            found.append(_Seen(index, look.cue(snapshot, index), runs, muted))
    return found


def _paint_fills(here: _Block) -> None:
    for claim in here.claims:
        fill = claim.cue.fill
        if fill is not None:
            for run in claim.runs:
                here.painter.fillRect(geometry.band(here.laid, run), fill)


def _muted_ranges(here: _Block) -> list[QTextLayout.FormatRange]:
    """Letters of claims that are kept back; inside one, those that are not stand out."""
    if here.look.only is None:
        return []
    muted, ink = here.look.theme.colour("muted"), here.look.theme.colour(here.laid.style.ink)
    return [
        _in_ink(here.laid, here.sheet.snapshot.span(claim.index), muted if claim.muted else ink)
        for claim in sorted(here.claims, key=lambda claim: not claim.muted)
    ]


def _marked_ranges(here: _Block) -> list[QTextLayout.FormatRange]:
    """Lays found and selected text under the letters; gives the selected ones their ink."""
    look, laid = here.look, here.laid
    for number in _found_here(look.found, laid.start, laid.end):
        token = "find-current" if number == look.found_current else "find"
        _fill_span(here, look.found[number], look.theme.colour(token))
    chosen = look.selection
    if chosen is None or chosen.end <= laid.start or chosen.start >= laid.end:
        return []
    _fill_span(here, chosen, look.theme.colour("text-selection"))
    return [_in_ink(laid, chosen, look.theme.colour("text-selected"))]


def _in_ink(laid: Laid, span: Span, ink: QColor) -> QTextLayout.FormatRange:
    """Letters of a stretch in another ink."""
    one = QTextLayout.FormatRange()
    one.start = laid.display.unit(max(span.start, laid.start))
    one.length = laid.display.unit(min(span.end, laid.end), before_marks=True) - one.start
    form = QTextCharFormat()
    form.setForeground(ink)
    one.format = form
    return one


def _found_here(found: Sequence[Span], start: int, end: int) -> range:
    """Which of the found stretches, sorted and apart, touch this one."""
    low = bisect_right(found, start, key=lambda span: span[1])
    return range(low, bisect_left(found, end, key=lambda span: span[0]))


def _fill_span(here: _Block, span: Span, colour: QColor) -> None:
    for run in geometry.span_runs(here.laid, *span):
        here.painter.fillRect(geometry.band(here.laid, run), colour)


def _paint_underlines(here: _Block) -> None:
    laid, zoom = here.laid, here.laid.style.zoom
    for claim in here.claims:
        shown = claim.cue
        if shown.underline is Underline.NONE:
            continue
        if shown.thin and shown.fill is None and laid.kind is PassageKind.TITLE:
            continue  # Its letters are large: a quiet line under them would not be quiet.
        below = laid.style.under + min(laid.levels.get(claim.index, 0), _LEVELS) * _LEVEL * zoom
        for number, left, right in claim.runs:
            top = laid.lines[number].baseline + below
            place = left, top, right - left
            draw_underline(here.painter, shown.underline, shown.ink, place, zoom, thin=shown.thin)


def _paint_numbers(here: _Block) -> None:
    laid, theme, snapshot = here.laid, here.look.theme, here.sheet.snapshot
    seen = {claim.index: claim for claim in here.claims}
    for which, index in enumerate(laid.marked):
        claim = seen.get(index)
        if claim is None:
            continue
        number, x = geometry.mark_place(laid, which)
        if number == claim.runs[0][0]:
            place = x, laid.lines[number].baseline - laid.style.number_raise
            draw_number(here.painter, laid, place, str(snapshot.number(index)), claim.cue)
    title = snapshot.title_index
    if title in laid.claims and laid.lines and snapshot.starts[title] >= laid.start:
        shown = here.look.cue(snapshot, title)
        draw_title_mark(here.painter, laid, here.sheet.column, shown, theme)


def _paint_outlines(here: _Block) -> None:
    look, laid, theme = here.look, here.laid, here.look.theme
    strong = theme.colour("focus" if look.focused else "muted")
    for claim in here.claims:
        if claim.index == look.current:
            around.paint_outline(here.painter, laid, claim.index, strong, around.IN_HAND)
            if look.review is None:
                ink = theme.colour("text") if claim.cue.fill is None else claim.cue.ink
                width = here.sheet.column.width
                around.paint_bar(here.painter, laid, claim.index, width, ink)
        elif claim.index in look.selected:
            ink = theme.colour("muted")
            around.paint_outline(here.painter, laid, claim.index, ink, around.CHOSEN)


def _paint_flags(here: _Block) -> None:
    look, laid, starts = here.look, here.laid, here.sheet.snapshot.starts
    if look.review is not None:
        return
    for claim in here.claims:
        if claim.index in look.flags and starts[claim.index] >= laid.start:
            ink, width = look.theme.colour("muted"), here.sheet.column.width
            around.paint_flag(here.painter, laid, claim.index, width, ink)
