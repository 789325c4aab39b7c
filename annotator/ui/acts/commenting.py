"""Comments on the claim in hand: saying, answering, wording one's own otherwise, taking it away."""

from __future__ import annotations

from annotator.desk import commenting
from annotator.domain.article import ClaimId
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.ui.room import Room


def say(room: Room, claim: ClaimId, text: str, answers: str) -> None:
    """Says something about a claim, or answers a comment; what was refused is in its field again."""
    if room.article is None:
        return
    try:
        if answers:
            commenting.answer(room.library, room.article, answers, text)
        else:
            commenting.comment(room.library, room.article, claim, text)
    except BusyError:
        raise
    except AnnotatorError:
        if room.parts is not None:
            room.parts.side.panel.put_back_comment(claim, text)
        raise


def word_otherwise(room: Room, comment: str, text: str) -> None:
    if room.article is not None:
        commenting.word_otherwise(room.library, room.article, comment, text)


def take_away(room: Room, comment: str) -> None:
    if room.article is not None:
        commenting.take_away(room.library, room.article, comment)
        room.say("Taken away; Ctrl+Z gives it back.")
