"""What marks a file as a library of this version. The tables are made in ``migrations/``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

APPLICATION_ID = 0x416E6F74
"""In every library's header: "Anot" in ASCII."""

VERSION = 4
"""``user_version``: the number of the newest migration."""

FINGERPRINT = "bec0ea21bd22fe31749936201c4798ad2fc6fcfd61d2deb8d4de219223a6e558"
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
    "erased",
)
"""What follows from the set; ``doctor`` derives it again, ``repair`` fills it anew."""

SEARCH = ("shelves", "claim_words", "other_words", "due_claims", "due_others")
"""What is searched, and what of it is still due; ``doctor`` compares it with the tables it is of."""

INDEXES = ("claim_search", "other_search")
"""What FTS5 makes of the two tables of words, in tables of its own that begin with these names."""

TERMS = ("claim_terms", "other_terms")
"""The words that are in the two indexes, for whoever asks which begin somehow; nothing is kept."""

OBJECTS = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master "
    "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name"
)
"""All that somebody made in a database, SQLite's own bookkeeping left out."""


def fingerprint(objects: Iterable[tuple[Any, ...]]) -> str:
    """SHA-256 of the rows of OBJECTS."""
    text = "\n".join("|".join(map(str, row)) for row in objects)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
