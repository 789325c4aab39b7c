"""Finding the places that another program's file names in the article that lies here. Pure.

A position is believed where the words that the file quotes stand there, and nowhere else.
Counted in code points they may not fit: then UTF-16 units, a byte order mark and CRLF line ends are
tried, first of all the way of counting that fits most places of the file. Words without a
position that fits are placed where they stand once, or once between what the file says stands around
them. Nothing is placed by guess: what fits nowhere, or in two places, is told with its reason.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from annotator.domain.article import Span
from annotator.domain.brought import Place
from annotator.domain.offsets import otherwise_counted
from annotator.domain.wording import amount, first_words


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Why something has no place here, in words without a full stop."""

    why: str


class Counting(Protocol):
    """A way of counting characters: what it counts → code points, None where that is between two."""

    def exactly(self, units: int) -> int | None: ...


@dataclass(frozen=True, slots=True)
class _CodePoints:
    length: int

    def exactly(self, units: int) -> int | None:
        return units if 0 <= units <= self.length else None


class Placing:
    """One article, and the places of one file. ``claims`` are the stretches that are claims here."""

    def __init__(self, text: str, places: Sequence[Place], claims: Container[Span] = ()) -> None:
        self._text = text
        self._claims = claims
        self._ways: tuple[Counting, ...] = (_CodePoints(len(text)),)
        counted = [as_here(place) for place in places if place.quote and place.start is not None]
        fits = sum(self._fits(self._ways[0], place) is not None for place in counted)
        if fits < len(counted):
            self._ways += otherwise_counted(text)
            by_fits = {way: self._count(way, counted) for way in self._ways}
            # ``sorted`` keeps the order of those that fit equally often.
            self._ways = tuple(sorted(self._ways, key=lambda way: -by_fits[way]))
            fits = by_fits[self._ways[0]]
        self._proven = bool(counted) and fits == len(counted)
        """Whether the words of every place stand where this way of counting says."""

    def find(self, place: Place) -> Span | Unplaced:
        """Where it is in this text, in code points."""
        place = as_here(place)
        if not place.quote:
            return self._unquoted(place)
        for way in self._ways if place.start is not None else ():
            found = self._fits(way, place)
            if found is not None:
                return found
        return self._by_words(place)

    def _count(self, way: Counting, places: Sequence[Place]) -> int:
        return sum(self._fits(way, place) is not None for place in places)

    def _fits(self, way: Counting, place: Place) -> Span | None:
        """The stretch, where exactly the quoted words stand there."""
        assert place.start is not None
        start = way.exactly(place.start)
        if start is None:
            return None
        end = start + len(place.quote)
        if place.end is not None and way.exactly(place.end) != end:
            return None
        return Span(start, end) if self._text.startswith(place.quote, start) else None

    def _unquoted(self, place: Place) -> Span | Unplaced:
        """A bare position: nothing says whether it is meant as we count, unless other places do."""
        if place.start is None or place.end is None:
            return Unplaced("it says of no words that it is about them")
        way = self._ways[0] if self._proven else _CodePoints(len(self._text))
        start, end = way.exactly(place.start), way.exactly(place.end)
        if start is None or end is None or not start < end:
            return Unplaced("it lies outside of the text, or between two halves of a character")
        span = Span(start, end)
        if self._proven or span in self._claims:
            return span
        return Unplaced("it gives a position and no words to check that by")

    def _by_words(self, place: Place) -> Span | Unplaced:
        found = list(self._all(place.quote))
        if len(found) > 1 and (place.prefix or place.suffix):
            around = [span for span in found if self._stands_between(span, place)]
            found = around or found
        if len(found) == 1 and self._contradicted(found[0], place):
            return Unplaced("these words stand once in the text, between others than the file says")
        if len(found) == 1:
            return found[0]
        if found:
            often = f"{MOST:,} times or more" if len(found) == MOST else f"{len(found):,} times"
            return Unplaced(
                f"these words stand {often} in the text, and nothing tells which are meant"
            )
        return Unplaced("these words stand nowhere in the text that is here")

    def _contradicted(self, span: Span, place: Place) -> bool:
        """Whether a few words stand here by chance: nothing before or behind them is as it was told."""
        if len(place.quote) >= ENOUGH:
            return False
        before, behind = _bare(place.prefix)[-NEAR:], _bare(place.suffix)[:NEAR]
        text, reach = self._text, NEAR * 4
        agrees = [
            _bare(text[max(span.start - reach, 0) : span.start]).endswith(before)
            if before
            else None,
            _bare(text[span.end : span.end + reach]).startswith(behind) if behind else None,
        ]
        return False in agrees and True not in agrees

    def _all(self, words: str) -> Iterator[Span]:
        """Every place where the words stand, also where they overlap; at most ``MOST``."""
        at = self._text.find(words)
        for _ in range(MOST):
            if at < 0:
                return
            yield Span(at, at + len(words))
            at = self._text.find(words, at + 1)

    def _stands_between(self, span: Span, place: Place) -> bool:
        before = self._text.endswith(place.prefix, 0, span.start)
        return before and self._text.startswith(place.suffix, span.end)


MOST = 1000
"""Places that are looked at; words that stand more often say nothing of where they are meant."""


ENOUGH = 20
"""Code points of words that are known again whatever stands around them."""

NEAR = 4
"""So many characters around fewer words must be as they were told, on one side at least."""


def _bare(text: str) -> str:
    """Without blanks, which programs give in many ways."""
    return "".join(text.split())


def as_here(place: Place) -> Place:
    """The words with LF line ends and without a byte order mark, as texts lie here."""
    return Place(
        _lines(place.quote), place.start, place.end, _lines(place.prefix), _lines(place.suffix)
    )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def named(place: Place) -> str:
    """The place in a few words, for a list of what was left out."""
    if place.quote.strip():
        return f"“{first_words(place.quote, 60)}”"
    if place.start is not None:
        end = "" if place.end is None else f" to {place.end:,}"
        return f"character {place.start:,}{end}"
    return amount(1, "place")
