"""Writes what was ordered, off the window's thread, with how far it is and Cancel."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.domain.errors import CancelledError
from annotator.ui.jobs import Job

if TYPE_CHECKING:  # no window exports at its start
    from annotator.desk.exporting import Exported, Order


class Teller(Protocol):
    """Says how an export goes, where somebody asked for it."""

    def show_progress(self, text: str, share: float | None) -> None: ...

    def show_written(self, wrote: Sequence[Exported]) -> None:
        """All of it is written."""

    def show_failed(self, error: BaseException) -> None:
        """It ended with this; nothing was written."""

    def show_stopped(self) -> None:
        """Somebody stopped it; nothing was written."""


class Writing(QObject):
    """One window's export; one at a time."""

    _progressed = Signal(str, float)

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._job: Job | None = None
        self._stop = threading.Event()
        self._result: object = None
        self._teller: Teller | None = None
        self._progressed.connect(self._on_progress)

    @property
    def busy(self) -> bool:
        return self._job is not None

    def begin(self, order: Order, teller: Teller) -> None:
        """Writes this; where something is being written still, nothing happens."""
        if self._job is not None:
            return
        library, self._teller = self._library, teller

        def piece() -> tuple[Exported, ...]:
            from annotator.desk.exporting import write_order

            with opened_beside(library) as beside:
                return write_order(beside, order, progress=self._told)

        self._stop.clear()
        self._job = Job([piece], self)
        self._job.got.connect(self._keep)
        self._job.finished.connect(self._over)
        self._job.begin()

    def cancel(self) -> None:
        """Stops what is being written at its next step; no file is left."""
        self._stop.set()

    def close(self) -> None:
        """Stops, and waits until nothing is half done."""
        self.cancel()
        self._teller = None
        if self._job is not None:
            self._job.wait()

    def _told(self, done: int, every: int, now: str) -> None:
        """On the thread that works. Raises CancelledError where somebody asked to stop."""
        if self._stop.is_set():
            raise CancelledError("Stopped: nothing was written.")
        self._progressed.emit(now, done / every if every else 0.0)

    def _on_progress(self, now: str, share: float) -> None:
        if self._teller is not None and self._job is not None:
            self._teller.show_progress(now, share)

    def _keep(self, _number: int, result: object) -> None:
        self._result = result

    def _over(self) -> None:
        """Told only when the thread is at its end: whoever hears of it may begin the next."""
        if self._job is not None:
            self._job.deleteLater()
        result, self._job, self._result = self._result, None, None
        teller, self._teller = self._teller, None
        if teller is None:
            return
        if isinstance(result, CancelledError):
            teller.show_stopped()
        elif isinstance(result, tuple):
            teller.show_written(result)
        elif isinstance(result, BaseException):
            teller.show_failed(result)
