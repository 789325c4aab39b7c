"""What Review shows of more than the claim in hand, found a moment after everything else.

How alike people tag in this article, in one sentence, and how many claims wait in the
other articles. Where there is much it is read on a thread of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk import agreeing, showing, waiting
from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.desk.showing import ArticleRow
from annotator.domain.article import ArticleId
from annotator.domain.errors import BusyError
from annotator.domain.snapshot import Change
from annotator.review.words import pair_in_words
from annotator.ui.jobs import Job
from annotator.ui.review.queueview import OtherArticle

SOON = 500
"""Milliseconds after a change: whoever settles one claim after the other waits for nothing."""
QUICK = 2_000
"""So many claims are read before a thread would have begun."""


@dataclass(frozen=True, slots=True)
class Around:
    """``sentence`` is empty where there is nothing to compare."""

    article: ArticleId
    sentence: str = ""
    others: tuple[OtherArticle, ...] = ()


class AroundReader(QObject):
    """Finds it while the review is open."""

    found = Signal(object)
    """An ``Around``."""
    failed = Signal(object)

    def __init__(self, library: OpenLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._article: ArticleId | None = None
        self._job: Job | None = None
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self.read)
        self._leave = library.subscribe(self._on_change)

    @property
    def busy(self) -> bool:
        """Whether something is still to be found."""
        return self._job is not None or self._timer.isActive()

    def open(self, article: ArticleId) -> None:
        self._article = article
        self._timer.start(0)

    def let_go(self) -> None:
        self._article = None
        self._timer.stop()

    def close(self) -> None:
        """Waits for what is being read: its connection must not outlive the window."""
        self.let_go()
        self._leave()
        if self._job is not None:
            self._job.wait()

    def read(self) -> None:
        """Finds it now, or begins to."""
        article, library = self._article, self._library
        if article is None:
            return
        if self._job is not None:
            self._timer.start()
            return
        rows = showing.articles(library)
        if sum(row.total for row in rows) <= QUICK:
            try:
                self._take(around(library, article, rows))
            except BusyError:
                self._timer.start()
            return

        def piece() -> Around:
            with opened_beside(library) as beside:
                return around(beside, article, rows)

        self._job = Job([piece], self)
        self._job.got.connect(lambda _number, result: self._take(result))
        self._job.finished.connect(self._over)
        self._job.begin()

    def _on_change(self, _change: Change) -> None:
        if self._article is not None:
            self._timer.start()

    def _over(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None

    def _take(self, result: object) -> None:
        if not isinstance(result, Around):
            self.failed.emit(result)
        elif result.article == self._article:
            self.found.emit(result)


def around(library: OpenLibrary, article: ArticleId, rows: Sequence[ArticleRow]) -> Around:
    """The sentence about this article, and what waits in the others of the list."""
    others = waiting.queue(library, [row.id for row in rows if row.id != article])
    return Around(
        article,
        _sentence(library, article),
        tuple(OtherArticle(row.article, row.title, row.waiting) for row in others if row.waiting),
    )


def _sentence(library: OpenLibrary, article: ArticleId) -> str:
    """Of oneself and whoever shares most claims; of all where one tagged nothing."""
    measured = agreeing.measured(library, [article])
    pairs = [each for each in measured.agreement.pairs if measured.you in (each.a, each.b)]
    pair = max(pairs, key=lambda each: each.units, default=None)
    if pair is not None and pair.units:
        return pair_in_words(pair, you=measured.you)[0]
    return measured.sentences()[0] if measured.agreement.units else ""
