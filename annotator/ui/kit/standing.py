"""A standing by its glyph and name, in its own ink where it is a tag: "✓ verified"."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain.tags import TAGS, StandingRow
from annotator.ui.fonts import ui_font
from annotator.ui.kit.glyph import paint_glyph
from annotator.ui.theme import Theme

_HIGH = 18
_GLYPH_ROOM = 15
"""The names stand under each other, whatever their glyphs' widths."""


class StandingName(QWidget):
    """Tags are bold and coloured; what is no tag is plain and muted."""

    def __init__(self, row: StandingRow, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._theme = theme
        self._tag = row in TAGS
        self._text = row.label.lower()
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_rest(self, rest: str) -> None:
        """More words behind the name."""
        self._text = self._row.label.lower() + rest
        self.setAccessibleName(self._text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        measure = QFontMetricsF(ui_font(13, bold=self._tag))
        return QSize(_GLYPH_ROOM + round(measure.horizontalAdvance(self._text)) + 1, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = ui_font(13, bold=self._tag)
        ink = self._theme.ink(self._row.standing)
        baseline = round((_HIGH + QFontMetricsF(font).capHeight()) / 2)
        paint_glyph(painter, self._row.glyph, QPointF(0, baseline), ink)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(_GLYPH_ROOM, baseline), self._text)
