"""The article record: showing what is known of the article, correcting it, saving its original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from annotator.desk import article_record, enclosing
from annotator.desk.article_origin import Origin, origin
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.ui.acts.saving import save
from annotator.ui.articleview import ArticleView, OfferView
from annotator.ui.room import Room
from annotator.ui.viewing import moment


def open_record(room: Room) -> None:
    """Shows what is known of the article on the page, and what its file says of it."""
    snapshot = room.hand.snapshot
    if snapshot is None:
        return
    article = snapshot.article
    room.popovers.article(article_view(room), lambda typed: article_record.problems(article, typed))


def article_view(room: Room) -> ArticleView:
    """The record of the article on the page."""
    article = room.desk.held.article
    came = origin(room.library, article.id)
    offers = enclosing.offered(room.library, article.id)
    return ArticleView(
        article_record.known(article),
        tuple(OfferView(*one) for one in offers),
        came.sources,
        tuple(_origin(came)),
        "" if came.original is None else "save the original again…",
    )


def correct(room: Room, typed: Mapping[str, str]) -> None:
    """Saves what was corrected; what is refused is said in place."""
    if room.article is None:
        return
    try:
        saved = article_record.correct(room.library, room.article, typed)
    except BusyError:
        raise
    except AnnotatorError as error:
        room.popovers.article_page.say(str(error))
        return
    room.popovers.shut()
    if saved:
        room.say("The article record is corrected. Ctrl+Z takes it back.")


def save_original(room: Room) -> None:
    """Asks where to, and writes the bytes the article was read from. Raises AnnotatorError."""
    if room.article is None:
        return
    kept = enclosing.original(room.library, room.article)
    save(room, "Save the original", kept.name, kept.data)


def _origin(came: Origin) -> Iterator[tuple[str, str]]:
    when = moment(came.imported_at, datetime.now().astimezone().date()) if came.imported_at else ""
    by = f"by {came.imported_by}" if came.imported_by else ""
    yield "Imported", " ".join(filter(None, (when, by)))
    if came.file_name:
        yield "File", came.file_name
    if came.encoding:
        yield "Read as", came.encoding
    size = f"{came.original:,} bytes are kept" if came.original is not None else "is not here"
    yield "Original", size
    yield "SHA-256 of the text", came.sha256
