"""Articles beside each other: which are here, and what is said of two that are copies."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.canonical import text_or_empty
from annotator.domain.edits.revisions import REVISION, SAME
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.saying import SAYINGS, said_of

COUNTS = f"how IN ({', '.join(map(repr, SAME))})"
"""The condition that the claims of a row of ``pairs`` count as the same."""


def articles_here(library: Library) -> frozenset[ArticleId]:
    """The articles that have come in, with their text."""
    rows = library.rows("SELECT article FROM records WHERE imported_by <> ''")
    return frozenset(ArticleId(row[0]) for row in rows)


def title_of(library: Library, article: ArticleId) -> str:
    """An article's title, empty where there is none."""
    rows = library.rows("SELECT title FROM records WHERE article = ?", (article,))
    return rows[0][0] if rows else ""


def texts(library: Library) -> Iterator[tuple[ArticleId, str]]:
    """The articles and their texts in the order they came in, one at a time."""
    rows = library.rows(
        "SELECT article FROM records WHERE imported_by <> '' ORDER BY imported_at, article"
    )
    for (article,) in rows:
        found = library.rows("SELECT text FROM articles WHERE id = ?", (article,))
        if found:
            yield ArticleId(article), found[0][0]


def copied_from(library: Library, article: ArticleId) -> set[ArticleId]:
    """The articles here that somebody said this one is another copy of."""
    rows = library.rows(
        f"SELECT {SAYINGS} FROM sayings WHERE article = ? AND field = ?", (article, REVISION)
    )
    named = sorted({text_or_empty(said["of"]) for said in map(said_of, rows)} - {article})
    found = in_chunks(
        library, "SELECT article FROM records WHERE imported_by <> '' AND article IN ({})", named
    )
    return {ArticleId(row[0]) for row in found}


def pairs(library: Library, article: ArticleId, other: ArticleId) -> set[tuple[ClaimId, ClaimId]]:
    """The claims of two articles of which somebody has said how they go together.

    Whichever of them is called the earlier, and whether or not they count as the same.
    """
    rows = library.rows(
        "SELECT claim, other FROM pairs WHERE article = ?1 AND earlier = ?2 "
        "UNION SELECT other, claim FROM pairs WHERE article = ?2 AND earlier = ?1",
        (article, other),
    )
    return {(ClaimId(claim), ClaimId(there)) for claim, there in rows}
