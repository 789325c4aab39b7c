"""A stretch of a text as words, numbers and marks: what the readers of a claim look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.domain.article import Span
from annotator.text.expression import WORD

_WORD = re.compile(
    r"(?P<number>\d+(?:[.,'’٬٫:/\u00a0\u202f\u2009-]\d+)*)"
    r"|(?P<letters>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?)"
    rf"|(?P<word>[^\W\d_][{WORD}]*(?:[-'’‑&][{WORD}]+)*)"
    r"|(?P<mark>\S)"
)
_ELIDED = re.compile(
    r"(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|dell|nell|all|dall|sull|un|quest|quell)['’](?=\w)",
    re.IGNORECASE,
)
"""Articles and the like that French and Italian write together with the next word."""

_UNHEARD = {
    ord(mark): None for mark in "\u0307\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
}
_SAME = {ord("’"): "'", ord("‑"): "-", ord("ي"): "ی", ord("ك"): "ک", ord("\u200c"): None}


class Word(NamedTuple):
    """A word, number or mark at ``[start, end)`` of the text. ``key``: see ``key_of``."""

    start: int
    end: int
    text: str
    key: str
    kind: str

    @property
    def is_number(self) -> bool:
        return self.kind == "number"

    @property
    def is_mark(self) -> bool:
        return self.kind == "mark"

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def key_of(text: str) -> str:
    """The form in which a word is looked up: small, with one kind of apostrophe and hyphen.

    Arabic is taken without vowel signs, and with the letters that Persian and Arabic type
    differently made one, so that a text from either keyboard finds its words.
    """
    small = text.lower()
    return small if small.isascii() else small.translate(_UNHEARD).translate(_SAME)


def words(text: str, span: Span, *, elisions: bool = False) -> list[Word]:
    """The words of ``text[span]`` with their places in the whole text; blanks are left out."""
    return list(_elided(text, span) if elisions else _words(text, span))


def _words(text: str, span: Span) -> Iterator[Word]:
    for match in _WORD.finditer(text, *span):
        found = match[0]
        yield Word(match.start(), match.end(), found, key_of(found), match.lastgroup or "")


def _elided(text: str, span: Span) -> Iterator[Word]:
    for word in _words(text, span):
        head = _ELIDED.match(word.text) if "'" in word.key else None
        if head is None:
            yield word
            continue
        cut = head.end()
        for start, part in ((0, word.text[:cut]), (cut, word.text[cut:])):
            at = word.start + start
            yield Word(at, at + len(part), part, key_of(part), "word")


def adjacent(found: Sequence[Word], place: int) -> bool:
    """Whether nothing stands between the word and the one before it."""
    return place > 0 and found[place - 1].end == found[place].start
