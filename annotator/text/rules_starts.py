"""Rules for how the next sentence begins, and for what is no sentence at all."""

from __future__ import annotations

import re

from annotator.text.candidate import (
    BREAK,
    CALL,
    DOTTED,
    END,
    ITEM,
    LONGEST_SPELLED,
    SMILE,
    STOP,
    Candidate,
)
from annotator.text.expression import OPENING_QUOTES
from annotator.text.layout import is_item
from annotator.text.rule import ABSTAIN, BARE, CLOSED, JOIN, SPLIT, Rule

_QUOTES = frozenset(OPENING_QUOTES)
_REGNAL = re.compile(r"[IVX]{1,7}")
_IN_ASIDES = frozenset({"I", "The", "A", "An", "In", "On", "At", "Of"})
"""What begins an aside or a name as well: "a man — I think", "at home — The Hague"."""

_ASIDE = re.compile(r"[^.!?\n—]*—(?! [A-Z])")
"""A second dash closes an aside, unless that breaks off too."""

_SHORT = 12
"""A longer piece without a letter is no sentence's beginning either, but rows of dots."""


def plain_end(c: Candidate) -> bool | None:
    """An ordinary word, a stop, a blank, a capital: by far the most frequent end.

    A word that begins with a capital itself is as good before one that begins sentences.
    """
    first = c.text[c.after]
    if first in _QUOTES:
        first = c.text[c.after + 1 : c.after + 2]
    if not first.isupper():
        return ABSTAIN
    word = c.word
    if len(word) < 2 or not word.isalpha() or not (word.islower() or c.opener):
        return ABSTAIN
    if c.begin + len(word) + 1 >= c.start or word in c.lang.abbreviations:
        return ABSTAIN
    if len(word) < LONGEST_SPELLED and c.text[c.start - len(word) - 2] == ".":
        return ABSTAIN  # "p. ej. Madrid"
    if word.endswith(c.lang.shortened):
        return ABSTAIN
    return SPLIT


def list_item(c: Candidate) -> bool | None:
    """A line that begins with a bullet or a number begins a sentence.

    A dash or a number may also stand there because a program wrapped the line:
    it counts where the line before came to an end, or is such an item itself.
    """
    before = None if is_item(c.text, c.begin, c.start) else c.start
    return SPLIT if is_item(c.text, c.start + 1, c.limit, after=before) else JOIN


def broken_off(c: Candidate) -> bool | None:
    """Speech that breaks off at a dash: "Did you just — Yes."; but "a man — The Boss — left".

    Where careful writers have dashes for other things, as in Russian, it is not looked for.
    """
    if not c.lang.lower_starts or not c.opener or c.next_word in _IN_ASIDES or c.lead:
        return JOIN
    return JOIN if _ASIDE.match(c.ahead) else SPLIT


def without_word(c: Candidate) -> bool | None:
    """Nothing but marks so far goes with what follows: "… and then", "[...] The"."""
    if c.start - c.begin > _SHORT:
        return ABSTAIN
    return ABSTAIN if any(map(str.isalnum, c.text[c.begin : c.start])) else JOIN


def smiley(c: Candidate) -> bool | None:
    """A smiley ends a sentence before a beginning: "Great place :) We", "so good :) i will"."""
    return SPLIT if c.gap and (c.upper or c.small_opener or c.caseless) else JOIN


def remark(c: Candidate) -> bool | None:
    """A mark that is a remark of its own: "a (!) word", "he went (...) and"."""
    if not c.bracketed or c.start == c.begin:
        return ABSTAIN
    return JOIN if c.text[c.start - 1] in "([（" else ABSTAIN


def ellipsis(c: Candidate) -> bool | None:
    """An ellipsis ends a sentence before a capital only: "he… went", "he left… The".

    Nor does it behind a few words that are no sentence: "I… I know", "Well... He left".
    """
    if c.lower or c.digit:
        return JOIN
    if c.start - c.begin > c.lang.faltering or c.quoted:
        return ABSTAIN
    return JOIN if c.text[c.begin : c.start].rstrip()[-1:].isalpha() else ABSTAIN


def small_after_call(c: Candidate) -> bool | None:
    """A small letter after ! or ? goes on ("Oh! how"), unless a careless writer began anew."""
    if not c.lower:
        return ABSTAIN
    if not c.lang.lower_starts or c.word.lower() in c.lang.interjections:
        return JOIN
    if c.informal:
        return SPLIT
    if any(word.rstrip(".,") in c.lang.speech for word in c.ahead.split(None, 3)[:3]):
        return JOIN
    if len(c.mark) > 1 or c.small_opener:
        return SPLIT
    # "Yahoo! and Google": a name amid the sentence may have its own mark.
    named = c.word[:1].isupper() and c.previous
    return SPLIT if not named and c.next_word.capitalize() in c.lang.openers else JOIN


def small_after_stop(c: Candidate) -> bool | None:
    """A small letter after a stop: careless writing, or an abbreviation nobody listed."""
    if not c.lower:
        return ABSTAIN
    word = c.word
    if _REGNAL.fullmatch(word) and c.previous[:1].isupper():
        return JOIN  # "King William III. died"
    if c.lang.lower_starts:
        return SPLIT if len(word) > 1 and "." not in word else JOIN
    return SPLIT if c.ordinary and (len(word) > 4 or c.informal or c.lead) else JOIN


FIRST = (
    Rule("plain end", (STOP,), plain_end, BARE),
    Rule("list item", (ITEM,), list_item),
    Rule("broken off at a dash", (BREAK,), broken_off),
    Rule("nothing but marks so far", (STOP, DOTTED, CALL, END, SMILE), without_word),
)
RULES = (
    Rule("smiley", (SMILE,), smiley),
    Rule("mark in brackets", (DOTTED, CALL), remark, CLOSED),
    Rule("ellipsis", (DOTTED,), ellipsis),
    Rule("small letter after ! or ?", (CALL,), small_after_call),
    Rule("small letter after a stop", (STOP,), small_after_stop),
)
