"""A quiet sentence with keys in it: "Suggested … [A] [↵] keeps it", broken like any text."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.kit.keycap import HEIGHT, cap_width, paint_cap

_PIXELS = 12
_PITCH = 18
_WORD = re.compile(r"\[([^\]\s]+)\]|\S+")


class _Word(NamedTuple):
    text: str
    cap: bool
    wide: float


class CapText(QWidget):
    """Plain text; a key stands in brackets in what it is given: "[A] keeps it"."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: list[_Word] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        measure = QFontMetricsF(ui_font(_PIXELS))
        self._words = []
        for found in _WORD.finditer(text):
            key = found[1]
            wide = cap_width(key) if key else measure.horizontalAdvance(found[0])
            self._words.append(_Word(key or found[0], bool(key), wide))
        self.setAccessibleName(text.replace("[", "").replace("]", ""))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * _PITCH

    def sizeHint(self) -> QSize:
        width = max(self.width(), 60)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, _PITCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = ui_font(_PIXELS)
        measure = QFontMetricsF(font)
        for number, line in enumerate(self._lines(self.width())):
            top = number * _PITCH
            baseline = top + round((_PITCH + measure.capHeight()) / 2)
            left = 0.0
            for word in line:
                if word.cap:
                    at = QPointF(round(left), top + (_PITCH - HEIGHT) // 2)
                    paint_cap(painter, at, word.text, self.palette())
                else:
                    painter.setFont(font)
                    painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
                    painter.drawText(QPointF(left, baseline), word.text)
                left += word.wide + self._blank()

    def _lines(self, width: int) -> list[list[_Word]]:
        lines: list[list[_Word]] = [[]]
        room = float(width)
        for word in self._words:
            if lines[-1] and word.wide > room:
                lines.append([])
                room = float(width)
            lines[-1].append(word)
            room -= word.wide + self._blank()
        return lines

    @staticmethod
    def _blank() -> float:
        return QFontMetricsF(ui_font(_PIXELS)).horizontalAdvance(" ")
