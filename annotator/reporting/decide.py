"""What the report's template reads of what is left to do: wordings, whom to ring, what falls short."""

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
from annotator.reporting.words import LOOK


class WordingView(NamedTuple):
    """A proposed wording: ``pieces`` are (text, "same", "dropped" or "new"), ``key`` ends its id."""

    ref: words.Ref
    key: str
    pieces: Pieces
    why: str
    note: str
    direction: str
    taken: str
    who: str


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
    ``flags``: by kind, each with its label.
    """

    wordings: list[WordingView]
    wordings_count: str
    disputed: list[ClaimView]
    reworded: int
    unworded: list[ClaimView]
    short: list[ShortView]
    verified: int
    flags: list[tuple[str, list[FlagView]]]


def decide(report: Report, rows: Sequence[ClaimView], views: RecordViews) -> Decide:
    """What stands beside what is open."""
    wordings = list(_wordings(report, views))
    proposed = {one.ref.key for one in wordings}
    disputed = [row for row in rows if row.look is LOOK[Outcome.DISPUTED]]
    return Decide(
        wordings,
        _counted(wordings),
        disputed,
        sum(1 for row in disputed if row.ref.key in proposed),
        [row for row in disputed if row.ref.key not in proposed],
        list(_short(report, rows)),
        sum(1 for row in rows if row.look is LOOK[Outcome.VERIFIED]),
        _flags(report),
    )


def _wordings(report: Report, views: RecordViews) -> Iterator[WordingView]:
    for claim in report.counted:
        pieces = report.beside.get(claim.id, NOTHING_BESIDE).wordings
        for one in claim.held:
            wording = one.assessment.wording
            if wording is not None:
                note = one.assessment.note
                yield WordingView(
                    words.ref(claim.number or 0),
                    views.wordings[claim.id, one.analyst.id],
                    pieces.get(one.analyst.id, ((wording.text, "new"),)),
                    raised(record_words.because(one.assessment)),
                    note,
                    words.direction(note),
                    record_words.TAKEN[wording.taken],
                    one.analyst.name,
                )


def _counted(wordings: Sequence[WordingView]) -> str:
    """How many the author took: "2 taken, 1 not, 1 waits"."""
    said = [one.taken for one in wordings]
    counts = ((said.count("taken"), "taken"), (said.count("not taken"), "not"))
    waits = said.count("waits")
    found = [f"{n} {word}" for n, word in counts if n]
    if waits:
        found.append(f"{waits} wait" if waits > 1 else "1 waits")
    return ", ".join(found)


def _short(report: Report, rows: Sequence[ClaimView]) -> Iterator[ShortView]:
    for claim, row in zip(report.counted, rows, strict=True):
        why = report.beside.get(claim.id, NOTHING_BESIDE).short
        if why:
            yield ShortView(row, why)


def _flags(report: Report) -> list[tuple[str, list[FlagView]]]:
    """By kind, in the order of record_words.FLAG, and by day; without one last."""
    found: dict[str, list[tuple[str, int, FlagView]]] = {}
    for place, claim in enumerate(report.counted):
        for one, flag in _flagged(claim):
            view = FlagView(
                words.ref(claim.number or 0),
                flag.text,
                times.shown_day(flag.day),
                claim.text,
                one.analyst.name,
            )
            found.setdefault(flag.kind, []).append((flag.day or "~", place, view))
    return [
        (label, [view for _, _, view in sorted(found[kind], key=lambda row: row[:2])])
        for kind, label in record_words.FLAG.items()
        if kind in found
    ]


def _flagged(claim: ReportClaim) -> Iterator[tuple[Held, Flag]]:
    for one in claim.held:
        if one.assessment.flag is not None:
            yield one, one.assessment.flag
