"""``writes``: the index of the log, one row for each register a part writes.

It answers what stands when something is left out again, and which cuts name a claim.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from annotator.domain.article import ArticleId, ClaimId, claim_id
from annotator.domain.canonical import Json
from annotator.domain.edits.state import spans_named
from annotator.domain.edits.writes import UUID, All, Base, Cut, Own, Paint, Say, Write
from annotator.store.library import Library, Row

INSERT = (
    "INSERT INTO writes (id, form, about, field, part, value) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT DO NOTHING"
)


def put_rows(library: Library, rows: Iterable[Row]) -> None:
    """Puts rows of the index in, in the order in which the table keeps them."""
    library.many(INSERT, sorted(rows))


def index_rows(part: int, article: ArticleId | None, writes: Iterable[Write]) -> list[Row]:
    """The rows of one part: of several writes of one register the last stands."""
    rows: dict[tuple[str, str, str, str], str | None] = {}
    value, text = None, "null"
    for write in writes:
        match write:
            case Own():
                if write.value is not value:  # a bulk edit writes one value many times
                    value, text = write.value, in_json(write.value)
                rows[write.id, "own", write.about, write.field] = text
            case All():
                rows[write.id, "all", write.about, write.field] = in_json(write.value)
            case Say():
                rows[write.id, "say", write.about, write.field] = None
            case Base() | Cut() | Paint() if article is not None and is_id(article):
                _index_layout(rows, article, write)
    return [(*key, part, value) for key, value in rows.items()]


def _index_layout(
    rows: dict[tuple[str, str, str, str], str | None],
    article: ArticleId,
    write: Base | Cut | Paint,
) -> None:
    """A base's value is what it says of the article; its passages and claims stay in the part."""
    if isinstance(write, Base):
        said = in_json({"given": write.given, "original": write.original})
        rows.setdefault((article, "base", "article", ""), said)
        return
    rows[article, form_of(write), "article", ""] = None
    if isinstance(write, Cut):
        for claim in cut_claims(article, write):
            rows[claim, "cut", "claim", ""] = None


def form_of(write: Write) -> str:
    """The word for the form in the file format."""
    return type(write).__name__.lower()


def cut_claims(article: ArticleId, cut: Cut) -> list[ClaimId]:
    """Every claim that a cut names, out and in."""
    return [*cut.out, *(claim_id(article, span) for span in spans_named(cut))]


def in_json(value: Json) -> str:
    """A register's value as it stands in the tables."""
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def is_id(value: object) -> bool:
    """Whether this can be the id of anything; a hostile file may hold whatever it likes."""
    return isinstance(value, str) and UUID.fullmatch(value) is not None
