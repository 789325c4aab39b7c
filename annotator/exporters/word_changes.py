"""Proposed wordings as tracked changes: what goes and what comes, at its place in the article.

Of proposals that would change the same words the first is written; the others, and what the
author did not take, stand in their comments alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.domain.article import ClaimId
from annotator.domain.beside import NOTHING_BESIDE, Pieces
from annotator.domain.report import Held, Report, ReportClaim
from annotator.exporters.word_xml import NOTHING, Xml, w
from annotator.reporting import times


class Change(NamedTuple):
    """One piece of a proposal: the words ``[start, end)`` go, or ``new`` comes before ``start``.

    ``claim`` is the place of its claim among the counted ones; ``date`` as Word has it, or empty.
    """

    claim: int
    start: int
    end: int
    new: str
    who: str
    date: str


def changes(report: Report) -> tuple[list[Change], frozenset[tuple[ClaimId, str]]]:
    """All that are written, in the order of the article, and whose they are (claim, analyst)."""
    found: list[Change] = []
    whose: set[tuple[ClaimId, str]] = set()
    free = 0
    for place, claim in enumerate(report.counted):
        for one in claim.held if claim.span.start >= free else ():
            pieces = _pieces(report, claim, one)
            if pieces:
                found += _changes(place, claim, one, pieces)
                whose.add((claim.id, one.analyst.id))
                free = claim.span.end
                break
    return found, frozenset(whose)


def _pieces(report: Report, claim: ReportClaim, held: Held) -> Pieces:
    """How the wording differs, where it does, may come yet, and is of this very sentence."""
    wording = held.assessment.wording
    if wording is None or wording.taken is False:
        return ()
    beside = report.beside.get(claim.id, NOTHING_BESIDE)
    pieces = beside.wordings.get(held.analyst.id, ((claim.text, "dropped"), (wording.text, "new")))
    before = "".join(text for text, kind in pieces if kind != "new")
    differs = any(kind != "same" for _, kind in pieces)
    return pieces if differs and before == claim.text else ()


def _changes(place: int, claim: ReportClaim, held: Held, pieces: Pieces) -> Iterator[Change]:
    who, date = held.analyst.name, times.seconds(held.changed) if held.changed else ""
    at = claim.span.start
    for text, kind in pieces:
        if kind == "new":
            yield Change(place, at, at, text, who, date)
        elif kind == "dropped":
            yield Change(place, at, at + len(text), "", who, date)
        at += 0 if kind == "new" else len(text)


def marked(change: Change, number: int, runs: Xml) -> Xml:
    """These runs as come or gone; ``number`` is the change's own in the file."""
    if not runs:
        return NOTHING
    dated = {"date": change.date} if change.date else {}
    kind = "ins" if change.new else "del"
    return w(kind, runs, id=number, author=change.who or "Annotator", **dated)
