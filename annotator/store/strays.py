"""Evidence that an article's own log does not tell in full, and whether that makes a difference.

An item that serves two articles is written of in parts of each (EDITS.md, section 3), so what
came later in one of them says mostly what the other knows already.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import ArticleId
from annotator.domain.edits.form import Edit, PartClass
from annotator.domain.edits.writes import Own
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

_SAID_ELSEWHERE = (
    "SELECT 1 FROM writes JOIN parts ON parts.seq = writes.part "
    "WHERE (coalesce(article, ?) <> ? OR class = 'private') AND form = 'own' "
    "AND about = 'attribution' AND writes.id IN ({})"
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


def attributed_elsewhere(library: Library, article: ArticleId, edits: Sequence[Edit]) -> bool:
    """Whether attributions that the article's log tells of are told of elsewhere too.

    No app writes one of them into two articles; then it is of a claim of the later one.
    """
    ids = {
        write.id
        for edit in edits
        for part in edit.parts
        if '"attribution"' in part.body or "\\u" in part.body  # few speak of any
        for write in part.writes
        if isinstance(write, Own) and write.about == "attribution"
    }
    return bool(in_chunks(library, _SAID_ELSEWHERE, sorted(ids), (article, article)))
