"""What comes in, on its page: when that opens by itself, and what can be done on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.domain.article import ArticleId
from annotator.ui import keys, pace
from annotator.ui.acts import articles, moving
from annotator.ui.incoming import How, Incoming, State, from_address, from_file
from annotator.ui.room import Room

if TYPE_CHECKING:  # the page is made when it is first wanted
    from annotator.ui.importing.held import HeldImport
    from annotator.ui.importing.view import Offer

LONG = 500
"""Milliseconds: one article that takes longer is shown on its page."""


def held(room: Room) -> HeldImport:
    """The page, made if it is not there yet."""
    if room.importing is None:
        from annotator.ui import (
            wiring_importing,
        )  # a start that imports nothing waits for none of it
        from annotator.ui.importing.held import HeldImport

        pages = room.exchange.pages
        room.importing = HeldImport(room.imports, pages, pages.stack)
        wiring_importing.connect(room, room.importing)
    return room.importing


def show(room: Room) -> None:
    """Lays the page over the article."""
    room.panel.commit()
    held(room).open()
    tell(room)


def show_or_leave(room: Room) -> None:
    """Shows what came in last; again: the article."""
    if room.importing is not None and room.importing.shown:
        room.importing.leave()
    elif room.imports.entries:
        show(room)
    else:
        room.say("Nothing came in since the window was opened. Ctrl+O brings articles in.")


def ask_address(room: Room) -> None:
    """Asks for a web address, on the page."""
    show(room)
    held(room).page.ask_address()


def begun(room: Room, *, another: bool) -> None:
    """More is on the list: several, or what waits to be fetched, are shown at once.

    ``another``: it is another list, which nobody has gone away from yet.
    """
    if room.importing is not None and another:
        room.importing.went = False
    if len(room.imports.entries) > 1 or _listed(room):
        show(room)


def takes_long(room: Room) -> None:
    """One article is still being read after a moment."""
    if room.imports.busy:
        surface(room)


def settled(room: Room, one: Incoming) -> None:
    """An article is in, or is not, or asks."""
    if one.imported is not None:
        room.library.poll()
    if one.state in (State.FAILED, State.ASKS):
        surface(room)


def surface(room: Room) -> None:
    """Lays the page over the article by itself.

    Whoever writes, or has gone back to the article, or is on another page, is told in the bar.
    """
    there = room.importing
    away = there is not None and (there.shown or there.went)
    writes = keys.types_text(QApplication.focusWidget())
    if not away and not writes and room.exchange.pages.shown is None:
        show(room)


def finished(room: Room) -> None:
    """Nothing is on its way any more."""
    entries, there = room.imports.entries, room.importing
    came = [one for one in entries if one.state is State.READ and one.imported is not None]
    over = there is not None and there.shown
    if len(entries) == 1 and came:
        went = there is not None and there.went
        articles.came(room, came[0], stay=went and room.article is not None)
    elif came and over:
        _lay_under(room, came[0])
    elif len(came) > 1:
        room.say(f"{len(came)} articles are in the library.")
    tell(room)


def tell(room: Room) -> None:
    """The bar says what waits for somebody, unless it is before them."""
    imports = room.imports
    seen = room.importing is not None and room.importing.shown
    if seen:
        for one in imports.entries:
            one.seen = one.state is State.FAILED
    if imports.busy:
        return
    imports.progress.emit("" if seen else pace.waiting(imports.entries), False)


def take(room: Room, key: int, offer: Offer) -> None:
    """What a line offers."""
    from annotator.ui.importing.view import Offer

    one = room.imports.entry(key)
    if one is None:
        return
    match offer:
        case Offer.OPEN:
            if one.imported is not None:
                open_article(room, one.imported.article)
        case Offer.OTHER_FILE:
            _other_file(room, one)
        case Offer.WHOLE:
            room.imports.again(key, How(one.how.encoding, whole=True))
        case Offer.AGAIN:
            room.imports.again(key, one.how)
        case Offer.FETCH:
            room.imports.fetch([key])
        case Offer.LEAVE:
            room.imports.forget(key)


def open_article(room: Room, article: ArticleId) -> None:
    """It takes the place of the page."""
    room.library.poll()
    held(room).leave()
    articles.show(room, article)
    moving.to_page(room)


def read_as(room: Room, key: int, encoding: str) -> None:
    """Reads a file again, in another encoding."""
    one = room.imports.entry(key)
    if one is not None:
        room.imports.again(key, How(encoding, one.how.whole))


def fetch(room: Room, addresses: tuple[str, ...]) -> None:
    """These were typed, and Fetch was pressed."""
    room.imports.bring([from_address(one) for one in addresses])


def _other_file(room: Room, one: Incoming) -> None:
    dialog = held(room).page.choose_file(one.key)
    dialog.setNameFilters(articles.filters())

    def chosen(name: str) -> None:
        room.imports.again(one.key, How(), from_file(Path(name)))

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(room.shell.activateWindow)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _lay_under(room: Room, one: Incoming) -> None:
    """Where no article was open, the first that came in lies under the page."""
    if room.article is not None or one.imported is None:
        return
    room.library.poll()
    room.hand.open(one.imported.article)
    held(room).open()


def _listed(room: Room) -> bool:
    return any(one.state is State.LISTED for one in room.imports.entries)
