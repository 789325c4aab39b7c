"""Cutting a text into sentences.

Hard breaks come first (blank line, U+2029, form feed). Between them one
expression finds each end mark with what hangs on it, and an ordered table of
rules says whether the sentence ends there. No rule looks further than
``candidate.REACH`` code points back or ahead, so the time is linear in the
length of the text, on any input.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.domain.article import Span
from annotator.text.candidate import Candidate
from annotator.text.expression import CANDIDATE
from annotator.text.language import Language, language
from annotator.text.layout import blocks, rstripped
from annotator.text.recognise import recognise
from annotator.text.rules import decide

CUTTER = "annotator-2"
"""The version of these rules, recorded with what they cut.

Another version may cut elsewhere; what was cut before stays as it is.
"""

HARD_BREAK = "blank line or page break"
"""The name of the decision at a break that needs no rule."""


class Boundary(NamedTuple):
    """A place where a sentence might end: behind the mark, in code points, and why."""

    at: int
    rule: str
    split: bool


def sentences(text: str, language: str | None = None) -> list[Span]:
    """The sentences of ``text``: in order, apart, each without blanks at its ends.

    Every character that is no blank (``str.isspace``) is in exactly one. Without
    a language (a code such as ``"de"``) the text's own is guessed. Never fails,
    whatever the characters, lone surrogates included.
    """
    return cut_between(text, 0, len(text), _language(text, language))


def boundaries(text: str, language: str | None = None) -> list[Boundary]:
    """Every place that was thought about, with the rule that decided: for explaining a cut."""
    spoken = _language(text, language)
    found: list[Boundary] = []
    before = 0
    for first, limit in blocks(text, 0, len(text)):
        if before:
            found.append(Boundary(before, HARD_BREAK, True))
        begin, before = first, limit
        for candidate in _candidates(text, first, limit, spoken):
            candidate.begin = begin
            rule, split = decide(candidate)
            found.append(Boundary(candidate.end, rule, split))
            if split:
                begin = candidate.after
    return found


def _language(text: str, code: str | None) -> Language:
    return language(code or recognise(text))


def cut_between(text: str, start: int, end: int, spoken: Language) -> list[Span]:
    """The sentences of ``text[start:end]``, with positions in the whole text."""
    spans: list[Span] = []
    for first, limit in blocks(text, start, end):
        begin = first
        for candidate in _candidates(text, first, limit, spoken):
            candidate.begin = begin
            if decide(candidate)[1]:
                spans.append(Span(begin, rstripped(text, begin, candidate.end)))
                begin = candidate.after
        spans.append(Span(begin, limit))
    return spans


def _candidates(text: str, first: int, limit: int, spoken: Language) -> Iterator[Candidate]:
    for match in CANDIDATE.finditer(text, first, limit):
        if match.end() < limit:
            yield Candidate(text, spoken, first, limit, match)
