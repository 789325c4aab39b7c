"""The list of the search: which line is chosen, and how high all of them are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from annotator.ui.search.lines import Lines
from annotator.ui.search.paint import LineDelegate
from annotator.ui.search.view import Line
from annotator.ui.theme import Theme

_MEASURED = 60
"""Lines whose height is added up: more are higher than any screen."""


class LineList(QListView):
    """It never has the keys: the field above it says where to go."""

    clicked_at = Signal(object)
    """A ``Line`` was clicked, a heading too."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = Lines()
        self._delegate = LineDelegate(theme, self)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("What was found")
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(lambda index: self.clicked_at.emit(self._lines.line(index.row())))

    @property
    def line(self) -> Line | None:
        """The line that is chosen."""
        index = self.currentIndex()
        return self._lines.line(index.row()) if index.isValid() else None

    @property
    def high(self) -> int:
        """How high the lines are; of very many, higher than any screen."""
        rows = range(min(self._lines.rowCount(), _MEASURED))
        return sum(self.sizeHintForRow(row) for row in rows)

    def show_lines(self, lines: Sequence[Line], *, stay: bool = False) -> None:
        """Shows these and chooses the first; ``stay``: the one that was chosen, where it is still there."""
        was = self.line
        self._lines.show_lines(lines)
        kept = self._lines.with_target(was.target) if stay and was is not None else None
        self._choose(self._lines.first() if kept is None else kept)

    def step(self, by: int) -> None:
        """Chooses the line so many further down (or up)."""
        for _ in range(abs(by)):
            self._choose(self._lines.step(self.currentIndex().row(), 1 if by > 0 else -1))

    def step_group(self, by: int) -> None:
        """Chooses the first line of the next group (1) or of the one before (-1)."""
        self._choose(self._lines.step_group(self.currentIndex().row(), by))

    def reveal(self) -> None:
        """Scrolls to the line that is chosen, and to the heading over it where that is next to it."""
        index = self.currentIndex()
        row = index.row()
        if row == self._lines.first():
            self.scrollToTop()
        if row > 0 and not self._lines.line(row - 1).choosable:
            self.scrollTo(self._lines.index(row - 1))
        self.scrollTo(index)

    def head(self) -> Line | None:
        """The heading over the line that is chosen."""
        return self._lines.head(self.currentIndex().row())

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def _choose(self, row: int | None) -> None:
        if row is not None:
            self.setCurrentIndex(self._lines.index(row))
            self.reveal()
