"""Writing the words of notes, evidence, sources and articles' records into the search.

Triggers note in ``due_others`` what may say something else now; it is read again and compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.domain.article import ArticleId
from annotator.domain.canonical import Json
from annotator.domain.findwords import joined
from annotator.store import searchplaces, searchtables
from annotator.store.library import Library, Row
from annotator.store.searchplaces import ARTICLES, ITEMS, NOTES, SOURCES
from annotator.store.searchtables import OTHER

KEY = "kind, about, analyst, item, private"

NOTE, WHY, FLAG, WORDING = HELD = ("note", "why", "flag", "wording")
"""What an analyst says of a claim in words, each found by itself."""

ITEM, QUOTE, SOURCE, ARTICLE = "item", "quote", "source", "article"

APART = " ¶ "
"""Between the words of two fields: a sign that is no word, so that no phrase reaches across."""


class Key(NamedTuple):
    """What is found: ``about`` is a claim, an item, a source's id or an article by its kind."""

    kind: str
    about: str
    analyst: str = ""
    item: str = ""
    private: int = 0


class Said(NamedTuple):
    """The words of one, and where they belong; ``article`` is "" for what is of none."""

    key: Key
    area: int
    article: str
    words: str


def doubt_all(library: Library) -> None:
    """All of it may say something else: it is compared again."""
    for sql in _EVERYTHING:
        library.run(f"INSERT INTO due_others ({KEY}) {sql} ON CONFLICT DO NOTHING")


def doubt_quotes(library: Library, claims: Iterable[str]) -> None:
    """Claims have become known: what evidence says of them belongs to their article from now on."""
    if library.rows("SELECT 1 FROM links LIMIT 1"):
        library.many(_OF_CLAIM, [(claim,) for claim in claims])


_OF_CLAIM = (
    f"INSERT INTO due_others ({KEY}) SELECT 'quote', claim, analyst, item, private FROM links "
    "WHERE claim = ? AND (quote <> '' OR locator <> '') ON CONFLICT DO NOTHING"
)
_KIND = "CASE WHEN kind IN ('note', 'why', 'flag', 'wording') THEN 'held' ELSE kind END"
_SAYS = "note <> '' OR why <> '' OR flag <> '' OR instr(more, '\"wording\"')"
_EVERYTHING = (
    f"SELECT 'held', claim, analyst, '', 0 FROM assessments WHERE {_SAYS}",
    "SELECT 'item', id, analyst, '', private FROM items WHERE true",
    "SELECT 'quote', claim, analyst, item, private FROM links WHERE quote <> '' OR locator <> ''",
    "SELECT 'source', source_id, '', '', 0 FROM attributions WHERE true",
    "SELECT 'article', article, '', '', 0 FROM records WHERE true",
    f"SELECT {_KIND}, about, analyst, item, private FROM other_words WHERE true",
)


def due(library: Library, most: int) -> list[Key]:
    """What may say something else now; ``most`` of it."""
    return [Key(*row) for row in library.rows(f"SELECT {KEY} FROM due_others LIMIT ?", (most,))]


def all_due(library: Library) -> set[Key]:
    """Every one that may say something else than the search has of it."""
    rows = library.rows(f"SELECT {KEY} FROM due_others")
    return {key for row in rows for key in keys_of(Key(*row))}


def write_others(library: Library, keys: Sequence[Key]) -> None:
    """Writes what these say now, and that they are due no more. In a transaction."""
    for key in keys:
        wanted = {said.key: said for said in said_of(library, key)}
        for one in keys_of(key):
            _write(library, one, wanted.get(one))
    library.many(
        "DELETE FROM due_others "
        "WHERE kind = ? AND about = ? AND analyst = ? AND item = ? AND private = ?",
        [tuple(key) for key in keys],
    )


def keys_of(key: Key) -> list[Key]:
    """What is found of what is due."""
    return [key._replace(kind=kind) for kind in HELD] if key.kind == "held" else [key]


def _write(library: Library, key: Key, said: Said | None) -> None:
    rows = library.rows(
        "SELECT place, words FROM other_words "
        "WHERE about = ?2 AND kind = ?1 AND analyst = ?3 AND item = ?4 AND private = ?5",
        tuple(key),
    )
    place, words = rows[0] if rows else (None, "")
    if said is None or not said.words:
        if place is not None:
            searchtables.take(library, OTHER, [place])
        return
    shelf = searchplaces.shelf_for(library, ArticleId(said.article)) if said.article else 0
    first, last = searchplaces.others_of(said.area, shelf)
    stays = place is not None and first <= place <= last
    if stays and words == said.words:
        return
    if place is not None:
        searchtables.take(library, OTHER, [place])
    if not stays:
        sql = "SELECT max(place) FROM other_words WHERE place BETWEEN ? AND ?"
        highest = library.rows(sql, (first, last))[0][0]
        place = first if highest is None else highest + 1
    searchtables.put(library, OTHER, [(place, *key, said.words)])


