"""A part of the form that is mostly words: its rows by the names of their fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.evidence.fields import LABEL, WordRow
from annotator.ui.evidence.view import Answers
from annotator.ui.theme import Theme


class WordsPart(QWidget):
    """Each row says what is typed in it, and gives it away when it is left."""

    asked = Signal(object)
    """An ``Asked``, of what is no words."""
    typed = Signal(str, str)
    """Field and text, at each key."""
    left = Signal(str, str)
    """Field and text: to be saved."""
    escaped = Signal()
    reached = Signal(object)

    def __init__(self, theme: Theme, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._answers = theme, answers
        self.rows: dict[str, WordRow] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows.values():
            row.set_theme(theme)

    def put_back(self, field: str, text: str) -> None:
        if field in self.rows:
            self.rows[field].put_back(text)

    def commit(self) -> None:
        for row in self.rows.values():
            row.commit()

    def row(
        self,
        field: str,
        label: str,
        *,
        lines: bool = False,
        placeholder: str = "",
        label_width: int = LABEL,
    ) -> WordRow:
        """A row for this field; whoever asks lays it out."""
        row = WordRow(
            label, self._theme, self, lines=lines, placeholder=placeholder, label_width=label_width
        )
        row.set_check(lambda text: self._answers.problem(field, text))
        row.typed.connect(lambda text: self.typed.emit(field, text))
        row.typed.connect(lambda _text: self.reached.emit(row))
        row.grown.connect(lambda: self.reached.emit(row))
        row.left.connect(lambda text: self.left.emit(field, text))
        row.escaped.connect(self.escaped)
        self.rows[field] = row
        return row
