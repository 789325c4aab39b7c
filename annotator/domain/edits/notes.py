"""Notes, and who may read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.classes import placed
from annotator.domain.edits.writes import Own


@dataclass(frozen=True, slots=True)
class SetNote(Plain):
    """Writes the note of one claim; an empty text takes it away.

    ``was`` is the audience of the note that stands now, so that changing the
    audience empties the other field in the same edit. ``again``: notes of other claims that
    are written once more as they stand, for nothing that leaves holds what worded them with
    a note that is for oneself now.
    """

    kind: ClassVar[str] = "SetNote"

    article: ArticleId
    claim: ClaimId
    text: str
    audience: Audience = Audience.DESK
    was: Audience | None = None
    again: tuple[SetNote, ...] = ()

    def writes(self) -> tuple[Placed, ...]:
        others = tuple(placed for one in self.again for placed in one.writes())
        value = None
        if self.text:
            value = {"text": self.text}
            if self.audience is not Audience.ME:
                value["audience"] = self.audience.value
        fields: dict[str, Json] = {_field(self.audience): value}
        if self.was is not None:
            fields.setdefault(_field(self.was), None)
        return (
            tuple(
                placed(self.article, Own("claim", self.claim, field, value))
                for field, value in fields.items()
            )
            + others
        )


@dataclass(frozen=True, slots=True)
class TakeOver(Plain):
    """Gives a claim what its analyst held of the one it was cut from."""

    kind: ClassVar[str] = "TakeOver"

    article: ArticleId
    claim: ClaimId
    values: tuple[Own, ...]

    def writes(self) -> tuple[Placed, ...]:
        return tuple(placed(self.article, own) for own in self.values)


@dataclass(frozen=True, slots=True)
class Restore(Plain):
    """Gives a claim what its analyst held of it at an earlier moment: registers, as they stood."""

    kind: ClassVar[str] = "Restore"

    article: ArticleId
    claim: ClaimId
    values: tuple[Own, ...]

    def writes(self) -> tuple[Placed, ...]:
        return tuple(placed(self.article, own) for own in self.values)


def _field(audience: Audience) -> str:
    """What is *me* is a field, and so a part, of its own."""
    return "note.me" if audience is Audience.ME else "note"
