"""Passes and the article's stage: handing in, giving back, approving, settling, reopening."""

from __future__ import annotations

from annotator.desk import passes, sight
from annotator.domain.article import ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.ui.room import Handler, Room

_NOTHING = {
    "return": "No colleague's pass is handed in, so there is none to return.",
    "approve": "No colleague's pass waits to be approved.",
    "settle": "The article can be settled once somebody has submitted a pass.",
    "reopen": "The article is not settled, so there is nothing to reopen.",
}
"""What is said where an act has nothing to do, by the act's word."""


def submit(room: Room) -> None:
    """Hands one's own pass in, as it stands now."""
    if room.article is None:
        return
    room.panel.commit()
    if passes.submit(room.library, room.article) is None:
        room.say("Your pass is handed in already, and nothing changed since.")
    else:
        room.say("Your pass is handed in.")


def ask(act: str) -> Handler:
    """Does what the queue offers for this act, by its word; asks whose, and why, where it must."""

    def asked(room: Room) -> None:
        view = None if room.parts is None else room.parts.refresh.queue
        offered = [] if view is None else [*view.passes, view.stage]
        acts = [each for one in offered if one for each in one.acts if each.act == act]
        if room.parts is None or not acts:
            room.say(_NOTHING[act])
            return
        room.parts.side.queue.passes.choose(acts)

    return asked


def do(room: Room, act: str, analyst: str, reason: str) -> None:
    """What was asked for in the queue. Raises AnnotatorError."""
    article, library = room.article, room.library
    if article is None:
        return
    if act == "submit":
        submit(room)
    elif act == "return":
        passes.return_(library, article, analyst, reason)
        room.say("Returned, with the reason.")
    elif act == "approve":
        passes.approve(library, article, analyst)
        room.say("Approved.")
    elif act == "settle":
        waiting = passes.settle_article(library, article).waiting
        open_ = f" {waiting:,} of its claims stay open." if waiting else ""
        room.say(f"The article is settled.{open_}")
    elif act == "reopen":
        passes.reopen(library, article, reason)
        room.say("Reopened.")
    else:
        raise AnnotatorError(f"“{act}” is nothing that can be done with a pass.")


def reveal(room: Room, claim: ClaimId | None = None) -> None:
    """Looks at colleagues' tags of a claim, or of the article; the log says so from then on."""
    if room.article is not None:
        sight.reveal(room.library, room.article, claim)


def reveal_in_hand(room: Room) -> None:
    """The same, of the claim in hand."""
    claim = room.hand.claim
    if claim is not None:
        reveal(room, claim.id)
