"""What a report says of what is left to do: wordings, whom to ring, what falls short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.domain.assessment import Flag
from annotator.domain.beside import NOTHING_BESIDE, Pieces
from annotator.domain.report import Held, Outcome, Report, ReportClaim
from annotator.domain.wording import raised
from annotator.reporting import record_words, times, words
from annotator.reporting.claims import ClaimView
from annotator.reporting.record import RecordViews
from annotator.reporting.words import Terms


class WordingView(NamedTuple):
    """A proposed wording: ``pieces`` are (text, "same", "dropped" or "new"), ``key`` ends its id.

    ``taken`` is a word ("waits"), ``says`` a sentence ("Waits for the author."), ``took`` what they
    mean: whether the author took it, None: not known.
    """

    ref: words.Ref
    key: str
    pieces: Pieces
    why: str
    note: str
    direction: str
    taken: str
    who: str
    took: bool | None
    says: str


class FlagView(NamedTuple):
    """What is still to be done about a claim, by when, and who said so."""

    ref: words.Ref
    text: str
    day: str
    words: str
    who: str


class ShortView(NamedTuple):
    """A claim that counts as verified, and what it falls short of the rule by."""

    claim: ClaimView
    why: str


class Decide(NamedTuple):
    """What is left to do beside what is open.

    ``unworded`` are the disputed claims without a proposed wording, ``reworded`` how many have
    one; ``verified`` how many count as verified, ``short`` those of them that fall short of the rule.
    ``flags``: by kind, each with its label. ``falls``: "9 verified, 3 of them short of the rule", else "".
    """

    wordings: list[WordingView]
    wordings_count: str
    disputed: list[ClaimView]
    reworded: int
    unworded: list[ClaimView]
    short: list[ShortView]
    verified: int
    flags: list[tuple[str, list[FlagView]]]
    falls: str


def decide(report: Report, rows: Sequence[ClaimView], views: RecordViews) -> Decide:
    """What stands beside what is open."""
    t = views.terms.t
    wordings = list(_wordings(report, views))
    proposed = {one.ref.key for one in wordings}
    disputed = [row for row in rows if row.look.outcome is Outcome.DISPUTED]
    short = [ShortView(row, row.short) for row in rows if row.short]
    verified = sum(1 for row in rows if row.look.outcome is Outcome.VERIFIED)
    return Decide(
        wordings,
        record_words.taken_counts((one.took for one in wordings), t),
        disputed,
        sum(1 for row in disputed if row.ref.key in proposed),
        [row for row in disputed if row.ref.key not in proposed],
        short,
        verified,
        _flags(report, views.terms),
        record_words.falls(verified, len(short), t),
    )


TAKEN_SAYS = {
    True: "Taken by the author.",
    False: "Not taken by the author.",
    None: "Waits for the author.",
}
"""Whether the author took a proposed wording, as a sentence: labels."""


def _wordings(report: Report, views: RecordViews) -> Iterator[WordingView]:
    t = views.terms.t
    for claim in report.counted:
        pieces = report.beside.get(claim.id, NOTHING_BESIDE).wordings
        for one in claim.held:
            wording = one.assessment.wording
            if wording is not None:
                note = one.assessment.note
                yield WordingView(
                    views.terms.ref(claim.number),
                    views.wordings[claim.id, one.analyst.id],
                    pieces.get(one.analyst.id, ((wording.text, "new"),)),
                    raised(record_words.because(one.assessment, t)),
                    note,
                    words.direction(note),
                    t(record_words.TAKEN[wording.taken]),
                    one.analyst.name,
                    wording.taken,
                    t(TAKEN_SAYS[wording.taken]),
                )


def _flags(report: Report, terms: Terms) -> list[tuple[str, list[FlagView]]]:
    """By kind, in the order of record_words.FLAG, and by day; without one last."""
    found: dict[str, list[tuple[str, int, FlagView]]] = {}
    for place, claim in enumerate(report.counted):
        for one, flag in _flagged(claim):
            view = FlagView(
                terms.ref(claim.number),
                flag.text,
                times.shown_day(flag.day, terms.language),
                claim.text,
                one.analyst.name,
            )
            found.setdefault(flag.kind, []).append((flag.day or "~", place, view))
    return [
        (terms.t(label), [view for _, _, view in sorted(found[kind], key=lambda row: row[:2])])
        for kind, label in record_words.FLAG.items()
        if kind in found
    ]


def _flagged(claim: ReportClaim) -> Iterator[tuple[Held, Flag]]:
    for one in claim.held:
        if one.assessment.flag is not None:
            yield one, one.assessment.flag
