"""What the tag keys do: one edit for the chosen claims, then on to the next untagged one.

The example to copy: a handler asks the hand which claims are meant, calls one
function of the desk, and says what the reader cannot see on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.desk import tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.tags import Standing, Tag
from annotator.ui.acts import attributing, moving
from annotator.ui.room import Room

Judge = Callable[[OpenLibrary, ArticleId, Sequence[ClaimId]], object]


def tag_and_move_on(tag: Tag) -> Callable[[Room], None]:
    return lambda room: _judge(room, _tagging(tag), stay=False)


def tag_and_stay(tag: Tag) -> Callable[[Room], None]:
    return lambda room: _judge(room, _tagging(tag), stay=True)


def on_its_source(room: Room) -> None:
    """Confirms; what is suggested of who says so is kept with it."""
    _judge(room, _confirming(room), stay=False)


def not_checkable(room: Room) -> None:
    _judge(room, _not_checkable, stay=False)


def clear(room: Room) -> None:
    _judge(room, tagging.clear, stay=True)


def _confirming(room: Room) -> Judge:
    def confirm(library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId]) -> object:
        kept = not tagging.all_confirmed(library, claims) and attributing.confirm(room)
        return kept or tagging.toggle_confirmed(library, article, claims)

    return confirm


def _tagging(tag: Tag) -> Judge:
    return lambda library, article, claims: tagging.tag(library, article, claims, tag, looked=True)


def _not_checkable(library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId]) -> object:
    return tagging.mark_not_checkable(library, article, claims, looked=True)


def _judge(room: Room, judge: Judge, *, stay: bool) -> None:
    snapshot, chosen = room.hand.snapshot, room.hand.chosen
    if snapshot is None or not chosen:
        return
    fresh = any(snapshot.standing(index) is Standing.UNTAGGED for index in chosen)
    judge(room.library, snapshot.article.id, room.hand.chosen_ids())
    if fresh and not stay and room.preferences.settings.advance:
        _move_on(room, chosen[-1])


def _move_on(room: Room, after: int) -> None:
    """To the next untagged claim; the last one stays in hand when there is none."""
    if not room.hand.go_to_untagged(after):
        room.say(f"That was the last one: nothing {moving.where(room)} is untagged.")
