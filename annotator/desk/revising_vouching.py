"""Whether claims of two versions are the same by their own words, whoever said so.

What is said of versions comes in with parcels too. Nothing comes along on a word that the
texts do not bear out: not where a number, a name or a negation differs, and where nobody
confirmed it, only after the same sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from annotator.desk.revising_tracing import Bond, Trace
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.review.quotations import quotation
from annotator.review.weighing import lower_case_words, weighs
from annotator.store import reading
from annotator.store.claiming import counted_spans, spans_of
from annotator.store.library import Library


class Words:
    """A text and what its claims say; ``claims`` are those that are no furniture, in order."""

    def __init__(self, text: str, claims: Sequence[Span]) -> None:
        self.text = text
        self._places = {span: index for index, span in enumerate(claims)}
        self.claims = claims

    def said(self, span: Span) -> str:
        return quotation(self.text, span)

    def before(self, span: Span) -> str | None:
        """What the sentence before says; None at the beginning, "" where that is not known."""
        index = self._places.get(span)
        if index is None:
            return ""
        return self.said(self.claims[index - 1]) if index else None

    @cached_property
    def lower_case(self) -> frozenset[str]:
        return lower_case_words(self.text)


def words_of(store: Library, article: ArticleId) -> Words:
    """Of an article that is here."""
    return Words(reading.article(store, article).text, counted_spans(store, article))


def vouched(
    store: Library,
    later: Words,
    spans: Mapping[ClaimId, Span],
    traces: Mapping[ClaimId, Trace],
) -> dict[ClaimId, ClaimId]:
    """Claim of the later version → the one it is the same as, where both texts bear that out.

    ``spans`` says where the claims of the later version lie; claims that lie nowhere any more,
    or in another article than was said, are left out.
    """
    places = spans_of(store, sorted({one.claim for one in traces.values()}))
    articles = {article for article, _, _ in places.values()}
    texts = {article: words_of(store, article) for article in articles}
    return {
        claim: one.claim
        for claim, one in traces.items()
        if claim in spans
        and one.claim in places
        and places[one.claim][0] == one.article
        and _bears_out(one.bond, later, spans[claim], texts[one.article], places[one.claim][1])
    }


def _bears_out(bond: Bond, later: Words, there: Span, earlier: Words, here: Span) -> bool:
    said, was = later.said(there), earlier.said(here)
    if bond is Bond.EXACT:
        return said == was and later.before(there) == earlier.before(here) != ""
    if bond is Bond.SAID:
        return said == was or not weighs(was, said, later.lower_case | earlier.lower_case)
    return False
