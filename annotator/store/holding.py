"""What one analyst holds of many claims at once."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.tags import Standing
from annotator.store.assess import HELD, assessment_of
from annotator.store.library import Library
from annotator.store.log import CHUNK, in_chunks


def assessments(
    library: Library, analyst: str, claims: Sequence[ClaimId]
) -> dict[ClaimId, Assessment]:
    """What the analyst holds of these claims; those of which that is nothing are left out."""
    if len(claims) <= CHUNK:  # one query sees one moment by itself
        rows = in_chunks(library, _HELD, list(claims), (analyst,))
    else:
        with library.reading():
            rows = in_chunks(library, _HELD, list(claims), (analyst,))
    return {ClaimId(row[0]): assessment_of(row[1:]) for row in rows}


def analysts_of(library: Library, article: ArticleId) -> tuple[Analyst, ...]:
    """Who holds anything of this article, by id; who has no name goes by the beginning of it."""
    rows = library.rows(
        "SELECT DISTINCT analyst, coalesce(name, substr(analyst, 1, 8)) "
        "FROM assessments LEFT JOIN names USING (analyst) WHERE article = ? ORDER BY analyst",
        (article,),
    )
    return tuple(Analyst(*row) for row in rows)


_HELD = (
    f"SELECT held.claim, {HELD} "
    "FROM claims JOIN assessments AS held "
    'ON held.article = claims.article AND held.start = claims.start AND held."end" = claims."end" '
    "AND held.claim = claims.id WHERE held.analyst = ? AND claims.id IN ({})"
)


def standings(
    library: Library, article: ArticleId, analyst: str, spans: frozenset[Span]
) -> dict[Span, tuple[Standing, bool]]:
    """How these claims stand for the analyst, and whether there is a note; furniture too."""
    stands = dict.fromkeys(spans, (Standing.UNTAGGED, False))
    if not spans:
        return stands
    first, last = min(spans)[0], max(spans)[0]
    if len(spans) > FEW:
        rows = library.rows(
            _STANDINGS + " AND start BETWEEN ? AND ?", (article, analyst, first, last)
        )
    else:
        wanted = ", ".join(["(?, ?)"] * len(spans))
        places = [at for span in spans for at in span]
        rows = library.rows(_STANDINGS_AT.format(wanted), (*places, article, analyst))
    for start, end, standing, noted in rows:
        if Span(start, end) in stands:
            stands[Span(start, end)] = (Standing(standing), bool(noted))
    return stands


_STANDINGS = (
    'SELECT start, "end", standing, noted FROM assessments WHERE article = ? AND analyst = ?'
)
_STANDINGS_AT = (
    'SELECT start, "end", standing, noted FROM (VALUES {}) AS wanted CROSS JOIN assessments '
    "WHERE article = ? AND analyst = ? "
    'AND start = wanted.column1 AND "end" = wanted.column2'
)
FEW = 100
"""Spans that are looked up one by one; of more, all between the first and the last are read."""
