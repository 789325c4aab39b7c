"""A proposed wording against its sentence, word by word: what is struck, what is new.

Words that stand once in each are the first to be found again (patience diff, after Bram
Cohen); what lies between two of them is compared by the longest run of words in common.
Both are bounded, so the longest sentence is compared while its wording is being typed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from annotator.text.expression import WORD


class PieceKind(StrEnum):
    """Where a piece stands: in both wordings, in the old one only, in the new one only."""

    SAME = "same"
    DROPPED = "dropped"
    NEW = "new"


class Piece(NamedTuple):
    """A stretch of the comparison. ``text`` is exactly what stands there, blanks included."""

    text: str
    kind: PieceKind


MOST_CELLS = 10_000
"""So many words of one times words of the other are compared between two fixed words; where
there are more, all of it is dropped and new. 100 by 100 words is a long paragraph."""

_ISLAND, _WATER = 3, 3
"""A run of so few letters that stays amid changes of so many words on both sides of it
is not worth keeping: "of" between two sentences that have nothing in common."""

_WITHOUT_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"\s*(?:[{_WITHOUT_BLANKS}][\u3099\u309a\u0e31-\u0e4e]*"
    rf"|(?:(?![{_WITHOUT_BLANKS}])[{WORD}])+(?:['’.,-](?:(?![{_WITHOUT_BLANKS}])[{WORD}])+)*"
    r"|\S(?:[\u0300-\u036f\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d\S)*)"
    r"|\s+"
)
"""A word with the blanks before it; a character of a script that has no blanks; a mark with
what combines with it; or the blanks at the end."""

_Run = tuple[int, int, int]
"""Where a run of equal words begins in the old and in the new wording, and how long it is."""


def changed_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces by which ``old`` becomes ``new``, in reading order.

    What is same and dropped, put together, is ``old``; what is same and new is ``new``. No
    two neighbours are of one kind, none is empty, and what is dropped stands before what
    replaces it.
    """
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    runs = _without_islands(list(_runs(_words(ours), _words(theirs))), len(ours), len(theirs))
    return _joined(_pieces(ours, theirs, runs))


def _words(tokens: Sequence[str]) -> list[str]:
    """What tokens are compared by: blanks before a word do not make it another."""
    return [token.lstrip() for token in tokens]


def _runs(ours: list[str], theirs: list[str]) -> Iterator[_Run]:
    """Runs of words that both have, in order; the last is empty and stands behind all."""
    a, b = len(ours), len(theirs)
    head = _common(ours, theirs)
    tail = _common(ours[head:][::-1], theirs[head:][::-1])
    if head:
        yield 0, 0, head
    left = head, head
    for right in [*_anchors(ours[head : a - tail], theirs[head : b - tail]), None]:
        to = (a - tail, b - tail) if right is None else (right[0] + head, right[1] + head)
        for x, y in _common_words(ours[left[0] : to[0]], theirs[left[1] : to[1]]):
            yield left[0] + x, left[1] + y, 1
        if right is not None:
            yield *to, 1
            left = to[0] + 1, to[1] + 1
    if tail:
        yield a - tail, b - tail, tail
    yield a, b, 0


