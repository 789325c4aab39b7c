"""What an empty library says of itself: its name, and where it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.kit.labels import Caption

HEIGHT = 29


class Kept(QWidget):
    """Two quiet lines; the whole path is the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(self)
        self._where = QLabel("one file, this machine", self)
        self._where.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 28, 0, 0)
        column.setSpacing(0)
        column.addWidget(Caption("This library", self))
        column.addSpacing(4)
        for label, value in (("Name", self._name), ("Kept in", self._where)):
            line = QHBoxLayout()
            line.setContentsMargins(9, 0, 9, 0)
            words = QLabel(label, self)
            words.setFixedHeight(HEIGHT)
            value.setTextFormat(Qt.TextFormat.PlainText)
            line.addWidget(words, 1)
            line.addWidget(value)
            column.addLayout(line)

    def show_library(self, name: str, path: str) -> None:
        self._name.setText(name)
        self._where.setToolTip(path)
        self._where.setAccessibleDescription(path)
