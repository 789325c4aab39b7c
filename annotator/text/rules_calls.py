"""Rules for ``!``, ``?``, ellipses and list items, and for pieces without a word."""

from __future__ import annotations

from annotator.text.candidate import CALL, DOTTED, END, ITEM, STOP, Candidate
from annotator.text.rule import ABSTAIN, JOIN, SPLIT, Rule

_SHORT = 12
"""Pieces longer than this have a letter in them, or are no sentence's beginning."""


def without_word(c: Candidate) -> bool | None:
    """Nothing but marks so far ("… and then", "[...] The"): it goes with what follows."""
    if c.start - c.begin > _SHORT:
        return ABSTAIN
    piece = c.text[c.begin : c.start]
    return ABSTAIN if any(map(str.isalnum, piece)) else JOIN


def list_item(c: Candidate) -> bool | None:
    """A line that begins with a bullet or a number."""
    return SPLIT if c.kind == ITEM else ABSTAIN


def ellipsis(c: Candidate) -> bool | None:
    """An ellipsis ends a sentence before a capital: "he… went", "he left… The"."""
    return JOIN if c.lower or c.digit else ABSTAIN


def in_brackets(c: Candidate) -> bool | None:
    """ "a (!) word": a mark that is a remark of its own."""
    if not c.tail or c.start == c.begin:
        return ABSTAIN
    return JOIN if c.text[c.start - 1] in "([（" and c.bracketed else ABSTAIN


def call_then_small(c: Candidate) -> bool | None:
    """ "Yahoo! is", "Oh! how I": goes on, unless a careless writer began anew."""
    if not c.lower:
        return ABSTAIN
    if c.lang.lower_starts and c.next_word[:1].upper() + c.next_word[1:] in c.lang.openers:
        return SPLIT
    return SPLIT if c.lang.lower_starts and len(c.mark) > 1 else JOIN


def name_with_mark(c: Candidate) -> bool | None:
    """Names that end in a mark and are listed with it: "Yahoo! Inc"."""
    if c.tail or c.word + c.mark not in c.lang.always:
        return ABSTAIN
    return SPLIT if c.opener else JOIN


RULES_FIRST = (
    Rule("list item", (ITEM,), list_item),
    Rule("nothing but marks so far", (STOP, DOTTED, CALL, END), without_word),
)
RULES = (
    Rule("mark in brackets", (DOTTED, CALL), in_brackets),
    Rule("ellipsis", (DOTTED,), ellipsis),
    Rule("name with its mark", (CALL,), name_with_mark),
    Rule("small letter after ! or ?", (CALL,), call_then_small),
)
