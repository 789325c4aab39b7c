"""One line of text with the words that were found bold and underlined, cut to its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from annotator.domain.offsets import Utf16
from annotator.ui.search.view import Ranges

LONGEST = 400
"""Code points that are laid out: no line of the list is as wide."""
_BEFORE = 24
"""Code points before the first word found that are shown where the text does not fit."""


_BLANKS = str.maketrans("\n\t\r\u2028\u2029", " " * 5)
"""What would break the line."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text and where in it the words lie, in code points."""

    text: str
    marks: Ranges = ()

    def short(self, room: float, metrics: QFontMetricsF) -> Found:
        """As much as fits, beginning a little before the first word found where that lies far in."""
        if metrics.horizontalAdvance(self.text[:LONGEST]) <= room and len(self.text) <= LONGEST:
            return self
        first = self.marks[0][0] if self.marks else 0
        start = 0
        if metrics.horizontalAdvance(self.text[: self._end_of_first()]) > room * 0.8:
            start = self._word_before(first - _BEFORE)
        lead = "…" if start else ""
        text = lead + self.text[start : start + LONGEST]
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        shift = start - len(lead)
        kept = ((a - shift, min(b - shift, len(cut))) for a, b in self.marks)
        return Found(cut, tuple((a, b) for a, b in kept if len(lead) <= a < b))

    def _end_of_first(self) -> int:
        return min(self.marks[0][1] if self.marks else 0, LONGEST)

    def _word_before(self, at: int) -> int:
        """The beginning of the word that holds this place."""
        if at <= 0:
            return 0
        blank = self.text.rfind(" ", 0, at)
        return blank + 1 if at - blank < _BEFORE else at


def paint_found(painter: QPainter, place: QRectF, found: Found, font: QFont, ink: QColor) -> float:
    """Paints it in one line, in the middle of the place; gives how wide it is."""
    bold = QFont(font)
    bold.setBold(True)
    found = Found(found.text.translate(_BLANKS), found.marks)
    found = found.short(place.width() - 4, QFontMetricsF(bold if found.marks else font))
    layout = QTextLayout(found.text, font)
    layout.setTextOption(_one_line())
    layout.setFormats(_formats(found, bold))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1.0, place.width()))
    layout.endLayout()
    painter.setPen(ink)
    painter.save()
    painter.setClipRect(place)
    layout.draw(painter, QPointF(place.left(), place.center().y() - line.height() / 2))
    painter.restore()
    return line.naturalTextWidth()


def _one_line() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _formats(found: Found, bold: QFont) -> list[QTextLayout.FormatRange]:
    formats = []
    units = Utf16(found.text).units
    for start, end in found.marks:
        one = QTextLayout.FormatRange()
        one.start = units(start)
        one.length = units(end) - units(start)
        look = QTextCharFormat()
        look.setFont(bold)
        look.setFontUnderline(True)
        one.format = look
        formats.append(one)
    return formats
