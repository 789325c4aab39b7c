"""Rules for quotations: who speaks belongs to what was said, two sentences are two."""

from __future__ import annotations

import re

from annotator.text.candidate import CALL, DOTTED, END, STOP, Candidate
from annotator.text.rule import ABSTAIN, JOIN, SPLIT, Rule

_NAMES = 4
"""At most so many words of a name stand between a quotation and its verb."""
_WORDS = re.compile(r"[^\s,;:!?]+")
_QUOTATIVE = re.compile(r"[とっはがをにのもでへや、，,]|など|[^\s。]{0,4}[说說道问問喊叫答写寫]")
_GOES_ON = re.compile(r"[,;:%/&=+|<>…,،؛、，；：)\]}）］｝」』】»›”’]")


def goes_on(c: Candidate) -> bool | None:
    """A comma, a closing bracket or the like follows: "Inc., which", "etc.)"."""
    return JOIN if _GOES_ON.match(c.text, c.after) else ABSTAIN


def quotative_particle(c: Candidate) -> bool | None:
    """Japanese and Chinese: 「…。」と言った, “…。”他说."""
    if c.gap or not (c.quoted or "」" in c.tail or "』" in c.tail):
        return ABSTAIN
    return JOIN if _QUOTATIVE.match(c.text, c.after) else ABSTAIN


def quoted_then_small(c: Candidate) -> bool | None:
    """'"Why?" she asked', '“A.” he said': a small letter after a closing quotation mark."""
    return JOIN if c.tail and (c.quoted or c.bracketed) and c.lower else ABSTAIN


def dash_then_small(c: Candidate) -> bool | None:
    """ "«Да!» — сказал он", "¿Qué? —preguntó Juan": a dash, then a small letter."""
    return JOIN if c.dash and c.lower else ABSTAIN


def speaker_follows(c: Candidate) -> bool | None:
    """'"Why?" Mary Smith asked.': after ? or ! a name and a verb of speech go with it.

    After a stop they do not: an editor who means one sentence puts a comma there.
    """
    if not c.quoted or not c.gap or c.kind == STOP:
        return ABSTAIN
    words = [word.rstrip(".'’\"”") for word in _WORDS.findall(c.ahead)[: _NAMES + 1]]
    for place, word in enumerate(words):
        if word in c.lang.speech:
            return JOIN if place or word.islower() or not word.isascii() else ABSTAIN
        if word[:1].islower():
            return ABSTAIN
    return ABSTAIN


RULES = (
    Rule("comma or bracket follows", (STOP, DOTTED, CALL, END), goes_on),
    Rule("quotative particle follows", (STOP, DOTTED, CALL, END), quotative_particle),
    Rule("quotation, then a small letter", (STOP, DOTTED, CALL, END), quoted_then_small),
    Rule("dash, then a small letter", (STOP, DOTTED, CALL, END), dash_then_small),
    Rule("quotation, then its speaker", (DOTTED, CALL, END), speaker_follows),
)

__all__ = ["RULES", "SPLIT"]
