"""What is looked up of the claim in hand when nobody goes on: no key waits for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Snapshot
from annotator.ui.hand import Hand

REST = 120
"""Milliseconds after the last move or change."""
BUSY = 1_000
"""Milliseconds until another try, while another program holds the library."""


class AtRest(QObject):
    """Calls ``look`` a moment after the claim in hand, or the article, is another or changed."""

    def __init__(self, hand: Hand, panel: QWidget) -> None:
        """``panel`` is where it is shown: nothing is looked up while nobody sees it."""
        super().__init__(hand)
        self._hand, self._seen_in = hand, panel
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.now)
        for moved in (hand.moved, hand.opened):
            moved.connect(lambda: self._timer.start(REST))
        hand.changed.connect(self._changed)

    def look(self, snapshot: Snapshot, index: int) -> None:
        """Reads and shows it. May raise AnnotatorError while the library is held."""
        raise NotImplementedError

    def forget(self) -> None:
        """Something was changed: what was read of it is read again."""

    def now(self) -> None:
        """Looks, unless nobody sees the panel."""
        snapshot, index = self._hand.snapshot, self._hand.index
        if snapshot is None or index is None or not self._seen_in.isVisible():
            return
        try:
            self.look(snapshot, index)
        except AnnotatorError:  # another program holds the library: it is there a moment later
            self._timer.start(BUSY)

    def stop(self) -> None:
        """The window is gone."""
        self._timer.stop()

    def _changed(self) -> None:
        self.forget()
        self._timer.start(REST)
