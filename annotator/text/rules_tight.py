"""Rules for marks that no blank follows: "3.5", "example.org", "end.Next", "。"."""

from __future__ import annotations

import re

from annotator.text.candidate import CALL, DOTTED, END, STOP, Candidate
from annotator.text.expression import CLOSING_BRACKETS, CLOSING_QUOTES, MARKS
from annotator.text.rule import ABSTAIN, JOIN, SPLIT, TIGHT, Rule

_ADDRESS = re.compile(r"[/@=]|www|[^\W\d_]\.[^\W\d_]")
_SENTENCE_WORD = re.compile(
    r"(?:[^\W\d_]['’]?[^\W\d_][\w'’-]*|[AIÀÉO](?=\s))[,;:)]?(?=\s|$|[.!?](?:\s|$))"
)
_OWN = frozenset("！？。｡．؟۔")
_COUNTRIES = frozenset({"it", "no", "so", "my", "me", "us", "is", "in", "at", "to", "be", "am"})
"""Small words that also end an address: "libero.it is"."""

_CLOSERS = frozenset(CLOSING_QUOTES + CLOSING_BRACKETS)


def mark_follows(c: Candidate) -> bool | None:
    """Another mark right behind the closers of the first: "Really?”!"."""
    return JOIN if c.text[c.after] in MARKS else ABSTAIN


def inside_number(c: Candidate) -> bool | None:
    """A digit on both sides: "3.5", "10.30", "1.000"."""
    if c.tail or c.noted or not c.text[c.after].isdigit():
        return ABSTAIN
    return JOIN if c.start > c.begin and c.text[c.start - 1].isdigit() else ABSTAIN


def own_mark(c: Candidate) -> bool | None:
    """Marks of scripts that put no blank after a sentence: "。", "؟", "।"."""
    if c.kind != END and _OWN.isdisjoint(c.mark):
        return ABSTAIN
    return SPLIT if c.text[c.after].isalnum() or c.lead else ABSTAIN


def missing_space(c: Candidate) -> bool | None:
    """A forgotten blank: "The end.Then"; but not "Node.js", not "example.Com"."""
    follower = c.text[c.after]
    begins = c.kind == CALL or (c.small_opener and c.next_word not in _COUNTRIES)
    if follower.islower() and not begins:
        return JOIN
    start = c.after if follower.isalpha() else c.after + len(c.lead)
    if not _SENTENCE_WORD.match(c.text, start, min(c.limit, start + 40)):
        return JOIN
    return SPLIT if _ended(c) and _anew(c) else JOIN


def _ended(c: Candidate) -> bool:
    """Whether what stands before the mark can be the end of a sentence."""
    word = c.word
    if c.token[-1:] in _CLOSERS:
        return True
    if (len(word) < 2 and not c.tail) or _ADDRESS.search(c.token):
        return False
    if word in c.lang.abbreviations:
        return word in c.lang.ends or (word in c.lang.unless_opener and c.opener)
    return word + c.mark not in c.lang.always


def _anew(c: Candidate) -> bool:
    """Whether what stands behind it can be a beginning."""
    if c.lower:
        if c.kind == DOTTED:
            return False
        return c.kind != CALL or c.small_opener
    # "README.TXT" and "28.August" are one, "NATO.The" is two.
    if c.opener:
        return True
    if c.next_word.isupper() and len(c.next_word) > 1:
        return False
    return bool(c.tail) or len(c.word) > 2 or c.word.islower()


FIRST = (Rule("another mark follows", (STOP, DOTTED, CALL, END), mark_follows, TIGHT),)
RULES = (
    Rule("digit on both sides", (STOP,), inside_number, TIGHT),
    Rule("mark that only ends sentences", (STOP, CALL, END), own_mark, TIGHT),
    Rule("no space after the mark", (STOP, DOTTED, CALL, END), missing_space, TIGHT),
)
