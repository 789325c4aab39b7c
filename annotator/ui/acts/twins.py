"""What one held of the same words elsewhere: going there, and taking it over."""

from __future__ import annotations

from annotator.ui.acts import articles, moving
from annotator.ui.claim.twinview import TwinView
from annotator.ui.room import Room


def look(room: Room, twin: TwinView) -> None:
    """To that claim, in its article."""
    articles.show(room, twin.article)
    snapshot, number = room.desk.held, twin.number
    if number is None or not room.hand.go(snapshot.index_of_number(number)):
        room.say("That claim is not there any more: it was cut otherwise since.")
    moving.to_page(room)


def take(room: Room, twin: TwinView) -> None:
    """Holds the same of the claim in hand, with its evidence and attributions."""
    from annotator.desk.twins_taking import take_from_elsewhere

    snapshot, index = room.hand.snapshot, room.hand.index
    if snapshot is None or index is None:
        return
    room.panel.commit()
    claim = snapshot.id_at(index)
    saved = take_from_elsewhere(room.library, snapshot.article.id, claim, twin.claim, looked=True)
    room.say("Taken over. Ctrl+Z takes it back." if saved else "All of it stands here already.")
