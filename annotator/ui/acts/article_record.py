"""The article record: showing what is known of the article, and correcting it."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.desk import article_record
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.ui.room import Room


def open_record(room: Room) -> None:
    """Shows what is known of the article on the page."""
    snapshot = room.hand.snapshot
    if snapshot is None:
        return
    article = snapshot.article
    room.popovers.article(
        article_record.known(article), lambda typed: article_record.problems(article, typed)
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
