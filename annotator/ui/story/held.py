"""The story of the article that is open, read in portions: the first of them is there at once."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from annotator.desk.story import Portion, story
from annotator.domain.article import ArticleId
from annotator.domain.snapshot import Change
from annotator.ui.exchange.pages import ExchangePages
from annotator.ui.lists.held import HeldList
from annotator.ui.lists.reading import Read
from annotator.ui.story.page import StoryPage


class HeldStory(HeldList[StoryPage]):
    """What is listed follows whatever is done while it is on show."""

    def new_page(self, pages: ExchangePages, stack: QStackedWidget) -> StoryPage:
        return StoryPage(pages.theme, stack)

    def wanted(self) -> Read | None:
        article = self._opened()
        return None if article is None else _story_of(article)

    def put(self, page: StoryPage, portion: object, *, first: bool) -> None:
        assert isinstance(portion, Portion)
        page.show_portion(portion, first=first)

    def whole(self, page: StoryPage) -> None:
        page.show_whole()

    def concerned(self, change: Change) -> bool:
        return change.article in ("", self._opened())


def _story_of(article: ArticleId) -> Read:
    return lambda library: story(library, article)
