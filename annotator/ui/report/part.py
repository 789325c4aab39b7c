"""A part of the choices beside the pages: it shows an edition, and asks for another one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.edition import EDITORS_COPY, Edition
from annotator.ui.kit.labels import Caption

ABOVE = 20
"""Pixels above a part's caption."""
LABEL = 78
"""Pixels that the name of a field takes at its left."""


class Part(QWidget):
    """Whoever is one lays its widgets out in ``column`` and says how an edition shows there."""

    wanted = Signal(object)
    """The ``Edition`` that is wanted now."""

    def __init__(self, caption: str, parent: QWidget | None = None, *, above: int = ABOVE) -> None:
        super().__init__(parent)
        self.edition = EDITORS_COPY
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, above, 0, 0)
        self.column.setSpacing(6)
        self.caption = Caption(caption, self)
        self.caption.setVisible(bool(caption))
        self.column.addWidget(self.caption)

    def show_edition(self, edition: Edition) -> None:
        """It is chosen now."""
        self.edition = edition
        self.follow()

    def follow(self) -> None:
        """Shows ``edition``."""

    def field(self, label: str, widget: QWidget) -> QWidget:
        """A line: what it is, and where it is chosen."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QLabel(label, line)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFixedWidth(LABEL)
        words.setBuddy(widget)
        row.addWidget(words)
        row.addWidget(widget, 1)
        self.column.addWidget(line)
        return line
