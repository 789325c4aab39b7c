"""What a plain text is made of: its title, paragraphs, list items and page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.domain.article import Passage, PassageKind, Span
from annotator.text.boilerplate import furniture_from
from annotator.text.expression import ENDS
from annotator.text.language import language as language_of
from annotator.text.layout import blocks, is_item, paragraphs, wrap_width
from annotator.text.recognise import recognise
from annotator.text.sentences import cut_between

LONGEST_TITLE = 220
"""A title has at most so many code points."""

_TITLES = (PassageKind.BODY, PassageKind.HEADING)
"""What may turn out to be the title; a list item, a caption, a quotation is none."""

_STOPPED = re.compile(rf"(?:[{ENDS}]|(?<![.\s])\.(?!\.)|[:;,])[^\w\s]*$")
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.){2,}$")


def passages(text: str) -> list[Passage]:
    """The passages of a plain text: in order, apart, each without blanks at its ends.

    Blank lines, U+2029 and form feeds part them, and so do the line ends that no
    program made. The title is a first paragraph of one line, at most 220 code
    points and without a stop, colon or comma at its end, if something follows it. Furniture is what
    ``boilerplate`` says. Every character that is no blank is in exactly one.
    """
    width = wrap_width(text)
    tail = furniture_from(text)
    found = [
        *_passages(text, 0, tail, width),
        *_passages(text, tail, len(text), width, PassageKind.BOILERPLATE),
    ]
    if len(found) > 1 and found[0].kind is PassageKind.BODY and _is_title(text, found[0]):
        found[0] = found[0]._replace(kind=PassageKind.TITLE)
    return found


def told(text: str, given: Sequence[Passage], *, running: bool = False) -> list[Passage]:
    """The passages that a format knows, and what only their words tell.

    Where none is a title, the first that is no furniture is one if it looks like it; where
    none in the last half is furniture, the tail from the first cue on is. ``running``: their
    furniture is that of pages (heads, feet, numbers), so that the tail is looked for all the same.
    """
    found = list(given)
    kinds = {passage.kind for passage in found}
    half = len(text) // 2
    if running or not any(one.kind is PassageKind.BOILERPLATE and one.end > half for one in found):
        tail = furniture_from(text)
        found = [
            one._replace(kind=PassageKind.BOILERPLATE) if one.start >= tail else one
            for one in found
        ]
    if PassageKind.TITLE not in kinds:
        inside = [at for at, one in enumerate(found) if one.kind is not PassageKind.BOILERPLATE]
        first = found[inside[0]] if len(inside) > 1 else None
        if first and first.kind in _TITLES and _is_title(text, first):
            found[inside[0]] = first._replace(kind=PassageKind.TITLE)
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
    if first.end - first.start > LONGEST_TITLE:
        return False
    line = text[first.start : first.end]
    return "\n" not in line and (not _STOPPED.search(line) or bool(_ACRONYM.search(line)))


def _passages(
    text: str, start: int, end: int, width: int, kind: PassageKind | None = None
) -> Iterator[Passage]:
    for first, limit in blocks(text, start, end):
        for begin, close in paragraphs(text, first, limit, width):
            item = kind is None and is_item(text, begin, close)
            yield Passage(
                kind or (PassageKind.LIST_ITEM if item else PassageKind.BODY), begin, close
            )
