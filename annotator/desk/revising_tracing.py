"""Where what one holds of a claim lies, in which earlier version: a version may have earlier ones too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import IntEnum
from heapq import nsmallest
from typing import NamedTuple

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.revisions import AGAIN, EXACT, SAME
from annotator.store import revisions
from annotator.store.library import Library
from annotator.store.revisions import Went

MOST = 30
"""So many claims that one may be are followed further back, the surest first.

No story says one sentence so often; a parcel may say of every claim that it is every other.
"""


class Bond(IntEnum):
    """How sure it is that two claims are one; along a chain the least sure word stands."""

    EXACT = 0
    """The same sentence after the same sentence."""
    SAID = 1
    """Somebody said that they are the same."""
    ASKED = 2
    AGAIN = 3

    @property
    def same(self) -> bool:
        """Whether they count as the same."""
        return self in (Bond.EXACT, Bond.SAID)


class Trace(NamedTuple):
    """The nearest earlier claim of which something is held, and how sure it is."""

    bond: Bond
    article: ArticleId
    claim: ClaimId


def bond_of(how: str) -> Bond:
    """Of the word under which two claims go together."""
    if how in SAME:
        return Bond.EXACT if how == EXACT else Bond.SAID
    return Bond.AGAIN if how == AGAIN else Bond.ASKED


class Step(NamedTuple):
    """One way on, for the claim whose trace is looked for."""

    root: ClaimId
    bond: Bond
    article: ArticleId
    claim: ClaimId


def traced(
    store: Library, person: str, article: ArticleId, edges: Iterable[Went]
) -> dict[ClaimId, Trace]:
    """Claim of the article → where the person holds something of what it is, may be, or became.

    ``edges`` are how its claims go together with earlier ones. A claim of which the person
    emptied everything ends the search.
    """
    found: dict[ClaimId, Trace] = {}
    steps = [
        Step(edge.claim, bond_of(edge.how), edge.article, edge.other)
        for edge in _open(store, article, edges)
    ]
    met = {(step.root, step.claim) for step in steps}
    followed: Counter[ClaimId] = Counter()
    while steps:
        held = _held(store, person, steps)
        for step in sorted(steps):
            if step.claim in held:
                found.setdefault(step.root, Trace(*step[1:]))
        on = _surest([step for step in steps if step.root not in found], followed)
        followed.update(step.root for step in on)
        on = _unsaid(store, person, on)
        steps = [step for step in _earlier(store, on) if (step.root, step.claim) not in met]
        met |= {(step.root, step.claim) for step in steps}
    return found


def _surest(steps: Iterable[Step], followed: Mapping[ClaimId, int]) -> list[Step]:
    """The surest way to each claim, as far as there is room: so many were followed for each root."""
    ways: defaultdict[ClaimId, dict[ClaimId, Step]] = defaultdict(dict)
    for step in steps:
        to = ways[step.root]
        to[step.claim] = min(step, to.get(step.claim, step))
    return [
        step
        for root, to in ways.items()
        for step in nsmallest(MOST - followed.get(root, 0), to.values())
    ]


def _open(store: Library, article: ArticleId, edges: Iterable[Went]) -> Iterator[Went]:
    """What still counts: where it is said what a claim is, nothing else may be it."""
    of: defaultdict[ClaimId, list[Went]] = defaultdict(list)
    for edge in edges:
        of[edge.claim].append(edge)
    same, rest = [], []
    for went in of.values():
        sure = [edge for edge in went if edge.how in SAME]
        same += sure
        rest += [] if sure else went
    answered = revisions.answered(store, article, {edge.other for edge in rest})
    answered |= {edge.other for edge in same}
    yield from same
    yield from (edge for edge in rest if edge.how == AGAIN or edge.other not in answered)


def _held(store: Library, person: str, steps: Iterable[Step]) -> set[ClaimId]:
    by_article: defaultdict[ArticleId, set[ClaimId]] = defaultdict(set)
    for step in steps:
        by_article[step.article].add(step.claim)
    return {
        claim
        for article, claims in by_article.items()
        for claim in revisions.holding(store, article, claims, person)
    }


def _unsaid(store: Library, person: str, steps: Collection[Step]) -> list[Step]:
    """Without the claims that the person has emptied: what lies before them was let go."""
    said = revisions.written(store, {step.claim for step in steps}, person)
    return [step for step in steps if step.claim not in said]


def _earlier(store: Library, steps: Iterable[Step]) -> Iterator[Step]:
    """One version further back."""
    by_article: defaultdict[ArticleId, defaultdict[ClaimId, list[Step]]]
    by_article = defaultdict(lambda: defaultdict(list))
    for step in steps:
        by_article[step.article][step.claim].append(step)
    for article, of in by_article.items():
        edges: defaultdict[ClaimId, list[tuple[Bond, ArticleId, ClaimId]]] = defaultdict(list)
        for edge in _open(store, article, revisions.went(store, article, of.keys())):
            edges[edge.claim].append((bond_of(edge.how), edge.article, edge.other))
        for claim, on in edges.items():
            for bond, earlier, other in nsmallest(MOST, on):
                for step in of[claim]:
                    yield Step(step.root, max(step.bond, bond), earlier, other)
