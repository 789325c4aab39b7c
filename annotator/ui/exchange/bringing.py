"""Looks at files and brings them in, off the window's thread, for the page that asks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Analyst
from annotator.domain.errors import CancelledError
from annotator.ui.jobs import Job

if TYPE_CHECKING:  # merging compares texts: no window waits for that at its start
    from annotator.desk.othertexts import Ids
    from annotator.desk.previews import Merged
    from annotator.ui.exchange.previewing import Asking, Looked


class Bringing(QObject):
    """One window's merge: first what it would do, then the thing itself."""

    progressed = Signal(float)
    """How much of what is being done is done, 0 to 1."""
    looked = Signal(object)
    """A ``Looked``."""
    came = Signal(object)
    """A ``Merged``: it is in, and the window's library has heard of it."""
    failed = Signal(object)
    """The exception that it ended with; nothing was changed."""
    cancelled = Signal()
    """It was stopped; nothing was changed."""

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._job: Job | None = None
        self._stop = threading.Event()
        self._result: object = None
        self._files: tuple[Path, ...] = ()
        self._asking: dict[str, Asking] = {}
        self._confirmed: dict[str, tuple[int, ...]] = {}
        self._questions: tuple[Analyst, ...] = ()
        self._answers: dict[str, bool] = {}
        self.first: ArticleId | None = None
        """Of what came in last the article that most people differ on."""

    @property
    def busy(self) -> bool:
        return self._job is not None

    def look(self, files: Sequence[Path]) -> None:
        """Finds out what these files would bring."""
        from annotator.desk import merging
        from annotator.ui.exchange.previewing import Looked

        self._confirmed, self._answers = {}, {}
        library, paths = self._library, list(files)

        def piece() -> Looked:
            found = None
            with opened_beside(library) as beside:
                refused = {path: merging.refusal(path, beside) for path in paths}
                good = [path for path in paths if not refused[path]]
                if good:
                    found = merging.preview(beside, good, progress=self._told)
            return Looked(
                tuple(good), found, {path.name: why for path, why in refused.items() if why}
            )

        self._begin(piece)

    def confirm(self, key: str, places: tuple[int, ...]) -> None:
        """These claims of another copy are the same: their places among those that ask."""
        self._confirmed[key] = places

    def answer(self, person: str, same: bool) -> None:
        """Whether this person is the acting one on another machine."""
        self._answers[person] = same

    @property
    def answered(self) -> list[tuple[Analyst, bool]]:
        """The people of whom it was said who they are: before anything comes in it is written."""
        return [(one, self._answers[one.id]) for one in self._questions if one.id in self._answers]

    def bring(self) -> None:
        """Brings in what was looked at, with what was confirmed."""
        from annotator.desk import merging

        library, files = self._library, self._files
        confirmed = self._ids()

        def piece() -> Merged:
            with opened_beside(library) as beside:
                return merging.merge(beside, files, confirmed=confirmed, progress=self._told)

        self._begin(piece)

    def cancel(self) -> None:
        """Stops what is being done at the next edit that it reads."""
        self._stop.set()

    def close(self) -> None:
        """Stops, and waits until nothing is half done."""
        self.cancel()
        if self._job is not None:
            self._job.wait()

    def _ids(self) -> list[Ids]:
        return [
            self._asking[key].ids(place)
            for key, places in self._confirmed.items()
            for place in places
            if key in self._asking
        ]

    def _begin(self, piece: Callable[[], object]) -> None:
        if self._job is not None:
            return
        self._stop.clear()
        self._job = Job([piece], self)
        self._job.got.connect(self._keep)
        self._job.finished.connect(self._over)
        self._job.begin()

    def _keep(self, _number: int, result: object) -> None:
        self._result = result

    def _over(self) -> None:
        """Told only when the thread is at its end: whoever hears of it may begin the next."""
        if self._job is not None:
            self._job.deleteLater()
        result, self._job, self._result = self._result, None, None
        self._tell(result)

    def _told(self, done: int, every: int) -> None:
        """On the thread that works. Raises CancelledError where somebody asked to stop."""
        if self._stop.is_set():
            raise CancelledError("Stopped: nothing was brought in.")
        self.progressed.emit(done / every if every else 1.0)

    def _tell(self, result: object) -> None:
        from annotator.desk.previews import Merged
        from annotator.ui.exchange.previewing import Asking, Looked, key_of

        too_late = self._stop.is_set() and isinstance(result, Looked)
        if isinstance(result, CancelledError) or too_late:
            self.cancelled.emit()
        elif isinstance(result, Looked):
            found = result.found
            texts = () if found is None else found.texts
            self._questions = () if found is None else found.questions
            self._asking = {key_of(text): Asking(self._library, text) for text in texts}
            self._files = result.files
            self.looked.emit(result)
        elif isinstance(result, Merged):
            self._library.poll()
            articles = result.found.articles
            most = max(articles, key=lambda one: one.counts.conflicting, default=None)
            self.first = None if most is None else most.id
            self.came.emit(result)
        elif result is not None:
            self.failed.emit(result)
