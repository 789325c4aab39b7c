"""Words of several kinds in one paragraph: bold, muted, dropped and added ones.

A label with rich text cannot draw a line of 2 px under what was added, and would have
to be kept from reading a colleague's words as markup; this is plain text throughout.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain.offsets import Utf16
from annotator.ui.fonts import small_font
from annotator.ui.theme import Theme


class Look(Enum):
    """How a piece of a paragraph looks."""

    PLAIN = auto()
    BOLD = auto()
    MUTED = auto()
    DROPPED = auto()
    """Words that are gone: muted and struck."""
    ADDED = auto()
    """Words that are new: on ``selection``, with a line of 2 px under them."""
    PILL = auto()
    """Small words with a rounded line round them; they do not break."""


class Piece(NamedTuple):
    """A stretch of the paragraph, its look, and perhaps a colour token of its own."""

    text: str
    look: Look = Look.PLAIN
    ink: str = ""


_PILL = 16
"""Pixels that the line round a pill is high."""
_BESIDE = "\N{NO-BREAK SPACE}" * 3


def _unbroken(piece: Piece) -> Piece:
    """A pill keeps its words together, with room for the line round them."""
    if piece.look is not Look.PILL:
        return piece
    words = piece.text.replace(" ", "\N{NO-BREAK SPACE}")
    return piece._replace(text=f"{_BESIDE}{words}{_BESIDE}")


def spoken(pieces: Sequence[Piece]) -> str:
    """The words as a screen reader says them: what a picture strikes out or underlines is named."""
    named = {Look.DROPPED: "dropped: ", Look.ADDED: "new: "}
    said = ((named.get(one.look, ""), one.text.strip()) for one in pieces)
    return ", ".join(f"{name}{words}" for name, words in said if words)


class Paragraph:
    """Pieces laid out in a width; lists paint it where a widget a row would be too much."""

    def __init__(self, pieces: Sequence[Piece], font: QFont, pitch: float, theme: Theme) -> None:
        """``pitch`` is the distance of two lines in pixels."""
        self._pieces = [_unbroken(piece) for piece in pieces if piece.text]
        self._pitch = pitch
        self._theme = theme
        self._width = -1.0
        self._layout = QTextLayout("".join(piece.text for piece in self._pieces), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(
            [_format(font, piece, at, length, theme) for at, length, piece in self._stretches()]
        )
        measure = QFontMetricsF(font)
        self._ascent, self._descent = measure.ascent(), measure.descent()

    @property
    def text(self) -> str:
        return self._layout.text()

    def height(self, width: float) -> int:
        """How high it is in this width, in whole pixels."""
        self._lay_out(width)
        return math.ceil(self._layout.lineCount() * self._pitch)

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Draws it with its upper left corner there."""
        self._lay_out(width)
        boxes = [box.translated(at) for box in self._behind(Look.ADDED)]
        for box in boxes:
            painter.fillRect(box, self._theme.colour("selection"))
        for box in boxes:  # afterwards: a box may reach over the line above it
            under = QRectF(box.left(), box.bottom(), box.width(), 2)
            painter.fillRect(under, self._theme.colour("text"))
        self._paint_pills(painter, at)
        painter.setPen(self._theme.colour("text"))
        self._layout.draw(painter, at)

    def _paint_pills(self, painter: QPainter, at: QPointF) -> None:
        pills = [box.translated(at) for box in self._behind(Look.PILL)]
        if not pills:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("paper"))
        for box in pills:
            low = (box.height() - _PILL) / 2
            painter.drawRoundedRect(box.adjusted(1.5, low, -1.5, -low), _PILL / 2, _PILL / 2)
        painter.restore()

    def _lay_out(self, width: float) -> None:
        if width == self._width:
            return
        self._width = width
        self._layout.beginLayout()
        top = (self._pitch - self._ascent - self._descent) / 2
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width, 1.0))
            # A piece in another font may have another ascent: the baselines stand even.
            line.setPosition(QPointF(0, top + self._ascent - line.ascent()))
            top += self._pitch
            line = self._layout.createLine()
        self._layout.endLayout()

    def _stretches(self) -> Iterator[tuple[int, int, Piece]]:
        """First unit and length in UTF-16 units of each piece."""
        at = 0
        for piece in self._pieces:
            length = Utf16(piece.text).length
            yield at, length, piece
            at += length

    def _behind(self, look: Look) -> Iterator[QRectF]:
        """The boxes behind words that look so, line by line."""
        for start, length, piece in self._stretches():
            if piece.look is not look:
                continue
            for number in range(self._layout.lineCount()):
                for left, wide in _places(self._layout.lineAt(number), start, length):
                    # As high as the paragraph's own font, whichever font its letters come from.
                    line = self._layout.lineAt(number)
                    top = line.y() + line.ascent() - self._ascent
                    yield QRectF(left, top, wide, self._ascent + self._descent)


class Styled(QWidget):
    """A paragraph that is as high as its words need."""

    def __init__(
        self, font: QFont, pitch: float, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._font, self._pitch, self._theme = font, pitch, theme
        self._pieces: Sequence[Piece] = ()
        self._paragraph = Paragraph((), font, pitch, theme)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pieces(self, pieces: Sequence[Piece], spoken: str = "") -> None:
        """Shows these; ``spoken`` is what a screen reader says instead of their words."""
        self._pieces = tuple(pieces)
        self.setAccessibleName(spoken or "".join(piece.text for piece in pieces))
        self._make()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._make()

    def _make(self) -> None:
        self._paragraph = Paragraph(self._pieces, self._font, self._pitch, self._theme)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        return self._paragraph.text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._paragraph.height(width)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 60)
        return QSize(width, self._paragraph.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, round(self._pitch))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paragraph.paint(QPainter(self), QPointF(0, 0), self.width())


def _format(
    font: QFont, piece: Piece, start: int, length: int, theme: Theme
) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    if piece.look is Look.BOLD:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        form.setFont(bold)
    if piece.look is Look.PILL:
        form.setFont(small_font())
    if piece.look in (Look.MUTED, Look.DROPPED, Look.PILL):
        form.setForeground(theme.colour("muted"))
    elif piece.ink:
        form.setForeground(theme.colour(piece.ink))
    if piece.look is Look.DROPPED:
        form.setFontStrikeOut(True)
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = start, length
    stretch.format = form
    return stretch


def _places(line: QTextLine, start: int, length: int) -> Iterator[tuple[float, float]]:
    """Where these units stand in a line: several places where writing turns round."""
    first = max(start, line.textStart())
    last = min(start + length, line.textStart() + line.textLength())
    if first >= last:
        return
    for run in line.glyphRuns(first, last - first):
        box = run.boundingRect()
        if box.width() > 0:
            yield box.left() - 1, box.width() + 2
