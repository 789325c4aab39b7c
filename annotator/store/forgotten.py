"""What this library does not take in again: rows of ``local``, the library's own business.

A colleague's content cannot be erased, only forgotten here (EDITS.md, section 8): parts of
edits, whole articles with whatever anybody says of them, and bytes that articles came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain.article import ArticleId
from annotator.domain.edits.erased import is_erase, place_of
from annotator.domain.edits.erasing import Place
from annotator.domain.edits.form import EditId, Header, Part
from annotator.store.library import Library, Row

PART, ARTICLE, BYTES = "forgotten part", "forgotten article", "forgotten bytes"
"""Kinds of rows in ``local``: ``about`` is the edit, the article, or the SHA-256."""

KINDS = (PART, ARTICLE, BYTES)

_ROWS = f"SELECT kind, about, article, value FROM local WHERE kind IN {KINDS}"
_PUT = "INSERT INTO local (kind, about, article, value) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is not to come in again."""

    parts: frozenset[Place] = frozenset()
    articles: frozenset[str] = frozenset()
    bytes: frozenset[str] = frozenset()

    @property
    def anything(self) -> bool:
        return bool(self.parts or self.articles or self.bytes)

    def takes(self, header: Header, part: Part) -> bool:
        """Whether this part stays out. What erases something never does."""
        if is_erase(header):
            return False
        return part.article in self.articles or place_of(part) in self.parts


def forgotten(library: Library) -> Forgotten:
    """What this library has forgotten."""
    parts: set[Place] = set()
    articles: set[str] = set()
    held: set[str] = set()
    for kind, about, article, value in rows(library):
        if kind == PART:
            parts.add(Place(EditId(about), value, article))
        else:
            (articles if kind == ARTICLE else held).add(about)
    return Forgotten(frozenset(parts), frozenset(articles), frozenset(held))


def rows(library: Library) -> list[Row]:
    """The rows of ``local`` that say so: kind, about, article, value."""
    return library.rows(f"{_ROWS} AND kind <> 'made here'")


def forget_parts(library: Library, parts: Iterable[Place]) -> None:
    """These parts are not taken in again."""
    put(library, [(PART, place.edit, place.article, place.part_class) for place in parts])


def forget_article(library: Library, article: ArticleId) -> None:
    """Neither this article's text nor what anybody says of it is taken in again."""
    put(library, [(ARTICLE, article, article, None)])


def forget_bytes(library: Library, digests: Iterable[str]) -> None:
    """What an article came from is not taken in again."""
    put(library, [(BYTES, digest, None, None) for digest in digests])


def put(library: Library, said: Iterable[Row]) -> None:
    """Rows as ``rows`` gives them, those that are not there yet."""
    there = set(rows(library))
    library.many(_PUT, [row for row in dict.fromkeys(said) if row not in there])


def lift(library: Library, article: ArticleId, digest: str | None) -> None:
    """Somebody brought the article in again by hand: from now on it may come with merges too."""
    library.run(
        f"DELETE FROM local WHERE kind <> 'made here' AND "
        f"((kind IN ('{PART}', '{ARTICLE}') AND article = ?) OR (kind = '{BYTES}' AND about = ?))",
        (article, digest),
    )
