"""What stays on this machine: texts being typed, and the places one was at. No edits."""

from __future__ import annotations

import time
from dataclasses import dataclass

from annotator.domain.article import ArticleId
from annotator.store.library import Library
from annotator.store.write import DraftKey

OF_CLAIM = frozenset(
    {"note", "wording", "flag", "why", "attribution", "evidence", "reason", "comment"}
)
"""The fields of a claim that are typed in, in either view."""
OF_ITEM = "evidence"
"""Before the id of an item, and the name of one of its fields."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text somebody was typing; ``at`` is microseconds since 1970."""

    analyst: str
    claim: str
    field: str
    article: ArticleId
    text: str
    at: int

    @property
    def key(self) -> DraftKey:
        return DraftKey(self.analyst, self.claim, self.field)


def is_field(name: str) -> bool:
    """Whether anything is typed under this name: for ``doctor``."""
    words = name.split(" ")
    return name in OF_CLAIM or (words[0] == OF_ITEM and len(words) == 3 and all(words))


def drafts(library: Library, analyst: str) -> tuple[Draft, ...]:
    """What this analyst was typing when the app went away, the oldest first."""
    rows = library.rows(
        "SELECT analyst, claim, field, article, text, at FROM drafts WHERE analyst = ? "
        "ORDER BY at, claim, field",
        (analyst,),
    )
    return tuple(Draft(*row) for row in rows)


def save_draft(
    library: Library, key: DraftKey, article: ArticleId, text: str, *, wait: float = 0.25
) -> None:
    """Keeps what is being typed. Raises BusyError after ``wait`` seconds; try again then."""
    with library.writing(wait):
        library.run(
            "INSERT INTO drafts (analyst, claim, field, article, text, at) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (analyst, claim, field) "
            "DO UPDATE SET article = excluded.article, text = excluded.text, at = excluded.at",
            (key.analyst, key.claim, key.field, article, text, time.time_ns() // 1000),
        )


def drop_draft(library: Library, key: DraftKey, *, wait: float = 0.25) -> None:
    """Forgets a draft that came to nothing; where there is none, nothing is written."""
    where = "WHERE analyst = ? AND claim = ? AND field = ?"
    values = (key.analyst, key.claim, key.field)
    if not library.rows(f"SELECT 1 FROM drafts {where}", values):
        return
    with library.writing(wait):
        library.run(f"DELETE FROM drafts {where}", values)


def place(library: Library, name: str) -> str | None:
    """A place kept by ``set_place``, such as where one was in an article."""
    rows = library.rows("SELECT value FROM local WHERE kind = 'place' AND about = ?", (name,))
    return rows[0][0] if rows else None


def set_place(library: Library, name: str, value: str, *, wait: float = 0.25) -> None:
    """Keeps a place; one that is so already writes nothing."""
    if place(library, name) == value:
        return
    with library.writing(wait):
        library.run(
            "INSERT INTO local (kind, about, value) VALUES ('place', ?, ?) "
            "ON CONFLICT (about) WHERE kind = 'place' DO UPDATE SET value = excluded.value",
            (name, value),
        )
