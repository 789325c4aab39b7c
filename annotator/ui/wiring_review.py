"""Which signal of the review's parts leads where; connected when the view is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.review.side import ReviewSide

if TYPE_CHECKING:
    from annotator.ui.window import AnnotatorWindow


def connect(window: AnnotatorWindow, side: ReviewSide) -> None:
    """Everything the review's parts say to the window and to each other."""
    room = window.room
    room.hand.opened.connect(room.review.again)
