"""``attributions`` and ``sources``, taken from the index of the log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.attribution import (
    RECORD,
    SOURCE_NAME,
    Attribution,
    is_there,
    read_attribution,
    source_id,
)
from annotator.domain.canonical import text_or_empty
from annotator.domain.edits.attributing import SOURCE
from annotator.domain.edits.writes import All
from annotator.store.evidencing import written_about
from annotator.store.index import in_json
from annotator.store.library import Library, Row
from annotator.store.log import PART, part_of
from annotator.store.marks import ALIVE

ATTRIBUTIONS = "id, analyst, claim, there, source, source_id, kind, record, at"

_NAMED = (
    "SELECT value FROM writes JOIN parts ON parts.seq = writes.part "
    "JOIN edits ON edits.id = parts.edit "
    f"WHERE writes.id = ? AND form = 'all' AND about = '{SOURCE}' AND field = '{SOURCE_NAME}' "
    f"AND parts.article = ? AND {ALIVE.format(edit='edits.id')} "
    "ORDER BY at DESC, edits.id DESC, parts.class DESC LIMIT 1"
)


def renew_attributions(library: Library, person: str, ids: Iterable[str]) -> set[ClaimId]:
    """Takes a person's attributions from the index again; gives the claims they are or were of."""
    wanted = sorted(ids)
    claims: set[ClaimId] = set()
    for key in wanted:
        rows = library.rows(
            "SELECT claim FROM attributions WHERE id = ? AND analyst = ?", (key, person)
        )
        claims.update(ClaimId(row[0]) for row in rows)
    library.many(
        "DELETE FROM attributions WHERE id = ? AND analyst = ?", [(one, person) for one in wanted]
    )
    put = []
    for key, fields in written_about(library, "attribution", wanted, person).items():
        one = read_attribution(key, fields)
        if one is not None:
            claims.add(one.claim)
            at = max(stamp for stamp, _ in fields.values())[0]
            put.append(attribution_row(person, one, is_there(fields), at))
    library.many(f"INSERT INTO attributions ({ATTRIBUTIONS}) VALUES ({', '.join('?' * 9)})", put)
    return claims


def attribution_row(person: str, one: Attribution, there: bool, at: int) -> Row:
    """The columns of ATTRIBUTIONS."""
    return (
        one.id,
        person,
        one.claim,
        int(there),
        one.source.text,
        source_id(one.source.text),
        one.kind.value if one.kind else "",
        in_json(one.json()),
        at,
    )


def attribution_of(row: Row) -> tuple[str, Attribution]:
    """(analyst, attribution) from a row of ATTRIBUTIONS."""
    fields = {RECORD: ((row[8], ""), json.loads(row[7]))}
    one = read_attribution(row[0], fields)
    assert one is not None, "only what could be read has a row"
    return row[1], one


def attribution_by_id(library: Library, person: str, key: str) -> Attribution | None:
    """A person's attribution that is there, or None."""
    sql = f"SELECT {ATTRIBUTIONS} FROM attributions WHERE id = ? AND analyst = ? AND there = 1"
    rows = library.rows(sql, (key, person))
    return attribution_of(rows[0])[1] if rows else None


def renew_sources(library: Library, named: Iterable[tuple[ArticleId, str]]) -> None:
    """Takes what these sources of articles are called from the index again."""
    for article, key in named:
        library.run("DELETE FROM sources WHERE article = ? AND id = ?", (article, key))
        found = library.rows(_NAMED, (key, article))
        name = text_or_empty(json.loads(found[0][0])) if found else ""
        if name and library.rows("SELECT 1 FROM articles WHERE id = ?", (article,)):
            library.run(
                "INSERT INTO sources (article, id, name) VALUES (?, ?, ?)", (article, key, name)
            )


def sources_named(library: Library, article: ArticleId) -> set[tuple[ArticleId, str]]:
    """(article, source id) of all that any part of this article calls otherwise."""
    rows = library.rows(
        f"SELECT {PART} FROM parts WHERE article = ? AND instr(body, ?) > 0",
        (article, f'"{SOURCE}"'),
    )
    return {
        (article, write.id)
        for row in rows
        for write in part_of(row).writes
        if isinstance(write, All) and write.about == SOURCE
    }


def source_rows(names: Mapping[ArticleId, Mapping[str, str]]) -> list[Row]:
    """The rows of ``sources``: those that have another name than their own."""
    return [
        (article, key, name) for article, of in names.items() for key, name in of.items() if name
    ]
