"""An article laid out as a page, as far as anybody has looked at it.

The sheet knows where every block lies (most heights estimated) and lays blocks out
when asked, keeping the last used. No window, no scroll bar: pixels from the column's
left edge and the page's top.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from annotator.domain.article import PassageKind
from annotator.domain.snapshot import Snapshot
from annotator.ui import fonts
from annotator.ui.page import geometry
from annotator.ui.page.blocks import Blocks, cut_into_blocks
from annotator.ui.page.heights import Heights
from annotator.ui.page.layout import Frame, Laid, lay_out
from annotator.ui.page.style import (
    ASIDE_ABOVE,
    ASIDE_BELOW,
    ASIDE_CAPTION,
    BOTTOM,
    SUBTITLE_ABOVE,
    SUBTITLE_BELOW,
    SUBTITLE_PITCH,
    TOP,
    Column,
    digit_width,
    style,
)

KEPT = 160
"""How many blocks stay laid out."""
_SAMPLE = 3_000
_LOOKED_THROUGH = 8
"""A title begins within so many blocks, furniture apart."""


@dataclass(slots=True)
class Sheet:
    """One article in one column at one zoom."""

    snapshot: Snapshot
    column: Column
    blocks: Blocks
    subtitle_after: int
    """The block that the subtitle follows; -1: it stands on top."""
    subtitle_lines: int
    heights: Heights
    _laid: OrderedDict[int, Laid] = field(default_factory=OrderedDict)

    @property
    def percent(self) -> float:
        return self.column.zoom * 100

    @property
    def first_top(self) -> float:
        """Where block 0 begins."""
        alone = self.subtitle_after < 0 and self.subtitle_lines
        return round(TOP * self.column.zoom) + (self._subtitle_room() if alone else 0)

    @property
    def height(self) -> float:
        return self.first_top + self.heights.total + round(BOTTOM * self.column.zoom)

    def top(self, block: int) -> float:
        return self.first_top + self.heights.top(block)

    def block_at(self, y: float) -> int:
        return self.heights.at(y - self.first_top)

    def kind(self, block: int) -> PassageKind:
        return self.snapshot.passages[self.blocks.passages[block]].kind

    def laid(self, block: int) -> Laid:
        """The block, laid out; its height is exact from then on."""
        found = self._laid.get(block)
        if found is not None:
            self._laid.move_to_end(block)
            return found
        kind = self.kind(block)
        span = self.blocks.starts[block], self.blocks.ends[block]
        found = lay_out(
            self.snapshot, span, kind, style(kind, self.percent), self.column, self.frame(block)
        )
        self._laid[block] = found
        self.heights[block] = found.height
        if len(self._laid) > KEPT:
            self._laid.popitem(last=False)
        return found

    def is_laid(self, block: int) -> bool:
        return block in self._laid

    def opens_aside(self, block: int) -> bool:
        """Whether page furniture begins here, after text or at the top."""
        furniture = PassageKind.BOILERPLATE
        return self.kind(block) is furniture and (
            block == 0 or self.kind(block - 1) is not furniture
        )

    def frame(self, block: int) -> Frame:
        """What stands above and below a block's lines."""
        zoom, kind = self.column.zoom, self.kind(block)
        opens = self.blocks.opens(block)
        above = style(kind, self.percent).above if opens and block else 0.0
        if self.opens_aside(block):
            above = ((ASIDE_ABOVE if block else 0) + ASIDE_CAPTION) * zoom
        elif self._follows_aside(block):
            above = max(above, ASIDE_BELOW * zoom)
        below = self._subtitle_room() if block == self.subtitle_after else 0.0
        link = kind is PassageKind.BOILERPLATE and self.blocks.closes(block)
        fold = self.blocks.folds.get(block)
        return Frame(above, below, link, opens, fold.passages if fold else 0)

    def _follows_aside(self, block: int) -> bool:
        furniture = PassageKind.BOILERPLATE
        return block > 0 and self.kind(block - 1) is furniture is not self.kind(block)

    def _subtitle_room(self) -> float:
        if not self.subtitle_lines:
            return 0.0
        lines = SUBTITLE_PITCH * self.subtitle_lines
        return round((SUBTITLE_ABOVE + lines + SUBTITLE_BELOW) * self.column.zoom)

    def blocks_of(self, start: int, end: int) -> range:
        """The blocks that ``[start, end)`` touches; none of what is folded."""
        if self.blocks.fold_holding(start) is not None:
            return range(0)
        return range(self.blocks.holding(start), self.blocks.holding(max(start, end - 1)) + 1)

    def claims_about(self, index: int) -> range:
        """The claims that begin in the block where this one does."""
        starts = self.snapshot.starts
        block = self.blocks.holding(starts[index])
        low = bisect_left(starts, self.blocks.starts[block])
        return range(low, max(bisect_left(starts, self.blocks.ends[block]), index + 1))

    def claim_rects(self, index: int, *, lay: bool = False) -> Iterator[tuple[int, QRectF]]:
        """The rectangles a claim's fill covers: block and rectangle in it.

        Without ``lay``, only in blocks that are laid out already.
        """
        for block in self.blocks_of(*self.snapshot.span(index)):
            if lay or block in self._laid:
                laid = self.laid(block)
                for run in geometry.claim_runs(laid, self.snapshot, index):
                    yield block, geometry.band(laid, run)

    def offset_at(self, x: float, y: float) -> int | None:
        """The character nearest to a point of the page; None beside and between texts."""
        if not len(self.blocks) or not -4 <= x <= self.column.width + 4:
            return None
        block = self.block_at(y)
        laid, inner = self.laid(block), y - self.top(block)
        bottom = laid.text_top + len(laid.lines) * laid.style.pitch
        if not laid.text_top - 2 <= inner <= bottom + 2:
            return None
        return geometry.offset_at(laid, x, inner)

    def caret_at(self, x: float, y: float) -> int:
        """The border between characters that is nearest to a point of the page."""
        if not len(self.blocks):
            return 0
        block = self.block_at(y)
        return geometry.caret_at(self.laid(block), x, y - self.top(block))

    def claim_at(self, x: float, y: float) -> int | None:
        """The claim a click at a point means: the innermost one there, or beside a blank."""
        offset = self.offset_at(x, y)
        if offset is None:
            return None
        for near in (offset, offset - 1, offset + 1):
            found = geometry.innermost(self.snapshot, near) if near >= 0 else None
            if found is not None:
                return found
        return None


