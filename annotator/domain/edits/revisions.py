"""Texts that are other copies of each other: which claim of one is which of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.writes import Say

REVISION = "revision"


@dataclass(frozen=True, slots=True)
class Match:
    """A claim of this text and the one of the other text it is; ``how``: exact, moved, changed."""

    claim: ClaimId
    other: ClaimId
    how: str


@dataclass(frozen=True, slots=True)
class AddRevision(Plain):
    """Says that an article is another copy of an earlier one, and which claims go together.

    What is held of a claim stays on its own text; it is shown and compared through the
    pairs. Texts only grow, so this is not undone.
    """

    kind: ClassVar[str] = "AddRevision"

    article: ArticleId
    earlier: ArticleId
    matches: tuple[Match, ...]

    def writes(self) -> tuple[Placed, ...]:
        pairs = [[match.claim, match.other, match.how] for match in self.matches]
        value = {"of": self.earlier, "pairs": pairs}
        return ((PartClass.TAGS, self.article, Say("article", self.article, REVISION, value)),)
