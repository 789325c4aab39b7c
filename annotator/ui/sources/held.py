"""The sources of the article on the page, followed as attributions come and go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.desk.desk import Desk
from annotator.desk.sources import sources
from annotator.domain.errors import BusyError
from annotator.domain.snapshot import Change
from annotator.ui.hand import Hand
from annotator.ui.library.sources import SourcesNamed

SOON = 60
"""Milliseconds after a change: the page and the panel have followed it by then."""
AGAIN = 300


class HeldSources(QObject):
    """Shows them in the left panel."""

    def __init__(self, desk: Desk, hand: Hand, shown: SourcesNamed) -> None:
        super().__init__(hand)
        self._desk, self._shown = desk, shown
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self.now)
        self._leave = desk.subscribe(self._on_change)
        hand.opened.connect(self._timer.start)

    def now(self) -> None:
        """Reads them again."""
        snapshot = self._desk.snapshot
        try:
            found = () if snapshot is None else sources(self._desk.library, snapshot.article.id)
        except BusyError:
            self._timer.start(AGAIN)
            return
        self._shown.show_sources(found)

    def close(self) -> None:
        """The window is gone."""
        self._leave()
        self._timer.stop()

    def _on_change(self, change: Change) -> None:
        snapshot = self._desk.snapshot
        if snapshot is None or change.article not in ("", snapshot.article.id):
            return
        if change.record or change.review or change.layout:
            self._timer.start(SOON)
