"""What the claim panel shows, as plain values: the panel knows no desk."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import Span
from annotator.domain.assessment import Assessment
from annotator.domain.snapshot import TITLE_NUMBER, Claim


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One edit in words: ``at`` "today 10:42", ``who`` "you", ``does`` "untagged → disputed"."""

    at: str
    who: str
    does: str


@dataclass(frozen=True, slots=True)
class Before:
    """What this analyst holds of a claim that a cut took away here: its stretch, and in words."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as the panel shows it.

    ``total`` counts the numbered claims; ``history`` is this claim's, newest first.
    """

    claim: Claim
    total: int
    assessment: Assessment
    history: tuple[HistoryLine, ...] = ()
    before: tuple[Before, ...] = ()

    @property
    def title(self) -> str:
        """The panel's caption: "Claim 5 of 48", "The title"."""
        number = self.claim.number
        if number is None:
            return "Page furniture"
        return "The title" if number == TITLE_NUMBER else f"Claim {number:,} of {self.total:,}"
