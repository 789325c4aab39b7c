"""The buttons that settle a claim: words and their key in one box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.domain.tags import ROW, Standing
from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.asking import AskingButton
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.keycap import HEIGHT as CAP
from annotator.ui.kit.keycap import cap_width, paint_cap
from annotator.ui.kit.ring import paint_ring
from annotator.ui.theme import Theme

HIGH, STACKED = 33, 46
_RADIUS = 8
_SIDE = 8
_AFTER_GLYPH = 5
_BESIDE = 6


class ChoiceButton(AskingButton):
    """Asks for one way to settle; filled when it is what the viewer decided.

    It never changes by itself: a click asks, ``setChecked`` says what is saved.
    """

    def __init__(
        self,
        words: str,
        key: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        standing: Standing | None = None,
    ) -> None:
        """``standing`` is that of a tag's button, which is bold and has the tag's glyph."""
        super().__init__(parent)
        self._key = key
        self._theme = theme
        self._standing = standing
        self._glyph = ROW[standing].glyph if standing is not None else ""
        self._stacked = False
        self.setCheckable(standing is not None)
        # A click must not take the focus from the page: its keys go on working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(words, key)

    def set_words(self, words: str, key: str) -> None:
        self._key = key
        self.setText(words)
        self.setAccessibleDescription(key and f"key {key}")
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_stacked(self, stacked: bool) -> None:
        """Where there is no room beside the words, the key stands below them."""
        if stacked != self._stacked:
            self._stacked = stacked
            self.updateGeometry()
            self.update()

    def width_in_line(self) -> int:
        """How wide it is with the key beside the words."""
        beside = _BESIDE + cap_width(self._key) if self._key else 0
        return round(self._words_width() + beside + 2 * _SIDE)

    def sizeHint(self) -> QSize:
        if self._stacked:
            return QSize(round(self._words_width()) + 8, STACKED)
        return QSize(self.width_in_line(), HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._words_width()) + 8, STACKED if self._stacked else HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        if self._stacked:
            self._paint_words(painter, (self.width() - self._words_width()) / 2, 19)
            self._paint_key(painter, (self.width() - cap_width(self._key)) / 2, STACKED - CAP - 5)
        else:
            left = max(4.0, (self.width() - self.width_in_line()) / 2 + _SIDE)
            font = QFontMetricsF(self._font())
            self._paint_words(painter, left, round((self.height() + font.capHeight()) / 2))
            self._paint_key(
                painter, left + self._words_width() + _BESIDE, (self.height() - CAP) / 2
            )
        if self.hasFocus():
            box = QRectF(self.rect())
            inner = box.adjusted(3, 3, -3, -3) if self.isChecked() else box
            paint_ring(painter, inner, self.palette(), 5 if self.isChecked() else _RADIUS)

    def _paint_words(self, painter: QPainter, left: float, baseline: float) -> None:
        ink = self._theme.colour("text" if self.isEnabled() else "muted")
        left = round(left)
        if self._glyph:
            wide = paint_glyph(painter, self._glyph, QPointF(left, baseline), ink)
            left += round(wide + _AFTER_GLYPH)
        painter.setFont(self._font())
        painter.setPen(ink)
        painter.drawText(QPointF(left, baseline), self.text())

    def _paint_key(self, painter: QPainter, left: float, top: float) -> None:
        if self._key:
            paint_cap(painter, QPointF(round(left), round(top)), self._key, self.palette())

    def _words_width(self) -> float:
        words = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        glyph = glyph_width(self._glyph, 13) + _AFTER_GLYPH if self._glyph else 0
        return words + glyph

    def _font(self) -> QFont:
        return ui_font(13, bold=self._standing is not None)

    def _paint_box(self, painter: QPainter) -> None:
        fill, edge, width = self._colours()
        painter.setBrush(fill)
        painter.setPen(QPen(edge, width))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _RADIUS - inset, _RADIUS - inset)

    def _colours(self) -> tuple[QColor, QColor, int]:
        paper = self.palette().color(QPalette.ColorRole.Base)
        if self.isChecked() and self._standing is not None:
            fill = self._theme.fill(self._standing) or paper
            return fill, self._theme.ink(self._standing), 2
        if not self.isEnabled():
            return QColor(Qt.GlobalColor.transparent), self._theme.colour("line"), 1
        if self.isDown():
            return self._theme.colour("selection"), self._theme.colour("dot"), 1
        return paper, self._theme.colour("dot" if self.underMouse() else "line"), 1


class GoOnButton(QAbstractButton):
    """The dark button: what is done here is done, on to the next."""

    def __init__(self, words: str, keys: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"key {keys}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._words_width() + 8 + self._keys_width() + 28), 31)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, box = self._theme.colour, QRectF(self.rect())
        on = self.isEnabled()
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(colour("line"), 1))
        loud = colour("muted") if self.underMouse() or self.isDown() else colour("text")
        painter.setBrush(loud if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box if on else box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        baseline = round((self.height() + QFontMetricsF(ui_font(bold=True)).capHeight()) / 2)
        painter.setFont(ui_font(bold=True))
        painter.setPen(colour("paper" if on else "muted"))
        painter.drawText(QPointF(14, baseline), self.text())
        painter.setFont(small_font())
        painter.setPen(colour("line") if on and not self._theme.dark else colour("muted"))
        if on and self._theme.dark:
            painter.setPen(colour("chrome"))
        painter.drawText(QPointF(14 + self._words_width() + 8, baseline), self._keys)
        if self.hasFocus():
            # Inside the dark a ring in the same colour would not be seen.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("paper" if on else "focus"), 2))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 4, 4)

    def _words_width(self) -> float:
        return QFontMetricsF(ui_font(bold=True)).horizontalAdvance(self.text())

    def _keys_width(self) -> float:
        return QFontMetricsF(small_font()).horizontalAdvance(self._keys)
