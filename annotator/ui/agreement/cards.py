"""A claim on a card: its number, who held what, its words, and how each note begins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.domain.tags import ROW, Standing
from annotator.ui.agreement.claims import LINE, ClaimModel, Index
from annotator.ui.agreement.view import ClaimLine
from annotator.ui.fonts import serif_font, small_font, ui_font
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.styled import Look, Paragraph, Piece
from annotator.ui.theme import Theme

RADIUS = 6
SIDE = 13
ABOVE = 10
BELOW = 11
GAP = 8
_HEAD = 20
_TITLE = 16
_PIXELS, _PITCH = 14.5, 20
_NOTE, _NOTE_PITCH = 12, 17
_LONGEST = 700
"""Characters of a claim that a card shows."""


class Mark(NamedTuple):
    """One analyst's standing in a card's first line, and where it stands in it."""

    initial: str
    standing: Standing
    left: float
    line: int


class ClaimCards(QStyledItemDelegate):
    """Paints the cards and knows how high each is."""

    def __init__(self, model: ClaimModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme
        self._laid = lru_cache(maxsize=256)(self._lay_out)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._laid.cache_clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        line: ClaimLine = index.data(LINE)
        inner = width - 2 * SIDE
        words, notes = self._laid(line)
        high = ABOVE + self._head_height(line, inner) + words.height(inner) + BELOW + GAP
        if notes is not None:
            high += 4 + notes.height(inner)
        return QSize(width, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(0, 0, 0, -GAP)
        self._paint_box(painter, box, option.state)
        line: ClaimLine = index.data(LINE)
        inner = box.adjusted(SIDE, ABOVE, -SIDE, -BELOW)
        self._paint_head(painter, line, inner)
        words, notes = self._laid(line)
        top = inner.top() + self._head_height(line, inner.width())
        words.paint(painter, QPointF(inner.left(), top), inner.width())
        if notes is not None:
            top += words.height(inner.width()) + 4
            notes.paint(painter, QPointF(inner.left(), top), inner.width())
        painter.restore()

    def _lay_out(self, line: ClaimLine) -> tuple[Paragraph, Paragraph | None]:
        text = line.text if len(line.text) <= _LONGEST else line.text[:_LONGEST] + "…"
        words = Paragraph([Piece(text)], serif_font(_PIXELS), _PITCH, self.theme)
        if not line.notes:
            return words, None
        # A line break that is none of the notes' own: each note begins a line.
        said = "\u2028".join(f"{who}: {note}" for who, note in line.notes)
        pieces = [Piece(said, Look.MUTED)]
        return words, Paragraph(pieces, ui_font(_NOTE), _NOTE_PITCH, self.theme)

    def _paint_box(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        current = QStyle.StateFlag.State_Selected in state
        focused = QStyle.StateFlag.State_HasFocus in state
        painter.setBrush(self.theme.colour("paper"))
        hovered = QStyle.StateFlag.State_MouseOver in state
        painter.setPen(QPen(self.theme.colour("dot" if hovered or current else "line")))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _head_height(self, line: ClaimLine, width: int) -> int:
        rows = 1 + max((mark.line for mark in self._marks(line, width)), default=0)
        return rows * _HEAD + (_TITLE if line.title else 0) + 1

    def _marks(self, line: ClaimLine, width: int) -> Iterator[Mark]:
        """The standings side by side, on further lines where one is not enough."""
        font = QFontMetricsF(ui_font())
        left, row = self._number_width(line) + 10, 0
        for place, standing in line.held:
            initial = self._model.who(place)
            label = ROW[standing].label.lower()
            wide = font.horizontalAdvance(f"{initial} ") + glyph_width(ROW[standing].glyph, 13)
            wide += 4 + font.horizontalAdvance(label)
            if left + wide > width and left > 0:
                left, row = 0.0, row + 1
            yield Mark(initial, standing, left, row)
            left += wide + 10

    def _number_width(self, line: ClaimLine) -> float:
        return QFontMetricsF(ui_font(bold=True)).horizontalAdvance(line.number or "–")

    def _paint_head(self, painter: QPainter, line: ClaimLine, inner: QRect) -> None:
        top = inner.top()
        if line.title:
            painter.setFont(small_font())
            painter.setPen(self.theme.colour("muted"))
            place = QRect(inner.left(), top - 2, inner.width(), _TITLE)
            cut = painter.fontMetrics().elidedText(
                line.title, Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)
            top += _TITLE
        baseline = top + 13
        painter.setFont(ui_font(bold=True))
        painter.setPen(self.theme.colour("text"))
        painter.drawText(QPointF(inner.left(), baseline), line.number or "–")
        for mark in self._marks(line, inner.width()):
            self._paint_mark(painter, mark, QPointF(inner.left(), baseline + mark.line * _HEAD))

    def _paint_mark(self, painter: QPainter, mark: Mark, at: QPointF) -> None:
        row, ink = ROW[mark.standing], self.theme.ink(mark.standing)
        painter.setFont(ui_font())
        painter.setPen(ink)
        left = at + QPointF(mark.left, 0)
        painter.drawText(left, mark.initial)
        left += QPointF(painter.fontMetrics().horizontalAdvance(f"{mark.initial} "), 0)
        wide = paint_glyph(painter, row.glyph, left, ink)
        painter.setPen(ink)
        painter.drawText(left + QPointF(wide + 4, 0), row.label.lower())
