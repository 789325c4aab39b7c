"""A sheet of paper on the chrome, and what stands on it while its words are being made."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from annotator.ui.fonts import ui_font
from annotator.ui.theme import LIGHT, Theme

A4 = (595.28, 841.89)
"""Points."""
_PAPER = QColor("#FFFFFF")
"""Paper is white, whatever lies round it: it is what comes out of a printer."""
_SHADOW = 5
_SIDE, _TOP = 0.095, 0.065
"""Parts of the page's width and height that its margins take."""
_BARS = (
    (0.0, 0.30, 10),
    (0.032, 0.62, 22),
    (0.062, 0.44, 22),
    (0.104, 0.26, 9),
    (0.17, 0.22, 14),
    *((0.205 + 0.021 * line, (1.0, 0.97, 0.99, 0.71)[line % 4], 9) for line in range(4)),
    *((0.30 + 0.021 * line, (0.98, 1.0, 0.55)[line % 3], 9) for line in range(3)),
)
"""Greys that stand for words: how far down, how wide, how high (in a page 800 pixels wide)."""


def paint_paper(painter: QPainter, box: QRect, theme: Theme) -> None:
    """White, with a soft shadow and a fine edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 26 if theme.dark else 4))
    for spread in range(1, _SHADOW + 1):
        edge = QRectF(box).adjusted(-spread, -spread + 2, spread, spread + 1)
        painter.drawRoundedRect(edge, spread + 1, spread + 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(box.adjusted(-1, -1, 1, 1), theme.colour("line"))
    painter.fillRect(box, _PAPER)
    painter.restore()


def paint_skeleton(painter: QPainter, box: QRect, words: str) -> None:
    """Greys where words will be, and what is going on."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LIGHT.colour("chrome"))
    left, wide = box.left() + _SIDE * box.width(), (1 - 2 * _SIDE) * box.width()
    top, high = box.top() + _TOP * box.height(), box.height()
    grow = box.width() / 800
    for down, share, thick in _BARS:
        painter.drawRect(QRectF(left, top + down * high, share * wide, max(2.0, thick * grow)))
    painter.setFont(ui_font())
    painter.setPen(LIGHT.colour("muted"))
    line = QRectF(box.left(), box.top() + (_TOP + 0.40) * high, box.width(), 24)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
