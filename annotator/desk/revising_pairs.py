"""Which claims of two versions go together, and what a person may say of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.edits.revisions import AGAIN, CHANGED, EXACT, MOVED, Match
from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import listed
from annotator.review.quotations import quotation
from annotator.review.revision import Comparison, Fate, Line
from annotator.review.weighing import lower_case_words, weighs

Pairs = Collection[tuple[Span, Span]]
"""Claims that a person says are one: the earlier text's, and the later one's."""

_OPEN = {Fate.ASKED: "asked", Fate.PROPOSED: "proposed", Fate.SEVERAL: "several"}


@dataclass(frozen=True)
class Two:
    """An article and an earlier version of it, with both texts."""

    later: ArticleId
    later_text: str
    earlier: ArticleId
    earlier_text: str
    later_ids: Mapping[Span, ClaimId] = field(default_factory=dict)
    earlier_ids: Mapping[Span, ClaimId] = field(default_factory=dict)
    """The ids of claims where they are at hand: they take longer to work out than all else."""

    def match(self, here: Span, there: Span, how: str) -> Match:
        """``here``: a claim of the earlier text, ``there``: of the later one."""
        claim = self.later_ids.get(there) or claim_id(self.later, there)
        other = self.earlier_ids.get(here) or claim_id(self.earlier, here)
        return Match(claim, other, how)

    def said_same(self, pairs: Pairs) -> list[Match]:
        """What a person confirms. Raises AnnotatorError where two claims cannot be one."""
        if len({here for here, _ in pairs}) < len(pairs) or len({t for _, t in pairs}) < len(pairs):
            raise AnnotatorError(
                "A claim cannot be two claims of the other version: choose one of them."
            )
        return [self._said_same(here, there) for here, there in sorted(pairs)]

    def _said_same(self, here: Span, there: Span) -> Match:
        before, after = quotation(self.earlier_text, here), quotation(self.later_text, there)
        if before == after:
            return self.match(here, there, MOVED)
        turned = weighs(before, after, self._lower_case)
        if turned:
            raise AnnotatorError(
                f"That is another claim, to be checked again, for in it changed: {listed(turned)}. "
                "Nothing was carried."
            )
        return self.match(here, there, CHANGED)

    @cached_property
    def _lower_case(self) -> frozenset[str]:
        return lower_case_words(self.earlier_text) | lower_case_words(self.later_text)

    def matches(self, comparison: Comparison, pairs: Pairs) -> tuple[Match, ...]:
        """All that is written of a comparison: what is the same, what waits, what is checked again.

        Raises AnnotatorError for a pair that the comparison does not leave open.
        """
        self._refuse_unknown(comparison, pairs)
        answered = {here for here, _ in pairs}
        found = [
            match
            for line in comparison.lines
            if line.here not in answered
            for match in self._of_line(line)
        ]
        return (*found, *self.said_same(pairs))

    def _of_line(self, line: Line) -> Iterator[Match]:
        how = {Fate.CARRIED: EXACT, Fate.AGAIN: AGAIN, **_OPEN}.get(line.fate)
        if how is not None:
            yield from (self.match(line.here, there, how) for there in line.places)

    @staticmethod
    def _refuse_unknown(comparison: Comparison, pairs: Pairs) -> None:
        by_here = {line.here: line for line in comparison.lines}
        for here, there in pairs:
            line = by_here.get(here)
            if line is None or not (line.may_be(there) or line.fate is Fate.AGAIN):
                raise AnnotatorError(
                    "The versions compare otherwise now: look at them again, then confirm."
                )


def waiting(comparison: Comparison, pairs: Pairs) -> Iterable[Span]:
    """The claims of the earlier text of which it is asked what they are, and nobody has said."""
    answered = {here for here, _ in pairs}
    return (
        line.here for line in comparison.lines if line.fate in _OPEN and line.here not in answered
    )
