"""Articles on their way in: read, cut and saved off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.desk import importing
from annotator.desk.beside import opened_beside
from annotator.desk.importing import Imported, Prepared
from annotator.desk.library import OpenLibrary
from annotator.ui.jobs import Job


@dataclass(frozen=True, slots=True)
class Incoming:
    """One article to bring in: how it is called meanwhile, and how it is read."""

    name: str
    prepare: Callable[[], Prepared]


def from_file(path: Path) -> Incoming:
    return Incoming(path.name, lambda: importing.prepare_file(path))


def from_text(text: str) -> Incoming:
    """Pasted or dropped text; half characters stay in it, for the importer to refuse."""
    data = text.encode("utf-8", "surrogatepass")
    return Incoming("the pasted text", lambda: importing.prepare(data, ""))


class Imports(QObject):
    """Brings articles in, one batch after the other; tagging goes on meanwhile."""

    progress = Signal(str)
    """What is being read, for the bottom bar; empty: nothing any more."""
    arrived = Signal(object)
    """An ``Imported``: saved, or in the library already."""
    failed = Signal(object)
    """The exceptions of this batch so far: one more article could not be brought in."""
    finished = Signal(object)
    """A batch is over: the list of its ``Imported``."""

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._waiting: list[tuple[Incoming, ...]] = []
        self._job: Job | None = None
        self._batch: tuple[Incoming, ...] = ()
        self._done: list[Imported] = []
        self._failed: list[BaseException] = []

    def bring(self, incoming: Sequence[Incoming]) -> None:
        """Brings these in, after whatever is on its way already."""
        if incoming:
            self._waiting.append(tuple(incoming))
            self._next()

    def cancel(self) -> None:
        """What has arrived stays; nothing further is begun."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Waits for the article that is being saved, so that it is saved whole."""
        self.cancel()
        if self._job is not None:
            self._job.wait()

    def _next(self) -> None:
        if self._job is not None or not self._waiting:
            return
        self._batch, self._done, self._failed = self._waiting.pop(0), [], []
        self._job = Job([self._piece(each) for each in self._batch], self)
        self._job.began.connect(self._tell)
        self._job.got.connect(self._take)
        self._job.finished.connect(self._over)
        self._job.begin()

    def _piece(self, incoming: Incoming) -> Callable[[], Imported]:
        library = self._library

        def bring_in() -> Imported:
            prepared = incoming.prepare()
            with opened_beside(library) as beside:
                return importing.save(beside, prepared)

        return bring_in

    def _tell(self, number: int) -> None:
        of = f" {number + 1} of {len(self._batch)}" if len(self._batch) > 1 else ""
        self.progress.emit(f"Reading{of}: {self._batch[number].name}")

    def _take(self, _number: int, result: object) -> None:
        if isinstance(result, Imported):
            self._done.append(result)
            self.arrived.emit(result)
        elif isinstance(result, BaseException):
            self._failed.append(result)
            self.failed.emit(tuple(self._failed))

    def _over(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self.progress.emit("")
        self.finished.emit(self._done)
        self._next()
