"""A bar at the bottom: one line in it says what waits, what runs, what was done, else how far it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Elided

HEIGHT = 30
STRIP = 260


class MessageBar(QFrame):
    """What each view's bar has in common. Whoever is one makes ``strip`` and ``_words``."""

    cancel_wanted = Signal()
    look_wanted = Signal()
    """What runs, or waits for an answer, is to be looked at."""
    strip: QWidget
    _words: Elided
    _beside = 24
    """Pixels that the line is wider than its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setFixedHeight(HEIGHT)
        self._said = self._progress = self._rest = ""
        self._busy = self._goes_on = self._runs = False
        self._seen = False
        """Whether what runs is before the reader already."""
        self._space = NextButton(self)
        self._look = QPushButton("Show", self)
        self._look.setAccessibleName("Show the import")
        self._look.clicked.connect(self.look_wanted)
        self._cancel = QPushButton("Cancel", self)
        self._cancel.clicked.connect(self.cancel_wanted)
        for button in (self._look, self._cancel):
            button.setProperty("role", "link")

    @property
    def text(self) -> str:
        """What the middle of the bar says now."""
        return self._words.whole

    def show_said(self, text: str) -> None:
        self._said = text
        self._show()

    def show_progress(self, text: str, runs: bool = True) -> None:
        """What comes in; without ``runs`` it waits for somebody, and cannot be cancelled."""
        self._progress, self._runs = text, runs
        self._show()

    def set_seen(self, seen: bool) -> None:
        """Whether what runs is before the reader: nobody need be led there."""
        self._seen = seen
        self._show()

    def show_waiting(self, waiting: bool) -> None:
        """Another program holds the library: what was asked for is tried again."""
        self._busy = waiting
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.setFixedWidth(max(80, min(STRIP, self.width() // 5)))

    def _show(self) -> None:
        waiting = "Waiting for another program…" if self._busy else ""
        text = waiting or self._progress or self._said or self._rest
        self._words.set_text(text)
        self._words.setMaximumWidth(
            self._words.fontMetrics().horizontalAdvance(self._words.whole) + self._beside
        )
        self._space.setVisible(text == self._rest and self._goes_on)
        comes = bool(self._progress) and text == self._progress
        self._cancel.setVisible(comes and self._runs)
        self._look.setVisible(comes and not self._seen)


class NextButton(QPushButton):
    """The key that goes on to the next claim, to be clicked as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName("Next, Space")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cap = KeyCap("Space", self)
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 4, 0)
        self._row.addWidget(cap)

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), 22)
