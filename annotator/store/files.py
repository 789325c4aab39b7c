"""``files``: bytes that somebody attached to evidence, under their SHA-256. They are never altered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from annotator.domain.evidence import FILE, private_name
from annotator.store.library import Library
from annotator.store.log import in_chunks

_FIELD = f"{FILE} "
_PRIVATE_FIELD = f"{private_name(FILE)} "


def put_file(library: Library, data: bytes) -> str:
    """A row in ``files``, unless it is there; gives the hash."""
    digest = hashlib.sha256(data).hexdigest()
    library.run(
        "INSERT INTO files (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, data)
    )
    return digest


def file_bytes(library: Library, sha256: str) -> bytes | None:
    """The bytes under this hash; None where they are not here."""
    found = library.rows("SELECT bytes FROM files WHERE sha256 = ?", (sha256,))
    return as_bytes(found[0][0]) if found else None


def as_bytes(cell: str | bytes) -> bytes:
    """Bytes as they were kept; a hand-made file may hold a text in their place."""
    return cell.encode("utf-8", "surrogatepass") if isinstance(cell, str) else cell


def held(library: Library, digests: Collection[str]) -> frozenset[str]:
    """Those of these hashes whose bytes are here."""
    rows = in_chunks(library, "SELECT sha256 FROM files WHERE sha256 IN ({})", sorted(digests))
    return frozenset(row[0] for row in rows)


def named(library: Library) -> frozenset[str]:
    """The hashes that items of evidence name anywhere in the log, taken back or not.

    Reads the whole index of the log: for a merge, not for a key.
    """
    rows = library.rows(
        "SELECT DISTINCT field FROM writes WHERE form = 'own' AND about = 'evidence' "
        "AND (field GLOB ? OR field GLOB ?) AND value <> 'null'",
        (f"{_FIELD}*", f"{_PRIVATE_FIELD}*"),
    )
    return frozenset(row[0].partition(" ")[2] for row in rows)


def attached(library: Library, analysts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """(item, hash) of the files of what these persons found that is there for others to read."""
    found: set[tuple[str, str]] = set()
    for analyst in analysts:
        rows = library.rows(
            "SELECT id, files FROM items "
            "WHERE analyst = ? AND private = 0 AND there = 1 AND files <> '[]'",
            (analyst,),
        )
        found.update((item, one["sha256"]) for item, files in rows for one in json.loads(files))
    return frozenset(found)


def kept_as(library: Library, sha256: str) -> str:
    """How a file is called, how it came and on which day it was kept; "" where no item says so."""
    rows = library.rows("SELECT files FROM items WHERE instr(files, ?) > 0", (sha256,))
    for one in (one for (files,) in rows for one in json.loads(files)):
        if one["sha256"] == sha256:
            day = datetime.fromtimestamp(one["kept"] / 1_000_000, UTC).date().isoformat()
            return f"{one['name']}, {one['how'] or 'kept'} on {day}"
    return ""
