"""Which claims alone the page shows: those that stand so, or those that were drawn.

The others are muted, and moving passes over them. Indices are those of the snapshot
that is asked about, which may be another one at every key.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from annotator.domain.article import Span
from annotator.domain.layout import reading_order
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import ROW, Standing


class Only(Protocol):
    """A filter of claims; None in its place lets every claim through."""

    def lets(self, snapshot: Snapshot, index: int) -> bool:
        """Whether this claim is one of them."""

    def step(self, snapshot: Snapshot, index: int, by: int) -> int | None:
        """The next (``by`` = 1) or previous (-1) one of them after this place, or None."""

    def next_untagged(self, snapshot: Snapshot, after: int) -> int | None:
        """The next one that Space goes to, round the end of the article."""

    def count(self, snapshot: Snapshot) -> int:
        """How many they are."""

    @property
    def called(self) -> str:
        """What they are, after a number or "No claim here is": "disputed"."""


@dataclass(frozen=True, slots=True)
class Stands:
    """Claims that stand so."""

    standing: Standing

    def lets(self, snapshot: Snapshot, index: int) -> bool:
        return snapshot.standings[index] == self.standing

    def step(self, snapshot: Snapshot, index: int, by: int) -> int | None:
        wanted, standings = int(self.standing), snapshot.standings
        if by > 0:
            found = standings.find(wanted, index + 1)
        else:
            found = standings.rfind(wanted, 0, max(index, 0))
        return None if found < 0 else found

    def next_untagged(self, snapshot: Snapshot, after: int) -> int | None:
        """Among all claims: of those that stand alike all are untagged, or none."""
        return snapshot.next_untagged(after)

    def count(self, snapshot: Snapshot) -> int:
        return snapshot.count(self.standing)

    @property
    def called(self) -> str:
        return ROW[self.standing].label.lower()


@dataclass(frozen=True, slots=True)
class Listed:
    """Certain claims; ``spans`` lie in reading order, and some may be claims no more."""

    spans: tuple[Span, ...]

    def lets(self, snapshot: Snapshot, index: int) -> bool:
        span = snapshot.span(index)
        at = self._at(span)
        here = at < len(self.spans) and self.spans[at] == span
        return here and snapshot.standings[index] != Standing.FURNITURE

    def step(self, snapshot: Snapshot, index: int, by: int) -> int | None:
        at = self._after(snapshot, index) if by > 0 else self._before(snapshot, index)
        while 0 <= at < len(self.spans):
            found = self._live(snapshot, self.spans[at])
            if found is not None:
                return found
            at += by
        return None

    def next_untagged(self, snapshot: Snapshot, after: int) -> int | None:
        begin = self._after(snapshot, after)
        for at in chain(range(begin, len(self.spans)), range(begin)):
            found = self._live(snapshot, self.spans[at])
            if found in (None, after):
                continue
            if snapshot.standings[found] == Standing.UNTAGGED:
                return found
        return None

    def count(self, snapshot: Snapshot) -> int:
        return sum(self._live(snapshot, span) is not None for span in self.spans)

    def _live(self, snapshot: Snapshot, span: Span) -> int | None:
        index = snapshot.index_of(span)
        if index is None or snapshot.standings[index] == Standing.FURNITURE:
            return None
        return index

    def _at(self, span: Span) -> int:
        return bisect_left(self.spans, reading_order(span), key=reading_order)

    def _after(self, snapshot: Snapshot, index: int) -> int:
        """The first of the sample that lies after this place of the snapshot."""
        if index < 0:
            return 0
        return bisect_right(self.spans, reading_order(snapshot.span(index)), key=reading_order)

    def _before(self, snapshot: Snapshot, index: int) -> int:
        """The last of the sample that lies before it."""
        return -1 if index < 0 else self._at(snapshot.span(index)) - 1


@dataclass(frozen=True, slots=True)
class WereDrawn(Listed):
    """Claims of a sample."""

    @classmethod
    def of(cls, spans: Iterable[Span]) -> WereDrawn:
        return cls(tuple(sorted(spans, key=reading_order)))

    @property
    def called(self) -> str:
        return "drawn for a second check"


@dataclass(frozen=True, slots=True)
class WereFound(Listed):
    """Claims that a search found; ``words`` is what was looked for."""

    words: str = ""

    @classmethod
    def of(cls, spans: Iterable[Span], words: str) -> WereFound:
        return cls(tuple(sorted(spans, key=reading_order)), words)

    @property
    def called(self) -> str:
        return f"found by “{self.words}”" if self.words else "found"
