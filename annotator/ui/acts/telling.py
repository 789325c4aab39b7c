"""What happened: the story of the article, and bringing back what one held of a claim."""

from __future__ import annotations

from annotator.desk.restoring import restore as restore_claim
from annotator.desk.story import StoryLine
from annotator.domain.edits.form import EditId
from annotator.ui.room import Room


def open_story(room: Room) -> None:
    """Shows the story; again: the article."""
    if room.story.shown:
        room.exchange.pages.close()
        return
    room.panel.commit()
    room.story.open()


def go(room: Room, line: StoryLine) -> None:
    """To the claims that an edit was about, or what lies there now."""
    room.exchange.pages.close()
    room.switch.to_claims()
    if not room.hand.go_to_first(line.spans):
        room.say("Those claims are not there any more: they were cut otherwise since.")


def restore(room: Room, edit: EditId) -> None:
    """What one held of the claim in hand right after that edit stands again. Raises AnnotatorError."""
    snapshot, index = room.hand.snapshot, room.hand.index
    if snapshot is None or index is None:
        return
    room.panel.commit()
    claim = snapshot.id_at(index)
    saved = restore_claim(room.library, snapshot.article.id, claim, edit, looked=True)
    room.say("It stands again as it did. Ctrl+Z takes that back." if saved else "It stands so now.")
