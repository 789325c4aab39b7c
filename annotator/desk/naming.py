"""What claims are called in a sentence: by their number now, a retired one by its words."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, Span
from annotator.domain.snapshot import claim_name
from annotator.domain.wording import first_words, listed
from annotator.store import reading

__all__ = ["FEW", "claims_in_words", "first_words"]

FEW = 3


def claims_in_words(library: OpenLibrary, article: ArticleId, spans: Sequence[Span]) -> str:
    """Such as "claim 5", "claims 5, 6 and 7", "12 claims", or a retired one's first words."""
    if len(spans) > FEW:
        return f"{len(spans)} claims"
    names = [_name(library, article, span) for span in spans]
    numbers = [name.removeprefix("claim ") for name in names]
    if len(names) > 1 and all(number.isdigit() for number in numbers):
        return "claims " + listed(numbers)
    return listed(names)


def _name(library: OpenLibrary, article: ArticleId, span: Span) -> str:
    number = reading.number_of(library.store, article, span)
    if number is not None:
        return claim_name(number)
    text = reading.text_of(library.store, article, span)
    return f"“{first_words(text)}”"
