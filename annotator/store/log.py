"""The set as rows: edits and their parts put in, and read again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from annotator.domain.article import ArticleId, text_hash
from annotator.domain.edits.form import AnalystId, Edit, EditId, Header, Part, read_seals
from annotator.domain.errors import DamagedError
from annotator.store import checking
from annotator.store.library import Library, Row

HEADER = "id, at, clock, analyst, kind, version, undoes, nonce, seals"
PART = "edit, class, article, salt, body"

CHUNK = 500
"""How many values one IN list holds; SQLite of any age takes 999."""


def put_headers(library: Library, placed: Iterable[tuple[int, Header]]) -> None:
    """Rows in ``edits``; the number is the header's place in the order of arrival."""
    library.many(
        f"INSERT INTO edits (seq, {HEADER}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(place, *header_row(header)) for place, header in placed],
    )


def put_parts(library: Library, placed: Iterable[tuple[int, Part]]) -> None:
    """Rows in ``parts``; the number is the part's place in the order of arrival."""
    library.many(
        f"INSERT INTO parts (seq, {PART}) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (place, part.edit, part.part_class, part.article, part.salt, part.body)
            for place, part in placed
        ],
    )


def put_text(library: Library, article: ArticleId, text: str) -> bool:
    """A row in ``articles``; says whether it was not there."""
    return bool(
        library.run(
            "INSERT INTO articles (id, sha256, length, text) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            (article, text_hash(text), len(text), text),
        )
    )


def put_original(library: Library, original: bytes) -> None:
    """A row in ``originals``, unless it is there."""
    library.run(
        "INSERT INTO originals (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (hashlib.sha256(original).hexdigest(), original),
    )


def header_row(header: Header) -> Row:
    """The columns of HEADER."""
    return (
        header.id,
        header.at,
        header.clock,
        header.analyst,
        header.kind,
        header.version,
        header.undoes,
        header.nonce,
        checking.seals_text(header.seals),
    )


def header_of(row: Row) -> Header:
    """The header of a row of HEADER. Raises ValueError, KeyError or TypeError when altered."""
    edit, at, clock, analyst, kind, version, undoes, nonce, seals = row
    return Header(
        EditId(edit),
        at,
        clock,
        AnalystId(analyst),
        kind,
        version,
        None if undoes is None else EditId(undoes),
        nonce,
        read_seals(json.loads(seals)),
    )


def part_of(row: Row) -> Part:
    """The part of a row of PART."""
    edit, part_class, article, salt, body = row
    return Part(
        EditId(edit), part_class, None if article is None else ArticleId(article), salt, body
    )


def edits(library: Library, ids: Iterable[str]) -> list[Edit]:
    """These edits with the parts that are held, in the total order."""
    wanted = list(ids)
    headers = in_chunks(library, f"SELECT {HEADER} FROM edits WHERE id IN ({{}})", wanted)
    parts = in_chunks(library, f"SELECT {PART} FROM parts WHERE edit IN ({{}})", wanted)
    return joined(headers, parts)


def headers(library: Library, ids: Iterable[str]) -> list[Header]:
    """The headers alone: the parts of a bulk edit are as long as an article."""
    rows = in_chunks(library, f"SELECT {HEADER} FROM edits WHERE id IN ({{}})", list(ids))
    return [readable(row) for row in rows]


def placed_edits(library: Library) -> list[tuple[Header, list[tuple[int, Part]]]]:
    """The whole set in the total order: sound headers, each with its fitting parts and their places.

    What was altered is left out, as everybody leaves it out.
    """
    parts: dict[str, list[tuple[int, Part]]] = {}
    for place, *row in library.rows(f"SELECT seq, {PART} FROM parts"):
        part = part_of(tuple(row))
        parts.setdefault(part.edit, []).append((place, part))
    headers = filter(None, map(sound_header, library.rows(f"SELECT {HEADER} FROM edits")))
    found = []
    for header in sorted(headers, key=lambda header: header.order):
        placed = parts.get(header.id, [])
        fitting = set(checking.fitting(Edit(header, tuple(part for _, part in placed))))
        found.append((header, [row for row in placed if row[1] in fitting]))
    return found


def sound_header(row: Row) -> Header | None:
    """The header of a row of HEADER, or None where it was altered."""
    try:
        header = header_of(row)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return header if checking.sound(header) else None


def all_edits(library: Library) -> list[Edit]:
    """The whole set of edits, in the total order."""
    return [
        Edit(header, tuple(part for _, part in parts)) for header, parts in placed_edits(library)
    ]


def joined(headers: Iterable[Row], parts: Iterable[Row]) -> list[Edit]:
    """Headers and their parts, in the total order."""
    held: dict[str, list[Part]] = {}
    for row in parts:
        part = part_of(row)
        held.setdefault(part.edit, []).append(part)
    found = [readable(row) for row in headers]
    found.sort(key=lambda header: header.order)
    return [Edit(header, tuple(sorted(held.get(header.id, ()), key=_place))) for header in found]


def readable(row: Row) -> Header:
    """The header of a row of HEADER. Raises DamagedError where it was altered."""
    try:
        return header_of(row)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedError(
            f"The edit {row[0]} in this library was altered and cannot be read: "
            "see what else with `annotator doctor`, and bring a backup back."
        ) from error


def _place(part: Part) -> tuple[str, str]:
    return (part.article or "", part.part_class)


def in_chunks(
    library: Library, sql: str, values: Sequence[Any], before: Sequence[Any] = ()
) -> list[Row]:
    """The rows of a query with one ``IN ({})``, asked in chunks; ``before`` are values ahead of it."""
    found: list[Row] = []
    for start in range(0, len(values), CHUNK):
        chunk = values[start : start + CHUNK]
        marks = ", ".join("?" * len(chunk))
        found += library.rows(sql.format(marks), (*before, *chunk))
    return found
