"""What scrolls under the tags: the sections of the panel, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from annotator.ui.kit.scroll import clear_scroll

_ABOVE, _BELOW = 6, 16
_ROUND = 28
"""So much of what lies round the line that is typed stays in view, in pixels."""


class Lower(QScrollArea):
    """Its right margin gives way to the scroll bar, so nothing moves."""

    def __init__(self, edge: int, parent: QWidget) -> None:
        """``edge`` is the panel's margin in pixels."""
        super().__init__(parent)
        self._edge = edge
        self._looking: tuple[QWidget, QRect] | None = None
        self._sections = QVBoxLayout()

    def fill(self, sections: Sequence[QWidget]) -> None:
        """Lays these out, from the top."""
        inside = QWidget()
        column = self._sections = QVBoxLayout(inside)
        column.setContentsMargins(0, _ABOVE, self._edge, _BELOW)
        column.setSpacing(0)
        for section in sections:
            column.addWidget(section)
        column.addStretch(1)
        clear_scroll(self, inside)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)

    def look_at(self, section: QWidget, where: QRect) -> None:
        """Keeps a place of a section in view, also while the section grows."""
        self._looking = (section, where)
        self._look()

    def to_top(self) -> None:
        """Another claim: its sections are read from the beginning."""
        self._looking = None
        self.verticalScrollBar().setValue(0)

    def _range_changed(self, _low: int, high: int) -> None:
        wide = self.verticalScrollBar().sizeHint().width() if high else 0
        self._sections.setContentsMargins(0, _ABOVE, max(0, self._edge - wide), _BELOW)
        self._look()

    def _look(self) -> None:
        """First all of the place, then where the keys are: it may be higher than the room there is."""
        inside, focus = self.widget(), QApplication.focusWidget()
        if self._looking is None or inside is None:
            return
        section, where = self._looking
        if focus is None or not (focus is section or section.isAncestorOf(focus)):
            self._looking = None
            return
        typed = focus.cursorRect() if isinstance(focus, QTextEdit) else focus.rect()
        for widget, place in ((section, where), (focus, typed)):
            for corner in (place.bottomLeft(), place.topLeft()):
                at = widget.mapTo(inside, corner)
                self.ensureVisible(at.x(), at.y(), 0, _ROUND)
