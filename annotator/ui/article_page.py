"""The article record: what is known of the article, to be corrected field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.kit.labels import Muted
from annotator.ui.linefield import LineField

_LABELS = {
    "title": ("Title", ""),
    "publisher": ("Publisher", ""),
    "author": ("Author", ""),
    "published": ("Published", "4 Jan 2024"),
    "updated": ("Updated", "4 Jan 2024"),
    "address": ("Address", "https://…"),
    "language": ("Language", "en, fa, de-AT"),
}

Problems = Callable[[Mapping[str, str]], Mapping[str, str]]
"""What is wrong with what was typed: field → a sentence."""


class ArticlePage(QWidget):
    """Enter saves, from any of its fields; what is wrong is said in place as one goes on."""

    wanted = Signal(object)
    """Field → what stands in it now."""
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: Problems = lambda _typed: {}
        self.fields = {
            name: LineField(label, hint, self) for name, (label, hint) in _LABELS.items()
        }
        self.result = Muted("", self)
        self.save = QPushButton("Save", self)
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._go)
        for field in self.fields.values():
            field.entered.connect(self._go)
            field.escaped.connect(self.escaped)
            field.left.connect(self._check)
            field.textEdited.connect(lambda _text: self.say(""))
        self._lay_out()
        self.setFocusProxy(self.fields["title"])

    @property
    def typed(self) -> dict[str, str]:
        """Field → what stands in it."""
        return {name: field.text() for name, field in self.fields.items()}

    def show_article(self, known: Mapping[str, str], problems: Problems) -> None:
        """Begins anew, with what is known."""
        self._problems = problems
        for name, field in self.fields.items():
            field.put(known[name])
        self.say("")

    def say(self, text: str) -> None:
        """What is wrong, in place."""
        self.result.setText(text)
        self.result.setVisible(bool(text))

    def _check(self) -> None:
        self.say(next(iter(self._problems(self.typed).values()), ""))

    def _go(self) -> None:
        """What is wrong has the keys; else all of it is saved."""
        wrong = self._problems(self.typed)
        for name, sentence in wrong.items():
            self.fields[name].setFocus()
            self.say(sentence)
            return
        self.wanted.emit(self.typed)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        for row, (name, field) in enumerate(self.fields.items()):
            words = QLabel(_LABELS[name][0], self)
            words.setBuddy(field)
            grid.addWidget(words, row, 0)
            grid.addWidget(field, row, 1)
        last = QHBoxLayout()
        last.addWidget(self.result, 1)
        last.addStretch(0)
        last.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addLayout(last)
