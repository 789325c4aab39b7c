"""``records``, ``removed`` and ``names``: what is known of articles, and who is who."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from annotator.domain.article import RECORD_FIELDS, ArticleId
from annotator.domain.canonical import text_or_empty
from annotator.store.library import Library
from annotator.store.marks import ALIVE
from annotator.store.people import IDS, PERSON

FIELDS = (*RECORD_FIELDS, "file_name", "encoding")
"""The fields of an article's record, as ``Article`` has them."""

COLUMNS = ("article", *FIELDS, "original", "imported_at", "imported_by")

_STANDING = (
    "SELECT value FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id = ? AND form = ? AND about = ? AND field = ? {} "
    "AND " + ALIVE.format(edit="edits.id") + " "
    "ORDER BY at DESC, edits.id DESC, coalesce(parts.article, '') DESC, parts.class DESC LIMIT 1"
)
_OWN = _STANDING.format(f"AND {PERSON.format(id='edits.analyst')} = ?")
_NAME = (
    "SELECT value FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    f"WHERE writes.id IN ({IDS}) AND form = 'own' AND about = 'analyst' AND field = 'name' "
    "AND edits.analyst = writes.id AND " + ALIVE.format(edit="edits.id") + " "
    "ORDER BY at DESC, edits.id DESC, coalesce(parts.article, '') DESC, parts.class DESC LIMIT 1"
)

_SHARED = (
    "SELECT field, value FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id = ? AND form = 'all' AND about = 'article' AND parts.article = writes.id "
    "AND " + ALIVE.format(edit="edits.id") + " ORDER BY at, edits.id, parts.class"
)

_BASES = (
    "SELECT value, clock, analyst FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id = ? AND form = 'base' AND " + ALIVE.format(edit="edits.id") + " "
    "ORDER BY at, edits.id, parts.class LIMIT 1"
)


def renew_records(library: Library, articles: Iterable[ArticleId]) -> Iterator[ArticleId]:
    """Takes what is known of these articles from the index again; gives those that are here."""
    for article in articles:
        if not library.rows("SELECT 1 FROM articles WHERE id = ?", (article,)):
            continue
        shared = {row[0]: json.loads(row[1]) for row in library.rows(_SHARED, (article,))}
        given, original, imported_at, imported_by = first_base(library, article)
        values = [
            text_or_empty(shared[name] if name in shared else given.get(name)) for name in FIELDS
        ]
        library.run("DELETE FROM records WHERE article = ?", (article,))
        library.run(
            f"INSERT INTO records ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})",
            (article, *values, original, imported_at, imported_by),
        )
        yield article


def first_base(library: Library, article: ArticleId) -> tuple[dict[str, str], str, int, str]:
    """(given, original's hash, clock, analyst) of the import that stands; empty without one."""
    for value, clock, analyst in library.rows(_BASES, (article,)):
        said = json.loads(value)
        return said["given"], said["original"], clock, analyst
    return {}, "", 0, ""


def renew_lists(library: Library, lists: Iterable[tuple[str, str]]) -> Iterator[ArticleId]:
    """Takes from the index again who took which article off the list: (analyst, article)."""
    for analyst, article in lists:
        found = library.rows(_OWN, (article, "own", "article", "off", analyst))
        library.run("DELETE FROM removed WHERE article = ? AND analyst = ?", (article, analyst))
        if found and json.loads(found[0][0]) is True:
            library.run("INSERT INTO removed (article, analyst) VALUES (?, ?)", (article, analyst))
        yield ArticleId(article)


def renew_names(library: Library, analysts: Iterable[str]) -> bool:
    """Takes the names of these persons from the index again; says whether there were any."""
    renewed = False
    for analyst in analysts:
        found = library.rows(_NAME, (analyst, analyst))
        library.run("DELETE FROM names WHERE analyst = ?", (analyst,))
        name = text_or_empty(json.loads(found[0][0])) if found else ""
        if name:
            library.run("INSERT INTO names (analyst, name) VALUES (?, ?)", (analyst, name))
        renewed = True
    return renewed


def taken_off(library: Library, analyst: str) -> frozenset[ArticleId]:
    """The articles that this analyst took off the list."""
    rows = library.rows("SELECT article FROM removed WHERE analyst = ?", (analyst,))
    return frozenset(ArticleId(row[0]) for row in rows)
