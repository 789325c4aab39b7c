"""Cuts an article into the blocks that are laid out one by one.

A block is a passage, or a part of one that is so long that laying it out whole would
be felt. Built in one pass over the passages; no claim is made into a value for it.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.domain.article import Passage, PassageKind
from annotator.domain.snapshot import Snapshot

LONGEST = 9_000
"""A passage of more code points than this is cut, about every ``PART`` of them."""
PART = 6_000
MANY, SHOWN = 5, 2
"""Page furniture of so many passages is folded, but for its first ones."""
_LOOK_BACK = 400
_ZERO_WIDTH_JOINER = "\u200d"


class Fold(NamedTuple):
    """Page furniture that is folded, from its first to behind its last code point: how many passages."""

    start: int
    end: int
    passages: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """Where each block lies, in code points, and which passage it belongs to."""

    starts: array[int]
    ends: array[int]
    passages: array[int]
    shapes: array[int]
    """For each block, which of ``sizes`` it has."""
    sizes: tuple[tuple[PassageKind, int], ...]
    """Every kind and length in code points there is: far fewer than blocks."""
    folds: Mapping[int, Fold] = field(default_factory=dict)
    """The block that page furniture is folded behind → what is."""

    def __len__(self) -> int:
        return len(self.starts)

    def holding(self, offset: int) -> int:
        """The block that holds this character, or the last that begins before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def fold_holding(self, offset: int) -> Fold | None:
        """What is folded and holds this character; None: it has a block."""
        fold = self.folds.get(self.holding(offset))
        return fold if fold is not None and fold.start <= offset < fold.end else None

    def opens(self, block: int) -> bool:
        """Whether this is the first block of its passage."""
        return block == 0 or self.passages[block - 1] != self.passages[block]

    def closes(self, block: int) -> bool:
        """Whether this is the last block of its passage."""
        return block + 1 == len(self) or self.passages[block + 1] != self.passages[block]


def cut_into_blocks(snapshot: Snapshot, unfolded: Set[int] = frozenset()) -> Blocks:
    """One block a passage, and several where a passage is very long.

    Of page furniture that goes on and on there are no blocks, but for its first lines and for
    folds that somebody opened: ``unfolded`` are their beginnings.
    """
    starts, ends, owners = array("q"), array("q"), array("q")
    folds: dict[int, Fold] = {}
    passages = _Folded(snapshot.passages, unfolded)
    for owner, passage in enumerate(snapshot.passages):
        fold = passages.at(owner)
        if fold is not None:
            folds[len(starts) - 1] = fold
            continue
        if passage.end - passage.start <= LONGEST:
            starts.append(passage.start)
            ends.append(passage.end)
            owners.append(owner)
            continue
        for start, end in _parts(snapshot, passage):
            starts.append(start)
            ends.append(end)
            owners.append(owner)
    shapes, sizes = _sizes(snapshot.passages, starts, ends, owners)
    return Blocks(starts, ends, owners, shapes, sizes, folds)


class _Folded:
    """Which passages are folded, asked in order."""

    def __init__(self, passages: Sequence[Passage], unfolded: Set[int]) -> None:
        self._passages, self._unfolded = passages, unfolded
        self._run = range(0)
        """The furniture that stands together here."""

    def at(self, owner: int) -> Fold | None:
        """What this passage is folded into; None: it is shown."""
        passages = self._passages
        if passages[owner].kind is not PassageKind.BOILERPLATE:
            return None
        if owner not in self._run:
            end = owner
            while end < len(passages) and passages[end].kind is PassageKind.BOILERPLATE:
                end += 1
            self._run = range(owner, end)
        shown = self._run.start + SHOWN
        if len(self._run) < MANY or owner < shown or passages[shown].start in self._unfolded:
            return None
        hidden = self._run.stop - shown
        return Fold(passages[shown].start, passages[self._run.stop - 1].end, hidden)


def _sizes(
    passages: Sequence[Passage], starts: array[int], ends: array[int], owners: array[int]
) -> tuple[array[int], tuple[tuple[PassageKind, int], ...]]:
    """Kind and length of each block, so that a guess at heights is made once for all alike."""
    shapes, known = array("q"), dict[tuple[int, int], int]()
    sizes: list[tuple[PassageKind, int]] = []
    for start, end, owner in zip(starts, ends, owners, strict=True):
        kind = passages[owner].kind
        shape = known.setdefault((id(kind), end - start), len(sizes))  # an enum's hash is slow
        if shape == len(sizes):
            sizes.append((kind, end - start))
        shapes.append(shape)
    return shapes, tuple(sizes)


def _parts(snapshot: Snapshot, passage: Passage) -> Iterator[tuple[int, int]]:
    start = passage.start
    while passage.end - start > LONGEST:
        cut = _cut(snapshot, start, passage.end)
        yield start, cut
        start = cut
    yield start, passage.end


def _cut(snapshot: Snapshot, start: int, end: int) -> int:
    """Where to end a part: at a claim's start, else after a blank, else between characters."""
    low, target = start + PART // 2, start + PART
    found = bisect_right(snapshot.starts, target) - 1
    if found >= 0 and snapshot.starts[found] >= low:
        return snapshot.starts[found]
    found = bisect_left(snapshot.starts, target)
    if found < len(snapshot.starts) and snapshot.starts[found] < min(start + LONGEST, end):
        return snapshot.starts[found]
    text = snapshot.article.text
    blank = text.rfind(" ", target - _LOOK_BACK, target)
    if blank >= 0:
        return blank + 1
    while target < min(end, start + LONGEST) and _hangs_on(text[target - 1], text[target]):
        target += 1
    return target


def _hangs_on(before: str, char: str) -> bool:
    """Whether a character must not be parted from the one before it."""
    return (
        _ZERO_WIDTH_JOINER in (before, char)
        or unicodedata.combining(char) > 0
        or unicodedata.category(char) in ("Mn", "Me", "Mc", "Sk")
    )
