"""How the lines of the search look: glyph, number, what was found, where."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.fonts import serif_font, small_font, ui_font
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.keycap import GAP, HEIGHT, cap_width, caps_of, paint_cap
from annotator.ui.search.found import Found, paint_found
from annotator.ui.search.lines import LINE, Index
from annotator.ui.search.view import Kind, Line
from annotator.ui.theme import Theme

_HIGH = {Kind.HEAD: 36, Kind.CLAIM: 34, Kind.OTHER: 34, Kind.COMMAND: 34, Kind.SAYS: 40}
_LEFT, _NUMBER, _TEXT, _RIGHT = 20, 42, 50, 18
"""Where glyph, number and text of a claim begin, and what stays free at the right."""
_WIDE_NUMBER = 28
_APART = 14
_BAR = 3
_SHARE = 0.45
"""Of a line, what the words at its right may take: more is cut."""
_LONGEST = 200
"""Code points of them that are measured."""


class LineDelegate(QStyledItemDelegate):
    """Paints the list; what is chosen lies on ``chrome`` with a bar at the left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), _HIGH[index.data(LINE).kind])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        if line.kind is Kind.HEAD:
            self._paint_head(painter, box, line)
        elif line.kind is Kind.SAYS:
            self._write(painter, QRectF(box).adjusted(_LEFT, 0, -_RIGHT, 0), line.text, ui_font())
        else:
            if QStyle.StateFlag.State_Selected in option.state:
                self._paint_chosen(painter, box)
            self._paint_line(painter, QRectF(box), line)
        painter.restore()

    def _paint_chosen(self, painter: QPainter, box: QRect) -> None:
        shape = QRectF(box).adjusted(8, 0, -8, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("selection" if self.theme.dark else "chrome"))
        painter.drawRoundedRect(shape, 6, 6)
        painter.setBrush(self.theme.colour("text"))
        painter.drawRoundedRect(QRectF(shape.left(), shape.top(), _BAR, shape.height()), 1.5, 1.5)

    def _paint_head(self, painter: QPainter, box: QRect, line: Line) -> None:
        place = QRectF(box).adjusted(_LEFT, 8, -_RIGHT, 0)
        right = self._paint_right(painter, place, line, small_font())
        caption = small_font(bold=True)
        caption.setCapitalization(QFont.Capitalization.AllUppercase)
        caption.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self._write(painter, place.adjusted(0, 0, -right, 0), line.text, caption)

    def _paint_line(self, painter: QPainter, box: QRectF, line: Line) -> None:
        place = box.adjusted(_LEFT + 10, 0, -_RIGHT, 0)
        self._paint_glyph(painter, place, line)
        right = self._paint_right(painter, place, line, ui_font(12))
        if line.number:
            number = QRectF(place.left() + _LEFT, place.top(), _WIDE_NUMBER, place.height())
            self._write(painter, number, line.number, ui_font(13, bold=True), "text")
        left = _LEFT + (_WIDE_NUMBER if line.kind is Kind.CLAIM else 0) + 2
        words = place.adjusted(left, 0, -right, 0)
        font = serif_font(15) if line.kind is Kind.CLAIM else ui_font()
        ink = self.theme.colour("text")
        wide = paint_found(painter, words, Found(line.text, line.marks), font, ink)
        if line.rest:
            rest = words.adjusted(wide + 9 if line.text else 0, 0, 0, 0)
            muted = self.theme.colour("muted")
            paint_found(painter, rest, Found(line.rest, line.rest_marks), ui_font(), muted)

    def _paint_glyph(self, painter: QPainter, place: QRectF, line: Line) -> None:
        if not line.glyph:
            return
        ink = self.theme.colour("muted")
        if line.standing is not None:
            ink = self.theme.ink(line.standing)
        baseline = place.center().y() + QFontMetricsF(ui_font(13)).capHeight() / 2
        wide = glyph_width(line.glyph, 13)
        paint_glyph(painter, line.glyph, QPointF(place.left() + (10 - wide) / 2, baseline), ink)

    def _paint_right(self, painter: QPainter, place: QRectF, line: Line, font: QFont) -> float:
        """Words and keys at the right; gives how much room they took."""
        caps = caps_of(line.keys) if line.keys else ()
        wide = sum(map(cap_width, caps)) + GAP * max(0, len(caps) - 1)
        left = place.right() - wide
        for cap in caps:
            left += (
                paint_cap(
                    painter,
                    QPointF(round(left), round(place.center().y() - HEIGHT / 2)),
                    cap,
                    self.theme.palette(),
                )
                + GAP
            )
        if line.right:
            words = QFontMetricsF(font).horizontalAdvance(line.right[:_LONGEST]) + 1
            words = min(words, place.width() * _SHARE)
            gap = 6 if caps else 0
            where = QRectF(place.right() - wide - gap - words, place.top(), words, place.height())
            self._write(painter, where, line.right[:_LONGEST], font, from_left=False)
            wide += words + gap
        return wide + _APART if wide else 0.0

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        font: QFont,
        colour: str = "muted",
        *,
        from_left: bool = True,
    ) -> None:
        """In one line, cut at its end; ``from_left`` False: in its middle, where less is said."""
        painter.setFont(font)
        painter.setPen(self.theme.colour(colour))
        mode = Qt.TextElideMode.ElideRight if from_left else Qt.TextElideMode.ElideMiddle
        cut = QFontMetricsF(font).elidedText(text, mode, max(0.0, place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
