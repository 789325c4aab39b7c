"""The claims of two texts that differ, side by side: another copy of a story, or a revision.

Only the same quotation in the same surroundings and in the same order is *exact*. All else
is a proposal: a person confirms it, or it is no pair.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from annotator.domain.article import Passage, Span
from annotator.domain.layout import reading_order
from annotator.review.difference import Difference, difference
from annotator.review.order import Place
from annotator.review.pairing import NOBODY, Pairing, pair_quotations
from annotator.review.quotations import quotation
from annotator.review.rewording import Reworded, pair_reworded
from annotator.review.weighing import lower_case_words, weighs


class PairKind(StrEnum):
    """How a claim of one text stands in the other."""

    EXACT = "exact"
    """The same quotation, in the same order, between the same claims or passage edges."""
    MOVED = "moved"
    """The same quotation elsewhere, or in other surroundings."""
    CHANGED = "changed"
    """Similar words at the corresponding place."""
    MISSING = "missing"
    """No counterpart: gone from here, or only there."""


class Pair(NamedTuple):
    """A claim here and its counterpart there; one of them is None where it has none.

    ``elsewhere``: not in the reading order of the rest (a moved claim that is not
    elsewhere has other surroundings). ``ambiguous``: other claims would do as well,
    such as the same sentence a second time; for a missing claim, that the other text
    has its quotation, but not often enough. ``weighs``: what in a changed wording may
    turn its meaning (``weighing.weighs``). ``rivals``: the other claims there that are
    worded no less alike.
    """

    kind: PairKind
    here: Span | None
    there: Span | None
    elsewhere: bool = False
    ambiguous: bool = False
    weighs: tuple[str, ...] = ()
    rivals: tuple[Span, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether a person has to say that it is a pair."""
        return self.kind in (PairKind.MOVED, PairKind.CHANGED)


@dataclass(frozen=True)
class Alignment:
    """Every claim of two texts in exactly one pair.

    Pairs stand in reading order of the text here; then come the claims that are only
    there, in reading order of that text.
    """

    here_text: str
    there_text: str
    pairs: tuple[Pair, ...]

    def of_kind(self, kind: PairKind) -> tuple[Pair, ...]:
        """The pairs of a kind; missing ones of both directions."""
        return tuple(pair for pair in self.pairs if pair.kind is kind)

    @cached_property
    def counts(self) -> dict[PairKind, int]:
        """How many pairs there are of each kind; missing ones of both directions."""
        return {kind: len(self.of_kind(kind)) for kind in PairKind}

    @cached_property
    def only_here(self) -> tuple[Pair, ...]:
        """Claims that are gone from the other text."""
        return tuple(pair for pair in self.pairs if pair.there is None)

    @cached_property
    def only_there(self) -> tuple[Pair, ...]:
        """Claims that only the other text has."""
        return tuple(pair for pair in self.pairs if pair.here is None)

    def difference(self, pair: Pair) -> Difference:
        """The words of a pair, piece by piece; of a missing claim all are dropped or added.

        It is computed when asked for: an alignment may hold 100,000 changed claims.
        """
        here = quotation(self.here_text, pair.here) if pair.here else ""
        there = quotation(self.there_text, pair.there) if pair.there else ""
        return difference(here, there)


def align(
    here_text: str,
    here_claims: Sequence[Span],
    there_text: str,
    there_claims: Sequence[Span],
    *,
    here_passages: Sequence[Passage] = (),
    there_passages: Sequence[Passage] = (),
) -> Alignment:
    """Matches the claims of two texts.

    Where a text's passages (sorted, as a snapshot has them) are not given, two line
    ends between two claims are the edge of a passage. What is exact is so from either
    text. Time grows with n log n; what is compared word by word is bounded
    (``rewording.MOST_COMPARISONS``), so nothing anybody sends makes it hang.
    """
    pool: dict[str, str] = {}
    here = _Side(here_text, here_claims, here_passages, pool)
    there = _Side(there_text, there_claims, there_passages, pool)
    pairing = pair_quotations(here.quotations, there.quotations)
    anchors = pairing.in_order()
    found = _same(here, there, pairing, anchors)
    found |= _changed(
        here, there, pair_reworded(pairing, anchors, here.quotations, there.quotations)
    )
    pairs = [found.get(index) or _gone(here, there, index) for index in range(len(here.claims))]
    pairs += [_come(here, there, index) for index in pairing.free_there]
    return Alignment(here_text, there_text, tuple(pairs))


