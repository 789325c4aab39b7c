"""What an analyst says of a claim beside its tag: how sure, of what type, what it should say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import (
    CONFIDENCE,
    FLAG,
    TYPE,
    WORDING,
    ClaimType,
    Flag,
    Relation,
    Wording,
    fact_field,
    relation_field,
)
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.classes import placed
from annotator.domain.edits.writes import Own


@dataclass(frozen=True, slots=True)
class SetConfidence(Plain):
    """How sure the analyst is of the claims (1 to 3); 0 takes that back."""

    kind: ClassVar[str] = "SetConfidence"

    article: ArticleId
    claims: tuple[ClaimId, ...]
    confidence: int

    def writes(self) -> tuple[Placed, ...]:
        return _each(self.article, self.claims, CONFIDENCE, self.confidence or None)


@dataclass(frozen=True, slots=True)
class SetType(Plain):
    """What type of claim they are; None takes that back."""

    kind: ClassVar[str] = "SetType"

    article: ArticleId
    claims: tuple[ClaimId, ...]
    type: ClaimType | None

    def writes(self) -> tuple[Placed, ...]:
        return _each(self.article, self.claims, TYPE, self.type.value if self.type else None)


@dataclass(frozen=True, slots=True)
class SetFlag(Plain):
    """Flags the claims; None takes the flag away."""

    kind: ClassVar[str] = "SetFlag"

    article: ArticleId
    claims: tuple[ClaimId, ...]
    flag: Flag | None

    def writes(self) -> tuple[Placed, ...]:
        return _each(self.article, self.claims, FLAG, self.flag.json() if self.flag else None)


@dataclass(frozen=True, slots=True)
class SetWording(Plain):
    """Proposes what a claim should say instead; None takes the proposal back."""

    kind: ClassVar[str] = "SetWording"

    article: ArticleId
    claim: ClaimId
    wording: Wording | None

    def writes(self) -> tuple[Placed, ...]:
        value = self.wording.json() if self.wording else None
        return _each(self.article, (self.claim,), WORDING, value)


@dataclass(frozen=True, slots=True)
class SetFacts(Plain):
    """Ticks facts of a claim (True), marks them wrong (False), or takes that back (None)."""

    kind: ClassVar[str] = "SetFacts"

    article: ArticleId
    claim: ClaimId
    facts: Mapping[Span, bool | None]

    def writes(self) -> tuple[Placed, ...]:
        return tuple(
            placed(self.article, Own("claim", self.claim, fact_field(span), value))
            for span, value in sorted(self.facts.items())
        )


@dataclass(frozen=True, slots=True)
class SetRelation(Plain):
    """Says how a claim is related to another one; None takes that back."""

    kind: ClassVar[str] = "SetRelation"

    article: ArticleId
    claim: ClaimId
    other: ClaimId
    relation: Relation | None

    def writes(self) -> tuple[Placed, ...]:
        value = self.relation.value if self.relation else None
        return _each(self.article, (self.claim,), relation_field(self.other), value)


def _each(
    article: ArticleId, claims: tuple[ClaimId, ...], field: str, value: Json
) -> tuple[Placed, ...]:
    return tuple(placed(article, Own("claim", claim, field, value)) for claim in claims)