def sheet(
    snapshot: Snapshot, column: Column, subtitle_lines: int, unfolded: Set[int] = frozenset()
) -> Sheet:
    """The article in this column, with nothing laid out yet; ``unfolded`` as for its blocks."""
    blocks = cut_into_blocks(snapshot, unfolded)
    return Sheet(
        snapshot,
        column,
        blocks,
        _title_block(snapshot, blocks),
        subtitle_lines,
        Heights(_estimates(snapshot, blocks, column)),
    )


def resized(old: Sheet, column: Column, subtitle_lines: int) -> Sheet:
    """The same article in another column; what was cut stays cut."""
    if column == old.column and subtitle_lines == old.subtitle_lines:
        return old
    if (column.width, column.zoom) == (old.column.width, old.column.zoom) and (
        subtitle_lines == old.subtitle_lines
    ):
        old.column = column
        return old
    heights = Heights(_estimates(old.snapshot, old.blocks, column))
    return Sheet(old.snapshot, column, old.blocks, old.subtitle_after, subtitle_lines, heights)


def _title_block(snapshot: Snapshot, blocks: Blocks) -> int:
    """The last block of the title if the article begins with one, else -1.

    A page may begin with furniture, and its title stand after that.
    """
    last = -1
    for block, owner in enumerate(blocks.passages):
        kind = snapshot.passages[owner].kind
        if kind is PassageKind.TITLE:
            last = block
        elif last >= 0 or (block >= _LOOKED_THROUGH and kind is not PassageKind.BOILERPLATE):
            break
    return last


def _estimates(snapshot: Snapshot, blocks: Blocks, column: Column) -> list[float]:
    """A guess at each block's height, from its length alone."""
    text = snapshot.article.text
    percent = column.zoom * 100
    sample = text[:_SAMPLE] or "n"
    body = QFontMetricsF(fonts.reading_font(percent))
    letter = body.horizontalAdvance(sample.replace("\n", " ")) / len(sample)
    room = digit_width(percent) * 4 + style(PassageKind.BODY, percent).number_room
    letter += room * len(snapshot) / max(len(text), 1)
    rows = {kind: _row(kind, percent, letter, column) for kind in PassageKind}
    guesses = [_guess(rows[kind], length) for kind, length in blocks.sizes]
    return [guesses[shape] for shape in blocks.shapes]


def _guess(row: tuple[float, float, float], length: int) -> float:
    """In whole pixels, as all heights: a page scrolled by whole pixels stays sharp."""
    across, pitch, above = row
    return round(ceil((length + 4) / across) * pitch + above)


def _row(
    kind: PassageKind, percent: float, letter: float, column: Column
) -> tuple[float, float, float]:
    """For a kind of passage: letters in a line, a line's height, the room above."""
    face, reading = style(kind, percent), style(PassageKind.BODY, percent)
    width = max(column.width - face.indent - face.indent_end, 1)
    return width / (letter * face.pixels / reading.pixels), face.pitch, face.above
