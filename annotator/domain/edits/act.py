"""What an act is: something an analyst does, from which one edit is made.

An act knows what it writes and nothing of clocks, ids or the database; the store
stamps it inside the transaction, so that its place in the order is right.
"""

from __future__ import annotations

from typing import ClassVar, Protocol

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.form import EditId, PartClass
from annotator.domain.edits.writes import Write

Placed = tuple[PartClass, ArticleId | None, Write]
"""A write, and the part it goes into."""


class Act(Protocol):
    """Frozen; one class a kind of edit. ``kind`` is the file format's word for it."""

    kind: ClassVar[str]

    def writes(self) -> tuple[Placed, ...]:
        """Everything it writes, in order."""

    @property
    def needs(self) -> tuple[ClaimId, ...]:
        """Claims that must be live when it is stored; else it is refused."""

    @property
    def undoes(self) -> EditId | None:
        """The edit it takes back or gives back."""


class Plain:
    """What most acts answer: nothing need be live, and nothing is taken back."""

    __slots__ = ()

    @property
    def needs(self) -> tuple[ClaimId, ...]:
        return ()

    @property
    def undoes(self) -> EditId | None:
        return None
