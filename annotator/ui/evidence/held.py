"""The list of evidence of one window: read off the window's thread, and again when it changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from annotator.desk.beside import opened_beside
from annotator.desk.evidence_list import listed
from annotator.desk.library import OpenLibrary
from annotator.domain.snapshot import Change
from annotator.ui.evidence.listmodel import Listed, made_ready
from annotator.ui.evidence.listpage import EvidencePage
from annotator.ui.exchange.pages import ExchangePages
from annotator.ui.jobs import Job

_AGAIN = 150
"""Milliseconds after a change until the list is read again, once for however many there were."""


class HeldEvidence(QObject):
    """Made with the window; page and list only when they are first wanted."""

    made = Signal(object)
    """The ``EvidencePage``, just made: to be connected."""
    failed = Signal(object)

    def __init__(self, library: OpenLibrary, pages: ExchangePages, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._library, self._pages, self._stack = library, pages, stack
        self._page: EvidencePage | None = None
        self._job: Job | None = None
        self._stale = True
        self._soon = QTimer(self, interval=_AGAIN, singleShot=True)
        self._soon.timeout.connect(self._read)
        self._leave: Callable[[], None] | None = library.subscribe(self._on_change)

    @property
    def page(self) -> EvidencePage | None:
        return self._page

    def open(self) -> EvidencePage:
        """Lays the page over the article."""
        if self._page is None:
            self._page = EvidencePage(self._pages.theme, self._stack)
            self._pages.add(self._page)
            self.made.emit(self._page)
        if self._stale:
            self._read()
        self._pages.show(self._page)
        self._page.take_keys()
        return self._page

    def close(self) -> None:
        """The window is gone; what is being read comes to its end."""
        if self._leave is None:
            return
        self._leave()
        self._leave = None
        self._soon.stop()
        if self._job is not None:
            self._job.got.disconnect()
            self._job.wait()

    def _on_change(self, change: Change) -> None:
        if change.record or change.about or change.layout:
            self._stale = True
            if self._page is not None and self._pages.shown is self._page:
                self._soon.start()

    def _read(self) -> None:
        if self._job is not None:
            # It is read again when this has come to its end.
            self._soon.start()
            return
        assert self._page is not None, "read for a page"
        self._stale = False
        self._page.show_reading()
        library = self._library

        def piece() -> Listed:
            with opened_beside(library) as beside:
                return made_ready(listed(beside))

        self._job = job = Job([piece], self)
        job.got.connect(self._got)
        job.finished.connect(self._over)
        job.begin()

    def _got(self, _number: int, result: object) -> None:
        if isinstance(result, BaseException):
            self._stale = True
            self.failed.emit(result)
        elif self._page is not None and isinstance(result, Listed):
            self._page.show_list(result)
            if self._pages.shown is self._page and not self._page.filter.text():
                self._page.take_keys()

    def _over(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
