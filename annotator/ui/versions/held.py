"""The page of versions in one window, and the comparison behind it, off the window's thread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.ui.exchange.pages import ExchangePages
from annotator.ui.lists.reading import Read, Reading
from annotator.ui.versions.view import VersionsView
from annotator.ui.versions.viewing import Between, versions_view

if TYPE_CHECKING:
    from annotator.ui.versions.page import VersionsPage


class HeldVersions(QObject):
    """One article at a time; ``between`` is what the page shows."""

    made = Signal(object)
    """The ``VersionsPage``, just made: to be connected."""
    failed = Signal(object)

    def __init__(self, library: OpenLibrary, pages: ExchangePages, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._pages, self._stack = pages, stack
        self._page: VersionsPage | None = None
        self._article = ArticleId("")
        self._other: ArticleId | None = None
        self.between: Between | None = None
        self._reading = Reading(library, self)
        self._waits = False
        self._reading.portion.connect(self._found)
        self._reading.failed.connect(self.failed)

    @property
    def page(self) -> VersionsPage | None:
        return self._page

    @property
    def busy(self) -> bool:
        """Whether the versions are being compared still."""
        return self._waits

    def open(self, article: ArticleId, head: str, other: ArticleId | None = None) -> None:
        """Lays the page over the article, and compares it with that version, else with the nearest."""
        if self._page is None:
            from annotator.ui.versions.page import VersionsPage

            self._page = VersionsPage(self._pages.theme, self._stack)
            self._pages.add(self._page)
            self.made.emit(self._page)
        self._article, self._other, self.between = article, other, None
        self._waits = True
        self._page.show_working(head)
        self._pages.show(self._page)
        self._reading.read(_compared(article, other))

    def again(self) -> None:
        """Something was confirmed: the same two once more."""
        self._reading.read(_compared(self._article, self._other))

    def close(self) -> None:
        """The window is gone."""
        self._reading.stop()

    def _found(self, found: object, _first: bool) -> None:
        assert isinstance(found, tuple)
        self._waits = False
        view, self.between = found
        assert isinstance(view, VersionsView)
        if self._page is not None:
            self._page.show_view(view)


def _compared(article: ArticleId, other: ArticleId | None) -> Read:
    def read(library: OpenLibrary) -> Iterator[object]:
        yield versions_view(library, article, other)

    return read
