"""What came with an article's text, from the index of the log."""

from __future__ import annotations

import json

from annotator.domain.article import ArticleId
from annotator.domain.canonical import Json
from annotator.domain.edits.remarks import REMARK
from annotator.domain.enclosed import NOTHING_ENCLOSED, REGISTERS, Answer, Enclosed, read_enclosed
from annotator.store.library import Library
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON
from annotator.store.records import FIELDS

_SAID = (
    "SELECT field, value FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id = ? AND form = 'all' AND about = 'article' AND parts.article = writes.id "
    f"AND field IN ({', '.join('?' * len(REGISTERS))}) "
    "AND " + ALIVE.format(edit="edits.id") + " ORDER BY at, edits.id, parts.class"
)


def enclosed(library: Library, article: ArticleId) -> Enclosed:
    """Links, offered metadata and the writer's remarks of an article; nothing where there is none."""
    said = library.rows(_SAID, (article, *REGISTERS))
    registers: dict[str, Json] = {str(row[0]): json.loads(row[1]) for row in said}
    if not registers:
        return NOTHING_ENCLOSED
    (length,) = library.rows("SELECT length(text) FROM articles WHERE id = ?", (article,))[0]
    return read_enclosed(registers, length)


_ANSWERED = (
    "SELECT field, value FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id = ? AND form = 'own' AND about = 'article' AND field LIKE ? "
    f"AND parts.article = writes.id AND {PERSON.format(id='edits.analyst')} = ? "
    "AND " + ALIVE.format(edit="edits.id") + " ORDER BY at, edits.id, parts.class"
)


def answers(library: Library, article: ArticleId, analyst: str) -> dict[str, Answer]:
    """What this person made of the writer's remarks: digest of the remark → the answer."""
    rows = library.rows(_ANSWERED, (article, f"{REMARK} %", analyst))
    said = {field.removeprefix(f"{REMARK} "): json.loads(value) for field, value in rows}
    known = {one.value: one for one in Answer}
    return {
        digest: known[value]
        for digest, value in said.items()
        if isinstance(value, str) and value in known
    }


_FILLED = (
    "SELECT field, value FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id = ? AND form = 'all' AND about = 'article' AND field IN ({}) "
    "AND parts.article = writes.id "
    "AND " + ALIVE.format(edit="edits.id") + " ORDER BY at, edits.id, parts.class"
)


def filled(library: Library, article: ArticleId) -> frozenset[str]:
    """The fields of what is known of an article that somebody corrected, and did not empty."""
    fields = ", ".join("?" * len(FIELDS))
    rows = library.rows(_FILLED.format(fields), (article, *FIELDS))
    said: dict[str, str] = dict(rows)
    return frozenset(field for field, value in said.items() if json.loads(value))


def original(library: Library, article: ArticleId) -> bytes | None:
    """The bytes the article was read from; None where they are not held here."""
    rows = library.rows(
        "SELECT bytes FROM originals JOIN records ON records.original = originals.sha256 "
        "WHERE records.article = ?",
        (article,),
    )
    return bytes(rows[0][0]) if rows else None


def original_size(library: Library, article: ArticleId) -> int | None:
    """How many bytes those are; None where they are not held here."""
    rows = library.rows(
        "SELECT length(bytes) FROM originals JOIN records ON records.original = originals.sha256 "
        "WHERE records.article = ?",
        (article,),
    )
    return rows[0][0] if rows else None
