"""From view to view; the claim in hand stays."""

from __future__ import annotations

from annotator.ui.room import Room
from annotator.ui.views import View


def annotate(room: Room) -> None:
    room.switch.show(View.ANNOTATE)


def review(room: Room) -> None:
    room.switch.show(View.REVIEW)


def agreement(room: Room) -> None:
    """Shows the page about agreement; again: the article."""
    room.switch.show(View.REVIEW, agreement=not room.switch.agreement)
