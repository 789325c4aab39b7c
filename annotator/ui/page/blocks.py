"""Cuts an article into the blocks that are laid out one by one.

A block is a passage, or a part of one that is so long that laying it out whole would
be felt. Built in one pass over the passages; no claim is made into a value for it.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.article import Passage, PassageKind
from annotator.domain.snapshot import Snapshot

LONGEST = 9_000
"""A passage of more code points than this is cut, about every ``PART`` of them."""
PART = 6_000
_LOOK_BACK = 400
_ZERO_WIDTH_JOINER = "\u200d"


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

    def __len__(self) -> int:
        return len(self.starts)

    def holding(self, offset: int) -> int:
        """The block that holds this character, or the last that begins before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def opens(self, block: int) -> bool:
        """Whether this is the first block of its passage."""
        return block == 0 or self.passages[block - 1] != self.passages[block]

    def closes(self, block: int) -> bool:
        """Whether this is the last block of its passage."""
        return block + 1 == len(self) or self.passages[block + 1] != self.passages[block]


def cut_into_blocks(snapshot: Snapshot) -> Blocks:
    """One block a passage, and several where a passage is very long."""
    starts, ends, owners = array("q"), array("q"), array("q")
    for owner, passage in enumerate(snapshot.passages):
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
    return Blocks(starts, ends, owners, shapes, sizes)


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
