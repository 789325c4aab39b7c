"""What leaves the library: one article with everything that is said of its claims.

Every exporter is a function from a ``Report`` to bytes. Nothing whose audience is
*me* is ever in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain.article import Article, ClaimId, Passage, Span
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.edits.form import Edit
from annotator.domain.edits.persons import Persons
from annotator.domain.tags import STANDINGS, Standing


class Outcome(StrEnum):
    """The result of one claim: a standing that all who judged it share, or open."""

    UNTAGGED = "untagged"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    UNATTRIBUTED = "unattributed"
    ON_SOURCE = "on-source"
    NOT_CHECKABLE = "not-checkable"
    OPEN = "open"

    @property
    def standing(self) -> Standing | None:
        """The standing it is drawn as; None when it is open."""
        return _STANDING.get(self.value)


_STANDING = {row.word: row.standing for row in STANDINGS}
_OUTCOME = {row.standing: Outcome(row.word) for row in STANDINGS}


@dataclass(frozen=True, slots=True)
class Held:
    """What one analyst holds of the claim, and when it was last changed (microseconds)."""

    analyst: Analyst
    assessment: Assessment
    changed: int


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """One claim, live or retired, and what everybody holds of it.

    ``number`` is 0 for the title, None for furniture and for retired claims.
    """

    id: ClaimId
    number: int | None
    span: Span
    text: str
    retired: bool
    held: tuple[Held, ...]

    @property
    def outcome(self) -> Outcome:
        """What all who judged it share; open where they differ."""
        return shared_outcome(held.assessment for held in self.held)

    @property
    def notes(self) -> tuple[Held, ...]:
        return tuple(held for held in self.held if held.assessment.note)

    @property
    def counts(self) -> bool:
        """Whether it is a claim in the lists and counts: live and no furniture."""
        return not self.retired and self.number is not None


@dataclass(frozen=True, slots=True)
class Report:
    """One article as an export shows it.

    ``claims`` are sorted by (start, longer first): live ones, and retired ones of
    which somebody holds something. ``analysts`` are those who wrote something that
    is in it. ``log`` holds the headers and the parts that are not private, in the
    total order. Times are microseconds since 1970, UTC; ``made_at`` and ``maker``
    belong to the run and are left out of the canonical JSON. ``persons`` says which ids
    of the log are one person; everything else names persons.
    """

    article: Article
    passages: tuple[Passage, ...]
    claims: tuple[ReportClaim, ...]
    analysts: tuple[Analyst, ...]
    log: tuple[Edit, ...]
    made_at: int
    maker: str
    persons: Persons = field(default_factory=Persons)

    @property
    def counted(self) -> tuple[ReportClaim, ...]:
        """T and the numbered claims."""
        return tuple(claim for claim in self.claims if claim.counts)

    def counts(self) -> dict[Outcome, int]:
        """How many of the counted claims have each outcome."""
        counted = [claim.outcome for claim in self.counted]
        return {outcome: counted.count(outcome) for outcome in Outcome}


def shared_outcome(assessments: Iterable[Assessment]) -> Outcome:
    """The standing that all who judged share, "untagged" where nobody did, else open."""
    standings = {held.standing for held in assessments} - {Standing.UNTAGGED}
    if not standings:
        return Outcome.UNTAGGED
    if len(standings) > 1:
        return Outcome.OPEN
    return _OUTCOME[standings.pop()]


def claims_name(report: Report) -> str:
    """What is in it, in words: "48 claims and the title"."""
    return counted_name([claim.number for claim in report.counted])


def counted_name(numbers: Sequence[int | None]) -> str:
    """Claims in words; the title has no number and is named apart."""
    count = sum(1 for number in numbers if number)
    words = "1 claim" if count == 1 else f"{count} claims"
    return f"{words} and the title" if 0 in numbers else words
