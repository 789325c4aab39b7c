"""Notes, and who may read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.writes import Own


@dataclass(frozen=True, slots=True)
class SetNote(Plain):
    """Writes the note of one claim; an empty text takes it away.

    ``was`` is the audience of the note that stands now, so that changing the
    audience empties the other field in the same edit.
    """

    kind: ClassVar[str] = "SetNote"

    article: ArticleId
    claim: ClaimId
    text: str
    audience: Audience = Audience.DESK
    was: Audience | None = None

    def writes(self) -> tuple[Placed, ...]:
        return note_writes(self.article, self.claim, self.text, self.audience, self.was)


@dataclass(frozen=True, slots=True)
class TakeOver(Plain):
    """Gives a claim what its analyst held of the one it was cut from."""

    kind: ClassVar[str] = "TakeOver"

    article: ArticleId
    claim: ClaimId
    values: tuple[Own, ...]

    def writes(self) -> tuple[Placed, ...]:
        return tuple((_class_of(own.field), self.article, own) for own in self.values)


def note_writes(
    article: ArticleId,
    claim: ClaimId,
    text: str,
    audience: Audience,
    was: Audience | None = None,
) -> tuple[Placed, ...]:
    """The writes of a note: what is *me* is a field and a part of its own."""
    field = "note.me" if audience is Audience.ME else "note"
    value = None
    if text:
        value = {"text": text}
        if audience is not Audience.ME:
            value["audience"] = audience.value
    placed: list[Placed] = [(_class_of(field), article, Own("claim", claim, field, value))]
    if was is not None and (was is Audience.ME) != (audience is Audience.ME):
        other = "note.me" if was is Audience.ME else "note"
        placed.append((_class_of(other), article, Own("claim", claim, other, None)))
    return tuple(placed)


def _class_of(field: str) -> PartClass:
    if field.endswith(".me"):
        return PartClass.PRIVATE
    return PartClass.NOTES if field == "note" else PartClass.TAGS
