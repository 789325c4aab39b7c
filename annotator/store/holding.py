"""What one analyst holds of many claims at once."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import ClaimId
from annotator.domain.assessment import Assessment
from annotator.store.library import Library
from annotator.store.log import CHUNK, in_chunks
from annotator.store.reading import assessment_of


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


_HELD = (
    "SELECT held.claim, tag, not_checkable, confirmed, note, audience, why, seen "
    "FROM claims JOIN assessments AS held "
    'ON held.article = claims.article AND held.start = claims.start AND held."end" = claims."end" '
    "AND held.claim = claims.id WHERE held.analyst = ? AND claims.id IN ({})"
)
