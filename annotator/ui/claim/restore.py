"""The quiet "restore" of a line of the history: there for the Tab key, seen when it is meant."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from annotator.ui.claim.view import HistoryLine
from annotator.ui.kit.keybutton import KeyButton

_HIGH = 19
"""Pixels: no higher than the line that it lies on."""


class RestoreButton(KeyButton):
    """Lies over the end of its line, and shows while the line has the mouse or it has the keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("restore", "", parent, small=True, link=True)
        self.edit = ""
        self._lit = False
        self.hide()

    @property
    def lit(self) -> bool:
        """Whether it can be seen."""
        return self._lit or self.hasFocus() or self.underMouse()

    def show_line(self, line: HistoryLine | None) -> None:
        """The line that it brings back; hidden where that cannot be."""
        self.edit = line.edit if line else ""
        self.setVisible(bool(self.edit))
        if line:
            self.setAccessibleName(f"Restore what you held then: {line.does}, {line.at}")

    def light(self, lit: bool) -> None:
        """Whether the mouse is on its line."""
        self._lit = lit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.lit:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.end()
        super().paintEvent(event)
