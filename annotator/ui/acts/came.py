"""What came with the text: a link opened or taken as evidence, the writer's remark answered."""

from __future__ import annotations

from annotator.desk import remarks
from annotator.ui.acts import bringing, evidence
from annotator.ui.evidence.pasted import Pasted
from annotator.ui.room import Room


def open_link(_room: Room, address: str) -> None:
    """Opens it in the browser: nothing else does. Raises AnnotatorError where that fails."""
    evidence.browse(address)


def take_link(room: Room, address: str) -> None:
    """Puts the address into the entry of evidence, where it waits for what goes with it."""
    bringing.bring(room, Pasted(address, address), "linked")
    evidence.open_entry(room)


def keep_remark(room: Room, n: int, as_: str) -> None:
    """Makes evidence or a note of the writer's remark. Raises AnnotatorError."""
    if room.article is not None:
        remarks.keep_remark(room.library, room.article, n, as_)
        room.say(f"Kept as {'a note' if as_ == 'note' else as_}. Ctrl+Z takes it back.")


def set_aside(room: Room, n: int) -> None:
    """The writer's remark is of no use here. Raises AnnotatorError."""
    if room.article is not None:
        remarks.set_aside_remark(room.library, room.article, n)
        room.say("The remark is set aside. Ctrl+Z brings it back.")
