"""Which claims the articles give a source for, by whom, and what sources are called."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.attribution import SourceKind
from annotator.domain.tags import Standing
from annotator.store.library import Library
from annotator.store.log import in_chunks


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution of one live claim, as the table of sources counts it.

    ``source`` is the name that was written; ``named_in`` the claim that names it where this
    one says only "he". ``standing``: how the claim stands for the viewer.
    """

    article: ArticleId
    claim: ClaimId
    analyst: str
    source: str
    kind: SourceKind | None
    named_in: ClaimId | None
    standing: Standing


_ATTRIBUTED = (
    "SELECT claims.article, claims.id, attributions.analyst, source, attributions.kind, "
    "record, coalesce(held.standing, 0) FROM attributions "
    "CROSS JOIN claims ON claims.id = attributions.claim "
    "LEFT JOIN assessments AS held ON held.article = claims.article AND held.analyst = ? "
    'AND held.start = claims.start AND held."end" = claims."end" AND held.claim = claims.id '
    "WHERE there = 1 AND live = 1 AND furniture = 0 AND source <> '' "
    "AND claims.article IN ({}) "
    "ORDER BY claims.article, claims.start, attributions.at, attributions.id"
)
"""Attributions first: they are fewer than the claims of a library."""


def attributed(
    library: Library, articles: Sequence[ArticleId], viewer: str
) -> tuple[Attributed, ...]:
    """Every attribution of the live claims of these articles, whoever made it; no furniture."""
    return tuple(
        Attributed(
            ArticleId(article),
            ClaimId(claim),
            analyst,
            source,
            SourceKind(kind) if kind else None,
            json.loads(record)["named_in"],
            Standing(standing),
        )
        for article, claim, analyst, source, kind, record, standing in in_chunks(
            library, _ATTRIBUTED, list(articles), (viewer,)
        )
    )


@dataclass(frozen=True, slots=True)
class Naming:
    """Somebody's word that the article names this source for a live claim."""

    article: ArticleId
    claim: ClaimId
    span: Span
    analyst: str
    source: str


_NAMING = (
    'SELECT claims.article, claims.id, claims.start, claims."end", analyst, source '
    "FROM attributions CROSS JOIN claims ON claims.id = attributions.claim "
    "WHERE source_id = ? AND there = 1 AND live = 1 AND furniture = 0 "
    "ORDER BY attributions.claim LIMIT ?"
)


def claims_of_source(library: Library, source: str, most: int) -> tuple[Naming, ...]:
    """The claims that a source of this id is named for, by whomever; ``most`` of them."""
    return tuple(
        Naming(ArticleId(article), ClaimId(claim), Span(start, end), analyst, name)
        for article, claim, start, end, analyst, name in library.rows(_NAMING, (source, most))
    )


def names_of(library: Library, articles: Sequence[ArticleId]) -> dict[ArticleId, dict[str, str]]:
    """Article → source id → the name given to it there, by renaming or joining."""
    found: dict[ArticleId, dict[str, str]] = {article: {} for article in articles}
    sql = "SELECT article, id, name FROM sources WHERE article IN ({})"
    for article, key, name in in_chunks(library, sql, list(articles)):
        found[ArticleId(article)][key] = name
    return found
