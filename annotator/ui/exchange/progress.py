"""How far something long has come, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.kit.labels import Muted
from annotator.ui.theme import Theme

_HIGH = 4
_UNKNOWN = 0.3
"""How much of the line is filled while nobody knows how much there is."""


class Progress(QWidget):
    """A sentence, a line, and Cancel."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Muted("", self)
        self.line = Line(theme, self)
        self.cancel = QPushButton("Cancel", self)
        self.cancel.clicked.connect(self.cancelled)
        head = QHBoxLayout()
        head.addWidget(self._words, 1)
        head.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.line)

    @property
    def text(self) -> str:
        return self._words.text()

    def show_progress(self, text: str, share: float | None) -> None:
        self._words.setText(text)
        self.line.show_share(share)

    def set_theme(self, theme: Theme) -> None:
        self.line.set_theme(theme)


class Line(QWidget):
    """Filled from the left; where it is not known how far, a piece of it in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.share: float | None = None
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None) -> None:
        self.share = share
        said = "working" if share is None else f"{100 * share:.0f} % done"
        self.setAccessibleName(said)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, _HIGH / 2, _HIGH / 2)
        painter.setBrush(self._theme.colour("text"))
        wide = box.width() * (_UNKNOWN if self.share is None else self.share)
        left = (box.width() - wide) / 2 if self.share is None else 0
        painter.drawRoundedRect(QRectF(left, 0, wide, _HIGH), _HIGH / 2, _HIGH / 2)
