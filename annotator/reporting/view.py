"""What a report for readers says, as plain values, each worked out once, whatever the format.

A format only repeats, arranges and escapes. Everything here runs in time proportional
to the article, so 100,000 claims are written in seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.edition import Section
from annotator.domain.report import Report, ReportClaim
from annotator.reporting.claims import ClaimView, ClaimViews
from annotator.reporting.decide import Decide, decide
from annotator.reporting.evidence import ItemView, evidence
from annotator.reporting.head import Head, foot, head
from annotator.reporting.labels import Labels
from annotator.reporting.page import Group, Marked, groups
from annotator.reporting.record import RecordViews
from annotator.reporting.review import ReviewView, StageView, standing, threads, went
from annotator.reporting.signoff import SignOff, signoff
from annotator.reporting.summary import Summary, summary
from annotator.reporting.texts import FirstLine, first_line, heading
from annotator.reporting.words import Look, terms_of

SHORT = 8
"""Lists of no more than so many claims stand beside each other; longer ones below."""


@dataclass(frozen=True, slots=True)
class View:
    """A whole report. ``beside``: its lists are few and short enough to stand beside each other.

    ``rows`` are the counted claims in order; ``retired`` and ``furniture`` stand apart.
    ``looks`` are all that can occur. ``sections``: those that were chosen and hold anything, in their
    order, each with its heading; ``signoff`` is there where it is one of them. ``quiet`` stands among
    what is to decide where nothing is open or disputed, and is "" otherwise. ``foot`` are the
    words at the end, what is "" left out; ``language`` is that of the labels.
    """

    head: Head
    stage: StageView | None
    summary: Summary
    decide: Decide
    evidence: list[ItemView]
    files: bool
    page: list[Group]
    rows: list[ClaimView]
    retired: list[ClaimView]
    furniture: list[ClaimView]
    review: ReviewView | None
    beside: bool
    quiet: str
    first: FirstLine
    looks: tuple[Look, ...]
    sections: tuple[tuple[Section, str], ...]
    signoff: SignOff | None
    foot: tuple[str, ...]
    language: str


def view(report: Report) -> View:
    """All that is to be printed of a report."""
    named, terms = report.names(), terms_of(report.edition)
    records = RecordViews(report)
    views = ClaimViews(threads(report, named, terms), records)
    rows = [views.counted(claim) for claim in report.counted]
    counts, left = summary(report, rows, terms), decide(report, rows, records)
    items = evidence(report, records, named)
    retired = [views.left(claim) for claim in report.claims if claim.retired]
    furniture = [views.left(claim) for claim in _furniture(report, views)]
    review = went(report, named, terms)
    empty = {
        Section.EVIDENCE: not items,
        Section.REVIEW: review is None,
        Section.ASIDE: not (retired or furniture),
    }
    return View(
        head=head(report, terms),
        stage=standing(report, named, terms),
        summary=counts,
        decide=left,
        evidence=items,
        files=any(item.files for item in report.items),
        page=groups(report.article.text, report.passages, _marked(report, rows), report.links),
        rows=rows,
        retired=retired,
        furniture=furniture,
        review=review,
        quiet=_quiet(counts, left, terms.t),
        beside=_side_by_side(counts, left),
        first=first_line(report, terms),
        looks=tuple(terms.look.values()),
        sections=tuple(
            (one, heading(one, report, terms, evidence=bool(items)))
            for one in dict.fromkeys(report.edition.sections)
            if not empty.get(one)
        ),
        signoff=signoff(report) if Section.SIGNOFF in report.edition.sections else None,
        foot=foot(report, terms),
        language=terms.language,
    )


def _side_by_side(counts: Summary, left: Decide) -> bool:
    """Whether the lists of what is left are few and short enough to stand beside each other."""
    lists: tuple[Sequence[object], ...] = (
        counts.open,
        counts.stale,
        counts.differing,
        left.unworded,
        left.short,
    )
    return sum(map(bool, lists)) > 1 and max(map(len, lists)) <= SHORT


def _quiet(counts: Summary, left: Decide, t: Labels) -> str:
    """What stands there where there is nothing to decide."""
    if counts.open or left.disputed or counts.stale:
        return ""
    if not counts.done[0]:
        return t("Nobody has judged a claim yet.")
    return t("Nothing is open, and nothing is disputed.")


def _marked(report: Report, rows: Sequence[ClaimView]) -> list[Marked]:
    return [
        Marked(claim.span, row.look.name, row.notes, row)
        for claim, row in zip(report.counted, rows, strict=True)
    ]


def _furniture(report: Report, views: ClaimViews) -> list[ReportClaim]:
    """Page furniture of which there is anything to say."""
    return [
        claim
        for claim in report.claims
        if not claim.retired
        and claim.number is None
        and (claim.held or claim.decisions or views.spoken(claim))
    ]
