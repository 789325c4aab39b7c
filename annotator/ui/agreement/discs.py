"""An analyst's initial in a small grey disc."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from annotator.ui.fonts import ui_font
from annotator.ui.theme import Theme

DISC = 22


def paint_disc(painter: QPainter, box: QRect, initial: str, theme: Theme) -> None:
    """Fills the box; two letters are a little smaller."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    painter.drawEllipse(box)
    painter.setPen(theme.colour("text"))
    painter.setFont(ui_font(11 if len(initial) == 1 else 10, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initial)
    painter.restore()
