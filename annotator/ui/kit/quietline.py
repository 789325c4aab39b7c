"""One quiet line for what is still empty: a few words, and the keys that open it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.kit.asking import AskingButton
from annotator.ui.kit.keycap import GAP, HEIGHT, cap_width, caps_of, paint_cap
from annotator.ui.kit.ring import paint_ring

HIGH = 31
_SIDE = 4
"""Room for the ring; the hairline is as long as the words and keys need, not the ring."""
_APART = 8
"""Between two keys that do the same, and between words and keys."""


class QuietLine(AskingButton):
    """Muted words, their keys at the right, a hairline below.

    ``words`` are given longest first: what fits is shown. Each of ``keys`` is one way to
    open it, written as Qt writes it: "Ctrl+V", "E".
    """

    def __init__(
        self, words: Sequence[str], keys: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        self._keys = tuple(map(caps_of, keys))
        self.setText(self._words[0])
        self.setAccessibleName(self._words[0])
        self.setAccessibleDescription("key " + " or ".join(keys) if keys else "")
        # A click must not take the focus from the page: its keys go on working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: Sequence[str]) -> None:
        self._words = tuple(words)
        self.setText(self._words[0])
        self.setAccessibleName(self._words[0])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._width(self._words[0]) + self._caps_width()), HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._width(self._words[-1]) + self._caps_width()), HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = QPalette.ColorRole
        loud = self.underMouse() or self.hasFocus()
        painter.setPen(self.palette().color(roles.WindowText if loud else roles.PlaceholderText))
        painter.setFont(ui_font())
        measure = QFontMetricsF(ui_font())
        baseline = round((HIGH - 1 + measure.capHeight()) / 2)
        painter.drawText(QPointF(_SIDE, baseline), self._fitting())
        self._paint_keys(painter)
        painter.setPen(QPen(self.palette().color(roles.Mid)))
        painter.drawLine(QPointF(_SIDE, HIGH - 0.5), QPointF(self.width() - _SIDE, HIGH - 0.5))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()).adjusted(0, 2, 0, -2), self.palette(), 5)

    def _paint_keys(self, painter: QPainter) -> None:
        left = self.width() - _SIDE - self._caps_width()
        top = round((HIGH - 1 - HEIGHT) / 2)
        for caps in self._keys:
            for cap in caps:
                left += paint_cap(painter, QPointF(round(left), top), cap, self.palette()) + GAP
            left += _APART - GAP

    def _fitting(self) -> str:
        """The longest words that there is room for."""
        room = self.width() - self._caps_width() - _APART - 2 * _SIDE
        measure = QFontMetricsF(ui_font())
        fits = (words for words in self._words if measure.horizontalAdvance(words) <= room)
        cut = measure.elidedText(self._words[-1], Qt.TextElideMode.ElideRight, max(room, 0))
        return next(fits, cut)

    @staticmethod
    def _width(words: str) -> float:
        return QFontMetricsF(ui_font()).horizontalAdvance(words) + 2 * _SIDE + _APART

    def _caps_width(self) -> float:
        each = [sum(map(cap_width, caps)) + GAP * (len(caps) - 1) for caps in self._keys]
        return sum(each) + _APART * max(0, len(each) - 1)
