"""Reads a list off the window's thread, in portions, and again when it was changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.ui.jobs import Job

AGAIN = 150
"""Milliseconds after a change until the list is read again, once for however many there were."""

Read = Callable[[OpenLibrary], Iterable[object]]
"""Gives the list in portions, on another connection and another thread."""


class Reading(QObject):
    """One list at a time; what is asked meanwhile is read when the one before has come to its end."""

    portion = Signal(object, bool)
    """A portion, and whether it is the first of its list."""
    done = Signal()
    """The list is read whole."""
    failed = Signal(object)
    _read = Signal(int, object, bool)
    """Sent by the thread that reads: the number of the list, and a portion of it."""

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._job: Job | None = None
        self._stop = threading.Event()
        self._next: Read | None = None
        self._number = 0
        self._soon = QTimer(self, interval=AGAIN, singleShot=True)
        self._soon.timeout.connect(self._begin)
        self._read.connect(self._got)

    def read(self, read: Read, *, soon: bool = False) -> None:
        """Reads this list from now on; one that is being read is left off."""
        self._next = read
        self._stop.set()
        self._number += 1
        if soon:
            self._soon.start()
        else:
            self._begin()

    def stop(self) -> None:
        """Nobody looks any more: what is read comes to its end, and nobody is told."""
        self._number += 1
        self._next = None
        self._soon.stop()
        self._stop.set()
        if self._job is not None:
            self._job.wait()

    def _begin(self) -> None:
        if self._job is not None or self._next is None:
            return
        self._soon.stop()
        read, self._next = self._next, None
        self._stop.clear()
        number, library, stop = self._number, self._library, self._stop

        def piece() -> None:
            first = True
            with opened_beside(library) as beside:
                for portion in read(beside):
                    if stop.is_set():
                        return
                    self._read.emit(number, portion, first)
                    first = False

        self._job = job = Job([piece], self)
        job.got.connect(lambda _piece, result: self._ended(number, result))
        job.finished.connect(self._over)
        job.begin()

    def _got(self, number: int, portion: object, first: bool) -> None:
        if number == self._number:
            self.portion.emit(portion, first)

    def _ended(self, number: int, result: object) -> None:
        if number != self._number:
            return
        if isinstance(result, BaseException):
            self.failed.emit(result)
        else:
            self.done.emit()

    def _over(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        if not self._soon.isActive():
            self._begin()
