"""An article in the list: its title, where it is from, and how far it has come."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.desk.showing import ArticleRow
from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit import progress
from annotator.ui.library.model import OPEN, ROW, WHEN, Index, claims_in_words
from annotator.ui.theme import Theme

RADIUS = 8
SIDE = 10
ABOVE = 9
LINES = 2
LINE = 18
SUB = 16
BELOW = 10
GAP = 4


class CardDelegate(QStyledItemDelegate):
    """Paints a card; the article on the page lies on paper, with a fine line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        lines = len(_title_lines(index.data(ROW).title, width - 2 * SIDE))
        return QSize(width, ABOVE + lines * LINE + SUB + 6 + progress.HEIGHT + BELOW + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(0, 0, 0, -GAP)
        opened = bool(index.data(OPEN))
        self._paint_box(painter, box, option.state, opened=opened)
        row: ArticleRow = index.data(ROW)
        inner = box.adjusted(SIDE, ABOVE, -SIDE, -BELOW)
        top = self._paint_title(painter, row.title, inner)
        self._paint_rest(painter, row, index.data(WHEN), inner, top)
        strip = QRect(inner.left(), inner.bottom() + 1 - progress.HEIGHT, inner.width(), 4)
        progress.paint_strip(painter, QRectF(strip), row.counts, self.theme)
        painter.restore()

    def _paint_box(
        self, painter: QPainter, box: QRect, state: QStyle.StateFlag, *, opened: bool
    ) -> None:
        focused = QStyle.StateFlag.State_HasFocus in state
        hovered = QStyle.StateFlag.State_MouseOver in state
        if not (opened or focused or hovered):
            return
        shape = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self.theme.colour("line")) if opened else Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("paper" if opened else "selection"))
        if opened or hovered:
            painter.drawRoundedRect(shape, RADIUS, RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_title(self, painter: QPainter, title: str, inner: QRect) -> int:
        painter.setFont(ui_font(bold=True))
        painter.setPen(self.theme.colour("text"))
        top = inner.top()
        for line in _title_lines(title, inner.width()):
            place = QRect(inner.left(), top, inner.width(), LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | _side(title), line)
            top += LINE
        return top

    def _paint_rest(
        self, painter: QPainter, row: ArticleRow, when: str, inner: QRect, top: int
    ) -> None:
        painter.setFont(small_font())
        painter.setPen(self.theme.colour("muted"))
        place = QRect(inner.left(), top, inner.width(), SUB)
        text = " · ".join(filter(None, (row.publisher, when, claims_in_words(row))))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | _side(row.title), cut)


def _side(title: str) -> Qt.AlignmentFlag:
    """A right-to-left title stands at the right, and what belongs to it under it."""
    flags = Qt.AlignmentFlag
    return (flags.AlignRight if _right_to_left(title) else flags.AlignLeft) | flags.AlignAbsolute


def _right_to_left(text: str) -> bool:
    """Whether its first letter is one of a script that runs to the left."""
    for char in text:
        way = unicodedata.bidirectional(char)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


@lru_cache(maxsize=256)  # the list asks for every card's height whenever one of them changes
def _title_lines(title: str, width: int) -> tuple[str, ...]:
    """The title on at most two lines, the last one cut with "…" where it must be."""
    font = ui_font(bold=True)
    layout = QTextLayout(title, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    line: QTextLine = layout.createLine()
    while line.isValid() and len(lines) < LINES:
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        # Qt counts UTF-16 units; the title is cut as it counts.
        units = title.encode("utf-16-le")
        rest = units[2 * line.textStart() :].decode("utf-16-le", "replace")
        here = units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
        last = len(lines) == LINES - 1
        lines.append(rest if last else here.decode("utf-16-le", "replace").rstrip())
        line = layout.createLine()
    layout.endLayout()
    elide = Qt.TextElideMode.ElideRight
    return tuple(QFontMetricsF(font).elidedText(text, elide, width) for text in lines) or ("",)
