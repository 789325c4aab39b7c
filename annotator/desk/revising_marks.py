"""What is said beside a claim that an earlier version has: carried, to be checked again, asked.

Nothing of it is stored: a mark follows from how the claims go together and from what the
acting person has said of them, so taking back, merging and erasing need not look after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.desk.library import OpenLibrary
from annotator.desk.revising_tracing import Bond, Trace, traced
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import EMPTY, Assessment
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.tags import Standing
from annotator.store import revisions
from annotator.store.claiming import spans_of
from annotator.store.holding import assessments
from annotator.store.recorded import records_of
from annotator.store.revisions import Went


class MarkKind(StrEnum):
    """What is said beside the claim."""

    CARRIED = "carried"
    """What one holds came along, and was not judged anew."""
    AGAIN = "check again"
    """A number, a name or a negation changed: it is untagged, and the old record is shown."""
    ASKED = "asked"
    """It may be the claim of the earlier version: the analyst says so, or judges it anew."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The earlier claim, and what one holds of it there."""

    kind: MarkKind
    earlier: ArticleId
    claim: ClaimId
    span: Span
    assessment: Assessment
    record: Record


_OF = {Bond.AGAIN: MarkKind.AGAIN, Bond.ASKED: MarkKind.ASKED}


def mark_of(library: OpenLibrary, article: ArticleId, claim: ClaimId) -> Mark | None:
    """What the acting person is told beside one claim; None where there is nothing to say."""
    with library.store.reading():
        found = _kinds(library, article, revisions.went(library.store, article, [claim]))
        return _mark(library, *found[claim]) if claim in found else None


def marks(library: OpenLibrary, article: ArticleId) -> dict[ClaimId, MarkKind]:
    """The same of every claim of an article, without what is held there."""
    with library.store.reading():
        found = _kinds(library, article, revisions.all_went(library.store, article))
        return {claim: kind for claim, (kind, _) in found.items()}


def _kinds(
    library: OpenLibrary, article: ArticleId, edges: Sequence[Went]
) -> dict[ClaimId, tuple[MarkKind, Trace]]:
    if not edges:
        return {}
    store, me = library.store, library.me
    first = {edge.claim: Trace(Bond.EXACT, edge.article, edge.other) for edge in reversed(edges)}
    traces = traced(store, me, article, edges)
    carried = revisions.carried(store, first.keys(), me)
    asking = {claim for claim, one in traces.items() if not one.bond.same} - carried
    held = assessments(store, me, sorted(asking))
    found = {claim: (MarkKind.CARRIED, traces.get(claim, first[claim])) for claim in carried}
    for claim in asking:
        if held.get(claim, EMPTY).standing is Standing.UNTAGGED:
            found[claim] = _OF[traces[claim].bond], traces[claim]
    return found


def _mark(library: OpenLibrary, kind: MarkKind, trace: Trace) -> Mark | None:
    store, me = library.store, library.me
    place = spans_of(store, [trace.claim]).get(trace.claim)
    if place is None or place[0] != trace.article:
        return None
    return Mark(
        kind,
        trace.article,
        trace.claim,
        place[1],
        assessments(store, me, [trace.claim]).get(trace.claim, EMPTY),
        records_of(store, [trace.claim], me).get((me, trace.claim), NO_RECORD),
    )
