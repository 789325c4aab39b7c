"""A page with a list in one window: made when it is first wanted, read anew when something changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.snapshot import Change
from annotator.ui.exchange.pages import ExchangePages
from annotator.ui.lists.page import ListPage
from annotator.ui.lists.reading import Read, Reading

Page = TypeVar("Page", bound=ListPage)


class HeldList(QObject, Generic[Page]):
    """Whoever is one says how its page is made, what is read, and how that is shown."""

    made = Signal(object)
    """The page, just made: to be connected."""
    failed = Signal(object)

    def __init__(
        self,
        library: OpenLibrary,
        pages: ExchangePages,
        stack: QStackedWidget,
        article: Callable[[], ArticleId | None],
    ) -> None:
        """``article`` says which one is open."""
        super().__init__(stack)
        self._pages, self._stack, self._opened = pages, stack, article
        self._page: Page | None = None
        self._fresh = False
        """Whether nothing is shown yet since the page was opened."""
        self._reading = Reading(library, self)
        self._reading.portion.connect(self._show)
        self._reading.done.connect(self._whole)
        self._reading.failed.connect(self.failed)
        self._leave = library.subscribe(self._on_change)

    @property
    def page(self) -> Page | None:
        return self._page

    @property
    def shown(self) -> bool:
        """Whether it lies over the article."""
        return self._page is not None and self._pages.shown is self._page

    def open(self) -> Page:
        """Lays the page over the article and reads its list."""
        if self._page is None:
            self._page = self.new_page(self._pages, self._stack)
            self._pages.add(self._page)
            self.made.emit(self._page)
        self._page.refuse("")
        self._pages.show(self._page)
        self._fresh = True
        self.again()
        self._page.take_keys()
        return self._page

    def again(self) -> None:
        """Reads the list that is wanted now."""
        read = self.wanted()
        if self._page is not None and read is not None:
            if not self._page.list_model().total:
                self._page.show_reading()
            self._reading.read(read)

    def close(self) -> None:
        """The window is gone."""
        self._leave()
        self._reading.stop()

    def new_page(self, pages: ExchangePages, stack: QStackedWidget) -> Page:
        """Makes the page."""
        raise NotImplementedError

    def wanted(self) -> Read | None:
        """What is to be listed; None: there is nothing."""
        raise NotImplementedError

    def put(self, page: Page, portion: object, *, first: bool) -> None:
        """Shows a portion of the list; ``first``: in the place of what was there."""
        raise NotImplementedError

    def whole(self, page: Page) -> None:
        """The list is read to its end."""

    def concerned(self, change: Change) -> bool:
        """Whether the list may be otherwise after this change."""
        return bool(change.record or change.about or change.layout or change.touched)

    def _on_change(self, change: Change) -> None:
        read = self.wanted() if self.shown and self.concerned(change) else None
        if read is not None:
            self._reading.read(read, soon=True)

    def _show(self, portion: object, first: bool) -> None:
        if self._page is None:
            return
        self.put(self._page, portion, first=first)
        if first and self._fresh:
            self._fresh = False
            focus = QApplication.focusWidget()
            has_keys = focus is not None and self._page.isAncestorOf(focus)
            # Somebody may have gone on to another field since, such as the search's.
            if self.shown and has_keys and not self._page.filter.text():
                self._page.take_keys()

    def _whole(self) -> None:
        if self._page is not None:
            self.whole(self._page)
