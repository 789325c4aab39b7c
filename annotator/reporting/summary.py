"""The counts of a report, the chart of the tags along the article, and what is left to judge or to settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.domain.article import Passage
from annotator.domain.report import Outcome, Report
from annotator.reporting import words
from annotator.reporting.claims import ClaimView
from annotator.reporting.labels import Labels
from annotator.reporting.words import Look, Terms

RANGES = 60
"""So many stretches of unjudged claims are linked; the chart shows the rest."""

FINE = 1500
"""Above so many claims the chart's cells are slivers without a glyph."""


class Cell(NamedTuple):
    """One claim of the chart."""

    ref: words.Ref
    look: Look


@dataclass(frozen=True, slots=True)
class Unjudged:
    """How many claims nobody has judged, and where: stretches of claims with their ends."""

    count: int
    stretches: list[list[words.Ref]]
    more: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts, the chart and the key, and what is left to judge or to settle.

    ``done``: how many are judged, and how many there are; ``judged`` says so: "37 of 49 judged, 12 to go."
    """

    title_claim: ClaimView | None
    unjudged: Unjudged
    open: list[ClaimView]
    stale: list[ClaimView]
    differing: list[ClaimView]
    figures: list[tuple[Look, int]]
    done: tuple[int, int]
    judged: str
    chart: list[list[Cell]]
    fine_chart: bool
    key: list[Look]


def summary(report: Report, rows: Sequence[ClaimView], terms: Terms) -> Summary:
    """Of the counted claims, whose views these are, in order."""
    figures = words.figures(Counter(row.look.outcome for row in rows), terms)
    return Summary(
        title_claim=next((row for row in rows if row.ref.label == "T"), None),
        unjudged=_unjudged(rows),
        open=[row for row in rows if row.look.outcome is Outcome.OPEN],
        stale=[row for row in rows if row.stale],
        differing=[row for row in rows if row.differing],
        figures=figures,
        done=_done(rows),
        judged=_judged(*_done(rows), terms.t),
        chart=_chart(rows, report.passages),
        fine_chart=len(rows) > FINE,
        key=[look for look, _ in figures],
    )


def _unjudged(rows: Sequence[ClaimView]) -> Unjudged:
    stretches: list[list[words.Ref]] = []
    before = -2
    total = 0
    for index, row in enumerate(rows):
        if row.look.outcome is not Outcome.UNTAGGED:
            continue
        total += 1
        if index == before + 1:
            stretches[-1][1] = row.ref
        else:
            stretches.append([row.ref, row.ref])
        before = index
    return Unjudged(total, stretches[:RANGES], len(stretches) > RANGES)


def _done(rows: Sequence[ClaimView]) -> tuple[int, int]:
    """How many are judged, and how many there are."""
    left = sum(1 for row in rows if row.look.outcome is Outcome.UNTAGGED)
    return len(rows) - left, len(rows)


def _judged(done: int, every: int, t: Labels) -> str:
    if done == every:
        return t("{n} of {count} judged.", n=t.number(done), count=t.number(every))
    label = "{n} of {count} judged, {left} to go."
    return t(label, n=t.number(done), count=t.number(every), left=t.number(every - done))


def _chart(rows: Iterable[ClaimView], passages: Sequence[Passage]) -> list[list[Cell]]:
    """A cell a claim in order, in a group for each passage that claims begin in."""
    found: list[list[Cell]] = []
    index, before = 0, -1
    for row in rows:
        while index < len(passages) and passages[index].end <= row.start:
            index += 1
        if index != before or not found:
            found.append([])
            before = index
        found[-1].append(Cell(row.ref, row.look))
    return found
