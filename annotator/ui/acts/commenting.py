"""Comments on the claim in hand: saying, answering, wording one's own otherwise, taking it away."""

from __future__ import annotations

from annotator.desk import commenting
from annotator.domain.article import ClaimId
from annotator.ui.room import Room


def say(room: Room, claim: ClaimId, text: str, answers: str) -> None:
    """Says something about a claim, or answers a comment."""
    if room.article is None:
        return
    if answers:
        commenting.answer(room.library, room.article, answers, text)
    else:
        commenting.comment(room.library, room.article, claim, text)


def give_back(room: Room, claim: ClaimId, text: str, *, answers: str = "", edits: str = "") -> None:
    """What was refused is in its field again, an answer or another wording as it was meant."""
    if room.parts is not None:
        room.parts.side.panel.give_back_comment(claim, text, answers=answers, edits=edits)


def word_otherwise(room: Room, comment: str, text: str) -> None:
    if room.article is not None:
        commenting.word_otherwise(room.library, room.article, comment, text)


def take_away(room: Room, comment: str) -> None:
    if room.article is not None:
        commenting.take_away(room.library, room.article, comment)
        room.say("Taken away; Ctrl+Z gives it back.")
