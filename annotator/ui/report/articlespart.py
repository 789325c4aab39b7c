"""How much leaves at once: the open article, or all on the list, together or apart."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.kit.labels import Muted
from annotator.ui.kit.segments import Segments
from annotator.ui.report.part import Part

_FIELDS = "Names may hold {title}, {id}, {n}, {date}, {published}, {publisher} and {format}."
_APART_ONLY = "This format holds one article a file."


@dataclass(frozen=True, slots=True)
class Scope:
    """``every``: all articles on the list; ``together``: in one file; ``pattern``: else their names."""

    every: bool = False
    together: bool = False
    pattern: str = ""

    @property
    def apart(self) -> bool:
        """Whether there are several files."""
        return self.every and not self.together


class ArticlesPart(Part):
    """Hidden where there is only one article."""

    changed = Signal(object)
    """The ``Scope`` is this one now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Articles", parent)
        self._can_join = True
        self.scope = Segments(((False, "This article"), (True, "Every article")), "Articles", self)
        self.apart = Segments(((False, "One file each"), (True, "All in one file")), "Files", self)
        self.pattern = QLineEdit(self)
        self.pattern.setAccessibleName("What the files are called")
        self.pattern.setPlaceholderText("{title} {id}")
        self.pattern.textEdited.connect(self._tell)
        self.says = Muted("", self, small=True)
        for choice in (self.scope, self.apart):
            choice.chosen.connect(self._tell)
        self.column.addWidget(self.scope)
        self.column.addWidget(self.apart)
        self._names = self.field("Names", self.pattern)
        self.column.addWidget(self.says)
        self._follow()

    @property
    def chosen(self) -> Scope:
        """What is chosen now."""
        every = bool(self.scope.value) and not self.isHidden()
        together = every and self._can_join and bool(self.apart.value)
        apart = every and not together
        return Scope(every, together, self.pattern.text().strip() if apart else "")

    def show_count(self, count: int) -> None:
        """So many articles are on the list."""
        self.scope.buttons[1].setText(f"Every article · {count:,}")
        self.scope.buttons[1].setAccessibleName(f"Every article · {count:,}")
        self.scope.buttons[1].updateGeometry()
        self.setVisible(count > 1)

    def show_joining(self, can_join: bool) -> None:
        """Whether the format that is chosen can hold several articles in one file."""
        self._can_join = can_join
        self._follow()

    def _tell(self) -> None:
        self._follow()
        self.changed.emit(self.chosen)

    def _follow(self) -> None:
        every = bool(self.scope.value)
        together = self._can_join and bool(self.apart.value)
        self.apart.setVisible(every)
        self.apart.buttons[1].setEnabled(self._can_join)
        self.apart.buttons[1].setToolTip("" if self._can_join else _APART_ONLY)
        self._names.setVisible(every and not together)
        self.says.setVisible(every and not together)
        self.says.setText(_FIELDS if self._can_join else f"{_APART_ONLY} {_FIELDS}")
