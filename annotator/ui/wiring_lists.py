"""Which signal of the pages with a list leads where: the sources, what happened; of erasing; and of the article record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.action import ActionId
from annotator.ui.acts import article_record, erasing, sources, telling
from annotator.ui.sources.page import SourcesPage
from annotator.ui.story.page import StoryPage

if TYPE_CHECKING:
    from annotator.ui.window import AnnotatorWindow


def connect(window: AnnotatorWindow) -> None:
    """The pages, as they are made."""
    room = window.room
    room.shelf.sources.all_wanted.connect(lambda: window.run(ActionId.SOURCES))
    room.sources.made.connect(lambda page: _sources(window, page))
    room.story.made.connect(lambda page: _story(window, page))
    room.erasing.made.connect(
        lambda page: page.erase_wanted.connect(lambda: window.do(lambda: erasing.confirm(room)))
    )
    room.erasing.erased.connect(lambda done: window.do(lambda: erasing.erased(room, done)))
    room.popovers.article_wanted.connect(
        lambda typed: window.do(lambda: article_record.correct(room, typed))
    )
    room.popovers.original_wanted.connect(
        lambda: window.do(lambda: article_record.save_original(room))
    )
    for held in (room.sources, room.story, room.erasing):
        held.failed.connect(room.messages.fail)


def _sources(window: AnnotatorWindow, page: SourcesPage) -> None:
    room = window.room
    page.of_wanted.connect(room.sources.list_of)
    page.go_wanted.connect(lambda row: window.do(lambda: sources.go(room, row)))
    page.rename_wanted.connect(lambda row, name: window.do(lambda: sources.rename(room, row, name)))
    page.join_wanted.connect(lambda rows, name: window.do(lambda: sources.join(room, rows, name)))
    page.apart_wanted.connect(lambda row: window.do(lambda: sources.let_go(room, row)))


def _story(window: AnnotatorWindow, page: StoryPage) -> None:
    room = window.room
    page.go_wanted.connect(lambda line: window.do(lambda: telling.go(room, line)))
