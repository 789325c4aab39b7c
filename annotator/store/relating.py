"""What persons say of each other: who is whom, and who is hidden."""

from __future__ import annotations

from annotator.domain.edits.people import HIDDEN, SAME
from annotator.domain.edits.writes import Own
from annotator.store import log
from annotator.store.library import Library

_SAID = "SELECT other, value FROM relations WHERE analyst = ? AND field = ?"


def same_said(library: Library, person: str) -> dict[str, bool]:
    """Other persons → whether this one said that they are one and the same."""
    return {other: value == "true" for other, value in library.rows(_SAID, (person, SAME))}


def hidden_by(library: Library, person: str) -> frozenset[str]:
    """The persons whom this one keeps out of the views."""
    rows = library.rows(_SAID, (person, HIDDEN))
    return frozenset(other for other, value in rows if value == "true")


def links(library: Library) -> set[tuple[str, str]]:
    """The ids that say of each other that they are one person, both ways round."""
    rows = library.rows("SELECT id FROM edits WHERE kind = 'SamePerson' ORDER BY at, id")
    said: dict[tuple[str, str], bool] = {}
    for edit in log.edits(library, [row[0] for row in rows]):
        for write in (write for part in edit.parts for write in part.writes):
            if isinstance(write, Own) and (write.about, write.field) == ("analyst", SAME):
                said[edit.header.analyst, write.id] = write.value is True
    return {(one, other) for (one, other), same in said.items() if same and said.get((other, one))}


def has_written(library: Library, analyst: str) -> bool:
    """Whether anything by this very id is in the library."""
    return bool(library.rows("SELECT 1 FROM edits WHERE analyst = ? LIMIT 1", (analyst,)))
