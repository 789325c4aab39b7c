"""Erasing in one window: what would go is looked up, and then taken out, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.ui.exchange.pages import ExchangePages
from annotator.ui.jobs import Job

if TYPE_CHECKING:  # loaded when something is to be erased
    from annotator.desk.erasing import Erasure
    from annotator.desk.to_erase import Thing
    from annotator.ui.erasing.page import ErasePage


class HeldErasing(QObject):
    """The page and what is going on behind it; one thing at a time."""

    made = Signal(object)
    """The ``ErasePage``, just made: to be connected."""
    erased = Signal(object)
    """An ``Erased``: it is done, and the window's library has to hear of it."""
    failed = Signal(object)
    """Nobody foresaw it."""

    def __init__(self, library: OpenLibrary, pages: ExchangePages, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._library, self._pages, self._stack = library, pages, stack
        self._page: ErasePage | None = None
        self._article = ArticleId("")
        self._claim: ClaimId | None = None
        self._next: Thing | None = None
        """What is to be looked up when the work that goes on is done."""
        self._erasure: Erasure | None = None
        self._job: Job | None = None
        self._result: object = None

    @property
    def page(self) -> ErasePage | None:
        return self._page

    @property
    def claim(self) -> ClaimId | None:
        """The claim of which something is chosen; None: the whole article."""
        return self._claim

    @property
    def article(self) -> ArticleId:
        """The article that it is in."""
        return self._article

    @property
    def busy(self) -> bool:
        return self._job is not None

    def open(self, article: ArticleId, claim: ClaimId | None, things: Sequence[Thing]) -> None:
        """Lays the page over the article, and asks which of these."""
        if self._page is None:
            from annotator.ui.erasing.page import ErasePage

            self._page = ErasePage(self._pages.theme, self._stack)
            self._pages.add(self._page)
            self._page.look_wanted.connect(self.look)
            self.made.emit(self._page)
        self._pages.show(self._page)
        if not self._erases:
            self._article, self._claim = article, claim
            self._page.show_things(things)
        self._page.take_keys()

    def look(self, thing: Thing) -> None:
        """Finds out what would go with it."""
        from annotator.desk import erasing

        assert self._page is not None, "it is chosen on the page"
        self._erasure = None
        self._page.show_looking()
        if self._job is not None:
            self._next = thing
            return
        article = self._article

        def piece(beside: OpenLibrary) -> Erasure:
            return erasing.what_would_go(beside, thing.what, article, thing.claim, thing.id)

        self._begin(piece)

    def erase(self) -> None:
        """Takes out what was looked up last."""
        from annotator.desk import erasing

        erasure = self._erasure
        if erasure is None or self._job is not None or self._page is None:
            return
        self._page.show_erasing()
        self._erasure = None
        self._begin(lambda beside: erasing.erase(beside, erasure))

    def close(self) -> None:
        """The window goes: what was begun comes to its end, and nobody is told any more."""
        if self._job is not None:
            self._job.got.disconnect()
            self._job.wait()

    @property
    def _erases(self) -> bool:
        return self._job is not None and self._page is not None and not self._page.list.isEnabled()

    def _begin(self, work: Callable[[OpenLibrary], object]) -> None:
        library = self._library

        def piece() -> object:
            with opened_beside(library) as beside:
                return work(beside)

        self._job = job = Job([piece], self)
        job.got.connect(self._keep)
        job.finished.connect(self._over)
        job.begin()

    def _keep(self, _number: int, result: object) -> None:
        self._result = result

    def _over(self) -> None:
        """Told only when the thread is at its end: whoever hears of it may begin the next."""
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        result, self._result = self._result, None
        following, self._next = self._next, None
        if following is not None:
            self.look(following)
        elif self._page is not None:
            self._tell(self._page, result)

    def _tell(self, page: ErasePage, result: object) -> None:
        from annotator.desk.erasing import Erased, Erasure

        page.list.setEnabled(True)
        if isinstance(result, Erasure):
            self._erasure = result
            page.show_goes(result.says)
        elif isinstance(result, Erased):
            self.erased.emit(result)
        elif isinstance(result, AnnotatorError):
            page.show_refused(str(result))
        elif isinstance(result, BaseException):
            page.show_refused("It was not done.")
            self.failed.emit(result)
