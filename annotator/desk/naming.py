"""What claims are called in a sentence: by their number now, a retired one by its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.snapshot import Snapshot, claim_name
from annotator.domain.wording import first_words, listed
from annotator.store import reading
from annotator.store.claiming import spans_of
from annotator.store.recorded import items

__all__ = ["FEW", "Numbers", "claims_in_words", "first_words", "names_of"]

FEW = 3
MANY = 10
"""So many numbers are looked up one by one."""


class Numbers:
    """The numbers of an article's claims: of many the whole article is read, and that once."""

    def __init__(self, library: OpenLibrary, article: ArticleId) -> None:
        self._library = library
        self._article = article
        self._known: dict[Span, int | None] = {}
        self._page: Snapshot | None = None

    def of(self, span: Span) -> int | None:
        """The number of a live claim; 0 for T, None for furniture and for what is no live claim."""
        if span not in self._known:
            self._known[span] = self._look_up(span)
        return self._known[span]

    def _look_up(self, span: Span) -> int | None:
        store = self._library.store
        if len(self._known) < MANY:
            return reading.number_of(store, self._article, span)
        if self._page is None:
            self._page = reading.snapshot(store, self._article, self._library.me)
        index = self._page.index_of(span)
        return None if index is None else self._page.number(index)


def claims_in_words(
    library: OpenLibrary,
    article: ArticleId,
    spans: Sequence[Span],
    numbers: Numbers | None = None,
) -> str:
    """Such as "claim 5", "claims 5, 6 and 7", "12 claims", or a retired one's first words.

    ``numbers``, where many are named one after the other.
    """
    if len(spans) > FEW:
        return f"{len(spans)} claims"
    numbers = numbers or Numbers(library, article)
    names = [_name(library, article, span, numbers) for span in spans]
    bare = [name.removeprefix("claim ") for name in names]
    if len(names) > 1 and all(number.isdigit() for number in bare):
        return "claims " + listed(bare)
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


def _name(library: OpenLibrary, article: ArticleId, span: Span, numbers: Numbers) -> str:
    number = numbers.of(span)
    if number is not None:
        return claim_name(number)
    text = reading.text_of(library.store, article, span)
    return f"“{first_words(text)}”"
