"""Where claims begin and end: the caret, cutting, joining, page furniture."""

from __future__ import annotations

from annotator.desk import layout
from annotator.desk.showing import cut_from
from annotator.domain.article import Span
from annotator.domain.tags import Standing
from annotator.ui.room import Room


def caret_left(room: Room) -> None:
    room.page.move_caret(-1, extend=False)


def caret_right(room: Room) -> None:
    room.page.move_caret(1, extend=False)


def select_left(room: Room) -> None:
    room.page.move_caret(-1, extend=True)


def select_right(room: Room) -> None:
    room.page.move_caret(1, extend=True)


def split(room: Room) -> None:
    """Cuts the claim in hand at the caret; its first part comes in hand."""
    snapshot, index, at = room.hand.snapshot, room.hand.index, room.page.caret
    if snapshot is None or index is None:
        return
    span = snapshot.span(index)
    if at is None or not span.start < at < span.end:
        room.say("Move the caret to where the claim should part: with ← and →.")
        return
    first, _second = layout.parts_at(snapshot, index, at)
    layout.split(room.library, snapshot, index, at)
    _take(room, room.desk.held.index_of(first))
    room.say("Split in two: the first part is in hand.")


def claim_of_selection(room: Room) -> None:
    """Makes a claim of the selected words; it may overlap others."""
    snapshot, span = room.hand.snapshot, room.page.selection
    if snapshot is None:
        return
    if span is None:
        room.say("Select the words of the new claim first: with Shift and ← or →.")
        return
    layout.add_claim(room.library, snapshot, span)
    made = room.desk.held.covering(span.start, span.end)
    inside = [i for i in made if _within(room.desk.held.span(i), span)]
    _take(room, inside[0] if inside else None)
    room.say("Made a claim of the selection.")


def join(room: Room) -> None:
    """Joins the claim in hand with the next one; the whole comes in hand."""
    snapshot, index = room.hand.snapshot, room.hand.index
    if snapshot is None or index is None:
        return
    _after, whole = layout.whole_with_next(snapshot, index)
    layout.join(room.library, snapshot, index)
    _take(room, room.desk.held.index_of(whole))
    room.say("Joined: the whole is in hand.")


def furniture(room: Room) -> None:
    """Sets what holds the claim in hand aside as page furniture."""
    snapshot, index = room.hand.snapshot, room.hand.index
    if snapshot is None or index is None:
        return
    span = layout.passage_span(snapshot, snapshot.span(index).start)
    layout.set_furniture(room.library, snapshot, span, furniture=True)
    room.say("Set aside as page furniture; Ctrl+Z makes it text again.")


def make_text(room: Room, at: int) -> None:
    """Makes a claim after all of the page furniture that holds this character."""
    snapshot = room.desk.held
    span = layout.passage_span(snapshot, at)
    layout.set_furniture(room.library, snapshot, span, furniture=False)
    _take(room, _at(room, span.start))
    room.say("Made text: its sentences are claims now.")


def take_over(room: Room, retired: Span | None = None) -> None:
    """Gives the claim in hand what was held of the one it was cut from."""
    snapshot, index = room.hand.snapshot, room.hand.index
    if snapshot is None or index is None:
        return
    found = [retired] if retired else cut_from(snapshot, snapshot.span(index))
    if not found:
        room.say("You held nothing here before a cut.")
        return
    layout.take_over(room.library, snapshot, index, found[0])


def _at(room: Room, start: int) -> int | None:
    """The claim that begins here, the shortest if several do."""
    snapshot = room.desk.held
    found = [
        index
        for index in snapshot.covering(start)
        if snapshot.starts[index] == start and snapshot.standing(index) is not Standing.FURNITURE
    ]
    return found[-1] if found else None


def _take(room: Room, index: int | None) -> None:
    room.page.clear_selection()
    room.hand.go(index)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
