"""A field for a day: what was typed is read while it is typed, and the field says what is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.errors import AnnotatorError
from annotator.ui.days import day_words
from annotator.ui.kit.labels import Muted
from annotator.ui.linefield import LineField

WIDE = 104
Reader = Callable[[str], str]
"""What was typed as ``YYYY-MM-DD``, perhaps only its first parts. Raises AnnotatorError."""


class DayField(QWidget):
    """The line below the field that says what is wrong with it; ``field`` is laid out apart."""

    changed = Signal()

    def __init__(self, name: str, read: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.day = ""
        """What is meant, or empty."""
        self.field = LineField(name, "day", parent)
        self.field.setFixedWidth(WIDE)
        self.field.textEdited.connect(self._on_text)
        self._wrong = Muted("", self, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._wrong)
        self.hide()

    @property
    def wrong(self) -> str:
        """The sentence that says what is wrong, or nothing."""
        return self._wrong.text()

    def put(self, day: str) -> None:
        self.day = day
        self.field.put(day_words(day))
        self._say("")

    def _on_text(self, text: str) -> None:
        self.day = ""
        wrong = ""
        if text.strip():
            try:
                self.day = self._read(text)
            except AnnotatorError as error:
                wrong = str(error)
        self._say(wrong)
        self.changed.emit()

    def _say(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self.setVisible(bool(wrong))
