"""Paints laid out blocks with any painter: the screen's, a picture's, a printer's.

Order: fills, found and selected text, letters, underlines, numbers, outlines, the bar
of the claim in hand, the caret. Only lines inside ``clip`` are painted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout

from annotator.domain.article import Span
from annotator.domain.tags import ROW, Standing, Underline
from annotator.ui import fonts
from annotator.ui.page import geometry
from annotator.ui.page.layout import MAKE_TEXT, Laid
from annotator.ui.page.marks import draw_underline
from annotator.ui.page.numbers import draw_number, draw_title_mark
from annotator.ui.page.outline import outline
from annotator.ui.page.sheet import Sheet
from annotator.ui.page.style import ASIDE_CAPTION, SUBTITLE_ABOVE, SUBTITLE_PITCH, SUBTITLE_PIXELS
from annotator.ui.theme import Theme

ASIDE = "page furniture, not counted"
OUTLINE_PEN = 2.0
_OUTLINE_UP, _OUTLINE_DOWN, _OUTLINE_SIDE, _RADIUS = 1.6, 4.0, 2.0, 4.0
_BAR_LEFT, _BAR_WIDTH = 21.0, 3.0
_LEVEL = 3.0
_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how the page looks beside the article itself."""

    theme: Theme
    current: int | None = None
    selected: tuple[int, ...] = ()
    focused: bool = False
    only: Standing | None = None
    """Claims that stand otherwise are muted."""
    found: Sequence[Span] = ()
    found_current: int | None = None
    selection: Span | None = None
    caret: int | None = None
    subtitle: str = ""


def paint_block(painter: QPainter, sheet: Sheet, block: int, look: Look, clip: QRectF) -> None:
    """Paints one block; the painter's origin is its top left corner, ``clip`` is from there."""
    laid = sheet.laid(block)
    if sheet.opens_aside(block):
        _paint_aside(painter, sheet, block, laid, look)
    shown = _Shown(painter, sheet, laid, look, clip)
    _paint_fills(shown)
    ranges = [*_muted_ranges(shown), *_paint_ranges(shown)]
    painter.setPen(look.theme.colour(laid.style.ink))
    laid.layout.draw(painter, QPointF(0, 0), ranges, clip)
    _paint_underlines(shown)
    _paint_numbers(shown)
    if laid.bullet and laid.lines:
        _paint_bullet(painter, sheet, laid, look.theme)
    if laid.link is not None:
        _paint_link(painter, sheet, laid, look.theme)
    _paint_outlines(shown)
    _paint_caret(shown)
    if block == sheet.subtitle_after:
        top = laid.text_top + _text_height(laid)
        paint_subtitle(painter, sheet, look, top, right_to_left=laid.right_to_left)


@dataclass(frozen=True, slots=True)
class _Shown:
    """One block while it is being painted."""

    painter: QPainter
    sheet: Sheet
    laid: Laid
    look: Look
    clip: QRectF

    @property
    def zoom(self) -> float:
        return self.sheet.column.zoom

    def standing(self, index: int) -> Standing:
        return Standing(self.sheet.snapshot.standings[index])

    def muted(self, index: int) -> bool:
        return self.look.only is not None and self.standing(index) is not self.look.only

    def runs(self, index: int) -> Iterator[geometry.Run]:
        """The claim's stretches on the lines that are to be painted."""
        low, high = self.clip.top(), self.clip.bottom()
        style = self.laid.style
        for run in geometry.claim_runs(self.laid, self.sheet.snapshot, index):
            baseline = self.laid.lines[run[0]].baseline
            if baseline - style.up < high and baseline + style.pitch > low:
                yield run


def _text_height(laid: Laid) -> float:
    return round(max(len(laid.lines), 1) * laid.style.pitch)


def _paint_fills(shown: _Shown) -> None:
    """Outermost first: claims come in the order (start, longer first)."""
    for index in shown.laid.claims:
        fill = shown.look.theme.fill(shown.standing(index))
        if fill is not None and not shown.muted(index):
            for run in shown.runs(index):
                shown.painter.fillRect(geometry.band(shown.laid, run), fill)


def _muted_ranges(shown: _Shown) -> list[QTextLayout.FormatRange]:
    if shown.look.only is None:
        return []
    laid, snapshot, theme = shown.laid, shown.sheet.snapshot, shown.look.theme
    ranges = []
    for index in sorted(laid.claims, key=lambda i: not shown.muted(i)):
        ink = theme.colour("muted" if shown.muted(index) else laid.style.ink)
        start, end = snapshot.span(index)
        ranges.append(_ink_range(laid, start, end, ink))
    return ranges


