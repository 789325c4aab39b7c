"""Articles on their way in: read, cut and saved off the window's thread, one after the other."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError, CancelledError
from annotator.importers.watch import Watch
from annotator.ui import bringin, pace
from annotator.ui.bringin import Came, Confirmed
from annotator.ui.incoming import OPEN, How, Incoming, Question, Source, State
from annotator.ui.jobs import Job

RARELY = 0.08
"""Seconds between two words about how far an article has come: a book has thousands of pages."""


class Imports(QObject):
    """One window's list of what comes in; tagging goes on meanwhile.

    A list begins anew with what is brought in when nothing is on its way; what still waits
    for an answer stays on it.
    """

    changed = Signal()
    """Something on the list stands otherwise."""
    begun = Signal(bool)
    """More is on the list; whether it is another list."""
    settled = Signal(object)
    """An ``Incoming`` that has come to its end, well or not, or asks."""
    progress = Signal(str, bool)
    """What the bottom bar says of it, and whether that goes on; empty: nothing any more."""
    seen = Signal(bool)
    """Whether its page is before the reader now."""
    finished = Signal()
    """Nothing is on its way any more."""
    _told = Signal(int, str, object)

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.entries: list[Incoming] = []
        self._keys = 0
        self._closed = False
        self._tasks: deque[tuple[Incoming, Callable[[], object]]] = deque()
        self._job: Job | None = None
        self._now: Incoming | None = None
        self._result: object = None
        self._stop = threading.Event()
        self._pace = pace.Pace()
        self._told.connect(self._on_told)

    @property
    def busy(self) -> bool:
        return self._job is not None

    @property
    def share(self) -> float:
        """How much of the list is done, 0 to 1."""
        return pace.share_of(self.entries)

    @property
    def left(self) -> str:
        """How long the rest may take, in words; empty while nobody can know."""
        return self._pace.left(self.entries) if self.busy else ""

    def entry(self, key: int) -> Incoming | None:
        return next((one for one in self.entries if one.key == key), None)

    def bring(self, sources: Sequence[Source], *, listed: bool = False) -> None:
        """Brings these in, after whatever is on its way; ``listed``: only lists them."""
        if not sources:
            return
        fresh_list = not self.busy
        if fresh_list:
            self.entries = [one for one in self.entries if one.state in OPEN]
            self._pace = pace.Pace()
        state = State.LISTED if listed else State.WAITS
        fresh = [Incoming(self._keys + at, one, state) for at, one in enumerate(sources, 1)]
        self._keys += len(fresh)
        self.entries += fresh
        for one in fresh if not listed else ():
            self._read(one)
        self._next()
        self.begun.emit(fresh_list)

    def fetch(self, keys: Collection[int]) -> None:
        """These addresses, that were only listed, are to be contacted now."""
        wanted = [one for one in self.entries if one.key in keys and one.state is State.LISTED]
        for one in wanted:
            self._read(one)
        self._next()

    def forget(self, key: int) -> None:
        """An address that was only listed is not wanted."""
        self.entries = [
            one for one in self.entries if one.key != key or one.state is not State.LISTED
        ]
        self.changed.emit()

    def again(self, key: int, how: How, source: Source | None = None) -> None:
        """Reads it once more, in another way or from elsewhere.

        What it came in as before goes off the list when the new reading is in, if it came in
        by this import.
        """
        one = self.entry(key)
        if one is None or one.state in (State.WAITS, State.READS):
            return
        one.how, one.source = how, source or one.source
        self._read(one)
        self._next()

    def answer(self, key: int, *, keep: bool, confirmed: Confirmed = frozenset()) -> None:
        """Keeps both, as versions, or leaves the new one out."""
        one = self.entry(key)
        if one is None or one.question is None:
            return
        asked, one.question = one.question, None
        if keep:
            one.state, one.says, one.share = State.WAITS, "", None
            watch = self._watch(one.key)
            piece = bringin.revising(self._library, asked, confirmed, watch, _wrong(one))
            self._tasks.append((one, piece))
        else:
            one.state = State.LEFT_OUT
            self.settled.emit(one)
        self.changed.emit()
        self._next()

    def cancel(self) -> None:
        """What is in stays; what is being read is given up, and nothing further is begun."""
        self._stop.set()
        while self._tasks:
            self._tasks.popleft()[0].state = State.STOPPED
        self.changed.emit()

    def close(self) -> None:
        """The window goes: waits for the article that is being saved, so that it is saved whole."""
        self._closed = True
        self.cancel()
        if self._job is not None:
            self._job.wait()

    def _read(self, one: Incoming) -> None:
        one.state, one.says, one.share = State.WAITS, "", None
        one.error, one.question, one.seen = None, None, False
        watch = self._watch(one.key)
        piece = bringin.reading(self._library, one.source, one.how, watch, _wrong(one))
        self._tasks.append((one, piece))

    def _watch(self, key: int) -> Watch:
        """Tells how far it has come, and gives up when the list is cancelled."""
        last = 0.0

        def told(says: str, share: float | None) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last > RARELY:
                last = now
                self._told.emit(key, says, share)

        return Watch(told, self._stop.is_set)

    def _next(self) -> None:
        if self._job is not None or not self._tasks:
            self.changed.emit()
            return
        self._stop.clear()
        self._now, piece = self._tasks.popleft()
        self._now.state = State.READS
        self._job = Job([piece], self)
        self._job.got.connect(self._keep)
        self._job.finished.connect(self._over)
        self._job.begin()
        self._tell()

    def _on_told(self, key: int, says: str, share: float | None) -> None:
        one = self.entry(key)
        if one is not None and one.state is State.READS:
            one.says, one.share = says, share
            self._tell()

    def _tell(self) -> None:
        self.progress.emit(pace.at_work(self.entries, self.left), True)
        self.changed.emit()

    def _keep(self, _number: int, result: object) -> None:
        self._result = result

    def _over(self) -> None:
        """Told only when the thread is at its end: whoever hears of it may begin the next."""
        if self._job is not None:
            self._job.deleteLater()
        if self._closed:
            return  # nobody is there to be told
        one, result = self._now, self._result
        self._job = self._now = self._result = None
        if one is not None:
            _stand(one, result)
            self.settled.emit(one)
        self._next()
        if not self.busy:
            self.progress.emit("", False)
            self.finished.emit()


def _wrong(one: Incoming) -> ArticleId | None:
    """What it came in as before it is read once more, if this import brought that in."""
    return one.imported.article if one.imported is not None and one.imported.new else None


def _stand(one: Incoming, result: object) -> None:
    """What came of it. What is in already stays in when another reading of it fails."""
    one.says, one.share = "", None
    before = State.STOPPED if one.imported is None else State.READ
    if isinstance(result, Came):
        one.state, one.imported = State.READ, result.imported
        one.encoding, one.encodings = result.encoding, result.encodings
        one.revises, one.carried, one.waiting = result.revises, result.carried, result.waiting
    elif isinstance(result, Question):
        one.state, one.question = State.ASKS, result
    elif isinstance(result, CancelledError):
        one.state = before
    elif isinstance(result, BaseException):
        if not isinstance(result, AnnotatorError):
            logging.getLogger(__name__).error("unforeseen", exc_info=result)
        one.state, one.error = State.FAILED if before is State.STOPPED else before, result
