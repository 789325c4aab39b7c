"""Rules for quotations: who speaks belongs to what was said, two sentences are two."""

from __future__ import annotations

import re
from itertools import islice

from annotator.text.candidate import CALL, DOTTED, END, STOP, Candidate
from annotator.text.expression import ENDS, MARKS, OPENING_QUOTES
from annotator.text.rule import ABSTAIN, CLOSED, JOIN, TIGHT, Rule

_NAMES = 4
"""At most so many words of a name stand between a quotation and its verb."""

_PARTICLE = 3
"""Small words in names are no longer: "and", "von", "de"."""

_WORDS = re.compile(rf"[^\s,;:!?«»“”\"،؛؟{ENDS}]+")
_NEXT_WORD = re.compile(r" (\w+)")
_CLAUSE = re.compile(rf"[\s，、,：:{MARKS}]")
"""What ends a clause where nothing parts words."""

_DASHES = "-–—―"
_NEW_QUOTATION = re.compile(rf"[^.!?,:“”\"«»{ENDS}]{{1,60}}[,:]\s*[{re.escape(OPENING_QUOTES)}]")
"""'Mary said, "Yes."' begins with its speaker."""

_GOES_ON = re.compile(r"[,;:%/&=+|،؛、，；：)\]}）］｝]|[.!?](?:\s|$)")
_MARKS_GO_ON = re.compile(r"(?:\.\.|[!?]{2,})(?:\s|$)")


def goes_on(c: Candidate) -> bool | None:
    """A comma, a closing bracket or a lone mark follows: "Inc., which", "etc.)", "so… ."."""
    if _GOES_ON.match(c.text, c.after):
        return JOIN
    return JOIN if c.kind == CALL and _MARKS_GO_ON.match(c.text, c.after) else ABSTAIN


def quotation_taken_up(c: Candidate) -> bool | None:
    """Japanese and Chinese take up what was said: 「…。」と言った, “…。”他说."""
    if not c.quoted or not c.lang.particles:
        return ABSTAIN
    ahead = _CLAUSE.split(c.ahead, maxsplit=1)[0]
    if ahead.startswith(tuple(c.lang.openers)):
        return ABSTAIN
    for place in range(c.lang.particle_reach + 1):
        if ahead.startswith(c.lang.particles, place):
            return JOIN
    # A longer name may stand before a verb that ends the clause.
    near = len(ahead) <= 2 * c.lang.particle_reach + 1
    return JOIN if near and ahead.endswith(c.lang.particles) else ABSTAIN


def quoted_then_small(c: Candidate) -> bool | None:
    """A small letter after a closing mark: '"Why?" she asked', '“A.” he said', "(what?) is"."""
    return JOIN if (c.quoted or c.bracketed) and c.lower else ABSTAIN


def aside_without_capitals(c: Candidate) -> bool | None:
    """An aside that asks, calls or abbreviates, where no capital says whether the rest goes on."""
    if not c.bracketed or c.quoted or c.aside or not c.caseless:
        return ABSTAIN
    return JOIN if c.kind != STOP or c.among(c.lang.abbreviations) else ABSTAIN


def dash_then_small(c: Candidate) -> bool | None:
    """A dash, then a small letter: "«Да!» — сказал он", "—¿Qué? —preguntó Juan"."""
    return JOIN if c.text[c.after] in _DASHES and c.lower else ABSTAIN


def speaker_follows(c: Candidate) -> bool | None:
    """After ? or ! a name and a verb of speech go with the quotation: '"Why?" Mary asked'.

    After a stop they do not: an editor who means one sentence puts a comma there.
    Nor does a verb that goes on with "for" or "about": "Mary thought for a while".
    """
    if not c.quoted or not c.gap or c.lead:
        return ABSTAIN
    # "The man" and "He" would be small here; a title would not.
    if c.opener and c.next_word != "I" and c.next_word not in c.lang.always:
        return ABSTAIN
    if _NEW_QUOTATION.match(c.ahead):
        return ABSTAIN
    for place, found in enumerate(islice(_WORDS.finditer(c.ahead), _NAMES + 1)):
        word = found[0].rstrip(".'’")
        if word in c.lang.speech:
            named = place or not word.isascii()
            return JOIN if named and not _says_nothing(c, found.end()) else ABSTAIN
        if word[:1].islower() and len(word) > _PARTICLE:
            return ABSTAIN
    return ABSTAIN


def _says_nothing(c: Candidate, verb_end: int) -> bool:
    """Whether the verb that ends there goes on with a word that makes it another's."""
    following = _NEXT_WORD.match(c.ahead, verb_end)
    return following is not None and following[1] in c.lang.unsaid


RULES = (
    Rule("comma or bracket follows", (STOP, DOTTED, CALL, END), goes_on),
    Rule("quotation, then what takes it up", (STOP, DOTTED, CALL, END), quotation_taken_up, TIGHT),
    Rule(
        "quotation or bracket, then a small letter",
        (STOP, DOTTED, CALL, END),
        quoted_then_small,
        CLOSED,
    ),
    Rule("aside where there are no capitals", (STOP, CALL), aside_without_capitals, CLOSED),
    Rule("dash, then a small letter", (STOP, DOTTED, CALL, END), dash_then_small),
    Rule("quotation, then its speaker", (DOTTED, CALL, END), speaker_follows, CLOSED),
)
