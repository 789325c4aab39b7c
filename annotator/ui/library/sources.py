"""Whom the article names, and for how many claims; a click shows only those."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.desk.sources import SourceRow
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption
from annotator.ui.library.counts import FilterRow
from annotator.ui.only import Only, WereFound
from annotator.ui.theme import Theme

SHOWN = 6


class SourcesNamed(QWidget):
    """The sources with the most claims; all of them are on a page of their own."""

    wanted = Signal(object)
    """A ``SourceRow`` of which only the claims are to be shown; None: all claims again."""
    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: tuple[SourceRow, ...] = ()
        self._active: Only | None = None
        self.rows: list[FilterRow] = []
        self._all = KeyButton("", "", self, small=True, link=True)
        self._all.clicked.connect(self.all_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 4, 6)
        head.addWidget(Caption("Sources named", self), 1)
        head.addWidget(self._all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 18, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.hide()

    def show_sources(self, found: Sequence[SourceRow]) -> None:
        """Those with the most claims come first."""
        ordered = tuple(sorted(found, key=lambda row: (-row.claims, row.name.casefold())))
        self.setVisible(bool(ordered))
        self._all.setText(f"all {len(ordered):,}")
        self._all.setAccessibleName(f"All {len(ordered):,} sources: rename, join")
        if ordered == self._found:
            return
        self._found = ordered
        shown = ordered[:SHOWN]
        while len(self.rows) > len(shown):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.deleteLater()
        while len(self.rows) < len(shown):
            self._add()
        for row, source in zip(self.rows, shown, strict=True):
            row.show_words(source.name, f"{source.claims:,}", f"{source.claims:,} claims")
        self.set_active(self._active)

    def set_active(self, only: Only | None) -> None:
        """Which claims alone the page shows."""
        self._active = only
        name = only.words if isinstance(only, WereFound) else ""
        for row, source in zip(self.rows, self._found, strict=False):
            row.setChecked(bool(name) and source.name == name)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows:
            row.theme = theme
            row.update()

    def _add(self) -> None:
        row = FilterRow(self._theme, self)
        place = len(self.rows)
        row.clicked.connect(
            lambda checked: self.wanted.emit(self._found[place] if checked else None)
        )
        self.rows.append(row)
        self._column.addWidget(row)
