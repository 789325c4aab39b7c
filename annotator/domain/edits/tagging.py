"""Judging claims: tag, not checkable, on its source, and clearing all three.

Copy this file when a new kind of edit is added: an act says what it writes, a
line in ``kinds.KINDS`` says how it is called and whether it can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Because, judgement_value
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.writes import Own
from annotator.domain.tags import Tag

Seen = tuple[str, ...] | Mapping[ClaimId, tuple[str, ...]]
"""The colleagues whose tag had been shown before: of every claim alike, or claim by claim."""

Reason = tuple[Because | None, str]
"""Why a claim is disputed, and which evidence or claim speaks against it; "" names nothing."""

NO_REASON: Reason = (None, "")


@dataclass(frozen=True, slots=True)
class SetTag(Plain):
    """Tags the claims; notes, where given, go into the same edit (``annotator tag --note``).

    ``because`` says why they are disputed, ``against`` names the evidence or the claim that
    contradicts them; ``reasons`` says both of single claims, instead.
    """

    kind: ClassVar[str] = "SetTag"

    article: ArticleId
    claims: tuple[ClaimId, ...]
    tag: Tag
    notes: tuple[SetNote, ...] = ()
    seen: Seen = ()
    because: Because | None = None
    against: str = ""
    reasons: Mapping[ClaimId, Reason] = field(default_factory=dict)

    def writes(self) -> tuple[Placed, ...]:
        judged = _judged(
            self.article,
            self.claims,
            self.seen,
            lambda seen, why: judgement_value(self.tag, seen=seen, because=why[0], against=why[1]),
            {claim: self.reasons.get(claim, (self.because, self.against)) for claim in self.claims},
        )
        return judged + _noted(self.notes)


@dataclass(frozen=True, slots=True)
class SetNotCheckable(Plain):
    """Says that there is nothing to check; ``why`` may be empty."""

    kind: ClassVar[str] = "SetNotCheckable"

    article: ArticleId
    claims: tuple[ClaimId, ...]
    why: str = ""
    notes: tuple[SetNote, ...] = ()
    seen: Seen = ()

    def writes(self) -> tuple[Placed, ...]:
        judged = _judged(
            self.article,
            self.claims,
            self.seen,
            lambda seen, _: judgement_value(not_checkable=True, why=self.why, seen=seen),
        )
        return judged + _noted(self.notes)


@dataclass(frozen=True, slots=True)
class SetConfirmed(Plain):
    """Confirms that the named source says it, or takes that back."""

    kind: ClassVar[str] = "SetConfirmed"

    article: ArticleId
    claims: tuple[ClaimId, ...]
    confirmed: bool
    notes: tuple[SetNote, ...] = ()

    def writes(self) -> tuple[Placed, ...]:
        value = True if self.confirmed else None
        confirmed = tuple(
            _placed(self.article, Own("claim", claim, "confirmed", value)) for claim in self.claims
        )
        return confirmed + _noted(self.notes)


@dataclass(frozen=True, slots=True)
class Clear(Plain):
    """Empties tag, not checkable and confirmation of the claims in one edit."""

    kind: ClassVar[str] = "Clear"

    article: ArticleId
    claims: tuple[ClaimId, ...]
    notes: tuple[SetNote, ...] = ()

    def writes(self) -> tuple[Placed, ...]:
        emptied = tuple(
            _placed(self.article, Own("claim", claim, field, None))
            for claim in self.claims
            for field in ("judgement", "confirmed")
        )
        return emptied + _noted(self.notes)


def _judged(
    article: ArticleId,
    claims: tuple[ClaimId, ...],
    seen: Seen,
    value_of: Callable[[tuple[str, ...], Reason], Json],
    reasons: Mapping[ClaimId, Reason] | None = None,
) -> tuple[Placed, ...]:
    """One value for all claims of which the same was seen, for one reason: it is written but once."""
    by_claim = seen if isinstance(seen, Mapping) else dict.fromkeys(claims, seen)
    why = reasons or {}
    values: dict[tuple[tuple[str, ...], Reason], Json] = {}
    found = []
    for claim in claims:
        key = (by_claim.get(claim, ()), why.get(claim, NO_REASON))
        if key not in values:
            values[key] = value_of(*key)
        found.append(_placed(article, Own("claim", claim, "judgement", values[key])))
    return tuple(found)


def _noted(notes: tuple[SetNote, ...]) -> tuple[Placed, ...]:
    return tuple(placed for note in notes for placed in note.writes())


def _placed(article: ArticleId, write: Own) -> Placed:
    return (PartClass.TAGS, article, write)
