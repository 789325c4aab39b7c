"""What came with an article's text, from the index of the log."""

from __future__ import annotations

import json

from annotator.domain.article import ArticleId
from annotator.domain.enclosed import FIELDS, NOTHING_ENCLOSED, Enclosed, read_enclosed
from annotator.store.library import Library
from annotator.store.marks import ALIVE

_SAID = (
    "SELECT field, value FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id = ? AND form = 'all' AND about = 'article' AND parts.article = writes.id "
    f"AND field IN ({', '.join('?' * len(FIELDS))}) "
    "AND " + ALIVE.format(edit="edits.id") + " ORDER BY at, edits.id, parts.class"
)


def enclosed(library: Library, article: ArticleId) -> Enclosed:
    """Links, offered metadata and the writer's remarks of an article; nothing where there is none."""
    registers = {name: json.loads(value) for name, value in library.rows(_SAID, (article, *FIELDS))}
    if not registers:
        return NOTHING_ENCLOSED
    (length,) = library.rows("SELECT length(text) FROM articles WHERE id = ?", (article,))[0]
    return read_enclosed(registers, length)


def original(library: Library, article: ArticleId) -> bytes | None:
    """The bytes the article was read from; None where they are not held here."""
    rows = library.rows(
        "SELECT bytes FROM originals JOIN records ON records.original = originals.sha256 "
        "WHERE records.article = ?",
        (article,),
    )
    return bytes(rows[0][0]) if rows else None
