"""Finding words, going to a claim by its number, showing only some claims."""

from __future__ import annotations

from collections.abc import Callable

from annotator.domain.tags import Standing
from annotator.ui.acts.moving import to_page
from annotator.ui.only import Only, Stands, WereDrawn, WereFound
from annotator.ui.room import Room

LONGEST = 9
"""Digits of a claim's number."""


def find(room: Room) -> None:
    room.top.search.ask_words()


def find_next(room: Room) -> None:
    room.finder.step(1)


def find_previous(room: Room) -> None:
    room.finder.step(-1)


def leave(room: Room) -> None:
    """Esc in the field: the page as it was, the keys back to the claim in hand."""
    room.finder.rest()
    to_page(room)


def ask_number(room: Room) -> None:
    room.top.search.ask_number()


def go_to(room: Room, typed: str) -> None:
    """To the claim with this number; "T" is the title."""
    snapshot = room.desk.held
    wanted = typed.strip().lstrip("#").upper()
    # A number with more digits than Python reads is no claim's either.
    digits = wanted if wanted.isdecimal() and len(wanted) <= LONGEST else ""
    number = 0 if wanted == "T" else int(digits) if digits else -1
    if not room.hand.go(snapshot.index_of_number(number) if number >= 0 else None):
        title = ", and T is the title" if snapshot.has_title_claim else ""
        run = f"claims run from 1 to {snapshot.last_number:,}{title}."
        wrong = typed.strip()[:40]
        room.say(f"There is no claim {wrong} here: {run}" if wrong else f"Type a number: {run}")
        return
    to_page(room)


def show_only(standing: Standing) -> Callable[[Room], None]:
    """Shows the claims that stand so and mutes the others; again: shows all."""
    only = Stands(standing)
    return lambda room: filter_by(room, None if room.hand.only == only else only)


def show_drawn(room: Room) -> None:
    """Shows the claims that were drawn for a second check; again: shows all."""
    drawn = room.draws.only
    if isinstance(room.hand.only, WereDrawn):
        filter_by(room, None)
    elif drawn is None:
        room.say("No claim of this article was drawn for a second check.")
    else:
        filter_by(room, drawn)


def show_all(room: Room) -> None:
    filter_by(room, None)


def filter_by(room: Room, only: Only | None) -> None:
    """Mutes all other claims; the next one that is not muted comes in hand."""
    if only is not None:
        room.switch.to_claims()
    _set(room, only)
    snapshot, index = room.hand.snapshot, room.hand.index
    if only is None or snapshot is None:
        room.say("" if only is None else "No article is open.")
        return
    if index is not None and only.lets(snapshot, index):
        pass
    elif not room.hand.step(1) and not room.hand.step(-1):
        room.say(f"No claim here is {only.called}.")
        return
    room.say(f"{only.count(snapshot):,} {only.called}: J and K pass over the rest.")


def let_go_of_found(room: Room) -> None:
    """Another article is in hand: what was found in the one before is no filter of it."""
    if isinstance(room.hand.only, WereFound):
        _set(room, None)


def follow_draw(room: Room) -> None:
    """Another article is in hand, or another sample of it: a filter by the sample follows."""
    if isinstance(room.hand.only, WereDrawn):
        _set(room, room.draws.only)


def _set(room: Room, only: Only | None) -> None:
    room.hand.show_only(only)
    room.shelf.counts.set_active(only)
    room.shelf.sources.set_active(only)
