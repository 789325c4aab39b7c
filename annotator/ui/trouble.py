"""What the window says when a library cannot be opened: why, and what one can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from annotator.ui import keys
from annotator.ui.fonts import serif_font
from annotator.ui.kit.labels import Muted

Way = tuple[str, Callable[[], None]]
"""A way on: the words of its button, and what it does."""


class TroubleWindow(QMainWindow):
    """Stands in for the window; nothing was written to the library."""

    def __init__(self, sentence: str, library: str, ways: Sequence[Way]) -> None:
        super().__init__()
        self.setWindowTitle("Annotator")
        self.resize(900, 560)
        paper = QWidget(self)
        paper.setObjectName("startPaper")
        column = QVBoxLayout(paper)
        column.setContentsMargins(90, 90, 90, 60)
        column.setSpacing(16)
        self.said = QLabel(sentence, paper)
        for label, font in (
            (QLabel("This library could not be opened.", paper), serif_font(27, bold=True)),
            (self.said, serif_font(17.5)),
        ):
            label.setFont(font)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.buttons = [self._button(words, do) for words, do in ways]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(10)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(Muted(f"Library: {library}", paper))
        self.setCentralWidget(paper)
        if self.buttons:
            self.buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.press_button(event):
            super().keyPressEvent(event)

    def _button(self, words: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(do)
        return button
