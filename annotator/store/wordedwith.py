"""Claims whose notes one edit worded together."""

from __future__ import annotations

from annotator.domain.article import ClaimId
from annotator.domain.edits.writes import Own
from annotator.store import log
from annotator.store.library import Library

_PARTS = (
    f"SELECT {log.PART} FROM parts WHERE seq IN (SELECT part FROM writes WHERE id = ? "
    "AND form = 'own' AND about = 'claim' AND field = 'note' AND value <> 'null')"
)


def worded_with(library: Library, claim: ClaimId) -> tuple[ClaimId, ...]:
    """The other claims that any edit gave a note, for others to read, together with this one."""
    found = {
        ClaimId(write.id)
        for row in library.rows(_PARTS, (claim,))
        for write in log.part_of(row).writes
        if isinstance(write, Own) and (write.about, write.field) == ("claim", "note")
    }
    return tuple(sorted(found - {claim}))
