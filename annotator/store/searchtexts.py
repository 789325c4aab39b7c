"""What was found of claims, in its own words: notes, flags, wordings and reasons."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Audience
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.searchothers import NOTE, WHY, Key


class Text(NamedTuple):
    """What somebody says of a claim; ``article`` is "" where nobody knows whose the claim is."""

    key: Key
    text: str
    article: ArticleId
    span: Span

    @property
    def claim(self) -> ClaimId:
        return ClaimId(self.key.about)


_HELD = (
    "SELECT note, why, more, audience, coalesce(claims.article, ''), coalesce(claims.start, 0), "
    'coalesce(claims."end", 0) FROM assessments AS held LEFT JOIN claims ON claims.id = held.claim '
    "WHERE held.article = coalesce((SELECT article FROM claims WHERE id = ?1), '') "
    "AND held.analyst = ?2 AND held.start = coalesce((SELECT start FROM claims WHERE id = ?1), 0) "
    'AND held."end" = coalesce((SELECT "end" FROM claims WHERE id = ?1), 0) AND held.claim = ?1'
)


def texts(library: Library, keys: Sequence[Key], viewer: str) -> list[Text]:
    """What these say now, but for notes that only somebody else may read."""
    found = []
    for key in keys:
        for note, why, more, audience, article, start, end in library.rows(
            _HELD, (key.about, key.analyst)
        ):
            shut = audience == Audience.ME.value and key.analyst != viewer
            said = {NOTE: "" if shut else note, WHY: why}
            text = said.get(key.kind)
            if text is None:
                text = str(json.loads(more).get(key.kind, {}).get("text", ""))
            if text:
                found.append(Text(key, text, ArticleId(article), Span(start, end)))
    return found


def title_and_publisher(library: Library, article: ArticleId) -> tuple[str, str]:
    """What the record of an article says; empty where there is none."""
    rows = library.rows("SELECT title, publisher FROM records WHERE article = ?", (article,))
    return (rows[0][0], rows[0][1]) if rows else ("", "")


def changed_at(library: Library, analyst: str, claims: Sequence[ClaimId]) -> dict[ClaimId, int]:
    """When what the analyst holds of these claims was last changed, in microseconds since 1970."""
    sql = (
        "SELECT held.claim, held.changed FROM claims JOIN assessments AS held "
        "ON held.article = claims.article AND held.analyst = ? AND held.start = claims.start "
        'AND held."end" = claims."end" AND held.claim = claims.id WHERE claims.id IN ({})'
    )
    return {ClaimId(row[0]): row[1] for row in in_chunks(library, sql, list(claims), (analyst,))}
