"""Finding items by what somebody types, and by the beginning of their ids."""

from __future__ import annotations

from annotator.store.library import Library

_READABLE = "there = 1 AND (private = 0 OR analyst = ?)"


def beginning_with(library: Library, begins: str, viewer: str) -> set[tuple[str, str]]:
    """(item, owner) of the items that are there and whose id begins so; a few at most."""
    rows = library.rows(
        f"SELECT id, analyst FROM items WHERE id >= ? AND id < ? AND {_READABLE} LIMIT ?",
        (begins, begins + "\U0010ffff", viewer, FEW),
    )
    return {(item, owner) for item, owner in rows}


FEW = 50
"""Items that are looked at where an id is cut too short."""
