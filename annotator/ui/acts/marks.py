"""The claim of an earlier version: going there, and saying that this one is the same."""

from __future__ import annotations

from annotator.domain.article import ArticleId
from annotator.ui.acts import articles, moving
from annotator.ui.claim.markview import MarkView
from annotator.ui.room import Room


def look(room: Room, mark: MarkView) -> None:
    """To the claim of the earlier version, in its article."""
    articles.show(room, mark.article)
    room.hand.go_to_first([mark.span])
    moving.to_page(room)


def carry(room: Room, article: ArticleId) -> None:
    """One's own of an earlier version comes along where sentences are the same. Raises AnnotatorError."""
    from annotator.desk import revising_answers  # it compares texts, as what follows does

    saved = revising_answers.carry(room.library, article)
    room.say("It came along. Ctrl+Z takes it back." if saved else "There is nothing to carry.")


def take(room: Room, mark: MarkView) -> None:
    """One's own of the earlier claim comes along. Raises AnnotatorError."""
    from annotator.desk import marked

    snapshot, index = room.hand.snapshot, room.hand.index
    if snapshot is None or index is None:
        return
    room.panel.commit()
    article, library = snapshot.article.id, room.library
    if mark.asks:
        span = snapshot.span(index)
        saved = marked.same_claim(library, article, span, mark.article, mark.span)
    else:
        saved = marked.take_all_the_same(library, article, snapshot.id_at(index), mark.claim)
    room.say("It came along. Ctrl+Z takes it back." if saved else "All of it stands here already.")
