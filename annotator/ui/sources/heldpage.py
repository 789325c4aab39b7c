"""The page of sources of one window: of the article that is open, or of the library."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from annotator.desk.sources import sources
from annotator.domain.article import ArticleId
from annotator.ui.exchange.pages import ExchangePages
from annotator.ui.lists.held import HeldList
from annotator.ui.lists.reading import Read
from annotator.ui.sources.page import Of, SourcesPage


class HeldSourcesPage(HeldList[SourcesPage]):
    """What is listed follows whatever is done while it is on show."""

    _of = Of.ARTICLE

    @property
    def article(self) -> ArticleId | None:
        """The article whose sources are listed; None: those of the library."""
        return self._opened() if self._of is Of.ARTICLE else None

    def list_of(self, of: Of) -> None:
        """Lists the sources of the article, or of the library."""
        self._of = of
        self.again()

    def new_page(self, pages: ExchangePages, stack: QStackedWidget) -> SourcesPage:
        return SourcesPage(pages.theme, stack)

    def wanted(self) -> Read:
        article = self.article
        if self._page is not None:
            of = Of.LIBRARY if article is None else Of.ARTICLE
            self._page.show_of(of, article=self._opened() is not None)
        return lambda library: [sources(library, article)]

    def put(self, page: SourcesPage, portion: object, *, first: bool) -> None:
        assert first, "it is read in one portion"
        assert isinstance(portion, tuple)
        page.show_sources(portion)