def said_of(library: Library, key: Key) -> list[Said]:
    """What stands there now, in words."""
    reads: dict[str, Callable[[Library, Key], Iterable[Said]]] = {
        "held": _held,
        ITEM: _item,
        QUOTE: _quote,
        SOURCE: _source,
        ARTICLE: _article,
    }
    return list(reads[key.kind](library, key)) if key.kind in reads else []


_HELD = (
    "SELECT article, claim, analyst, note, why, flag, more FROM assessments "
    "WHERE article = coalesce((SELECT article FROM claims WHERE id = ?1), '') "
    "AND analyst = ?2 AND start = coalesce((SELECT start FROM claims WHERE id = ?1), 0) "
    'AND "end" = coalesce((SELECT "end" FROM claims WHERE id = ?1), 0) AND claim = ?1'
)


def _held(library: Library, key: Key) -> Iterator[Said]:
    for row in library.rows(_HELD, (key.about, key.analyst)):
        yield from held_said(row)


def held_said(row: Row) -> Iterator[Said]:
    """From (article, claim, analyst, note, why, flag, more) of a row of ``assessments``."""
    article, claim, analyst, note, why, flag, more = row
    rest = json.loads(more) if flag or "wording" in more else {}
    texts = (note, why, _text(rest.get("flag")), _text(rest.get("wording")))
    for kind, text in zip(HELD, texts, strict=True):
        if text:
            yield Said(Key(kind, claim, analyst), NOTES, article, joined(text))


def _text(value: Json) -> str:
    return str(value.get("text", "")) if isinstance(value, dict) else ""


ITEM_COLUMNS = "id, analyst, private, title, publisher, url, note, contacts, files"
QUOTE_COLUMNS = "claim, links.analyst, item, private, quote, locator, coalesce(claims.article, '')"
QUOTES = f"SELECT {QUOTE_COLUMNS} FROM links LEFT JOIN claims ON claims.id = claim"
ARTICLE_COLUMNS = "article, title, publisher, author, address, file_name"


def _item(library: Library, key: Key) -> Iterator[Said]:
    sql = f"SELECT {ITEM_COLUMNS} FROM items WHERE id = ? AND analyst = ? AND private = ?"
    for row in library.rows(sql, (key.about, key.analyst, key.private)):
        yield item_said(row)


def item_said(row: Row) -> Said:
    """From a row of ITEM_COLUMNS: one side of an item, with its contacts and files."""
    key, owner, private, *texts, contacts, files = row
    for one in json.loads(contacts):
        texts += [one["whom"], one["said"]]
    texts += [one["name"] for one in json.loads(files)]
    return Said(Key(ITEM, key, owner, "", private), ITEMS, "", _together(texts))


def _quote(library: Library, key: Key) -> Iterator[Said]:
    sql = f"{QUOTES} WHERE claim = ? AND analyst = ? AND item = ? AND private = ?"
    for row in library.rows(sql, (key.about, key.analyst, key.item, key.private)):
        yield quote_said(row)


def quote_said(row: Row) -> Said:
    """From a row of QUOTE_COLUMNS: what a piece of evidence says of a claim."""
    claim, analyst, item, private, quote, locator, article = row
    key = Key(QUOTE, claim, analyst, item, private)
    return Said(key, NOTES, article, _together((quote, locator)))


def _source(library: Library, key: Key) -> Iterator[Said]:
    rows = library.rows(
        "SELECT source FROM attributions WHERE source_id = ? AND there = 1 ORDER BY claim LIMIT 1",
        (key.about,),
    )
    if rows:
        names = library.rows(
            "SELECT DISTINCT name FROM sources WHERE id = ? ORDER BY name", (key.about,)
        )
        yield source_said(key.about, [rows[0][0], *(row[0] for row in names)])


def source_said(source: str, names: Sequence[str]) -> Said:
    """Of a source that articles name: as it is written first, then what it was renamed to."""
    return Said(Key(SOURCE, source), SOURCES, "", _together(names))


def _article(library: Library, key: Key) -> Iterator[Said]:
    sql = f"SELECT {ARTICLE_COLUMNS} FROM records WHERE article = ?"
    for row in library.rows(sql, (key.about,)):
        yield article_said(row)


def article_said(row: Row) -> Said:
    """From a row of ARTICLE_COLUMNS."""
    return Said(Key(ARTICLE, row[0]), ARTICLES, row[0], _together(row[1:]))


def _together(texts: Iterable[str]) -> str:
    return APART.join(filter(None, map(joined, texts)))
