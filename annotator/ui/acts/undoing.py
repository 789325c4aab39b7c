"""Taking back and giving back, said in the bottom bar and shown on the page."""

from __future__ import annotations

from annotator.desk import undoing
from annotator.desk.undoing import Step
from annotator.ui.room import Room


def undo(room: Room) -> None:
    if undoing.next_undo(room.library, room.article) is None:
        room.say("There is nothing to undo in this article.")
        return
    _show(room, undoing.undo(room.library, room.article), "Undone")


def redo(room: Room) -> None:
    if undoing.next_redo(room.library, room.article) is None:
        room.say("There is nothing to do again in this article.")
        return
    _show(room, undoing.redo(room.library, room.article), "Done again")


def undo_words(room: Room) -> str | None:
    """What Ctrl+Z would take back, for the menu; None: nothing."""
    step = undoing.next_undo(room.library, room.article) if room.article else None
    return None if step is None else step.words


def redo_words(room: Room) -> str | None:
    """What redo would give back, for the menu; None: nothing."""
    step = undoing.next_redo(room.library, room.article) if room.article else None
    return None if step is None else step.words


def _show(room: Room, step: Step, verb: str) -> None:
    room.hand.go_to_first(step.spans)
    room.say(f"{verb}: {step.words}.")
