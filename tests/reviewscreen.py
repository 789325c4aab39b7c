"""A window in Review: what a test asks of it, and a colleague beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from annotator.desk import opening
from annotator.desk.library import OpenLibrary
from annotator.domain.compare import Accord
from annotator.domain.tags import Standing
from annotator.store.write import Author
from annotator.ui.review.parts import ReviewParts
from reviewed import Desk
from screens import Screen


def parts(screen: Screen) -> ReviewParts:
    found = screen.window.room.parts
    assert found is not None, "the view is open"
    return found


def go(screen: Screen, number: int) -> None:
    room = screen.window.room
    room.hand.go(room.desk.held.index_of_number(number))


def accord(screen: Screen, number: int) -> Accord:
    room = screen.window.room
    review, index = room.review.whole, room.desk.held.index_of_number(number)
    assert review is not None
    assert index is not None
    return review.accord(index)


def decided(screen: Screen, number: int) -> tuple[Standing, str] | None:
    """What stands as the decision of a claim, and its reason."""
    room = screen.window.room
    review, index = room.review.whole, room.desk.held.index_of_number(number)
    assert review is not None
    assert index is not None
    found = review.decision(index)
    return None if found is None else (found.outcome, found.reason)


def said(screen: Screen) -> str:
    return parts(screen).side.bar.text


@contextmanager
def colleague(desk: Desk, author: Author) -> Iterator[OpenLibrary]:
    """The same library in another process's hands: a connection of its own."""
    library = opening.open_for(desk.library.path, author.id, create=False)
    yield library
    library.close()