def _ink_range(laid: Laid, start: int, end: int, ink: QColor) -> QTextLayout.FormatRange:
    """Letters of ``[start, end)`` in another ink."""
    one = QTextLayout.FormatRange()
    one.start = laid.display.unit(max(start, laid.start))
    one.length = laid.display.unit(min(end, laid.end), before_marks=True) - one.start
    form = QTextCharFormat()
    form.setForeground(ink)
    one.format = form
    return one


def _paint_ranges(shown: _Shown) -> list[QTextLayout.FormatRange]:
    """Lays found and selected text under the letters; gives the selected ones their ink."""
    look, laid = shown.look, shown.laid
    for number in _found_here(look.found, laid.start, laid.end):
        token = "find-current" if number == look.found_current else "find"
        _fill_span(shown, look.found[number], look.theme.colour(token))
    chosen = look.selection
    if chosen is None or chosen.end <= laid.start or chosen.start >= laid.end:
        return []
    _fill_span(shown, chosen, look.theme.colour("text-selection"))
    return [_ink_range(laid, chosen.start, chosen.end, look.theme.colour("text-selected"))]


def _found_here(found: Sequence[Span], start: int, end: int) -> range:
    """Which of the found stretches, sorted and apart, touch this one."""
    low = bisect_right(found, start, key=lambda span: span[1])
    return range(low, bisect_left(found, end, key=lambda span: span[0]))


def _fill_span(shown: _Shown, span: Span, colour: QColor) -> None:
    for run in geometry.span_runs(shown.laid, *span):
        shown.painter.fillRect(geometry.band(shown.laid, run), colour)


def _paint_underlines(shown: _Shown) -> None:
    laid, zoom = shown.laid, shown.zoom
    for index in laid.claims:
        row = ROW.get(shown.standing(index))
        if row is None or row.underline is Underline.NONE or shown.muted(index):
            continue
        ink = shown.look.theme.ink(row.standing)
        lower = min(laid.levels.get(index, 0), _LEVELS) * _LEVEL * zoom
        for number, left, right in shown.runs(index):
            top = laid.lines[number].baseline + laid.style.under + lower
            draw_underline(shown.painter, row.underline, ink, (left, top, right - left), zoom)


def _paint_numbers(shown: _Shown) -> None:
    laid, theme = shown.laid, shown.look.theme
    for which, index in enumerate(laid.marked):
        run = next(shown.runs(index), None)
        unit = laid.display.mark_unit(which)
        line = laid.lines[run[0]] if run else None
        if line is None or not line.start <= unit < line.end:
            continue
        standing = shown.standing(index)
        filled = theme.fill(standing) is not None and not shown.muted(index)
        place = geometry.x_of(line, unit), line.baseline - laid.style.number_raise
        ink = theme.colour("text") if filled else theme.ink(standing)
        digits = ink if filled else theme.colour("muted")
        text = str(shown.sheet.snapshot.number(index))
        draw_number(shown.painter, laid, place, text, standing, (digits, ink))
    title = shown.sheet.snapshot.title_index
    if title in laid.claims and laid.lines and shown.sheet.snapshot.starts[title] >= laid.start:
        standing = shown.standing(title)
        draw_title_mark(shown.painter, laid, shown.sheet.column, standing, theme)


def _paint_outlines(shown: _Shown) -> None:
    look, laid = shown.look, shown.laid
    for index in laid.claims:
        if index == look.current or index in look.selected:
            _paint_outline(shown, index, strong=index == look.current)


def _paint_outline(shown: _Shown, index: int, *, strong: bool) -> None:
    zoom, laid, theme = shown.zoom, shown.laid, shown.look.theme
    runs = geometry.claim_runs(laid, shown.sheet.snapshot, index)
    if not runs:
        return
    painter = shown.painter
    colour = theme.colour("focus" if strong and shown.look.focused else "muted")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF((OUTLINE_PEN if strong else 1.2) * max(zoom, 1) ** 0.5)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline(outline_rects(laid, runs, zoom), _RADIUS * zoom))
    painter.restore()
    if strong:
        _paint_bar(shown, runs, index)


def outline_rects(laid: Laid, runs: Sequence[geometry.Run], zoom: float) -> list[QRectF]:
    """What the outline goes round: every line with its underline; lines below meet."""
    rects = []
    side = _OUTLINE_SIDE * zoom
    numbers = {run[0] for run in runs}
    for number, left, right in runs:
        baseline = laid.lines[number].baseline
        top = round(baseline - laid.style.up - _OUTLINE_UP * zoom)
        bottom = round(baseline + laid.style.down + _OUTLINE_DOWN * zoom)
        if number + 1 in numbers:
            following = laid.lines[number + 1].baseline - laid.style.up - _OUTLINE_UP * zoom
            bottom = max(bottom, round(following))
        rects.append(
            QRectF(round(left - side), top, round(right + side) - round(left - side), bottom - top)
        )
    return rects


