"""Erasing: asking what, and letting every window follow when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.acts import exchange
from annotator.ui.room import Room

if TYPE_CHECKING:  # loaded when something is to be erased
    from annotator.desk.erasing import Erased


def erase(room: Room) -> None:
    """Shows what there is to erase of the claim in hand."""
    from annotator.desk.to_erase import things

    snapshot, index = room.hand.snapshot, room.hand.index
    if snapshot is None or index is None:
        return
    # What is typed and not saved yet would come back.
    exchange.save_typed(room)
    article = snapshot.article.id
    claim = snapshot.id_at(index)
    room.erasing.open(article, claim, things(room.library, claim))


def erase_article(room: Room) -> None:
    """Shows what would go with the article on the page."""
    from annotator.desk.to_erase import whole_article

    snapshot = room.hand.snapshot
    if snapshot is None:
        return
    exchange.save_typed(room)
    room.erasing.open(snapshot.article.id, None, whole_article(snapshot.article.title))


def confirm(room: Room) -> None:
    """It is to go: what is being typed in any window is saved first. Raises AnnotatorError."""
    for window in room.session.windows:
        exchange.save_typed(window.room)
    room.erasing.erase()


def erased(room: Room, done: Erased) -> None:
    """It is gone: every window follows, and the page says so."""
    from annotator.desk.to_erase import things

    room.library.poll()
    for window in room.session.windows:
        exchange.leave_what_is_gone(window.room)
    held = room.erasing
    left = () if held.claim is None else things(room.library, held.claim)
    if held.page is not None:
        held.page.show_erased(done.says, left)
    room.say(done.says[0])
