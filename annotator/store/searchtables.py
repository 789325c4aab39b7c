"""The only writers of the words that are searched: each row goes into its table and its index.

FTS5 keeps no copy of the words (``content`` names our table), so that whoever takes a row away
has to tell it what stood there. No trigger can: SQLite lets none write to FTS5 where the
schema is not trusted (``library.py``, trusted_schema).
"""

from __future__ import annotations

from collections.abc import Iterable

from annotator.store.library import Library, Row
from annotator.store.log import in_chunks

CLAIM, OTHER = "claim", "other"
"""What the names of the two tables and their indexes begin with."""

COLUMNS = {
    CLAIM: 'place, "end", sum, words',
    OTHER: "place, kind, about, analyst, item, private, words",
}

PAGES = 48
"""Pages of 4 KB of an index that are merged at a time: 8 ms at most."""


FTS_VERSION = 4
"""Of the format in which FTS5 keeps an index (sqlite.org/src: ext/fts5/fts5Int.h)."""


def put(library: Library, name: str, rows: Iterable[Row]) -> None:
    """Puts rows of the columns in, at places where there is nothing."""
    ordered = sorted(rows)
    slots = ", ".join("?" * len(COLUMNS[name].split(", ")))
    library.many(f"INSERT INTO {name}_words ({COLUMNS[name]}) VALUES ({slots})", ordered)
    library.many(
        f"INSERT INTO {name}_search (rowid, words) VALUES (?, ?)",
        [(row[0], row[-1]) for row in ordered],
    )


def take(library: Library, name: str, places: Iterable[int]) -> None:
    """Takes away what is at these places."""
    wanted = sorted(places)
    held = in_chunks(
        library, f"SELECT place, words FROM {name}_words WHERE place IN ({{}})", wanted
    )
    library.many(
        f"INSERT INTO {name}_search ({name}_search, rowid, words) VALUES ('delete', ?, ?)", held
    )
    library.many(f"DELETE FROM {name}_words WHERE place = ?", [(place,) for place in wanted])


def merge_some(library: Library) -> None:
    """Puts some of what came in bit by bit together, so that searching stays quick."""
    for name in (OTHER, CLAIM):
        library.run(
            f"INSERT INTO {name}_search ({name}_search, rank) VALUES ('merge', ?)", (PAGES,)
        )


def empty(library: Library) -> None:
    """Takes everything away, also where it is not sound."""
    for name in (OTHER, CLAIM):
        library.run(f"DELETE FROM {name}_words")
        library.run(
            f"INSERT OR REPLACE INTO {name}_search_config (k, v) VALUES "
            f"('version', {FTS_VERSION}), ('automerge', 0)"
        )
        library.run(f"INSERT INTO {name}_search ({name}_search) VALUES ('rebuild')")
