"""Where claims begin and end, and what is page furniture: the layout is one for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId, PassageKind, Span
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import EditId, PartClass
from annotator.domain.edits.writes import Cut, Paint, Write


@dataclass(frozen=True, slots=True)
class _Cutting:
    article: ArticleId

    @property
    def undoes(self) -> EditId | None:
        return None

    def _cut(self, out: tuple[ClaimId, ...], into: tuple[Span, ...]) -> tuple[Placed, ...]:
        return (_placed(self.article, Cut(out, into)),)


@dataclass(frozen=True, slots=True)
class SplitClaim(_Cutting):
    """One claim becomes several."""

    kind: ClassVar[str] = "SplitClaim"

    claim: ClaimId
    into: tuple[Span, ...]

    @property
    def needs(self) -> tuple[ClaimId, ...]:
        return (self.claim,)

    def writes(self) -> tuple[Placed, ...]:
        return self._cut((self.claim,), self.into)


@dataclass(frozen=True, slots=True)
class JoinClaims(_Cutting):
    """Several claims become one, from the first start to the last end."""

    kind: ClassVar[str] = "JoinClaims"

    claims: tuple[ClaimId, ...]
    into: Span

    @property
    def needs(self) -> tuple[ClaimId, ...]:
        return self.claims

    def writes(self) -> tuple[Placed, ...]:
        return self._cut(self.claims, (self.into,))


@dataclass(frozen=True, slots=True)
class SetBorders(_Cutting):
    """One claim gets other borders."""

    kind: ClassVar[str] = "SetBorders"

    claim: ClaimId
    into: Span

    @property
    def needs(self) -> tuple[ClaimId, ...]:
        return (self.claim,)

    def writes(self) -> tuple[Placed, ...]:
        return self._cut((self.claim,), (self.into,))


@dataclass(frozen=True, slots=True)
class AddClaim(_Cutting):
    """A stretch becomes a claim beside those that are there; claims may overlap."""

    kind: ClassVar[str] = "AddClaim"

    span: Span

    @property
    def needs(self) -> tuple[ClaimId, ...]:
        return ()

    def writes(self) -> tuple[Placed, ...]:
        return self._cut((), (self.span,))


@dataclass(frozen=True, slots=True)
class MarkBoilerplate(Plain):
    """A stretch is page furniture, or is text again (``kind_now``)."""

    kind: ClassVar[str] = "MarkBoilerplate"

    article: ArticleId
    span: Span
    kind_now: PassageKind

    def writes(self) -> tuple[Placed, ...]:
        return (_placed(self.article, Paint(self.span, self.kind_now)),)


def _placed(article: ArticleId, write: Write) -> Placed:
    return (PartClass.TAGS, article, write)
