"""Rows of the form that are no words: one of a few, and small things in a line."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.evidence.fields import LABEL, WordRow
from annotator.ui.kit.choices import Choices
from annotator.ui.kit.hairline import INSET, paint_hairline
from annotator.ui.kit.labels import Muted

_BESIDE, _SECOND = 300, 58
"""From how wide on two fields stand side by side, and how wide the second name is then."""
_LOW = 20
"""How high the pills are, in pixels: a row is no higher than one of words."""


class LabelledRow(QWidget):
    """A name at the left, whatever is put beside it, a hairline below.

    Quiet buttons have their ring round their words; everything else in ``inside`` is set in
    as far (``set_in``), so that all words stand under each other.
    """

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        """Without a ``label`` what is beside it has the whole width."""
        name = Muted(label, self)
        name.setWordWrap(False)
        name.setFixedWidth(LABEL)
        name.setVisible(bool(label))
        self.inside = QVBoxLayout()
        self.inside.setSpacing(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 4, INSET, 5)
        row.setSpacing(8 - INSET)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.inside, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_hairline(QPainter(self), self)


class Pair(QWidget):
    """Two short fields side by side, or one below the other where it is narrow."""

    def __init__(
        self, first: WordRow, second: WordRow, *, beside: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._second, self._beside = second, beside
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(first, 5)
        self._line.addWidget(second, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = self._beside and event.size().width() >= _BESIDE
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if across else ways.TopToBottom
        if way != self._line.direction():
            self._line.setDirection(way)
            self._second.set_label_width(_SECOND if across else LABEL)


class ChoiceRow(LabelledRow):
    """One of a few pills; each says what it means when the mouse rests on it."""

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[StrEnum | int, str, str]],
        parent: QWidget | None = None,
        *,
        letters: Sequence[str] = (),
        label: str | None = None,
    ) -> None:
        """``options``: value, word, and what it means; ``label``, where it is not the name."""
        super().__init__(name if label is None else label, parent)
        words = [(value, word) for value, word, _ in options]
        self.choices = Choices(words, self, letters=letters, high=_LOW)
        for pill, (_, word, means) in zip(self.choices.pills, options, strict=True):
            pill.setToolTip(means)
            pill.setAccessibleName(f"{name}: {means if means in word else f'{word}, {means}'}")
        self.inside.addLayout(set_in(self.choices))


def at_left(button: QWidget) -> QHBoxLayout:
    """A quiet button at the beginning of its line."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(button)
    line.addStretch(1)
    return line


def set_in(widget: QWidget) -> QHBoxLayout:
    """What is no quiet button, level with the words of those that are."""
    line = QHBoxLayout()
    line.setContentsMargins(INSET, 0, 0, 0)
    line.addWidget(widget, 1)
    return line
