"""Tagging without seeing colleagues' tags: asked for, looked all the same, drawn at random."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.writes import Say

BLIND, REVEALED, DRAWN = "blind", "revealed", "drawn"


@dataclass(frozen=True, slots=True)
class AskBlind(Plain):
    """Nobody but its writer sees colleagues' tags of this article before submitting."""

    kind: ClassVar[str] = "AskBlind"

    article: ArticleId

    def writes(self) -> tuple[Placed, ...]:
        return ((PartClass.TAGS, self.article, Say("article", self.article, BLIND, None)),)


@dataclass(frozen=True, slots=True)
class Reveal(Plain):
    """The acting analyst looked at colleagues' tags before submitting, and the log says so.

    Of one claim, or of the whole article.
    """

    kind: ClassVar[str] = "Reveal"

    article: ArticleId
    claim: ClaimId | None = None

    def writes(self) -> tuple[Placed, ...]:
        about, key = ("claim", self.claim) if self.claim else ("article", self.article)
        return ((PartClass.TAGS, self.article, Say(about, key, REVEALED, None)),)


@dataclass(frozen=True, slots=True)
class Draw(Plain):
    """Claims drawn at random for a second check: how many, with which seed, and which.

    ``claims``: article → its drawn claims; ``n`` counts those of all articles.
    """

    kind: ClassVar[str] = "Draw"

    n: int
    seed: str
    claims: dict[ArticleId, tuple[ClaimId, ...]]

    def writes(self) -> tuple[Placed, ...]:
        return tuple(
            (PartClass.TAGS, article, Say("article", article, DRAWN, self._value(claims)))
            for article, claims in sorted(self.claims.items())
        )

    def _value(self, claims: tuple[ClaimId, ...]) -> dict[str, object]:
        return {"claims": list(claims), "n": self.n, "seed": self.seed}
