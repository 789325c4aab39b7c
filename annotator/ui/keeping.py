"""Large files on their way into the library, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.ui.jobs import Job

Work = Callable[[OpenLibrary], object]
Done = Callable[[BaseException | None], None]


class Keeping(QObject):
    """Does one thing after the other on a second connection; ``close`` waits for it."""

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs: list[Job] = []

    def begin(self, work: Work, done: Done) -> None:
        """Does it; ``done`` is told on the window's thread how it ended."""

        def piece() -> object:
            with opened_beside(self._library) as beside:
                return work(beside)

        def got(_number: int, result: object) -> None:
            done(result if isinstance(result, BaseException) else None)

        job = Job([piece], self)
        job.got.connect(got)
        job.finished.connect(lambda: self._over(job))
        self._jobs.append(job)
        job.begin()

    def close(self) -> None:
        """The window goes: what was begun comes to its end, and nobody is told any more."""
        jobs, self._jobs = self._jobs, []
        for job in jobs:
            job.got.disconnect()
            job.wait()

    def _over(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()
