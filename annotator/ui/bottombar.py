"""The bar at the bottom: how far the article has come, what was done, what is saved."""

from __future__ import annotations

import time

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Elided
from annotator.ui.kit.progress import ProgressStrip
from annotator.ui.theme import Theme

HEIGHT = 30
STRIP = 260


class BottomBar(QFrame):
    """Says, never asks; the two things one can do are to go on and to cancel an import."""

    next_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setFixedHeight(HEIGHT)
        self._said = self._progress = self._rest = ""
        self._busy = False
        self.strip = ProgressStrip(theme, self)
        self.strip.setFixedWidth(STRIP)
        self._words = Elided("", self)
        self._space = NextButton(self)
        self._space.clicked.connect(self.next_wanted)
        self._cancel = QPushButton("Cancel", self)
        self._cancel.setProperty("role", "link")
        self._cancel.clicked.connect(self.cancel_wanted)
        self._saved = QLabel(self)
        self._saved.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._lay_out()
        self._show()

    @property
    def text(self) -> str:
        """What the middle of the bar says now."""
        return self._words.whole

    @property
    def saved(self) -> str:
        return self._saved.text()

    def set_theme(self, theme: Theme) -> None:
        self.strip.set_theme(theme)

    def show_article(self, snapshot: Snapshot | None) -> None:
        """How far the article has come; without one: that there is nothing to save."""
        self.strip.setVisible(snapshot is not None)
        self._words.setContentsMargins(18 if snapshot is not None else 0, 0, 0, 0)
        if snapshot is None:
            self._rest = "Ready · nothing to save yet"
        else:
            counts = snapshot.counts()
            self.strip.set_counts(counts)
            to_go = counts[Standing.UNTAGGED]
            self._rest = f"{snapshot.done:,} done, {to_go:,} to go" if to_go else "All done"
            if to_go:
                self._rest += " · next untagged"
        self._show()

    def show_said(self, text: str) -> None:
        self._said = text
        self._show()

    def show_progress(self, text: str) -> None:
        self._progress = text
        self._show()

    def show_waiting(self, waiting: bool) -> None:
        """Another program holds the library: what was asked for is tried again."""
        self._busy = waiting
        self._show()

    def show_saved(self, at: float | None, library: str) -> None:
        """When the last commit returned (seconds since 1970), or that nothing was saved yet."""
        clock = "" if at is None else time.strftime("Saved %H:%M:%S · ", time.localtime(at))
        self._saved.setText(f"{clock}{library}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.setFixedWidth(max(80, min(STRIP, self.width() // 5)))

    def _show(self) -> None:
        waiting = "Waiting for another program…" if self._busy else ""
        text = waiting or self._progress or self._said or self._rest
        self._words.set_text(text)
        self._space.setVisible(text == self._rest and text.endswith("next untagged"))
        self._cancel.setVisible(bool(self._progress) and text == self._progress)
        self._words.setMaximumWidth(self._words.fontMetrics().horizontalAdvance(text) + 24)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self._words, 1)
        row.addSpacing(6)
        row.addWidget(self._space)
        row.addWidget(self._cancel)
        row.addSpacing(12)
        row.addStretch(0)
        row.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignRight)


class NextButton(QPushButton):
    """The key that goes on to the next untagged claim, to be clicked as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName("Next untagged claim, Space")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cap = KeyCap("Space", self)
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 4, 0)
        self._row.addWidget(cap)

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), 22)
