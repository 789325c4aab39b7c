"""The versions of an article, and two articles put side by side."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.revising_finding import members
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.review.alignment import align
from annotator.review.revision import Comparison, classified
from annotator.store import reading, revisions
from annotator.store.claiming import counted_spans


@dataclass(frozen=True, slots=True)
class Version:
    """``imported_at``: microseconds since 1970, UTC; ``is_this``: the one that was asked about."""

    article: ArticleId
    title: str
    imported_at: int
    is_this: bool


@dataclass(frozen=True)
class Compared:
    """Two articles, and what became of the claims of the one that came in first."""

    earlier: Version
    later: Version
    earlier_text: str
    later_text: str
    comparison: Comparison


def versions(library: OpenLibrary, article: ArticleId) -> tuple[Version, ...]:
    """All versions of an article that are here, the oldest first; one alone has no other."""
    store = library.store
    with store.reading():
        family = members(revisions.links(store), article)
        return tuple(
            Version(one.article, one.title, one.imported_at, one.article == article)
            for one in revisions.listed(store, library.me, family)
        )


def compared(library: OpenLibrary, earlier: ArticleId, later: ArticleId) -> Compared:
    """Two articles side by side, whichever of them is named first. Reading only.

    Where one was added as a version of the other that is the later one, else the one that
    came in last. Page furniture is left out. Raises AnnotatorError for one and the same.
    """
    store = library.store
    if earlier == later:
        raise AnnotatorError("An article is not compared with itself: name two versions.")
    with store.reading():
        before, after = _in_order(library, earlier, later)
        texts = [reading.article(store, one.article).text for one in (before, after)]
        claims = [counted_spans(store, one.article) for one in (before, after)]
    comparison = classified(align(texts[0], claims[0], texts[1], claims[1]))
    return Compared(before, after, texts[0], texts[1], comparison)


def _in_order(library: OpenLibrary, one: ArticleId, other: ArticleId) -> tuple[Version, Version]:
    listed = revisions.listed(library.store, library.me, {one, other})
    found = [Version(row.article, row.title, row.imported_at, False) for row in listed]
    if len(found) < 2:
        raise AnnotatorError("One of these articles is not here: name two that are.")
    links = revisions.links(library.store)
    first, second = found
    if (first.article, second.article) in links and (second.article, first.article) not in links:
        first, second = second, first
    return first, second
