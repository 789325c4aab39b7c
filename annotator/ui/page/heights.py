"""Heights of the page's blocks, so that a place is found without adding them all up.

A Fenwick (binary indexed) tree: the top of a block, the block at a place and a new
height each cost O(log n). Everything is in pixels, most of it estimated until a block
has been laid out.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from operator import sub


class Heights:
    """The heights of blocks 0, 1, 2, … from the top."""

    def __init__(self, heights: Iterable[float]) -> None:
        self._each = list(heights)
        sums = [0.0, *accumulate(self._each)]
        self._tree = sums[:]
        bit = 1
        while bit < len(sums):  # all nodes that stand for so many blocks, at once
            ends, begins = sums[bit :: 2 * bit], sums[:: 2 * bit]
            self._tree[bit :: 2 * bit] = map(sub, ends, begins)
            bit *= 2
        self._top_bit = 1 << max(len(self._each).bit_length() - 1, 0)

    def __len__(self) -> int:
        return len(self._each)

    def __getitem__(self, index: int) -> float:
        return self._each[index]

    def __setitem__(self, index: int, height: float) -> None:
        more = height - self._each[index]
        if not more:
            return
        self._each[index] = height
        at = index + 1
        while at < len(self._tree):
            self._tree[at] += more
            at += at & -at

    def top(self, index: int) -> float:
        """Where block ``index`` begins; ``top(len(self))`` is the height of all."""
        total = 0.0
        while index:
            total += self._tree[index]
            index &= index - 1
        return total

    @property
    def total(self) -> float:
        return self.top(len(self._each))

    def at(self, y: float) -> int:
        """The block that holds ``y``: the first above the top, the last below the end."""
        index, bit = 0, self._top_bit
        while bit:
            further = index + bit
            if further < len(self._tree) and self._tree[further] <= y:
                index = further
                y -= self._tree[further]
            bit >>= 1
        return max(0, min(index, len(self._each) - 1))
