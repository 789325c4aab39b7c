"""Passes and decisions: handing one's own pass in, answering a colleague's, settling claims.

Nobody changes another's pass: an answer names the submission it is an answer to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Placed, Plain
from annotator.domain.edits.form import EditId, PartClass
from annotator.domain.edits.writes import All, Own, Say
from annotator.domain.tags import ROW, Standing

DECISION, DECISION_REASON = "decision", "decision.reason"
SUBMITTED, RETURNED, APPROVED, REASON = "submitted", "returned", "approved", "reason"
STATE, STATE_REASON = "state", "state.reason"
SETTLED, REOPENED = "settled", "reopened"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a reviewer decides of one claim; ``outcome`` None takes the decision back.

    ``over`` is what was looked at: analyst → how the claim stood for that analyst, or
    None for one who was left out. ``elsewhere`` is the same for claims of another text
    that were matched with this one: claim → analyst → standing.
    """

    claim: ClaimId
    outcome: Standing | None
    reason: str = ""
    over: Mapping[str, Standing | None] = field(default_factory=dict)
    elsewhere: Mapping[str, Mapping[str, Standing]] = field(default_factory=dict)

    def value(self) -> Json:
        """The register's value; the reason is none of it, for a parcel may go without notes."""
        if self.outcome is None:
            return None
        over = {who: ROW[s].word if s is not None else LEFT_OUT for who, s in self.over.items()}
        elsewhere = {
            claim: {who: ROW[standing].word for who, standing in held.items()}
            for claim, held in self.elsewhere.items()
        }
        return {"elsewhere": elsewhere, "outcome": ROW[self.outcome].word, "over": over}


LEFT_OUT = "left out"
"""Stands in a decision for an analyst whom the reviewer did not look at."""


@dataclass(frozen=True, slots=True)
class Decide(Plain):
    """Settles claims, each with its reason, or takes decisions back: the reviewer's own edit."""

    kind: ClassVar[str] = "Decide"

    article: ArticleId
    rulings: tuple[Ruling, ...]

    def writes(self) -> tuple[Placed, ...]:
        return tuple(placed for ruling in self.rulings for placed in self._of(ruling))

    def _of(self, ruling: Ruling) -> tuple[Placed, ...]:
        decided = Own("claim", ruling.claim, DECISION, ruling.value())
        placed: tuple[Placed, ...] = ((PartClass.TAGS, self.article, decided),)
        if ruling.reason and ruling.outcome is not None:
            reason = Own("claim", ruling.claim, DECISION_REASON, {"text": ruling.reason})
            placed += ((PartClass.NOTES, self.article, reason),)
        return placed


@dataclass(frozen=True, slots=True)
class Submit(Plain):
    """Hands in the acting analyst's own pass of an article, as it stands now."""

    kind: ClassVar[str] = "Submit"

    article: ArticleId

    def writes(self) -> tuple[Placed, ...]:
        return ((PartClass.TAGS, self.article, Say("article", self.article, SUBMITTED, None)),)


@dataclass(frozen=True, slots=True)
class Return(Plain):
    """Gives a submission back to its analyst, with a reason."""

    kind: ClassVar[str] = "Return"

    article: ArticleId
    submission: EditId
    reason: str

    def writes(self) -> tuple[Placed, ...]:
        said = Say("article", self.article, RETURNED, {"submission": self.submission})
        why = Say("article", self.article, REASON, {"text": self.reason})
        return ((PartClass.TAGS, self.article, said), (PartClass.NOTES, self.article, why))


@dataclass(frozen=True, slots=True)
class Approve(Plain):
    """Says that a submission is good as it is."""

    kind: ClassVar[str] = "Approve"

    article: ArticleId
    submission: EditId

    def writes(self) -> tuple[Placed, ...]:
        said = Say("article", self.article, APPROVED, {"submission": self.submission})
        return ((PartClass.TAGS, self.article, said),)


@dataclass(frozen=True, slots=True)
class Settle(Plain):
    """Closes an article; ``digests`` says how each claim stood then (claim → short digest)."""

    kind: ClassVar[str] = "Settle"

    article: ArticleId
    digests: Mapping[str, str]

    def writes(self) -> tuple[Placed, ...]:
        value = {"claims": dict(self.digests), "state": SETTLED}
        return ((PartClass.TAGS, self.article, All("article", self.article, STATE, value)),)


@dataclass(frozen=True, slots=True)
class Reopen(Plain):
    """Opens a settled article again, with a reason."""

    kind: ClassVar[str] = "Reopen"

    article: ArticleId
    reason: str

    def writes(self) -> tuple[Placed, ...]:
        state = All("article", self.article, STATE, {"state": REOPENED})
        why = All("article", self.article, STATE_REASON, {"text": self.reason})
        return ((PartClass.TAGS, self.article, state), (PartClass.NOTES, self.article, why))
