"""Texts that are other copies of each other: which claim of one is which of the other, and what comes along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.classes import placed
from annotator.domain.edits.evidence import LinkEvidence
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.writes import Own, Say

REVISION = "revision"

EXACT, MOVED, CHANGED = "exact", "moved", "changed"
SAME = (EXACT, MOVED, CHANGED)
"""How two claims go together that count as the same; under any other word they do not."""

AGAIN = "again"
"""A number, a name or a negation changed: another claim, which is to be checked again."""

WAITING = ("asked", "proposed", "several")
"""They may be the same; nobody has said so yet."""


@dataclass(frozen=True, slots=True)
class Match:
    """A claim of this text and the one of the other text it is, or was; ``how``: see SAME."""

    claim: ClaimId
    other: ClaimId
    how: str


def precedence(how: str) -> int:
    """Which of two words on one pair stands: what weighs, then what was said to be the same."""
    return 2 if how == AGAIN else 1 if how in SAME else 0


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


@dataclass(frozen=True, slots=True)
class Carry(Plain):
    """Gives claims what their analyst holds of the claims of an earlier version.

    ``values`` are registers of claims and attributions, ``serving`` the evidence that serves
    these claims too. Taken back as a whole.
    """

    kind: ClassVar[str] = "Carry"

    article: ArticleId
    values: tuple[Own, ...]
    serving: tuple[LinkEvidence, ...] = ()

    def writes(self) -> tuple[Placed, ...]:
        owns = tuple(placed(self.article, own) for own in self.values)
        return owns + tuple(one for link in self.serving for one in link.writes())
