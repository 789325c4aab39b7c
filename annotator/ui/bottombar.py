"""The bar at the bottom: how far the article has come, what was done, what is saved."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.kit.labels import Elided
from annotator.ui.kit.progress import ProgressStrip
from annotator.ui.messagebar import STRIP, MessageBar
from annotator.ui.theme import Theme


class BottomBar(MessageBar):
    """Says, never asks; the two things one can do are to go on and to cancel an import."""

    next_wanted = Signal()
    strip: ProgressStrip

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_article = False
        self.strip = ProgressStrip(theme, self)
        self.strip.setFixedWidth(STRIP)
        self._words = Elided("", self)
        self._space.setAccessibleName("Next untagged claim, Space")
        self._space.clicked.connect(self.next_wanted)
        self._saved = QLabel(self)
        self._saved.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._lay_out()
        self._show()

    @property
    def saved(self) -> str:
        return self._saved.text()

    def set_theme(self, theme: Theme) -> None:
        self.strip.set_theme(theme)

    def show_article(self, snapshot: Snapshot | None) -> None:
        """How far the article has come; without one: that there is nothing to save."""
        self._has_article = snapshot is not None
        self._place_strip(shown=self._has_article or self.strip.shares)
        if snapshot is None:
            self._rest = "Ready · nothing to save yet"
        else:
            counts = snapshot.counts()
            self.strip.set_counts(counts)
            to_go = counts[Standing.UNTAGGED]
            self._rest = f"{snapshot.done:,} done, {to_go:,} to go" if to_go else "All done"
            if to_go:
                self._rest += " · next untagged"
        self._goes_on = self._rest.endswith("next untagged")
        self._show()

    def show_share(self, share: float | None) -> None:
        """How much of an import is done; None: none goes on, the strip is the article's again."""
        self.strip.set_share(share)
        self._place_strip(shown=self._has_article or share is not None)

    def show_saved(self, at: float | None, library: str) -> None:
        """When the last commit returned (seconds since 1970), or that nothing was saved yet."""
        clock = "" if at is None else time.strftime("Saved %H:%M:%S · ", time.localtime(at))
        self._saved.setText(f"{clock}{library}")

    def _place_strip(self, *, shown: bool) -> None:
        self.strip.setVisible(shown)
        self._words.setContentsMargins(18 if shown else 0, 0, 0, 0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self._words, 1)
        row.addSpacing(6)
        row.addWidget(self._space)
        row.addWidget(self._look)
        row.addWidget(self._cancel)
        row.addSpacing(12)
        row.addStretch(0)
        row.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignRight)
