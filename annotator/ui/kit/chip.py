"""Small rounded buttons in a row: facts to be ticked, reasons to be chosen from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.kit.asking import AskingButton
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.ring import paint_ring
from annotator.ui.kit.tip import plain_tip

LOW, HIGH = 21, 26
"""The heights of a fact and of a reason."""
LONGEST = 190
"""A longer word is cut; the tool tip has all of it."""


class Chip(AskingButton):
    """Words in a rounded box with a glyph behind them; a dashed box is still open."""

    def __init__(self, parent: QWidget | None = None, *, high: int = LOW) -> None:
        super().__init__(parent)
        self._glyph = ""
        self._open = self._struck = False
        self._high = high
        self._side = 8 if high == LOW else 10
        # A click must not take the focus from the page: its keys go on working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, glyph: str = "", *, is_open: bool, struck: bool = False) -> None:
        """``is_open``: nobody said anything of it yet; ``struck``: it was found wrong."""
        self._glyph, self._open, self._struck = glyph, is_open, struck
        self.setText(text)
        shown = self._shown()
        self.setToolTip("" if shown == text else plain_tip(text))
        self.updateGeometry()
        self.update()

    @property
    def is_open(self) -> bool:
        """Whether nobody said anything of it yet."""
        return self._open

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._font()).horizontalAdvance(self._shown())
        return QSize(round(words + self._glyph_width()) + 2 * self._side, self._high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        roles = QPalette.ColorRole
        quiet = self._open and not (self.underMouse() or self.hasFocus())
        ink = self.palette().color(roles.PlaceholderText if quiet else roles.WindowText)
        font = self._font()
        font.setStrikeOut(self._struck)
        measure = QFontMetricsF(font)
        baseline = round((self._high + measure.capHeight()) / 2)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(self._side, baseline), self._shown())
        if self._glyph:
            at = self._side + measure.horizontalAdvance(self._shown()) + 5
            paint_glyph(painter, self._glyph, QPointF(at, baseline), ink, 11)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), self._high / 2 - 1)

    def _paint_box(self, painter: QPainter) -> None:
        roles, palette = QPalette.ColorRole, self.palette()
        pen = QPen(palette.color(roles.PlaceholderText if self.underMouse() else roles.Mid))
        if self._open:
            pen.setDashPattern([3, 2])
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(palette.color(roles.Base))
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self._high / 2, self._high / 2)

    def _font(self) -> QFont:
        return ui_font(12)

    def _shown(self) -> str:
        measure = QFontMetricsF(ui_font(12))
        return measure.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, LONGEST)

    def _glyph_width(self) -> float:
        return glyph_width(self._glyph, 11) + 5 if self._glyph else 0.0
