"""Whom "he", "the report", "the officials" or a surname means: the claim that says it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.domain.article import Span
from annotator.domain.attribution import SourceKind
from annotator.text.cues import chained, cues
from annotator.text.expression import HARD
from annotator.text.naming import Names
from annotator.text.source import Source
from annotator.text.wordbook import Wordbook

BACK = 4
"""So many claims before are looked at."""


class Meant(NamedTuple):
    """What kind of source it is; the earlier claim that names it, and its name there."""

    kind: SourceKind
    claim: Span | None = None
    name: Span | None = None


class Antecedents:
    """Looks back from one claim. Of earlier claims only their own words are read."""

    __slots__ = ("_book", "_claims", "_index", "_text")

    def __init__(self, text: str, claims: Sequence[Span], index: int, book: Wordbook) -> None:
        self._text, self._claims, self._index, self._book = text, claims, index, book

    def of(self, source: Source) -> Meant | None:
        """Whom the source of the claim means; None for a pronoun that might mean anybody."""
        if source.pronoun:
            return self._of_pronoun(source)
        if not source.head:
            return self._of_name(source)
        if source.definite and source.kind is SourceKind.DOCUMENT:
            return self._of_document(source)
        if source.definite:
            return self._of_noun(source)
        return Meant(source.kind)

    def _of_name(self, source: Source) -> Meant:
        """A surname alone: the claim that has the first name too."""
        name = self._text[slice(*source.span)]
        if source.kind is not SourceKind.NAMED or " " in name:
            return Meant(source.kind)
        claim = self._claims[self._index]
        full = Names(self._text, claim, (), self._book).in_full(name)
        where = self._claim_at(full.start) if full else None
        return Meant(source.kind, where, full if where else None)

    def _claim_at(self, place: int) -> Span | None:
        """The earlier claim that holds this character."""
        at = bisect_right(self._claims, place, hi=self._index, key=lambda claim: claim[0]) - 1
        return self._claims[at] if at >= 0 and place < self._claims[at][1] else None

    def _of_pronoun(self, source: Source) -> Meant | None:
        """Whoever spoke last, if "he" or "they" can be said of that source."""
        for claim, found in self._before(same_passage=False):
            for one in reversed(found):
                if one.pronoun == source.pronoun:
                    break  # who that is stands further back
                if one.pronoun or not _agrees(source.pronoun, one):
                    return self._unknown(source)
                return self._named(one, claim)
        return self._unknown(source)

    def _unknown(self, source: Source) -> Meant | None:
        return Meant(source.kind) if source.pronoun in {"he", "she"} else None

    def _named(self, one: Source, claim: Span) -> Meant:
        """The source of an earlier claim, or the claim before it that has its full name."""
        further = Antecedents(self._text, self._claims, self._place(claim), self._book)
        full = further._of_name(one) if not one.head else Meant(one.kind)
        return Meant(one.kind, full.claim or claim, full.name or one.span)

    def _place(self, claim: Span) -> int:
        return self._claims.index(claim, max(0, self._index - BACK), self._index)

    def _of_document(self, source: Source) -> Meant:
        """Whose report it is: who spoke last, unless that was another document."""
        for claim, found in self._before(same_passage=True):
            for one in reversed(found):
                if not one.pronoun and one.kind is not SourceKind.DOCUMENT:
                    return Meant(source.kind, claim, one.span)
        return Meant(source.kind)

    def _of_noun(self, source: Source) -> Meant:
        """The source with the same noun: "four U.S. officials", then "the officials"."""
        for claim, found in self._before(same_passage=True):
            for one in reversed(found):
                if source.head in self._keys(claim, one):
                    return Meant(one.kind, claim, one.span)
        return Meant(source.kind)

    def _keys(self, claim: Span, one: Source) -> set[str]:
        """The words of an earlier source with all that was said of it there."""
        words = self._book.words(self._text, claim)
        return {word.key for word in words[one.first : one.after]}

    def _before(self, *, same_passage: bool) -> Iterator[tuple[Span, list[Source]]]:
        """Earlier claims with their sources, the nearest first; without sources they are passed.

        A claim of another passage is looked at only while sources follow one another there.
        """
        end = self._claims[self._index].start
        crossed = False
        for place in range(self._index - 1, max(-1, self._index - 1 - BACK), -1):
            claim = self._claims[place]
            crossed = crossed or HARD.search(self._text, claim.end, end) is not None
            if crossed and same_passage:
                return
            reading, found = cues(self._text, claim, self._book)
            if crossed and not found:
                return
            yield claim, [cue.source for cue in chained(reading, found)]
            end = claim.start


def _agrees(pronoun: str, source: Source) -> bool:
    if pronoun in {"he", "she"}:
        return source.kind in (SourceKind.NAMED, SourceKind.ANONYMOUS)
    if pronoun == "it":
        return source.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
    return source.kind in (SourceKind.ORGANISATION, SourceKind.ANONYMOUS)
