"""A line that says one thing: what it is at the left, what is so at the right, a hairline below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.kit.hairline import paint_hairline
from annotator.ui.kit.labels import Elided, Muted

HIGH = 26
ROOM = 4
"""Pixels beside its words, at both sides."""


class ValueRow(QWidget):
    """Said by … ISNA, “the report” [claim 4]: pills and links stand behind the value."""

    pressed = Signal()
    """A click on it, beside whatever can be pressed in it."""

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Muted(label, self)
        self._label.setWordWrap(False)
        self.value = Elided("", self)
        ways = Qt.AlignmentFlag
        # At the right whichever way it is written.
        self.value.setAlignment(ways.AlignRight | ways.AlignAbsolute | ways.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(ROOM, 0, ROOM, 1)
        self._row.setSpacing(7)
        self._row.addWidget(self._label)
        self._row.addWidget(self.value, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HIGH)

    def add(self, widget: QWidget) -> None:
        """Puts something small behind the value."""
        self._row.addWidget(widget)

    def show_value(self, label: str, words: str) -> None:
        self._label.setText(label)
        self.value.set_text(words)
        self.setAccessibleName(f"{label}: {words}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_hairline(QPainter(self), self)
