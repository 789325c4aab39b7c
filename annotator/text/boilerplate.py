"""Where the article stops and the furniture of its page begins.

Only plain text needs this: there the comment form and the links to other
stories look like paragraphs. The rule is issue 14's: the tail begins at the
first cue line in the last half of the text. The cues are data
(``languages/furniture.toml``); one cue alone is a guess, so what it sets aside
is greyed, never dropped, and one click makes it text again.
"""

from __future__ import annotations

import re
from functools import cache

from annotator.text.expression import WORD
from annotator.text.language import read

LONGEST_CUE = 80
"""A longer line is prose, whatever it begins with."""

_EDGES = re.compile(rf"^[\W\d_]+|(?:(?![{WORD}])\W|_)+$")


@cache
def _cues() -> tuple[frozenset[str], tuple[str, ...]]:
    data = read("furniture")
    return frozenset(data["lines"]), tuple(data["beginnings"])


def is_cue(line: str) -> bool:
    """Whether this line alone says that the article is over ("Leave a Reply", "3 Comments")."""
    line = line.strip()
    if not line or len(line) > LONGEST_CUE:
        return False
    lines, beginnings = _cues()
    # A capital I with a dot leaves that dot behind (Turkish).
    small = line.casefold().replace("’", "'").replace("\u0307", "")
    return _EDGES.sub("", small) in lines or small.startswith(beginnings)


def furniture_from(text: str) -> int:
    """Where the tail of furniture begins: a code point, or ``len(text)`` for none."""
    size = len(text)
    # The first line that begins in the last half; the title cannot be furniture.
    place = text.find("\n", max(0, (size + 1) // 2 - 1)) + 1 or size
    while place < size:
        end = text.find("\n", place)
        end = size if end < 0 else end
        if end - place <= 2 * LONGEST_CUE and is_cue(text[place:end]):
            return place
        place = end + 1
    return size
