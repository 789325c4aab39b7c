"""One line of text with the words that were found bold and underlined, cut to its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
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


_READ = 4_000
"""Code points of a text that are looked at: the desk gives excerpts, a claim may be a book."""
_FAR = 0.9
"""Of the room: where the first word found ends behind that, the text begins further in."""
_ENDLESS = 1e6
_BLANKS = str.maketrans("\n\t\r\u2028\u2029", " " * 5)
"""What would break the line."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text and where in it the words lie, in code points."""

    text: str
    marks: Ranges = ()

    def short(self, room: float, wide: Callable[[Found], float]) -> Found:
        """As much as fits, beginning a little before the first word found where that lies far in.

        ``wide`` measures how wide it is painted.
        """
        head = self._cut(0, LONGEST)
        if head.text == self.text and wide(head) <= room:
            return self
        start = 0
        if self.marks and wide(self._cut(0, self._end_of_first())) > room * _FAR:
            start = self._word_before(self.marks[0][0] - _BEFORE)
        # Halving finds how many code points fit with the "…" behind them.
        least, most = start, min(len(self.text), start + LONGEST)
        if wide(self._cut(start, most)) <= room:
            return self._cut(start, most)
        while most - least > 1:
            middle = (least + most) // 2
            if wide(self._cut(start, middle)) <= room:
                least = middle
            else:
                most = middle
        return self._cut(start, least)

    def _cut(self, start: int, end: int) -> Found:
        """A piece of it, with "…" for what is left out."""
        lead, tail = "…" if start else "", "…" if end < len(self.text) else ""
        shift = start - len(lead)
        marks = ((a - shift, min(b, end) - shift) for a, b in self.marks if start <= a < end)
        return Found(lead + self.text[start:end].rstrip() + tail, tuple(marks))

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
    found = Found(found.text[:_READ].translate(_BLANKS), found.marks)
    found = found.short(place.width(), lambda piece: _width(_laid_out(piece, font)))
    layout = _laid_out(found, font)
    painter.setPen(ink)
    painter.save()
    painter.setClipRect(place)
    layout.draw(painter, QPointF(place.left(), place.center().y() - layout.lineAt(0).height() / 2))
    painter.restore()
    return _width(layout)


def _laid_out(found: Found, font: QFont) -> QTextLayout:
    layout = QTextLayout(found.text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(_formats(found, font))
    layout.beginLayout()
    layout.createLine().setLineWidth(_ENDLESS)
    layout.endLayout()
    return layout


def _width(layout: QTextLayout) -> float:
    # The line is the layout's: it must not live longer.
    return layout.lineAt(0).naturalTextWidth()


def _formats(found: Found, font: QFont) -> list[QTextLayout.FormatRange]:
    formats = []
    bold = QFont(font)
    bold.setBold(True)
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
