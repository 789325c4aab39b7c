"""Who analysts are: their names, who is one and the same, and whom one does not want to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import AnalystId, PartClass
from annotator.domain.edits.writes import Own

NAME, SAME, HIDDEN, PSEUDONYM = "name", "same", "hidden", "pseudonym"
"""The fields of what an analyst says of a person."""


@dataclass(frozen=True, slots=True)
class SetName(Plain):
    """Says what the acting analyst is called; a renamed person stays the same person."""

    kind: ClassVar[str] = "SetName"

    analyst: AnalystId
    name: str

    def writes(self) -> tuple[Placed, ...]:
        return ((PartClass.TAGS, None, Own("analyst", self.analyst, NAME, self.name)),)


@dataclass(frozen=True, slots=True)
class SamePerson(Plain):
    """Says that another id is the acting analyst on another machine, or that it is not.

    It counts when both ids say so: one side alone could take over a stranger's tags.
    """

    kind: ClassVar[str] = "SamePerson"

    other: AnalystId
    same: bool

    def writes(self) -> tuple[Placed, ...]:
        return ((PartClass.TAGS, None, Own("analyst", self.other, SAME, self.same)),)


@dataclass(frozen=True, slots=True)
class Hide(Plain):
    """Keeps a colleague out of the acting analyst's own views, or shows them again."""

    kind: ClassVar[str] = "Hide"

    other: AnalystId
    hidden: bool

    def writes(self) -> tuple[Placed, ...]:
        value = True if self.hidden else None
        return ((PartClass.PRIVATE, None, Own("analyst", self.other, HIDDEN, value)),)


@dataclass(frozen=True, slots=True)
class TakePseudonym(Plain):
    """The acting analyst sends parcels under this name; ``secret`` is 64 hex digits.

    Whoever holds the secret sees that a copy made with it is its original
    (``pseudonym.py``); it is private, so it is in no parcel.
    """

    kind: ClassVar[str] = "TakePseudonym"

    analyst: AnalystId
    name: str
    secret: str

    def writes(self) -> tuple[Placed, ...]:
        value = {"name": self.name, "secret": self.secret}
        field = f"{PSEUDONYM}.{self.name}"
        return ((PartClass.PRIVATE, None, Own("analyst", self.analyst, field, value)),)
