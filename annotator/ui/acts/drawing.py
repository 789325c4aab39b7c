"""Drawing claims at random, for a blind second check: asked for beside the page."""

from __future__ import annotations

from annotator.desk import drawing
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.domain.wording import amount
from annotator.ui.acts.moving import to_page
from annotator.ui.draw_page import DrawAsked
from annotator.ui.room import Room


def ask(room: Room) -> None:
    """Asks how many, of what, and shows the seed that was made up for it."""
    snapshot = room.hand.snapshot
    if snapshot is None:
        return
    articles = len(drawing.of_library(room.library))
    title = " with the title" if snapshot.has_title_claim else ""
    here = f"This article, {amount(snapshot.total, 'claim')}{title}"
    everywhere = f"Every article on the list that is not settled, {articles:,}"
    room.popovers.draw(drawing.made_up_seed(), here, everywhere)


def draw(room: Room, asked: DrawAsked) -> None:
    """Draws, and says so; or says in place why nothing was drawn."""
    article, page = room.article, room.popovers.draw_page
    if article is None or not room.popovers.draws:
        return
    try:
        library, n = room.library, drawing.how_many(asked.how_many)
        articles = drawing.of_library(library) if asked.everywhere else (article,)
        sample = drawing.draw(library, articles, n, asked.seed)
    except BusyError:
        raise
    except AnnotatorError as error:
        page.say(str(error))
        return
    room.popovers.shut()
    to_page(room)
    among = amount(sample.among, "claim")
    are = "is" if sample.count == 1 else "are"
    room.say(f"{sample.count:,} of {among} {are} drawn with the seed {sample.seed}.")
