"""How the lines of the left panel look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.growing import right_to_left
from annotator.ui.review.chips import (
    HIGH,
    chip_width,
    outcome_width,
    paint_chip,
    paint_outcome,
)
from annotator.ui.review.claimlines import ClaimLines
from annotator.ui.review.lines import LINE, Index, Kind, Line
from annotator.ui.review.otherlines import OtherLines
from annotator.ui.review.queueview import QueueRow
from annotator.ui.theme import Theme

RADIUS = 8
SIDE = 10
GAP = 3
_HIGH = {Kind.HEAD: 35, Kind.CLAIM: 54, Kind.ARTICLE: 29, Kind.MORE: 24, Kind.EMPTY: 26}
_SETTLED = 27
_CHIPS = 28
_APART = 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class LineDelegate(QStyledItemDelegate):
    """Headings, "and … more", and whatever a subclass paints besides."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), _HIGH[index.data(LINE).kind])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line: Line = index.data(LINE)
        box: QRect = option.rect
        if line.kind is Kind.HEAD:
            self._paint_head(painter, box, index.data(), self.count(line))
        elif line.kind in (Kind.MORE, Kind.EMPTY):
            self._paint_quiet(painter, box, index.data(), option.state)
        else:
            self.paint_line(painter, box, line, option.state)
        painter.restore()

    def count(self, line: Line) -> int:
        """What stands at the right of a heading."""
        raise NotImplementedError

    def paint_line(
        self, painter: QPainter, box: QRect, line: Line, state: QStyle.StateFlag
    ) -> None:
        """Paints the line of a claim or an article."""
        raise NotImplementedError

    def paint_card(
        self, painter: QPainter, box: QRect, state: QStyle.StateFlag, *, current: bool
    ) -> None:
        """What is in hand lies on paper, with a fine line."""
        focused = QStyle.StateFlag.State_HasFocus in state
        hovered = QStyle.StateFlag.State_MouseOver in state
        shape = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        if current or hovered:
            painter.setPen(QPen(self.theme.colour("line")) if current else Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("paper" if current else "selection"))
            painter.drawRoundedRect(shape, RADIUS, RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def write(
        self, painter: QPainter, box: QRect, text: str, font: QFont, *, loud: bool, right: bool
    ) -> int:
        """Writes a line, cut to its place; gives how wide it is."""
        painter.setFont(font)
        painter.setPen(self.theme.colour("text" if loud else "muted"))
        cut = painter.fontMetrics().elidedText(text, _ELIDE, max(0, box.width()))
        painter.drawText(box, _RIGHT if right else _LEFT, cut)
        return painter.fontMetrics().horizontalAdvance(cut)

    def _paint_head(self, painter: QPainter, box: QRect, name: str, count: int) -> None:
        place = QRect(box.left(), box.top() + 10, box.width(), 20)
        number = f"{count:,}"
        wide = self.write(painter, place, number, small_font(), loud=False, right=True)
        caption = small_font(bold=True)
        caption.setCapitalization(QFont.Capitalization.AllUppercase)
        caption.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        place.setRight(place.right() - wide - 8)
        self.write(painter, place, name, caption, loud=False, right=False)

    def _paint_quiet(
        self, painter: QPainter, box: QRect, words: str, state: QStyle.StateFlag
    ) -> None:
        self.paint_card(painter, box.adjusted(0, 0, 0, -2), state, current=False)
        place = box.adjusted(SIDE, 0, -SIDE, -3)
        loud = QStyle.StateFlag.State_MouseOver in state
        self.write(painter, place, words, ui_font(12), loud=loud, right=False)


class ClaimDelegate(LineDelegate):
    """Paints the claims of the queue."""

    def __init__(self, lines: ClaimLines, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE)
        if line.kind is Kind.CLAIM and self._lines.group(line).settled:
            return QSize(option.rect.width(), _SETTLED)
        return super().sizeHint(option, index)

    def count(self, line: Line) -> int:
        return len(self._lines.group(line).indices)

    def paint_line(
        self, painter: QPainter, box: QRect, line: Line, state: QStyle.StateFlag
    ) -> None:
        row, settled = self._lines.row(line.at), self._lines.group(line).settled
        current = line.at == self._lines.current
        card = box.adjusted(0, 0, 0, -1 if settled else -GAP)
        self.paint_card(painter, card, state, current=current)
        inner = card.adjusted(SIDE, 0, -SIDE, 0)
        top = QRect(inner.left(), card.top() + (0 if settled else 5), inner.width(), 22)
        if settled:
            top.setHeight(card.height())
        self._paint_top(painter, top, row)
        if not settled:
            words = QRect(inner.left(), card.top() + 27, inner.width(), 20)
            right = right_to_left(row.words)
            self.write(painter, words, row.words, ui_font(12), loud=False, right=right)

    def _paint_top(self, painter: QPainter, top: QRect, row: QueueRow) -> None:
        """Number, marks and a few words, on one line."""
        number = self.write(painter, top, row.label, ui_font(bold=True), loud=True, right=False)
        left = top.left() + max(_CHIPS, number + 8)
        high = top.center().y() + 1 - HIGH / 2
        if row.outcome is not None:
            if left + outcome_width(row.outcome) <= top.right():
                left += paint_outcome(painter, QPointF(left, high), row.outcome, self.theme)
        else:
            left = self._paint_marks(painter, QPointF(left, high), top.right(), row)
        place = QRect(left + _APART, top.top(), top.right() - left - _APART + 1, top.height())
        painter.setFont(small_font())
        fits = painter.fontMetrics().horizontalAdvance(row.aside) <= place.width()
        aside = row.aside if fits else row.brief
        self.write(painter, place, aside, small_font(), loud=False, right=True)

    def _paint_marks(self, painter: QPainter, at: QPointF, right: int, row: QueueRow) -> int:
        """As many marks as there is room for, and how many more there are."""
        painter.setFont(small_font())
        left, rest = round(at.x()), len(row.marks)
        more = painter.fontMetrics().horizontalAdvance("+99")
        for initial, standing in row.marks:
            room = right - (more + _APART if rest > 1 else 0)
            if left + chip_width(initial) > room:
                break
            left += paint_chip(painter, QPointF(left, at.y()), initial, standing, self.theme)
            left += _APART
            rest -= 1
        if rest:
            place = QRect(left, round(at.y()), more, HIGH)
            left += self.write(painter, place, f"+{rest}", small_font(), loud=False, right=False)
        return left


class OtherDelegate(LineDelegate):
    """Paints the other articles."""

    def __init__(self, lines: OtherLines, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._lines = lines

    def count(self, _line: Line) -> int:
        return self._lines.waiting

    def paint_line(
        self, painter: QPainter, box: QRect, line: Line, state: QStyle.StateFlag
    ) -> None:
        article = self._lines.article(line)
        self.paint_card(painter, box, state, current=False)
        inner = box.adjusted(SIDE, 0, -SIDE, 0)
        number = f"{article.waiting:,}"
        wide = self.write(painter, inner, number, ui_font(bold=True), loud=True, right=True)
        inner.setRight(inner.right() - wide - 8)
        right = right_to_left(article.title)
        self.write(painter, inner, article.title, ui_font(), loud=True, right=right)
