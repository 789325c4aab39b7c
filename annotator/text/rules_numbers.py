"""Rules for numbers before a stop: list items, ordinals, kings."""

from __future__ import annotations

import re

from annotator.text.candidate import STOP, Candidate
from annotator.text.rule import ABSTAIN, BARE, JOIN, SPLIT, Rule

_ENUMERATOR = re.compile(r"[(\[]?(?:(?:§ ?)?\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[ivxIVX]{2,5})")
_LONGEST = 12
"""No enumerator is longer."""

_ORDINAL = re.compile(r"[(\[„»“\"]*(?:\d{1,3}\.?[-–/.])*\d{1,3}")
_REGNAL = re.compile(r"[IVXL]{1,7}")


def enumerator(c: Candidate) -> bool | None:
    """The number of a list item or heading: "1. First", "a. Then", "IV. Results"."""
    if c.start - c.begin > _LONGEST:
        return ABSTAIN
    return JOIN if _ENUMERATOR.fullmatch(c.text, c.begin, c.start) else ABSTAIN


def first_of_list(c: Candidate) -> bool | None:
    """The first number of a list in a sentence: "Two things: 1. He"."""
    return JOIN if c.token.isdecimal() and c.previous.endswith(":") else ABSTAIN


def ordinal(c: Candidate) -> bool | None:
    """In languages that write so: "am 3. Mai", "im 19. Jahrhundert", "II. Weltkrieg"."""
    if not c.lang.ordinals:
        return ABSTAIN
    number = _ORDINAL.fullmatch(c.token)
    if not number and not _REGNAL.fullmatch(c.word):
        return ABSTAIN
    if c.next_word in c.lang.months or c.lower or (c.digit and number):
        return JOIN
    if c.opener or c.lead or c.dash or not c.upper:
        return SPLIT
    if c.previous in c.lang.before_letter or c.previous.rstrip(".") in c.lang.number:
        return SPLIT  # "Platz 3. Der", "s. 12. Elma"
    return JOIN


def unit(c: Candidate) -> bool | None:
    """A unit behind its number: "a 24-in. board", "10 ft. high", "1,5 km. de largo"."""
    word = c.word
    if word not in c.lang.units or not c.lower:
        return ABSTAIN
    before = c.token[: -len(word)] or c.previous
    return JOIN if before.rstrip("-")[-1:].isdigit() else ABSTAIN


RULES = (
    Rule("number of a list item", (STOP,), enumerator, BARE),
    Rule("first number of a list", (STOP,), first_of_list, BARE),
    Rule("ordinal", (STOP,), ordinal, BARE),
    Rule("unit behind a number", (STOP,), unit, BARE),
)
