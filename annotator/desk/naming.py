"""What claims are called in a sentence: by their number now, a retired one by its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.snapshot import claim_name
from annotator.domain.wording import first_words, listed
from annotator.store import reading
from annotator.store.claiming import spans_of
from annotator.store.recorded import items

__all__ = ["FEW", "claims_in_words", "first_words", "names_of"]

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


def names_of(library: OpenLibrary, ids: Iterable[str]) -> dict[str, str]:
    """What claims and evidence of these ids are called in a sentence; unknown ones are left out."""
    wanted = [one for one in dict.fromkeys(ids) if one]
    claims = spans_of(library.store, [ClaimId(one) for one in wanted])
    held = items(library.store, wanted, library.me)
    found = {
        claim: claims_in_words(library, article, [span])
        for claim, (article, span, _) in claims.items()
    }
    named = ((one, held.of(one, library.me)) for one in wanted)
    return {str(claim): name for claim, name in found.items()} | {
        one: f"“{first_words(item.name)}”" for one, item in named if item is not None
    }


def _name(library: OpenLibrary, article: ArticleId, span: Span) -> str:
    number = reading.number_of(library.store, article, span)
    if number is not None:
        return claim_name(number)
    text = reading.text_of(library.store, article, span)
    return f"“{first_words(text)}”"
