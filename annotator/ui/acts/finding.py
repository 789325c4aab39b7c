"""Finding words, going to a claim by its number, showing only some claims."""

from __future__ import annotations

from collections.abc import Callable

from annotator.domain.tags import ROW, Standing
from annotator.ui.acts.moving import to_page
from annotator.ui.room import Room


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
    number = 0 if wanted == "T" else int(wanted) if wanted.isdecimal() else -1
    if not room.hand.go(snapshot.index_of_number(number) if number >= 0 else None):
        title = ", and T is the title" if snapshot.has_title_claim else ""
        run = f"claims run from 1 to {snapshot.last_number:,}{title}."
        wrong = typed.strip()
        room.say(f"There is no claim {wrong} here: {run}" if wrong else f"Type a number: {run}")
        return
    to_page(room)


def show_only(standing: Standing) -> Callable[[Room], None]:
    """Shows the claims that stand so and mutes the others; again: shows all."""
    return lambda room: filter_by(room, None if room.hand.only is standing else standing)


def show_all(room: Room) -> None:
    filter_by(room, None)


def filter_by(room: Room, standing: Standing | None) -> None:
    """Mutes the claims that stand otherwise; the next one that does not comes in hand."""
    room.hand.only = standing
    room.page.set_filter(standing)
    room.shelf.counts.set_active(standing)
    snapshot, index = room.hand.snapshot, room.hand.index
    if standing is None or snapshot is None:
        room.say("" if standing is None else "No article is open.")
        return
    if index is not None and snapshot.standing(index) is standing:
        pass
    elif not room.hand.step(1) and not room.hand.step(-1):
        room.say(f"No claim here is {ROW[standing].label.lower()}.")
        return
    room.say(
        f"{snapshot.count(standing):,} {ROW[standing].label.lower()}: J and K pass over the rest."
    )
