"""The versions of the article on the page: opened, compared, and claims of two said to be the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.article import ArticleId, Span
from annotator.ui.acts import articles, moving
from annotator.ui.room import Room
from annotator.ui.versions.view import versions_of

if TYPE_CHECKING:
    from annotator.ui.versions.held import HeldVersions


def open_versions(room: Room) -> None:
    """Lays the page of versions over the article."""
    snapshot = room.hand.snapshot
    if snapshot is not None:
        room.panel.commit()
        held(room).open(snapshot.article.id, versions_of(snapshot.article.title))


def compare(room: Room, other: ArticleId) -> None:
    """The article on the page beside another of its versions."""
    snapshot = room.hand.snapshot
    if snapshot is not None:
        held(room).open(snapshot.article.id, versions_of(snapshot.article.title), other)


def show(room: Room, article: ArticleId) -> None:
    """That version on the page."""
    room.exchange.pages.close()
    articles.show(room, article)
    moving.to_page(room)


def confirm(room: Room, pairs: frozenset[tuple[Span, Span]]) -> None:
    """Says that these claims are the same in both. Raises AnnotatorError."""
    between = held(room).between
    if between is not None:
        from annotator.desk import revising_answers  # it compares texts

        saved = revising_answers.confirm(room.library, between.later, between.earlier, pairs)
        room.say(
            "Confirmed: what you hold of them came along." if saved else "It was said already."
        )
        held(room).again()


def carry(room: Room) -> None:
    """One's own of the earlier version comes along. Raises AnnotatorError."""
    between = held(room).between
    if between is not None:
        from annotator.desk import revising_answers

        saved = revising_answers.carry(room.library, between.later)
        room.say("It came along. Ctrl+Z takes it back." if saved else "There is nothing to carry.")
        held(room).again()


def held(room: Room) -> HeldVersions:
    """Made when it is first wanted: a start loads none of it."""
    if room.versions is None:
        from annotator.ui import wiring_versions
        from annotator.ui.versions.held import HeldVersions

        pages = room.exchange.pages
        room.versions = HeldVersions(room.library, pages, pages.stack)
        wiring_versions.connect(room, room.versions)
    return room.versions
