"""One claim of any article, beside others: its words, and who says what of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.reviewing import assessment_shown
from annotator.domain.article import ArticleId, Span, claim_id
from annotator.domain.assessment import Assessment
from annotator.store import reading


@dataclass(frozen=True, slots=True)
class ComparedClaim:
    """A claim as several people hold it.

    ``held``: analyst's id → what that person holds, a colleague's private note left out.
    """

    text: str
    held: Mapping[str, Assessment]


def compared_claim(
    library: OpenLibrary, article: ArticleId, span: Span, analysts: Iterable[str]
) -> ComparedClaim:
    """Reads one claim, whether its article is on the page or not."""
    store, claim = library.store, claim_id(article, span)
    with store.reading():
        return ComparedClaim(
            reading.text_of(store, article, span),
            {who: assessment_shown(library, who, claim) for who in analysts},
        )
