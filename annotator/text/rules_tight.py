"""Rules for marks that nothing blank follows: "3.5", "example.org", "end.Next"."""

from __future__ import annotations

import re

from annotator.text.candidate import CALL, DOTTED, END, STOP, Candidate
from annotator.text.rule import ABSTAIN, JOIN, SPLIT, Rule

_ADDRESS = re.compile(r"[/@=]|www|[^\W\d_]\.[^\W\d_]")
_SENTENCE_WORD = re.compile(r"(?:[^\W\d_]['’]?[^\W\d_][\w'’-]*|[AI](?=\s))[,;:)]?(?=\s|$|\.\s)")
_FULL_WIDTH = frozenset("！？。｡．؟۔")


def inside_number(c: Candidate) -> bool | None:
    """ "3.5", "10.30", "1.000": a digit on both sides."""
    if c.gap or c.tail or c.noted or not c.text[c.after].isdigit():
        return ABSTAIN
    return JOIN if c.start > c.begin and c.text[c.start - 1].isdigit() else ABSTAIN


def own_mark(c: Candidate) -> bool | None:
    """Marks of scripts that put no blank after a sentence ("。", "؟", "।")."""
    if c.gap or (c.kind != END and _FULL_WIDTH.isdisjoint(c.mark)):
        return ABSTAIN
    follower = c.text[c.after]
    return SPLIT if follower.isalnum() or c.lead else ABSTAIN


def missing_space(c: Candidate) -> bool | None:
    """ "The end.Then", where a blank was forgotten; not "Node.js", not "example.Com"."""
    if c.gap:
        return ABSTAIN
    before, follower = c.text[c.start - 1 : c.start], c.text[c.after]
    if not (before.islower() or before.isdigit() or c.tail or c.kind == DOTTED):
        return JOIN
    if not (follower.isupper() or c.lead or c.noted) or not c.upper:
        return JOIN
    if len(c.word) < 2 or c.word in c.lang.abbreviations or _ADDRESS.search(c.token):
        return JOIN
    head = c.text[c.after + len(c.lead) : min(c.limit, c.after + 40)]
    return SPLIT if _SENTENCE_WORD.match(head) else JOIN


RULES = (
    Rule("digit on both sides", (STOP,), inside_number),
    Rule("mark that only ends sentences", (STOP, CALL, END), own_mark),
    Rule("no space after the mark", (STOP, DOTTED, CALL, END), missing_space),
)
