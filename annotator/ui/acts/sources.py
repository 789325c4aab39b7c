"""The page of sources: opening it, renaming and joining them, going to what one says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.desk import sources as desk
from annotator.desk.naming import first_words
from annotator.desk.sources import SourceRow
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.domain.wording import amount
from annotator.ui.acts import articles, searching
from annotator.ui.patience import Request
from annotator.ui.room import Room


def open_list(room: Room) -> None:
    """Shows the list; again: the article."""
    if room.sources.shown:
        room.exchange.pages.close()
        return
    room.panel.commit()
    room.sources.open()


def go(room: Room, row: SourceRow) -> None:
    """The article is there again, with the claims of this source alone."""
    room.exchange.pages.close()
    if room.article not in row.articles:
        articles.show(room, row.articles[0])
    searching.narrow_to_source(room, row)
    only = room.hand.only
    if only is not None:
        room.say(f"Only what {first_words(row.name, 60)} says is shown. Esc shows all again.")


def rename(room: Room, row: SourceRow, name: str) -> None:
    """Gives a source another name."""
    if not name.strip():
        _refuse(room, "The source's name is empty: say what it is called.")
        return

    def done() -> None:
        if desk.rename_source(room.library, row.name, name, _where(room, [row])):
            room.say(f"It goes by “{first_words(name, 60)}” from now on. Ctrl+Z takes it back.")

    _in_place(room, done)


def join(room: Room, rows: Sequence[SourceRow], name: str) -> None:
    """Lets several sources be one."""
    names = [row.name for row in rows]

    def done() -> None:
        desk.join_sources(room.library, names, name, _where(room, rows))
        called = f"“{first_words(name, 60)}”"
        room.say(f"{amount(len(rows), 'source')} are one: {called}. Ctrl+Z takes it back.")

    _in_place(room, done)


def let_go(room: Room, row: SourceRow) -> None:
    """What was renamed or joined goes by the names that stand in the articles."""

    def done() -> None:
        desk.rename_source(room.library, row.name, "", _where(room, [row]))
        room.say("They go by the names in the articles again.")

    _in_place(room, done)


def _where(room: Room, rows: Iterable[SourceRow]) -> list[ArticleId]:
    """What is listed is renamed: in the article alone, or wherever the sources occur."""
    article = room.sources.article
    if article is not None:
        return [article]
    return sorted({one for row in rows for one in row.articles})


def _in_place(room: Room, request: Request) -> None:
    """Does it; a refusal stands on the page."""
    try:
        request()
    except BusyError:
        raise
    except AnnotatorError as error:
        _refuse(room, str(error))


def _refuse(room: Room, sentence: str) -> None:
    if room.sources.page is not None:
        room.sources.page.refuse(sentence)
