"""A quiet button: a word, and beside it the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.asking import AskingButton
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.keycap import GAP, HEIGHT, cap_width, caps_of, paint_cap
from annotator.ui.kit.ring import paint_ring

_SIDE = 4
"""Room for the ring round the focused button; neighbours are laid out that much closer."""
_BESIDE = 5
_BESIDE_BOLD = 3
_AFTER_GLYPH = 4


class KeyButton(AskingButton):
    """Words on chrome that can be pressed, with their key; ``glyph`` stands before them.

    It shows what is so and never changes it by itself: ``setChecked`` is the
    model's to call, a click only asks.
    """

    def __init__(
        self,
        text: str,
        keys: str = "",
        parent: QWidget | None = None,
        *,
        glyph: str = "",
        small: bool = False,
        wide: bool = False,
        link: bool = False,
        dotted: bool = False,
    ) -> None:
        """``link`` underlines the words; ``dotted`` does so quietly: more lies folded there."""
        super().__init__(parent)
        self._glyph = glyph
        self._small = small
        self._wide = wide
        self._link = link
        self._dotted = dotted
        self._caps = caps_of(keys) if keys else ()
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(keys and f"key {keys}")
        # A click must not take the focus from the page: its keys go on working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self._glyph_width() + self._text_width() + self._caps_width()
        return QSize(round(width) + 2 * _SIDE, 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        self._paint_caps(painter)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), 5)

    def _paint_words(self, painter: QPainter) -> None:
        ink, font = self._ink(), self._font()
        measure = QFontMetricsF(font)
        baseline = round((self.height() + measure.capHeight()) / 2)
        if self._glyph:
            paint_glyph(painter, self._glyph, QPointF(_SIDE, baseline), ink)
        left = _SIDE + self._glyph_width()
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(left, baseline), self.text())
        right = left + measure.horizontalAdvance(self.text())
        if self._link:
            painter.drawLine(QPointF(left, baseline + 2.5), QPointF(right, baseline + 2.5))
        if self._dotted:
            pen = QPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            pen.setDashPattern([1, 2])
            painter.setPen(pen)
            painter.drawLine(QPointF(left, baseline + 3.5), QPointF(right, baseline + 3.5))
        if self.isChecked():
            self._paint_dots(painter, left, right, baseline + 5)

    def _paint_caps(self, painter: QPainter) -> None:
        left = self.width() - _SIDE - self._caps_width() + self._beside()
        if not self._wide:
            left = _SIDE + self._glyph_width() + self._text_width() + self._beside()
        for cap in self._caps:
            top = (self.height() - HEIGHT) / 2
            left += paint_cap(painter, QPointF(round(left), round(top)), cap, self.palette()) + GAP

    def _paint_dots(self, painter: QPainter, left: float, right: float, under: float) -> None:
        pen = QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 2)
        pen.setDashPattern([0.1, 1.9])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(left + 1, under), QPointF(right, under))

    def _ink(self) -> QColor:
        loud = self.isChecked() or self._link or self.underMouse() or self.hasFocus()
        roles = QPalette.ColorRole
        return self.palette().color(roles.WindowText if loud else roles.PlaceholderText)

    def _font(self) -> QFont:
        if self._small:
            return small_font()
        return ui_font(13, bold=self.isChecked())

    def _text_width(self) -> float:
        # As wide as it is when checked: nothing moves when that changes.
        font = small_font() if self._small else ui_font(13, bold=self.isCheckable())
        return QFontMetricsF(font).horizontalAdvance(self.text())

    def _glyph_width(self) -> float:
        if not self._glyph:
            return 0
        return glyph_width(self._glyph, 13) + _AFTER_GLYPH

    def _caps_width(self) -> float:
        if not self._caps:
            return 0
        return sum(map(cap_width, self._caps)) + GAP * (len(self._caps) - 1) + self._beside()

    def _beside(self) -> int:
        """Between word and key; where room for bold letters is kept, there is some already."""
        return _BESIDE_BOLD if self.isCheckable() else _BESIDE
