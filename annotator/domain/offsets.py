"""Code points to what others count, and back: the one place that knows the difference.

Annotator counts Unicode code points; Qt, UIMA and WebAnno count UTF-16 units, where
each character beyond U+FFFF (an emoji, say) takes two. Who reads a text with CRLF line ends
counts two for each of them, and who counts a byte order mark is one further on everywhere.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_BREAK = re.compile("\n")
_WIDE_OR_BREAK = re.compile("[\n\U00010000-\U0010ffff]")


class Widened:
    """Converts positions in one text, both ways, in O(log of the characters that count twice)."""

    __slots__ = ("_ahead", "_middles", "_wide", "length")

    def __init__(self, text: str, twice: re.Pattern[str], ahead: int = 0) -> None:
        """``twice`` matches each character that counts as two; ``ahead`` are counted before the text."""
        self._wide = array("q", (found.start() for found in twice.finditer(text)))
        self._ahead = ahead
        self._middles = array("q", (at + i + 1 + ahead for i, at in enumerate(self._wide)))
        self.length = len(text) + len(self._wide) + ahead
        """How far the whole text reaches, as they count."""

    def units(self, code_points: int) -> int:
        """What they count for a code point position."""
        return code_points + bisect_left(self._wide, code_points) + self._ahead

    def code_points(self, units: int) -> int:
        """The code point position of what they count; the middle of a character is its beginning."""
        return units - bisect_right(self._middles, units) - self._ahead

    def exactly(self, units: int) -> int | None:
        """The same, but None for the middle of a character and for what is not in the text."""
        if not self._ahead <= units <= self.length:
            return None
        found = self.code_points(units)
        return found if self.units(found) == units else None


class Utf16(Widened):
    """Code points to UTF-16 units and back."""

    __slots__ = ()

    def __init__(self, text: str) -> None:
        super().__init__(text, _WIDE)


def otherwise_counted(text: str) -> tuple[Widened, ...]:
    """How else than in code points somebody may have counted this text, the likeliest first.

    In UTF-16 units; with a byte order mark; with two for each line end; and all of it together.
    """
    return tuple(
        Widened(text, twice, ahead)
        for twice, ahead in (
            (_WIDE, 0),
            (_NONE, 1),
            (_BREAK, 0),
            (_WIDE, 1),
            (_WIDE_OR_BREAK, 0),
            (_BREAK, 1),
            (_WIDE_OR_BREAK, 1),
        )
    )


_NONE = re.compile("(?!)")
