"""Code points to UTF-16 units and back: the one place that knows the difference.

Annotator counts Unicode code points; Qt, UIMA and WebAnno count UTF-16 units, where
each character beyond U+FFFF (an emoji, say) takes two.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Converts positions in one text, both ways, in O(log of its wide characters)."""

    __slots__ = ("_middles", "_wide", "length")

    def __init__(self, text: str) -> None:
        self._wide = array("q", (found.start() for found in _WIDE.finditer(text)))
        self._middles = array("q", (at + i + 1 for i, at in enumerate(self._wide)))
        self.length = len(text) + len(self._wide)
        """How many UTF-16 units the whole text takes."""

    def units(self, code_points: int) -> int:
        """The UTF-16 position of a code point position."""
        return code_points + bisect_left(self._wide, code_points)

    def code_points(self, units: int) -> int:
        """The code point position of a UTF-16 one; the middle of a pair is its beginning."""
        return units - bisect_right(self._middles, units)
