"""What becomes of the claims of an earlier version in a later one: who may keep a record, and who is asked.

A sentence that is the same, and whose sentence before is the same, is *carried*. In other
surroundings the same words may be of somebody else, and are asked; so is what changed slightly.
Where a number, a name or a negation changed it is never the same claim. Nothing is guessed:
of two places that would do as well none is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from annotator.domain.article import Span
from annotator.domain.layout import reading_order
from annotator.review.alignment import Alignment, Pair, PairKind
from annotator.review.quotations import quotation


class Fate(StrEnum):
    """What becomes of a claim of the earlier text."""

    CARRIED = "carried"
    """The same sentence, and the same sentence before it."""
    ASKED = "asked"
    """The same sentence in changed surroundings: who is meant may be somebody else."""
    PROPOSED = "proposed"
    """Slightly changed, in nothing that weighs."""
    AGAIN = "again"
    """A number, a name or a negation changed: it is another claim, to be checked again."""
    SEVERAL = "several"
    """More than one claim would do as well, here or there."""
    GONE = "gone"
    """The later text has no such sentence."""


OPEN = (Fate.ASKED, Fate.PROPOSED, Fate.SEVERAL)
"""What a person may say is the same."""


MOST_PLACES = 50
"""So many places are named for one claim: of a sentence that is said more often, those about its turn."""


@dataclass(frozen=True, slots=True)
class Line:
    """A claim of the earlier text (``here``) and what became of it in the later one (``there``).

    ``there`` is None where nothing did, and where several would do: ``candidates`` are those.
    ``weighs`` is what changed of its meaning, as ``weighing.weighs`` says it.
    """

    fate: Fate
    here: Span
    there: Span | None = None
    candidates: tuple[Span, ...] = ()
    weighs: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        """Every claim of the later text that it is or may be."""
        return self.candidates or ((self.there,) if self.there else ())

    def may_be(self, there: Span) -> bool:
        """Whether a person may say that it is this claim of the later text."""
        return self.fate in OPEN and there in self.places


@dataclass(frozen=True)
class Comparison:
    """Every claim of the earlier text once, in its order, and those that only the later one has.

    ``new`` is in the order of the later text; what a line names as a place is not in it.
    """

    lines: tuple[Line, ...]
    new: tuple[Span, ...]

    @cached_property
    def fates(self) -> Mapping[Fate, int]:
        """How many claims of the earlier text have each fate."""
        found = Counter(line.fate for line in self.lines)
        return {fate: found[fate] for fate in Fate}

    @property
    def before(self) -> int:
        """How many claims the earlier text has: carried + changed + gone."""
        return len(self.lines)

    @property
    def carried(self) -> int:
        return self.fates[Fate.CARRIED]

    @property
    def gone(self) -> int:
        return self.fates[Fate.GONE]

    @property
    def changed(self) -> int:
        """Neither carried nor gone: asked, proposed, to be checked again."""
        return self.before - self.carried - self.gone

    @property
    def in_words(self) -> str:
        """Such as "48 claims before: 44 carried, 3 changed, 1 gone; 2 are new."."""
        claims = "1 claim" if self.before == 1 else f"{self.before:,} claims"
        counted = f"{self.carried:,} carried, {self.changed:,} changed, {self.gone:,} gone"
        new = len(self.new)
        said = "1 is new" if new == 1 else f"{new:,} are new" if new else "none is new"
        return f"{claims} before: {counted}; {said}."


def classified(alignment: Alignment) -> Comparison:
    """What became of the claims of the text *here*, the earlier one.

    What is carried is so from either text. Time grows with the number of claims.
    """
    return _Classified(alignment).comparison()


_Key = tuple[str | None, str]
"""What the sentence before says, None at the beginning, and what the sentence says."""


class _Side:
    """One of the texts: what its claims say, and where the same is said."""

    def __init__(self, text: str, claims: Iterable[Span]) -> None:
        self.claims = sorted(claims, key=reading_order)
        said = [quotation(text, span) for span in self.claims]
        self.said = dict(zip(self.claims, said, strict=True))
        self.keys: dict[Span, _Key] = dict(
            zip(self.claims, zip([None, *said], said, strict=False), strict=True)
        )
        self.often = Counter(self.keys.values())


class _Classified:
    def __init__(self, alignment: Alignment) -> None:
        self._pairs = [pair for pair in alignment.pairs if pair.here is not None]
        there = (pair.there for pair in alignment.pairs if pair.there is not None)
        self._here = _Side(alignment.here_text, (pair.here for pair in self._pairs if pair.here))
        self._there = _Side(alignment.there_text, there)
        self._carried = {
            pair.here: pair.there
            for pair in self._pairs
            if pair.here and pair.there and self._carries(pair, pair.here, pair.there)
        }
        self._free = self._left_over(self._there, self._carried.values())
        self._wanting = self._left_over(self._here, self._carried)

    def _carries(self, pair: Pair, here: Span, there: Span) -> bool:
        """The same words after the same words, and nothing else would do as well."""
        if pair.ambiguous or pair.kind not in (PairKind.EXACT, PairKind.MOVED):
            return False
        key = self._here.keys[here]
        alike = key == self._there.keys[there]
        return alike and self._here.often[key] == self._there.often[key]

    @staticmethod
    def _left_over(side: _Side, taken: Iterable[Span]) -> Mapping[str, Sequence[Span]]:
        """Words → the claims that say them and are not carried."""
        left: defaultdict[str, list[Span]] = defaultdict(list)
        gone = set(taken)
        for span in side.claims:
            if span not in gone:
                left[side.said[span]].append(span)
        return left

    def comparison(self) -> Comparison:
        lines = tuple(self._lines())
        placed = {place for line in lines for place in line.places}
        return Comparison(lines, tuple(one for one in self._there.claims if one not in placed))

    def _lines(self) -> Iterator[Line]:
        for pair in self._pairs:
            assert pair.here is not None, "pairs of both texts stand first"
            if pair.here in self._carried:
                yield Line(Fate.CARRIED, pair.here, pair.there)
            else:
                yield self._changed(pair, pair.here)

    def _changed(self, pair: Pair, here: Span) -> Line:
        words = self._here.said[here]
        if words in self._free and pair.kind is not PairKind.CHANGED:
            return self._same_words(pair, here, words)
        if pair.there is None:
            return Line(Fate.GONE, here)
        if pair.weighs:
            return Line(Fate.AGAIN, here, pair.there, weighs=pair.weighs)
        if pair.ambiguous:
            return Line(Fate.SEVERAL, here, candidates=(pair.there, *pair.rivals))
        return Line(Fate.PROPOSED, here, pair.there)

    def _same_words(self, pair: Pair, here: Span, words: str) -> Line:
        """Said elsewhere, or after another sentence: asked, where only one of each is left over."""
        free, wanting = self._free[words], self._wanting[words]
        if len(free) == 1 == len(wanting) and not pair.ambiguous:
            return Line(Fate.ASKED, here, free[0])
        turn = bisect_left(wanting, reading_order(here), key=reading_order)
        first = max(0, min(turn - MOST_PLACES // 2, len(free) - MOST_PLACES))
        return Line(Fate.SEVERAL, here, candidates=tuple(free[first : first + MOST_PLACES]))
