"""A few small words with a rounded line round them: "suggested", "claim 4"."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import small_font
from annotator.ui.kit.asking import AskingButton
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.ring import paint_ring

HIGH = 17
_SIDE = 7
_AFTER_GLYPH = 4
_PIXELS = 11


class Pill(AskingButton):
    """Says something about what stands before it; ``pressable``: a click leads there."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, pressable: bool = False
    ) -> None:
        super().__init__(parent)
        self._glyph = ""
        self._pressable = pressable
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.TabFocus if pressable else policy.NoFocus)
        if pressable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_words(text)

    def set_words(self, text: str, glyph: str = "", spoken: str = "") -> None:
        """``glyph`` stands before the words; ``spoken`` is what a screen reader says of them."""
        self._glyph = glyph
        self.setText(text)
        self.setAccessibleName(spoken or text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(small_font()).horizontalAdvance(self.text())
        return QSize(round(words + self._glyph_width()) + 2 * _SIDE, HIGH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, palette = QPalette.ColorRole, self.palette()
        loud = self._pressable and (self.underMouse() or self.hasFocus())
        ink = palette.color(roles.WindowText if loud else roles.PlaceholderText)
        painter.setPen(QPen(palette.color(roles.PlaceholderText if loud else roles.Mid)))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, HIGH / 2, HIGH / 2)
        font = small_font()
        baseline = round((self.height() + QFontMetricsF(font).capHeight()) / 2)
        if self._glyph:
            paint_glyph(painter, self._glyph, QPointF(_SIDE, baseline), ink, _PIXELS)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(_SIDE + self._glyph_width(), baseline), self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), palette, HIGH / 2 - 1)

    def _glyph_width(self) -> float:
        return glyph_width(self._glyph, _PIXELS) + _AFTER_GLYPH if self._glyph else 0.0
