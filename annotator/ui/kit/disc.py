"""A round mark with the letters of a person."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.kit.tip import plain_tip

SIZE = 22
_PIXELS = {0: 11, 1: 11, 2: 9.5}


class Disc(QWidget):
    """One or two letters on a disc in the colour of lines; the name is the tool tip."""

    def __init__(self, letters: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = ""
        self.setFixedSize(SIZE, SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_person(letters, name)

    def set_person(self, letters: str, name: str) -> None:
        self._letters = letters
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_disc(QPainter(self), QRectF(self.rect()), self._letters, self.palette())


def paint_disc(painter: QPainter, box: QRectF, letters: str, palette: QPalette) -> None:
    """Fills the box; lists paint it where a widget a row would be too much."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Mid))
    painter.drawEllipse(box)
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    painter.setFont(ui_font(_PIXELS.get(len(letters), 8), bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()
