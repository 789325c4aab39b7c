"""The edges of the search: the field with its count above, what the keys do at the foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from annotator.ui.fonts import ui_font
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.veil import RADIUS

SEARCH = "Search everything"
_KEYS = ((("Up", "Down"), "choose"), (("↵",), "go there"), (("Tab",), "next group"))
_SIGNS = ((">", "commands"), ("#", "claim number"), ("@", "source"))


class Head(QWidget):
    """The field, how many there are, and the way out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setProperty("bare", "true")
        self.field.setFont(ui_font(17))
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.close_button = KeyButton("", "Esc", self)
        self.close_button.setAccessibleName("Close")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 14, 8)
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self._count)
        line.addWidget(self.close_button)
        self.ask(SEARCH)

    def ask(self, question: str) -> None:
        """What is to be typed."""
        self.field.setPlaceholderText(question)
        self.field.setAccessibleName(question)

    def say_count(self, count: str) -> None:
        self._count.setText(count)
        self.field.setAccessibleDescription(count)


class Foot(QFrame):
    """On chrome; its lower corners are the sheet's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 8, 18, 8)
        line.setSpacing(5)
        for keys, words in _KEYS:
            for key in keys:
                line.addWidget(KeyCap(key, self))
            line.addWidget(_plain(words, self))
            line.addSpacing(12)
        line.addStretch(1)
        for sign, words in _SIGNS:
            mark = QLabel(sign, self)
            mark.setFont(ui_font(12, bold=True))
            mark.setTextFormat(Qt.TextFormat.PlainText)
            line.addWidget(mark)
            line.addWidget(_plain(words, self))
            line.addSpacing(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        box = QRectF(self.rect())
        painter.setClipRect(box)
        painter.drawRoundedRect(box.adjusted(0, -RADIUS, 0, 0), RADIUS - 1, RADIUS - 1)


def rule(parent: QWidget) -> QFrame:
    """A line across."""
    line = QFrame(parent)
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line


def _plain(words: str, parent: QWidget) -> Muted:
    label = Muted(words, parent)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return label
