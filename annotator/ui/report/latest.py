"""Work off the window's thread of which only the newest counts: what was asked before is dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.ui.jobs import Job, Piece


class Latest(QObject):
    """Does one piece at a time; of those that are asked for meanwhile only the last."""

    got = Signal(object)
    """What the newest piece gave, or the exception that it ended with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._next: Piece | None = None
        self._result: object = None
        self._wanted = False

    @property
    def busy(self) -> bool:
        """Whether something is being done that somebody still wants, or will be."""
        return self._next is not None or (self._job is not None and self._wanted)

    def ask(self, piece: Piece) -> None:
        """Does this, as soon as what is being done has come to its end; nobody hears of that."""
        self._next, self._wanted = piece, False
        if self._job is None:
            self._begin()

    def drop(self) -> None:
        """Nobody wants what was asked for any more."""
        self._next, self._wanted = None, False

    def close(self) -> None:
        """Waits until nothing is being done: its connection must not outlive the window."""
        self.drop()
        if self._job is not None:
            self._job.wait()

    def _begin(self) -> None:
        if self._next is None:
            return
        piece, self._next, self._wanted = self._next, None, True
        self._job = Job([piece], self)
        self._job.got.connect(self._keep)
        self._job.finished.connect(self._over)
        self._job.begin()

    def _keep(self, _number: int, result: object) -> None:
        self._result = result

    def _over(self) -> None:
        """Told when the thread is at its end: whoever hears of it may ask for the next."""
        if self._job is not None:
            self._job.deleteLater()
        result, wanted = self._result, self._wanted
        self._job, self._result, self._wanted = None, None, False
        if self._next is not None:
            self._begin()
        elif wanted:
            self.got.emit(result)
