"""Work that takes long, off the window's thread, piece by piece, with Cancel."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QThread, Signal

Piece = Callable[[], object]

_working: list[QThread] = []


class Job(QThread):
    """Does pieces of work in order; each one's result or error is told on the window's thread.

    A piece must not touch widgets nor the window's own connection.
    """

    began = Signal(int)
    """The piece with this number is being done."""
    got = Signal(int, object)
    """A piece is done: its number and its result, or the exception it ended with."""

    def __init__(self, pieces: Sequence[Piece], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces = tuple(pieces)
        self.finished.connect(_work_is_over)

    def begin(self) -> None:
        """Starts the work. While it lasts no garbage is collected.

        Python collects on whichever thread comes to it, and would take the widgets
        of a closed window apart on the worker's, which Qt does not survive.
        """
        _working.append(self)
        gc.disable()
        self.start()

    def cancel(self) -> None:
        """No further piece is begun; the one that is being done comes to its end."""
        self.requestInterruption()

    def run(self) -> None:
        for number, piece in enumerate(self._pieces):
            if self.isInterruptionRequested():
                return
            self.began.emit(number)
            result: object
            try:
                result = piece()
            except Exception as error:  # noqa: BLE001 - told to whoever asked for the work
                result = error
            self.got.emit(number, result)


def _work_is_over() -> None:
    _working[:] = [job for job in _working if not job.isFinished()]
    if not _working:
        gc.enable()
