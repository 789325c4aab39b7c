"""The report's pages, made off the window's thread, and made anew when something changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.edition import EDITORS_COPY, Edition
from annotator.domain.report import Outcome
from annotator.ui.report.latest import Latest
from annotator.ui.report.pageimages import Pages, pages_of

DELAY = 2_000
"""Milliseconds from the last change until the pages are made anew."""
FORM = "pdf"


class Making(QObject):
    """Keeps the pages of one article true, as long as somebody looks at them."""

    _judged_after_all = Signal(object)

    made = Signal(object)
    """``Pages``; None where nobody has judged anything in the article yet."""
    renewing = Signal()
    """What was made is not true any more: others are made in a moment."""
    begun = Signal()
    """Somebody has judged something meanwhile: the first pages are being made."""
    failed = Signal(object)
    """The exception that making them ended with."""

    def __init__(
        self, library: OpenLibrary, parent: QObject | None = None, *, delay: int = DELAY
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._article: ArticleId | None = None
        self._edition = EDITORS_COPY
        self._judged = True
        self._asked: tuple[ArticleId, Edition] | None = None
        self._of: ArticleId | None = None
        self._true: tuple[ArticleId, Edition] | None = None
        self.work = Latest(self)
        self.work.got.connect(self._take)
        self._judged_after_all.connect(self._begin)
        self.timer = QTimer(self, interval=delay, singleShot=True)
        self.timer.timeout.connect(self.now)

    @property
    def busy(self) -> bool:
        """Whether pages are being made, or will be in a moment."""
        return self.work.busy or self.timer.isActive()

    def is_other(self, article: ArticleId) -> bool:
        """Whether what was made last is another article's."""
        return self._of != article

    def show(self, article: ArticleId, edition: Edition, *, judged: bool) -> None:
        """Makes the pages of this article, at once, unless those that were made are true still.

        ``judged``: it is known that somebody has judged something in it.
        """
        self._article, self._edition, self._judged = article, edition, judged
        self._of = article
        if self._true != (article, edition):
            self.now()

    def touch(self, article: str) -> None:
        """Something that is saved of an article changed, or (empty) of the library itself."""
        if article in ("", self._of):
            self._true = None
            self.soon()

    def change(self, edition: Edition) -> None:
        """The report is wanted otherwise now."""
        self._edition = edition
        self.soon()

    def soon(self) -> None:
        """Something changed: the pages are made anew when nothing has changed for a while."""
        if self._article is not None:
            self.work.drop()
            self.timer.start()
            self.renewing.emit()

    def even_so(self) -> None:
        """Makes the pages though nobody has judged anything."""
        self._judged = True
        self.now()

    def now(self) -> None:
        """Makes the pages of what is wanted at this moment."""
        self.timer.stop()
        if self._article is None:
            return
        library, article, edition = self._library, self._article, self._edition
        judged, asked = self._judged, (article, edition)
        self._true, self._asked = None, asked

        def piece() -> Pages | None:
            # Whoever never looks at a report waits for nothing of what makes one.
            from annotator.desk.exporting import exported

            with opened_beside(library) as beside:
                if not judged and not is_judged(beside, article):
                    return None
                if not judged:
                    self._judged_after_all.emit(asked)
                data = exported(beside, article, FORM, edition)
            return pages_of(data)

        self.renewing.emit()
        self.work.ask(piece)

    def let_go(self) -> None:
        """Nobody looks: what changes is made when somebody looks again."""
        self.timer.stop()
        self.work.drop()
        self._article = None

    def close(self) -> None:
        """The window is gone; waits for what is being made."""
        self.let_go()
        self.work.close()

    def _begin(self, asked: object) -> None:
        if self.work.busy and asked == self._asked:
            self.begun.emit()

    def _take(self, result: object) -> None:
        if result is None or isinstance(result, Pages):
            self._true = self._asked
            self.made.emit(result)
        else:
            self.failed.emit(result)


def is_judged(library: OpenLibrary, article: ArticleId) -> bool:
    """Whether anything in the article was judged by anybody whose work its report shows."""
    from annotator.desk.export_reports import report_of

    claims = report_of(library, article).claims
    return any(one.counts and one.outcome is not Outcome.UNTAGGED for one in claims)