def _paint_bar(shown: _Shown, runs: Sequence[geometry.Run], index: int) -> None:
    laid, zoom = shown.laid, shown.zoom
    first, last = laid.lines[runs[0][0]], laid.lines[runs[-1][0]]
    top = first.baseline - laid.style.up
    height = last.baseline + laid.style.down - top
    left = -_BAR_LEFT * zoom
    if laid.right_to_left:
        left = shown.sheet.column.width + (_BAR_LEFT - _BAR_WIDTH) * zoom
    theme, standing = shown.look.theme, shown.standing(index)
    ink = theme.colour("text") if theme.fill(standing) is None else theme.ink(standing)
    if not shown.look.focused:
        ink = theme.colour("muted") if theme.fill(standing) is None else ink
    shown.painter.fillRect(QRectF(left, top, _BAR_WIDTH * zoom, height), ink)


def _paint_caret(shown: _Shown) -> None:
    caret, laid = shown.look.caret, shown.laid
    if caret is None or not laid.start <= caret <= laid.end:
        return
    place = geometry.caret_place(laid, caret)
    if place is None:
        return
    line, x = place
    top = line.baseline - laid.style.up
    height = laid.style.up + laid.style.down
    colour = shown.look.theme.colour("focus")
    shown.painter.fillRect(QRectF(round(x) - 1, top, 2, height), colour)


def _paint_bullet(painter: QPainter, sheet: Sheet, laid: Laid, theme: Theme) -> None:
    zoom, line = sheet.column.zoom, laid.lines[0]
    size = 5 * zoom
    middle = line.baseline - laid.style.pixels * 0.3
    x = sheet.column.width - 13 * zoom if laid.right_to_left else 8 * zoom
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("muted"))
    painter.drawEllipse(QRectF(x, middle - size / 2, size, size))
    painter.restore()


def _paint_aside(painter: QPainter, sheet: Sheet, block: int, laid: Laid, look: Look) -> None:
    """A thin line and a quiet caption over page furniture."""
    zoom, theme, width = sheet.column.zoom, look.theme, sheet.column.width
    top = laid.text_top - ASIDE_CAPTION * zoom
    if block:
        painter.fillRect(QRectF(0, round(top - 12 * zoom), width, 1), theme.colour("line"))
    painter.setFont(fonts.ui_font(11 * zoom))
    painter.setPen(theme.colour("muted"))
    side = Qt.AlignmentFlag.AlignRight if laid.right_to_left else Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRectF(0, top, width, 16 * zoom), side | Qt.AlignmentFlag.AlignTop, ASIDE)


def _paint_link(painter: QPainter, sheet: Sheet, laid: Laid, theme: Theme) -> None:
    """The underlined "make it text" after page furniture."""
    font: QFont = fonts.ui_font(11 * sheet.column.zoom)
    font.setUnderline(True)
    link = laid.link
    assert link is not None
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    baseline = link.top() + round(laid.style.baseline)
    painter.drawText(QPointF(link.left(), baseline), MAKE_TEXT)


def paint_subtitle(
    painter: QPainter, sheet: Sheet, look: Look, top: float, *, right_to_left: bool = False
) -> None:
    """The muted line under the title, wrapped where it must be."""
    if not look.subtitle:
        return
    zoom, flow = sheet.column.zoom, Qt.LayoutDirection
    painter.setFont(fonts.ui_font(SUBTITLE_PIXELS * zoom))
    painter.setPen(look.theme.colour("muted"))
    painter.setLayoutDirection(flow.RightToLeft if right_to_left else flow.LeftToRight)
    line_height = SUBTITLE_PITCH * zoom
    for number, line in enumerate(subtitle_lines(look.subtitle, sheet.column.width, zoom)):
        y = top + SUBTITLE_ABOVE * zoom + number * line_height
        where = QRectF(0, y, sheet.column.width, line_height)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
    painter.setLayoutDirection(flow.LeftToRight)


def subtitle_lines(text: str, width: float, zoom: float) -> list[str]:
    """The subtitle broken between its parts, or its words, to fit the column."""
    metrics = QFontMetricsF(fonts.ui_font(SUBTITLE_PIXELS * zoom))
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]
