"""The plain text of an e-mail as passages: lines that a program broke are joined again.

A text that flows (RFC 3676) says which line ends are nobody's. Of others they are known by
their place: where the next word would not have fitted into the line any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from annotator.domain.article import PassageKind
from annotator.importers.composing import Composer

SIGNATURE = "--"
"""What stands alone in the line before a signature; a blank behind it may have got lost."""

_NARROWEST, _WIDEST = 50, 100
"""Columns at which mail programs break lines."""

_QUOTED = re.compile(r"(?:[ ]{0,2}>(?!From ))+[ ]?")
_ITEM = re.compile(r"\s*(?:[-*•–‣]|\d{1,2}[.)])\s+\S")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


class _Line(NamedTuple):
    depth: int
    """So many people deep it is quoted."""
    text: str


def put_text(composer: Composer, text: str, *, flows: bool = False, joins: bool = False) -> None:
    """Adds its passages: paragraphs, list items, what is quoted from other mails.

    ``flows`` where the mail says format=flowed, ``joins`` where DelSp=yes (languages without
    blanks between words).
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = list(_flowing(text, joins=joins) if flows else map(_line, text.split("\n")))
    for depth, group in groupby(lines, key=lambda line: line.depth):
        texts = [line.text for line in group]
        for paragraph in texts if flows else _rejoined(texts):
            composer.begin(_kind(depth, paragraph))
            _put_words(composer, paragraph)
            composer.end()


def _put_words(composer: Composer, words: str) -> None:
    """Words in which an address leads where it says, as mail programs show it."""
    place = 0
    for found in _ADDRESS.finditer(words):
        composer.add(words[place : found.start()])
        composer.add(found[0], found[0])
        place = found.end()
    composer.add(words[place:])


def _kind(depth: int, paragraph: str) -> PassageKind:
    if depth:
        return PassageKind.QUOTATION
    item = _ITEM.match(paragraph) and paragraph.strip() != SIGNATURE
    return PassageKind.LIST_ITEM if item else PassageKind.BODY


def _line(line: str) -> _Line:
    found = _QUOTED.match(line)
    if not found:
        # Mailboxes put a sign before such lines, as they would begin another mail there.
        return _Line(0, line[1:] if line.startswith(">From ") else line)
    return _Line(found[0].count(">"), line[found.end() :])


def _flowing(text: str, *, joins: bool) -> Iterator[_Line]:
    waiting: list[str] = []
    depth = 0
    for raw in text.split("\n"):
        bare = raw.lstrip(">")
        here = len(raw) - len(bare)
        bare = bare.removeprefix(" ")
        if waiting and here != depth:
            yield _Line(depth, "".join(waiting))
            waiting = []
        depth = here
        goes_on = bare.endswith(" ") and bare.rstrip() != SIGNATURE
        waiting.append(bare[:-1] if goes_on and joins else bare)
        if not goes_on:
            yield _Line(depth, "".join(waiting))
            waiting = []
    if waiting:
        yield _Line(depth, "".join(waiting))


def _rejoined(lines: list[str]) -> Iterator[str]:
    """Paragraphs of one depth; each line end that nobody meant is taken out."""
    width = max(map(len, map(str.rstrip, lines)), default=0)
    waiting: list[str] = []
    for line in (*map(str.rstrip, lines), ""):
        if waiting and line and _was_broken(waiting[-1], line, width):
            waiting.append(line)
            continue
        if waiting:
            yield _in_one(waiting)
        waiting = [line] if line else []


def _was_broken(before: str, line: str, width: int) -> bool:
    """Whether a program broke the line before this one."""
    if not _NARROWEST <= width <= _WIDEST or before.strip() == SIGNATURE or _ITEM.match(line):
        return False
    first = line.split(maxsplit=1)[0]
    return len(before) + 1 + len(first) > width


def _in_one(lines: list[str]) -> str:
    """The lines with a blank between, but for languages that have none between words."""
    found = lines[:1]
    for before, line in pairwise(lines):
        line = line.strip()
        found.append(line if _WIDE.match(before[-1]) and _WIDE.match(line) else f" {line}")
    return "".join(found)