class _Side:
    """One of the texts: its claims in reading order, what they say, where passages end."""

    def __init__(
        self,
        text: str,
        claims: Sequence[Span],
        passages: Sequence[Passage],
        pool: dict[str, str],
    ) -> None:
        """``pool`` keeps one string for equal ones: then they compare by identity."""
        self.text = text
        self.claims = sorted(claims, key=reading_order)
        said = (quotation(text, span) for span in self.claims)
        self.quotations = [pool.setdefault(words, words) for words in said]
        self.known = frozenset(self.quotations)
        self.edges = [True, *_edges(text, self.claims, passages), True]
        """Whether a passage begins before each claim, and one ends after the last."""

    def before(self, index: int) -> str | None:
        return self.quotations[index - 1] if index else None

    def after(self, index: int) -> str | None:
        return self.quotations[index + 1] if index + 1 < len(self.quotations) else None


def _edges(text: str, claims: Sequence[Span], passages: Sequence[Passage]) -> Iterator[bool]:
    """For each two neighbours whether the edge of a passage lies between them."""
    if not passages:
        return (text.count("\n", one.end, other.start) > 1 for one, other in pairwise(claims))
    starts = [passage.start for passage in passages]
    holders = [bisect_right(starts, claim.start) for claim in claims]
    return (one != other for one, other in pairwise(holders))


def _same(here: _Side, there: _Side, pairing: Pairing, anchors: Sequence[Place]) -> dict[int, Pair]:
    """The pairs of one quotation: exact or moved."""
    in_order = dict(anchors)
    firsts, seconds = list(in_order), list(in_order.values())
    found = {}
    for a, b in enumerate(pairing.to_there):
        if b == NOBODY:
            continue
        doubtful = a in pairing.doubtful
        steady = a in in_order
        exact = steady and _same_surroundings(here, there, a, b)
        kind = PairKind.EXACT if exact else PairKind.MOVED
        if doubtful:
            steady = bisect_right(firsts, a) == bisect_right(seconds, b)
        found[a] = Pair(kind, here.claims[a], there.claims[b], not steady, doubtful)
    return found


def _same_surroundings(here: _Side, there: _Side, a: int, b: int) -> bool:
    """The same claim before, or a passage that begins in both; and the same after."""
    before = here.before(a) == there.before(b) or (here.edges[a] and there.edges[b])
    after = here.after(a) == there.after(b) or (here.edges[a + 1] and there.edges[b + 1])
    return before and after


def _changed(here: _Side, there: _Side, reworded: Sequence[Reworded]) -> dict[int, Pair]:
    if not reworded:
        return {}
    lower_case = lower_case_words(here.text) | lower_case_words(there.text)
    return {
        a: Pair(
            PairKind.CHANGED,
            here.claims[a],
            there.claims[b],
            elsewhere,
            ambiguous,
            weighs(here.quotations[a], there.quotations[b], lower_case),
            tuple(there.claims[rival] for rival in rivals),
        )
        for a, b, elsewhere, ambiguous, rivals in reworded
    }


def _gone(here: _Side, there: _Side, index: int) -> Pair:
    known = here.quotations[index] in there.known
    return Pair(PairKind.MISSING, here.claims[index], None, ambiguous=known)


def _come(here: _Side, there: _Side, index: int) -> Pair:
    known = there.quotations[index] in here.known
    return Pair(PairKind.MISSING, None, there.claims[index], ambiguous=known)
