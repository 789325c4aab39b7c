"""The bar at the bottom in the Report view: which page is read, and how large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.ui.kit.labels import Elided
from annotator.ui.messagebar import MessageBar


class ReportBar(MessageBar):
    """Says the page; the keys for its size can be clicked here as well."""

    zoom_wanted = Signal(int)
    """Larger (1), smaller (-1), or as wide as there is room (0)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = QWidget(self)
        self.strip.hide()
        self._words = Elided("", self)
        self._words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._smaller = self._button("−", "Smaller pages (Ctrl+-)", -1)
        self._percent = QLabel(self)
        self._percent.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("400 %") + 4)
        self._larger = self._button("+", "Larger pages (Ctrl++)", 1)
        self.fit = self._button("Fit width", "As wide as there is room (Ctrl+0)", 0)
        self._lay_out()
        self._show()

    @property
    def size_words(self) -> str:
        return self._percent.text()

    @property
    def place_words(self) -> str:
        """Such as "Page 2 of 8"; empty where there is none yet."""
        return self._rest

    def show_place(self, page: int, count: int, percent: int, *, fits: bool) -> None:
        """``page`` of ``count`` is read; 0: there is none yet."""
        self._rest = f"Page {page:,} of {count:,}" if count else ""
        self._percent.setText(f"{percent} %")
        self._percent.setAccessibleName(f"Pages at {percent} percent of their size on paper")
        self.fit.setEnabled(not fits)
        self._show()

    def _button(self, words: str, tip: str, by: int) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "plain")
        button.setAccessibleName(tip.partition(" (")[0])
        button.setToolTip(tip)
        # A click leaves the keys to the pages.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.zoom_wanted.emit(by))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self._space)
        row.addWidget(self._look)
        row.addWidget(self._cancel)
        row.addStretch(0)
        for part in (self._smaller, self._percent, self._larger, self.fit):
            row.addWidget(part)
