"""How a plain text is laid out: blocks between blank lines, wrapped lines, list items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from annotator.text.expression import HARD, MARKS

WIDEST = 160
"""No program wraps its lines wider; where lines are longer, each is a paragraph."""

NARROWEST = 30
"""Nor narrower: shorter lines are verses, addresses, captions."""

FEWEST = 3
"""So many line ends inside paragraphs are needed to tell a program's from a writer's."""

_SAMPLE = 2_000
"""So many line ends tell how a text was made."""

_SURE_ITEM = re.compile(r"[^\S\n]*[•·▪◦‣⁃●■○][^\S\n]*\S")
_ITEM = re.compile(r"[^\S\n]*(?:[-*+]|\(?\d{1,3}[.)]|\(?[a-z]\)|[a-z]\.|\(?[A-Z]\))[^\S\n]+\S")
_ENDED = re.compile(rf"[{MARKS}:;][^\w\n]{{0,4}}$")
_FIRST_WORD = re.compile(r"[^\S\n]*(\S{1,80})")


def blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What hard breaks part in ``text[start:end]``: stretches without blanks at their ends."""
    for hard in HARD.finditer(text, start, end):
        first, limit = trimmed(text, start, hard.start())
        if first < limit:
            yield first, limit
        start = hard.end()
    first, limit = trimmed(text, start, end)
    if first < limit:
        yield first, limit


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the blanks at its ends; empty if there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    return start, rstripped(text, start, end)


def rstripped(text: str, start: int, end: int) -> int:
    """The end of the stretch without the blanks there."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def wrap_width(text: str) -> int:
    """How wide a program wrapped the lines of this text; 0 if their writer broke them.

    A program fills each line: the first word of the next would not have fitted.
    Where three in five line ends inside paragraphs are so, many of them amid a
    sentence, and no line is wider than any program makes it, the text is wrapped.
    """
    ends = list(islice(_line_ends(text), _SAMPLE))
    if len(ends) < FEWEST:
        return 0
    lengths = sorted(end - start for start, end, _ in ends)
    width = lengths[len(lengths) * 4 // 5]
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = [end for start, end, limit in ends if _full(text, start, end, limit, width)]
    amid = sum(not _ended(text, end) for end in full)
    return width if len(full) * 5 >= len(ends) * 3 and amid * 3 >= len(ends) else 0


def paragraphs(text: str, first: int, limit: int, width: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a block: what its writer, not a program, broke into lines.

    ``width`` is ``wrap_width`` of the whole text. A list item is a paragraph.
    """
    begin = start = first
    while (end := text.find("\n", start, limit)) >= 0:
        wrapped = width > 0 and _full(text, start, end, limit, width)
        goes_on = wrapped or _continues(text, start, end, limit)
        before = None if is_item(text, begin, end) else end
        if not goes_on or is_item(text, end + 1, limit, after=before):
            yield begin, rstripped(text, begin, end)
            begin = trimmed(text, end + 1, limit)[0]
        start = end + 1
    yield begin, limit


def is_item(text: str, start: int, limit: int, after: int | None = None) -> bool:
    """Whether a list item begins at ``start``.

    ``after`` is where the line before ended: "- " and "5. " may also begin a
    wrapped line, and count only where that line came to an end. In a list, and at
    the beginning of a paragraph, it does not matter: ``None``.
    """
    if _SURE_ITEM.match(text, start, limit):
        return True
    if not _ITEM.match(text, start, limit):
        return False
    return after is None or _ended(text, after)


def _line_ends(text: str) -> Iterator[tuple[int, int, int]]:
    """Line ends inside blocks: where the line began, where it ends, where its block does."""
    for first, limit in blocks(text, 0, len(text)):
        while (end := text.find("\n", first, limit)) >= 0:
            yield first, end, limit
            first = end + 1


def _full(text: str, start: int, end: int, limit: int, width: int) -> bool:
    """Whether the next line's first word had no room in this line."""
    word = _FIRST_WORD.match(text, end + 1, limit)
    room = width - (end - start) - 1
    return word is None or room < len(word[1])


def _ended(text: str, end: int) -> bool:
    """Whether a sentence, or what introduces a list, ends at this line end."""
    return bool(_ENDED.search(text, max(0, end - 6), end))


def _continues(text: str, start: int, end: int, limit: int) -> bool:
    """Whether the next line goes on in small letters where this one, not over-long, stopped."""
    if end - start > WIDEST or _ended(text, end):
        return False
    word = _FIRST_WORD.match(text, end + 1, limit)
    return word is not None and word[1][0].islower()
