"""What somebody typed to search, taken apart, and where a text has it.

Whatever is typed is a search: there are no operators, and only quotation marks mean
something (the words between them stand so, one after the other).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.findwords import Word, words

MOST_TYPED = 2_000
"""Code points of what is typed that are looked at."""

MOST_WORDS = 48
"""Words that are searched; what comes after them does not count."""

EXCERPT = 300
"""Code points of a text that are shown."""

_BEFORE = 80
"""Code points before the first word found that an excerpt shows."""

_QUOTES = re.compile('["“”„«»＂]')

Marks = tuple[tuple[int, int], ...]
"""Half-open stretches of a text, in code points, in order and apart."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that stand one after the other; ``half``: the last may be but the beginning of one."""

    words: tuple[str, ...]
    half: bool

    def at(self, held: Sequence[str], start: int) -> bool:
        """Whether these words begin at this place of ``held``."""
        end = start + len(self.words)
        if end > len(held) or any(
            held[start + place] != word for place, word in enumerate(self.words[:-1])
        ):
            return False
        last = self.words[-1]
        return held[end - 1].startswith(last) if self.half else held[end - 1] == last


@dataclass(frozen=True, slots=True)
class Query:
    """What has to be in a text, in any order. Without a unit nothing was asked for."""

    units: tuple[Unit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.units)

    def fits(self, joined: str) -> bool:
        """Whether a text has all of it; ``joined``: its words (``findwords.joined``)."""
        held = joined.split(" ")
        return all(any(unit.at(held, at) for at in range(len(held))) for unit in self.units)

    def marks(self, text: str) -> Marks:
        """Where the text has any of it."""
        taken = words(text)
        held = [word.text for word in taken]
        return _merged(
            (taken[at].start, taken[at + len(unit.words) - 1].end)
            for at in range(len(held))
            for unit in self.units
            if unit.at(held, at)
        )


NOTHING = Query()


def read_typed(typed: str) -> Query:
    """What was typed, taken apart; every word may be but half of one unless it is quoted.

    A quotation mark that is still open reaches to the end, and its last word may be half.
    """
    pieces = _QUOTES.split(typed[:MOST_TYPED])
    units: list[Unit] = []
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            units += (unit for chunk in piece.split() if (unit := _unit(chunk, True)))
        elif unit := _unit(piece, place == len(pieces) - 1):
            units.append(unit)
    return Query(tuple(_first(dict.fromkeys(units))))


def _unit(text: str, half: bool) -> Unit | None:
    taken = [word.text for word in _without_last(words(text))]
    return Unit(tuple(taken[:MOST_WORDS]), half) if taken else None


def _without_last(taken: list[Word]) -> list[Word]:
    """Of a script that parts no words the last character stands in the pair before it already."""
    if len(taken) > 1 and taken[-1].start < taken[-2].end:
        return taken[:-1]
    return taken


def _first(units: Iterable[Unit]) -> Iterator[Unit]:
    """The units that begin within the first MOST_WORDS words."""
    count = 0
    for unit in units:
        if count >= MOST_WORDS:
            return
        count += len(unit.words)
        yield unit


def _merged(found: Iterable[tuple[int, int]]) -> Marks:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text on one line, and where in the piece the words are that were found."""

    text: str
    marks: Marks = ()


def excerpt(text: str, marks: Marks = (), longest: int = EXCERPT) -> Excerpt:
    """As much of a text as is shown, with the first words found in it; "…" stands for the rest."""
    start = 0
    if len(text) > longest and marks:
        start = _word_at(text, max(0, min(marks[0][0] - _BEFORE, len(text) - longest)))
    end = min(len(text), start + longest)
    lead, tail = "…" * (start > 0), "…" * (end < len(text))
    shift = start - len(lead)
    kept = ((a - shift, min(b, end) - shift) for a, b in marks if start <= a < end)
    # One blank for each: marks keep their places.
    line = "".join(" " if char.isspace() else char for char in text[start:end])
    return Excerpt(f"{lead}{line}{tail}", tuple(kept))


def _word_at(text: str, at: int) -> int:
    """The beginning of a word near this place, behind it."""
    blank = text.find(" ", at, at + _BEFORE // 2)
    return blank + 1 if at and blank >= 0 else at
