"""Brings what came in into the search, a little between two keys."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from annotator.desk.indexing import index_some
from annotator.desk.library import OpenLibrary

BETWEEN = 5
"""Milliseconds between two portions: a key gets its turn."""
SOON = 400
"""Milliseconds after a change, when what it caused on the screen is done."""
BUSY, IDLE = 0.03, 0.1
"""Seconds of a portion while somebody works, and while nobody has for ``QUIET`` seconds."""
QUIET = 1.0


class Indexer(QObject):
    """Works while anything is due; a change of the library wakes it."""

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._changed = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._work)
        self._leave: Callable[[], None] = library.subscribe(lambda _change: self.soon())
        self.soon()

    def soon(self) -> None:
        self._changed = time.monotonic()
        if not self._timer.isActive():
            self._timer.start(SOON)

    def stop(self) -> None:
        """The library is about to be closed; said twice it is no more than once."""
        self._timer.stop()
        self._leave()
        self._leave = _nothing

    def _work(self) -> None:
        quiet = time.monotonic() - self._changed > QUIET
        if index_some(self._library, IDLE if quiet else BUSY):
            self._timer.start(BETWEEN)


def _nothing() -> None:
    """Nobody is told of anything any more."""
