"""Where one was: the last article, and in each article the claim and the line on top.

Kept in the library's local table, for each analyst: a copy of the library elsewhere
begins at the beginning. A place that cannot be kept just now is no trouble.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.store import drafts

LAST = "last"


@dataclass(frozen=True, slots=True)
class Place:
    """``start`` is where the claim in hand begins, ``top`` where the topmost line does."""

    start: int
    top: int


def place(library: OpenLibrary, article: ArticleId) -> Place | None:
    """Where the acting analyst was in this article, or None."""
    try:
        found = json.loads(drafts.place(library.store, _name(library, article)) or "null")
        return Place(int(found["start"]), int(found["top"]))
    except (ValueError, TypeError, KeyError):
        return None


def last_article(library: OpenLibrary) -> ArticleId | None:
    """The article the acting analyst had open last, or None."""
    found = drafts.place(library.store, _name(library, LAST))
    return ArticleId(found) if found else None


def keep(library: OpenLibrary, article: ArticleId, at: Place) -> bool:
    """Keeps the article and the place in it; says whether it could."""
    try:
        drafts.set_place(library.store, _name(library, LAST), article, wait=library.wait)
        value = json.dumps(asdict(at))
        drafts.set_place(library.store, _name(library, article), value, wait=library.wait)
    except AnnotatorError:
        return False
    return True


def _name(library: OpenLibrary, what: str) -> str:
    return f"{library.author.id} {what}"
