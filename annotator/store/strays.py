"""Evidence that an article's own log does not tell in full, and whether that makes a difference.

An item that serves two articles is written of in parts of each (EDITS.md, section 3), so what
came later in one of them says mostly what the other knows already.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import ArticleId
from annotator.domain.edits.form import PartClass
from annotator.domain.evidence import is_private
from annotator.store.library import Library, Row
from annotator.store.log import in_chunks
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON

_STRAY = (
    "SELECT DISTINCT writes.id FROM (SELECT DISTINCT links.item AS id FROM claims "
    "CROSS JOIN links ON links.claim = claims.id WHERE claims.article = ?) AS linked "
    "CROSS JOIN writes ON writes.id = linked.id AND form = 'own' AND about = 'evidence' "
    "CROSS JOIN parts ON parts.seq = writes.part WHERE coalesce(parts.article, '') <> ? "
    "OR class = 'private'"
)
_WRITTEN = (
    f"SELECT writes.id, {PERSON.format(id='edits.analyst')}, field, value, "
    f"coalesce(parts.article, ''), class, {ALIVE.format(edit='edits.id')} "
    "FROM writes JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE form = 'own' AND about = 'evidence' AND writes.id IN ({}) "
    "ORDER BY at, edits.id, coalesce(parts.article, ''), class"
)

PRIVATE, EVIDENCE = PartClass.PRIVATE.value, PartClass.EVIDENCE.value


def told_elsewhere(library: Library, article: ArticleId) -> bool:
    """Whether items that serve the article say something that its log does not."""
    ids = [row[0] for row in library.rows(_STRAY, (article, article))]
    if not ids:
        return False
    rows = [row for row in in_chunks(library, _WRITTEN, ids) if not is_private(row[2])]
    if any(not row[4] and row[5] not in (PRIVATE, EVIDENCE) for row in rows):
        return True
    here = [row for row in rows if row[4] == article and row[5] != PRIVATE]
    return _told(rows) != _told(here)


def _told(rows: Sequence[Row]) -> dict[tuple[str, ...], str]:
    """What stands of each register, and which items are heard of at all."""
    found: dict[tuple[str, ...], str] = {}
    for item, person, field, value, _, _, alive in rows:
        found[(item,)] = ""
        if alive:
            found[item, person, field] = value
    return {key: value for key, value in found.items() if value != "null"}
