"""What a plain text is made of: its title, paragraphs, list items and page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.domain.article import Passage, PassageKind, Span
from annotator.text.boilerplate import furniture_from
from annotator.text.expression import HARD, MARKS
from annotator.text.language import language as language_of
from annotator.text.recognise import recognise
from annotator.text.sentences import cut_between

LONGEST_TITLE = 220
"""A title has at most so many code points (issue 14)."""

LONGEST_WRAPPED = 160
"""No program wraps its lines wider: with a longer line, each line is a paragraph."""

FULL = 0.6
"""A wrapped line is at least this part of the longest line of its paragraph."""

_BULLET = re.compile(r"[^\S\n]*(?:[-–—•·▪◦‣⁃*+]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[^\S\n]+\S")
_ENDED = re.compile(rf"[{MARKS}:;]\W*$")
_STOPPED = re.compile(rf"[{re.escape(MARKS)}][^\w\s]*$")


def passages(text: str) -> list[Passage]:
    """The passages of a plain text: in order, apart, each without blanks at its ends.

    Blank lines, U+2029 and form feeds part them. A paragraph with wrapped lines
    is one passage; where every line is a paragraph of its own, each line is one.
    The title is a first paragraph of one line, at most 220 code points and without
    a final stop, if something follows it. Furniture is what ``boilerplate`` says.
    Every visible character is in exactly one passage.
    """
    tail = furniture_from(text)
    found = [*_kinds(text, 0, tail), *_kinds(text, tail, len(text), PassageKind.BOILERPLATE)]
    if len(found) > 1 and found[0].kind is PassageKind.BODY and _is_title(text, found[0]):
        found[0] = found[0]._replace(kind=PassageKind.TITLE)
    return found


def cut(text: str, passages: Sequence[Passage], language: str | None = None) -> list[Span]:
    """The claims an article starts with: the sentences of each passage.

    The title is one claim, whatever stands in it. Furniture is cut like the rest,
    so that it can be made text again. The language is guessed once, for the whole
    text, where none is named.
    """
    spoken = language_of(language or recognise(text))
    spans: list[Span] = []
    for kind, start, end in passages:
        if kind is PassageKind.TITLE:
            spans.append(Span(start, end))
        else:
            spans += cut_between(text, start, end, spoken)
    return spans


def _is_title(text: str, first: Passage) -> bool:
    line = text[first.start : min(first.end, first.start + LONGEST_TITLE + 1)]
    return len(line) <= LONGEST_TITLE and "\n" not in line and not _STOPPED.search(line)


def _kinds(text: str, start: int, end: int, kind: PassageKind | None = None) -> Iterator[Passage]:
    for first, limit in _blocks(text, start, end):
        for line_start, line_end in _paragraphs(text, first, limit):
            bullet = _BULLET.match(text, line_start, line_end)
            plain = PassageKind.LIST_ITEM if bullet else PassageKind.BODY
            yield Passage(kind or plain, line_start, line_end)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What blank lines part, without blanks at the ends."""
    for hard in HARD.finditer(text, start, end):
        yield from _visible(text, start, hard.start())
        start = hard.end()
    yield from _visible(text, start, end)


def _paragraphs(text: str, first: int, limit: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a block: all of it, or each line or list item for itself."""
    if text.find("\n", first, limit) < 0:
        yield first, limit
        return
    starts = [first]
    lines = list(_lines(text, first, limit))
    wrapped = _are_wrapped(text, lines)
    for start, end in lines[1:]:
        if not wrapped or _BULLET.match(text, start, end):
            starts.append(start)
    for start, end in zip(starts, [*starts[1:], limit], strict=True):
        yield from _visible(text, start, end)


def _lines(text: str, first: int, limit: int) -> Iterator[tuple[int, int]]:
    while first < limit:
        end = text.find("\n", first, limit)
        end = limit if end < 0 else end
        yield first, end
        first = end + 1


def _are_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether a program broke these lines, and not their writer."""
    lengths = [end - start for start, end in lines]
    longest = max(lengths)
    if longest > LONGEST_WRAPPED:
        return False
    if all(_ENDED.search(text, max(start, end - 8), end) for start, end in lines):
        return False
    return all(length >= FULL * longest for length in lengths[:-1])


def _visible(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
