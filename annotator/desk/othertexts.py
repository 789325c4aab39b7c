"""Articles that are other copies of ones that are here: found, and their claims put side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from annotator.domain.article import ArticleId, ClaimId, claim_id
from annotator.domain.edits.revisions import AddRevision, Match
from annotator.review.alignment import Alignment, Pair, PairKind, align
from annotator.review.quotations import quotations, shared
from annotator.store import reading, twins
from annotator.store.claiming import counted_spans
from annotator.store.library import Library

ALIKE = 1 / 4
"""The share of the shorter text's claims that another copy has word for word, at least."""

FEWEST = 3
"""So many quotations have to be shared, unless a text has no more: one sentence is in many texts."""


Ids = tuple[ClaimId, ClaimId]
"""Claims that go together: the one that came in, and the one that was here."""

Confirmed = Callable[[Ids, PairKind], bool]
"""Whether a person said that a moved or changed claim is the other one."""


@dataclass(frozen=True)
class OtherText:
    """An article that came in, beside the one here that it is another copy of.

    ``alignment`` has the one that was here as *here*. ``taken`` are pairs that somebody
    has written already; ``said``: somebody has said that it is another copy.
    """

    article: ArticleId
    title: str
    earlier: ArticleId
    earlier_title: str
    alignment: Alignment
    taken: frozenset[Ids]
    said: bool

    def ids(self, pair: Pair) -> Ids:
        """The claim that came in and the one that was here, of a pair that has both."""
        assert pair.here is not None
        assert pair.there is not None
        return claim_id(self.article, pair.there), claim_id(self.earlier, pair.here)

    @cached_property
    def open(self) -> tuple[Pair, ...]:
        """The pairs that nobody has written yet."""
        pairs = (pair for pair in self.alignment.pairs if pair.here and pair.there)
        return tuple(pair for pair in pairs if self.ids(pair) not in self.taken)

    @property
    def exact(self) -> tuple[Pair, ...]:
        """Those that need no word of anybody's."""
        return tuple(pair for pair in self.open if pair.kind is PairKind.EXACT)

    @property
    def asking(self) -> tuple[Pair, ...]:
        """Those that a person has to confirm."""
        return tuple(pair for pair in self.open if pair.asks)

    def act(self, confirmed: Confirmed) -> AddRevision | None:
        """What is written: exact pairs, and those that were confirmed; None where that is nothing."""
        taken = [p for p in self.open if not p.asks or confirmed(self.ids(p), p.kind)]
        if self.said and not taken:
            return None
        matches = tuple(Match(*self.ids(pair), pair.kind.value) for pair in taken)
        return AddRevision(self.article, self.earlier, matches)


def other_texts(
    library: Library, articles: Iterable[ArticleId], fresh: Collection[ArticleId]
) -> tuple[OtherText, ...]:
    """Which of these articles are other copies of ones that were here before them.

    For ``fresh`` ones, which are new here, such are looked for; of the others somebody has
    said it, and some of their claims may wait for a word still.
    """
    copies = _copies(library, fresh) if fresh else {}
    return tuple(
        _beside(library, article, earlier)
        for article in sorted(articles)
        for earlier in sorted(twins.copied_from(library, article) | copies.get(article, set()))
    )


def _copies(library: Library, fresh: Collection[ArticleId]) -> dict[ArticleId, set[ArticleId]]:
    """Each fresh article that is another copy → the one it has most in common with."""
    said = {
        article: quotations(text, counted_spans(library, article))
        for article, text in twins.texts(library)
        if article in fresh
    }
    best: dict[ArticleId, tuple[float, ArticleId]] = {}
    came: set[ArticleId] = set()
    for article, text in twins.texts(library):
        here = said.get(article)
        if here is None:
            here = quotations(text, counted_spans(library, article))
        for other, there in said.items():
            if other == article or (article in fresh and other in came):
                continue  # of two that came together the second is the copy
            alike = share(here, there)
            if alike and (other not in best or alike > best[other][0]):
                best[other] = (alike, article)
        if article in fresh:
            came.add(article)
    return {article: {earlier} for article, (_, earlier) in best.items()}


def share(here: Counter[str], there: Counter[str]) -> float:
    """What two texts have in common, 0 where that makes neither a copy of the other."""
    if len(there) < len(here):  # what both have is counted along the shorter one
        here, there = there, here
    fewest = min(FEWEST, here.total(), there.total())
    alike = shared(here, there)
    return alike if alike >= ALIKE and (here & there).total() >= fewest else 0.0


def _beside(library: Library, article: ArticleId, earlier: ArticleId) -> OtherText:
    here, there = reading.article(library, earlier), reading.article(library, article)
    alignment = align(
        here.text,
        counted_spans(library, earlier),
        there.text,
        counted_spans(library, article),
        here_passages=reading.passages(library, earlier),
        there_passages=reading.passages(library, article),
    )
    taken = frozenset(twins.pairs(library, article, earlier))
    said = earlier in twins.copied_from(library, article)
    return OtherText(article, there.title, earlier, here.title, alignment, taken, said)