def _common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words both begin with."""
    for place, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if one != other:
            return place
    return min(len(ours), len(theirs))


def _anchors(ours: list[str], theirs: list[str]) -> list[tuple[int, int]]:
    """Words that stand once in each, as many as are in the same order in both."""
    counted, other = Counter(ours), Counter(theirs)
    where = {word: place for place, word in enumerate(theirs) if other[word] == 1}
    pairs = [(a, where[w]) for a, w in enumerate(ours) if counted[w] == 1 and w in where]
    # The longest rising sequence of places, by piling (each pile ends as low as it can).
    ends: list[int] = []
    piles: list[int] = []
    before = [-1] * len(pairs)
    for index, (_, place) in enumerate(pairs):
        pile = bisect_left(ends, place)
        if pile == len(ends):
            ends.append(place)
            piles.append(index)
        else:
            ends[pile], piles[pile] = place, index
        before[index] = piles[pile - 1] if pile else -1
    chosen = []
    index = piles[-1] if piles else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return chosen[::-1]


def _common_words(ours: list[str], theirs: list[str]) -> list[tuple[int, int]]:
    """The longest sequence of words both have, in order; nothing where it would take long."""
    if not ours or not theirs or len(ours) * len(theirs) > MOST_CELLS:
        return []
    longest = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for a in range(len(ours) - 1, -1, -1):
        below, row, word = longest[a + 1], longest[a], ours[a]
        for b in range(len(theirs) - 1, -1, -1):
            row[b] = below[b + 1] + 1 if word == theirs[b] else max(below[b], row[b + 1])
    found = []
    a = b = 0
    while a < len(ours) and b < len(theirs):
        if ours[a] == theirs[b]:
            found.append((a, b))
            a, b = a + 1, b + 1
        elif longest[a + 1][b] >= longest[a][b + 1]:
            a += 1
        else:
            b += 1
    return found


def _without_islands(runs: list[_Run], a: int, b: int) -> list[_Run]:
    """Runs of neighbours as one; without what stays by chance amid changes."""
    joined: list[_Run] = []
    for run in runs:
        if joined and run[2] and _end(joined[-1]) == run[:2]:
            joined[-1] = (*joined[-1][:2], joined[-1][2] + run[2])
        else:
            joined.append(run)
    kept: list[_Run] = []
    for place, run in enumerate(joined):
        left = _end(kept[-1]) if kept else (0, 0)
        right = joined[place + 1][:2] if place + 1 < len(joined) else (a, b)
        water = max(run[0] - left[0], run[1] - left[1])
        beyond = max(right[0] - _end(run)[0], right[1] - _end(run)[1])
        if run[2] != 1 or min(water, beyond) < _WATER:
            kept.append(run)
    return kept


def _end(run: _Run) -> tuple[int, int]:
    return run[0] + run[2], run[1] + run[2]


def _pieces(ours: list[str], theirs: list[str], runs: Iterable[_Run]) -> Iterator[Piece]:
    a = b = 0
    for here, there, size in runs:
        yield from _replaced("".join(ours[a:here]), "".join(theirs[b:there]))
        a, b = here + size, there + size
        for one, other in zip(ours[here:a], theirs[there:b], strict=True):
            if one == other:
                yield Piece(one, PieceKind.SAME)
                continue
            word = one.lstrip()
            yield Piece(one[: len(one) - len(word)], PieceKind.DROPPED)
            yield Piece(other[: len(other) - len(word)], PieceKind.NEW)
            yield Piece(word, PieceKind.SAME)


def _replaced(dropped: str, new: str) -> Iterator[Piece]:
    """What stands in place of what; the blank before both is the same."""
    if dropped[:1].isspace() and dropped[:1] == new[:1]:
        yield Piece(dropped[0], PieceKind.SAME)
        dropped, new = dropped[1:], new[1:]
    yield Piece(dropped, PieceKind.DROPPED)
    yield Piece(new, PieceKind.NEW)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Without empty pieces, neighbours of one kind as one, what is dropped before what is new."""
    result: list[Piece] = []
    same: list[str] = []
    dropped: list[str] = []
    new: list[str] = []

    def put(texts: list[str], kind: PieceKind) -> None:
        if texts:
            result.append(Piece("".join(texts), kind))
            texts.clear()

    for text, kind in pieces:
        if not text:
            continue
        if kind is PieceKind.SAME:
            put(dropped, PieceKind.DROPPED)
            put(new, PieceKind.NEW)
            same.append(text)
        else:
            put(same, PieceKind.SAME)
            (dropped if kind is PieceKind.DROPPED else new).append(text)
    put(same, PieceKind.SAME)
    put(dropped, PieceKind.DROPPED)
    put(new, PieceKind.NEW)
    return tuple(result)
