"""What a view shows of one article, and what it is told when that changes.

A snapshot holds columns, one entry a claim in reading order, so that an article
of 100,000 claims opens and changes in no time; ``Claim`` values are made when
somebody asks for one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from annotator.domain.article import (
    Article,
    ClaimId,
    Passage,
    PassageKind,
    Span,
    claim_id,
)
from annotator.domain.tags import Standing

TITLE_NUMBER = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """One live claim: where it lies, its number and how it stands for the analyst.

    ``number`` is 0 for the title's claim and None for page furniture.
    """

    id: ClaimId
    index: int
    number: int | None
    span: Span
    text: str
    standing: Standing
    has_note: bool

    @property
    def name(self) -> str:
        """How history and messages call it: "claim 5", "the title", "page furniture"."""
        return claim_name(self.number)


def claim_name(number: int | None) -> str:
    """How a claim of this number is called in a sentence."""
    if number is None:
        return "page furniture"
    return "the title" if number == TITLE_NUMBER else f"claim {number}"


def number_label(number: int | None) -> str:
    """What is painted and typed for a number: "T", "5", or nothing for furniture."""
    if number is None:
        return ""
    return "T" if number == TITLE_NUMBER else str(number)


@dataclass(frozen=True)
class Snapshot:
    """One article as one analyst sees it at one moment.

    ``starts`` and ``ends`` are code points, sorted by (start, longer first);
    ``standings`` and ``notes`` hold a byte for each claim (a ``Standing``; 1 where
    there is a note). A claim whose first character lies in boilerplate stands as
    ``Standing.FURNITURE`` whatever anybody holds of it.
    """

    article: Article
    passages: tuple[Passage, ...]
    starts: array[int]
    ends: array[int]
    standings: bytes
    notes: bytes
    retired: tuple[Retired, ...] = ()
    _counts: dict[Standing, int] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def id_at(self, index: int) -> ClaimId:
        return claim_id(self.article.id, self.span(index))

    def claim(self, index: int) -> Claim:
        span = self.span(index)
        return Claim(
            claim_id(self.article.id, span),
            index,
            self.number(index),
            span,
            self.article.text[span.start : span.end],
            Standing(self.standings[index]),
            bool(self.notes[index]),
        )

    def claims(self) -> Iterator[Claim]:
        return map(self.claim, range(len(self)))

    def standing(self, index: int) -> Standing:
        return Standing(self.standings[index])

    def index_of(self, span: Span) -> int | None:
        """Where the live claim of exactly this stretch is, or None."""
        index = bisect_left(self.starts, span[0])
        while index < len(self.starts) and self.starts[index] == span[0]:
            if self.ends[index] == span[1]:
                return index
            index += 1
        return None

    @cached_property
    def title_index(self) -> int | None:
        """The claim called T: the first live one that begins in the title passage."""
        for passage in self.passages:
            if passage.kind is PassageKind.TITLE:
                index = bisect_left(self.starts, passage.start)
                if index < len(self.starts) and self.starts[index] < passage.end:
                    return index
        return None

    @cached_property
    def _unnumbered(self) -> list[int]:
        """Indices of furniture and of T, sorted: what numbering skips."""
        furniture = int(Standing.FURNITURE).to_bytes()
        found, at = set[int](), self.standings.find(furniture)
        while at >= 0:
            found.add(at)
            at = self.standings.find(furniture, at + 1)
        if self.title_index is not None:
            found.add(self.title_index)
        return sorted(found)

    def number(self, index: int) -> int | None:
        """1, 2, … in reading order; 0 for T; None for furniture."""
        if self.standings[index] == Standing.FURNITURE:
            return None
        if index == self.title_index:
            return TITLE_NUMBER
        return index + 1 - bisect_right(self._unnumbered, index)

    def index_of_number(self, number: int) -> int | None:
        """The claim with this number as the window shows it; 0 is T."""
        if number == TITLE_NUMBER:
            title = self.title_index
            return None if title is None or self.standings[title] == Standing.FURNITURE else title
        if not 1 <= number <= self.last_number:
            return None
        low, high = number - 1, len(self) - 1
        while low < high:
            middle = (low + high) // 2
            if middle + 1 - bisect_right(self._unnumbered, middle) < number:
                low = middle + 1
            else:
                high = middle
        return low

    @cached_property
    def last_number(self) -> int:
        """How many numbered claims there are: T and furniture left out."""
        return len(self) - len(self._unnumbered)

    @property
    def has_title_claim(self) -> bool:
        return self.index_of_number(TITLE_NUMBER) is not None

    def count(self, standing: Standing) -> int:
        """How many claims stand so; T counts, furniture only when asked for."""
        if standing not in self._counts:
            self._counts[standing] = self.standings.count(int(standing).to_bytes())
        return self._counts[standing]

    def counts(self) -> dict[Standing, int]:
        return {standing: self.count(standing) for standing in Standing}

    @property
    def total(self) -> int:
        """Everything that is a claim: T and the numbered ones."""
        return len(self) - self.count(Standing.FURNITURE)

    @property
    def done(self) -> int:
        return self.total - self.count(Standing.UNTAGGED)

    def next_untagged(self, after: int) -> int | None:
        """The next claim that does not count as done, round the end of the article."""
        untagged = int(Standing.UNTAGGED).to_bytes()
        found = self.standings.find(untagged, after + 1)
        if found < 0:
            found = self.standings.find(untagged, 0, max(after, 0))
        return None if found < 0 else found

    def step(self, index: int, by: int) -> int | None:
        """The next (``by`` = 1) or previous (-1) claim that is no furniture."""
        index += by
        while 0 <= index < len(self):
            if self.standings[index] != Standing.FURNITURE:
                return index
            index += by
        return None

    def covering(self, at: int, until: int | None = None) -> list[int]:
        """The claims that touch ``[at, until)`` (one character without ``until``), in order."""
        until = at + 1 if until is None else until
        low = bisect_left(self._reach, at + 1)
        high = bisect_left(self.starts, until)
        return [index for index in range(low, high) if self.ends[index] > at]

    @cached_property
    def _reach(self) -> array[int]:
        """For each claim the furthest end of it and all before it: never falls."""
        return array("q", accumulate(self.ends, max))

    def passage_index(self, at: int) -> int | None:
        """The passage that holds this character, or None between two."""
        index = bisect_right(self.passages, at, key=lambda passage: passage.start) - 1
        return index if index >= 0 and at < self.passages[index].end else None

    def with_standings(self, changed: Mapping[int, tuple[Standing, bool]]) -> Snapshot:
        """The same claims, some of which stand otherwise: index → (standing, has a note)."""
        standings, notes = bytearray(self.standings), bytearray(self.notes)
        for index, (standing, noted) in changed.items():
            if standings[index] != Standing.FURNITURE:
                standings[index] = standing
            notes[index] = noted
        fresh = replace(self, standings=bytes(standings), notes=bytes(notes), _counts={})
        for name in ("title_index", "_unnumbered", "last_number", "_reach"):
            if name in self.__dict__:
                fresh.__dict__[name] = self.__dict__[name]
        return fresh


@dataclass(frozen=True, slots=True)
class Retired:
    """A claim that a cut took out of the layout and that somebody still holds something of."""

    span: Span
    standing: Standing
    has_note: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What became different in one article, told to every view of it.

    ``touched`` are live claims whose standing or note may differ, whoever holds them;
    ``layout`` says that claims or passages themselves did (then everything is laid out
    anew); ``about`` says that its title, name or place in the list did; ``review`` that
    a pass, a decision, a comment or the article's stage did; ``record`` that evidence,
    attributions or sources did.
    """

    article: str
    touched: frozenset[Span] = frozenset()
    layout: bool = False
    about: bool = False
    review: bool = False
    record: bool = False


def indices(snapshot: Snapshot, spans: Iterable[Span]) -> list[int]:
    """Where these spans are live claims now, in order and each once; the others are left out."""
    found = {snapshot.index_of(span) for span in spans}
    return sorted(index for index in found if index is not None)
