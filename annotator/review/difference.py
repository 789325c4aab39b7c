"""What became different between two wordings of a claim, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from annotator.review.quotations import middles
from annotator.review.tokens import tokens


class Part(StrEnum):
    """Where a piece stands: in both wordings, only here, only there."""

    KEPT = "kept"
    DROPPED = "dropped"
    ADDED = "added"


class Piece(NamedTuple):
    part: Part
    text: str


Difference = tuple[Piece, ...]
"""Pieces in reading order. What is kept and dropped, put together, is the wording here;
what is kept and added is the one there. No two neighbours are of one part."""

MOST_CELLS = 40_000
"""So many words here times words there are compared, after what both begin and end with is
taken off; where there are more, the middle is dropped and added as a whole. difflib may
take the square of the words for each word: 200 by 200 is the most a card could show."""

_Word = tuple[str, str]
"""A word with the blank before it, or without."""


def difference(here: str, there: str) -> Difference:
    """The pieces by which one quotation becomes the other (see ``quotations.quotation``)."""
    head, tail = middles(here, there)
    ours, theirs = (_words(text[head : len(text) - tail]) for text in (here, there))
    kept = Piece(Part.KEPT, here[:head]), Piece(Part.KEPT, here[len(here) - tail :])
    return _joined([kept[0], *_pieces(ours, theirs), kept[1]])


def _words(quotation: str) -> list[_Word]:
    found, end = [], 0
    for start, token, _ in tokens(quotation):
        found.append((quotation[end:start], token))
        end = start + len(token)
    return found


def _pieces(ours: list[_Word], theirs: list[_Word]) -> Iterator[Piece]:
    a = b = 0
    for kept_here, kept_there, size in _kept([word for _, word in ours], [w for _, w in theirs]):
        yield from _replaced(ours[a:kept_here], theirs[b:kept_there])
        a, b = kept_here + size, kept_there + size
        for (blank, word), (other, _) in zip(ours[kept_here:a], theirs[kept_there:b], strict=True):
            if blank != other:
                yield from (Piece(Part.DROPPED, blank), Piece(Part.ADDED, other))
                blank = ""
            yield Piece(Part.KEPT, blank + word)


def _replaced(ours: Sequence[_Word], theirs: Sequence[_Word]) -> Iterator[Piece]:
    dropped, added = ("".join(map("".join, words)) for words in (ours, theirs))
    if dropped.startswith(" ") and added.startswith(" "):
        yield Piece(Part.KEPT, " ")
        dropped, added = dropped[1:], added[1:]
    yield from (Piece(Part.DROPPED, dropped), Piece(Part.ADDED, added))


def _kept(ours: list[str], theirs: list[str]) -> Iterator[tuple[int, int, int]]:
    """Runs of words that both have, in order, as (here, there, how many); the last is empty."""
    if len(ours) * len(theirs) <= MOST_CELLS:
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        yield from matcher.get_matching_blocks()
    else:
        yield len(ours), len(theirs), 0


def _joined(pieces: Iterable[Piece]) -> Difference:
    """Without empty pieces; neighbours of one part are one; dropped stands before added."""
    result: list[Piece] = []
    waiting = dict.fromkeys(Part, "")
    for part, text in pieces:
        if part is Part.KEPT and text and (waiting[Part.DROPPED] or waiting[Part.ADDED]):
            result += map(Piece, waiting, waiting.values())
            waiting = dict.fromkeys(Part, "")
        waiting[part] += text
    result += map(Piece, waiting, waiting.values())
    return tuple(piece for piece in result if piece.text)
