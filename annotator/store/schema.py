"""What marks a file as a library of this version. The tables are made in ``migrations/``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

APPLICATION_ID = 0x416E6F74
"""In every library's header: "Anot" in ASCII."""

VERSION = 3
"""``user_version``: the number of the newest migration."""

FINGERPRINT = "dcaf0f8a93176d4259aeeefbf2c79585842460596e54175e884ca8459795d7c4"
"""Of the schema's text as the migrations up to VERSION make it; a test compares."""

INSERT_ONLY = ("edits", "parts", "articles", "originals", "files")
"""The set: nothing in these is ever altered or removed; triggers see to it."""

LOCAL = ("local", "drafts")
"""What stays on this machine."""

DERIVED = (
    "writes",
    "marks",
    "claims",
    "passages",
    "assessments",
    "records",
    "removed",
    "names",
    "persons",
    "copies",
    "relations",
    "sayings",
    "decisions",
    "stages",
    "pairs",
    "items",
    "links",
    "attributions",
    "sources",
)
"""What follows from the set; ``doctor`` derives it again, ``repair`` fills it anew."""

OBJECTS = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master "
    "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name"
)
"""All that somebody made in a database, SQLite's own bookkeeping left out."""


def fingerprint(objects: Iterable[tuple[Any, ...]]) -> str:
    """SHA-256 of the rows of OBJECTS."""
    text = "\n".join("|".join(map(str, row)) for row in objects)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
