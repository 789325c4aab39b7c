"""What the claim panel shows, as plain values: the panel knows no desk."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import Span
from annotator.domain.assessment import Assessment
from annotator.domain.snapshot import TITLE_NUMBER, Claim
from annotator.domain.tags import Standing
from annotator.ui.claim.recordview import NO_RECORD, RecordView
from annotator.ui.evidence.view import EvidenceView

NO_EVIDENCE = EvidenceView()


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One edit in words: ``at`` "today 10:42", ``who`` "you", ``does`` "untagged → disputed".

    ``edit`` is its id where what one held right after it can be brought back.
    """

    at: str
    who: str
    does: str
    edit: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """What this analyst holds of a claim that a cut took away here: its stretch, and in words."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class ColleagueLine:
    """What one colleague says: letters of the mark, the name, and the note's first words."""

    initial: str
    name: str
    standing: Standing
    note: str = ""


@dataclass(frozen=True, slots=True)
class ColleaguesView:
    """What colleagues say of the claim; ``hidden`` says why it is not shown yet, or is empty.

    ``can_look``: one may look before judging, which the log will say.
    """

    lines: tuple[ColleagueLine, ...] = ()
    hidden: str = ""
    can_look: bool = False
    comments: int = 0


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as the panel shows it.

    ``total`` counts the numbered claims; ``history`` is this claim's, newest first;
    ``drawn`` says who drew it for a second check and when, or is empty. ``record`` is what
    is recorded of it beside the tag.
    """

    claim: Claim
    total: int
    assessment: Assessment
    history: tuple[HistoryLine, ...] = ()
    before: tuple[Before, ...] = ()
    colleagues: ColleaguesView = ColleaguesView()
    drawn: str = ""
    record: RecordView = NO_RECORD
    evidence: EvidenceView = NO_EVIDENCE

    @property
    def title(self) -> str:
        """The panel's caption: "Claim 5 of 48", "The title"."""
        number = self.claim.number
        if number is None:
            return "Page furniture"
        return "The title" if number == TITLE_NUMBER else f"Claim {number:,} of {self.total:,}"
