"""The small box that shows a key, as a widget and as something to paint into another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import ui_font

HEIGHT = 17
GAP = 3
_SIDE = 5.5
_LEAST = 18.0
_PIXELS = 11

_SHOWN = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter"}


def caps_of(keys: str) -> tuple[str, ...]:
    """The boxes of a key as Qt writes it: "Ctrl+Shift+Z" is three, "Ctrl++" is two."""
    *modifiers, last = keys[:-1].split("+") if keys.endswith("+") else keys.split("+")
    names = (*filter(None, modifiers), "+" if keys.endswith("+") else last)
    return tuple(_SHOWN.get(name, name) for name in names)


def cap_width(text: str) -> float:
    """How wide the box of this text is, in whole pixels."""
    return max(_LEAST, float(round(QFontMetricsF(cap_font()).horizontalAdvance(text) + 2 * _SIDE)))


def cap_font() -> QFont:
    return ui_font(_PIXELS)


def paint_cap(painter: QPainter, at: QPointF, text: str, palette: QPalette) -> float:
    """Draws a box with its upper left corner there; gives its width.

    The lower edge is twice as thick as the others: that is what makes it a key.
    """
    box = QRectF(at, QSizeF(cap_width(text), HEIGHT))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = palette.color(QPalette.ColorRole.Mid)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge)
    painter.drawRoundedRect(box, 3.5, 3.5)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 2.5, 2.5)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText)))
    painter.setFont(cap_font())
    painter.drawText(box.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box.width()


class KeyCap(QWidget):
    """One key, or several pressed together: "V", "Ctrl+Z". Colours come from the palette."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps = caps_of(keys)
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = sum(map(cap_width, self._caps)) + GAP * (len(self._caps) - 1)
        return QSize(round(width), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = 0.0
        for cap in self._caps:
            left += paint_cap(painter, QPointF(left, 0), cap, self.palette()) + GAP
