"""What in a changed wording weighs: a number, a name or a negation.

It points the analyst to where the meaning may have turned; it decides nothing. Names are
capitalised words, so scripts without capitals have none, and in German every noun is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from annotator.review.quotations import middles
from annotator.review.tokens import folded, tokens
from annotator.review.weighty_words import GLUED_NEGATION, NEGATIONS, NUMBER_WORDS

MOST_SHOWN = 5
"""So many numbers or names of one wording are written out."""

MOST_WEIGHED = 100_000
"""So many code points of a wording are read."""

_MOST_READ = 1_000_000
_LONGEST_WORD = 100
_HEADLINE = 400
_LETTERS = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINT = re.compile("[-'’‐‑]")
_WITHIN = ",(&/-"
"""Marks after which a sentence goes on: a capital there is the word's own."""


class _Word(NamedTuple):
    at: int
    shown: str
    key: str


_Weighty = dict[str, list[_Word]]
_NUMBER, _NAME, _NEGATION = "number", "name", "negation"


def lower_case_words(text: str) -> frozenset[str]:
    """The words that a text (its first million code points) has without a capital."""
    return frozenset(word for word in _LETTERS.findall(text[:_MOST_READ]) if word.islower())


def weighs(here: str, there: str, lower_case: Container[str] = frozenset()) -> tuple[str, ...]:
    """What became different that may turn the meaning: "number 95 → 103", "negation".

    Digits of different scripts are the same number. A capital at the beginning of a
    sentence or in a headline is nobody's name where the word is in ``lower_case``
    (see ``lower_case_words``). Between the words both begin and end with, the first
    ``MOST_WEIGHED`` code points count.
    """
    head, tail = middles(here, there)
    ours, theirs = (_weighty(text, head, len(text) - tail, lower_case) for text in (here, there))
    found = [
        _changed(_NUMBER, ours[_NUMBER], theirs[_NUMBER]),
        _changed(_NAME, ours[_NAME], theirs[_NAME]),
        _NEGATION if _keys(ours[_NEGATION]) != _keys(theirs[_NEGATION]) else "",
    ]
    return tuple(what for what in found if what)


def _weighty(quotation: str, start: int, end: int, lower_case: Container[str]) -> _Weighty:
    result: _Weighty = {_NUMBER: [], _NAME: [], _NEGATION: []}
    part = quotation[start : min(end, start + MOST_WEIGHED)]
    headline = _is_headline(quotation)
    for at, (word, begins) in enumerate(_placed(part, quotation[:start][-1:])):
        what, key = _known(word)
        plain = what == _NAME and (begins or headline) and _is_plain(key, lower_case)
        if what and not plain:
            result[what].append(_Word(at, _POSSESSIVE.sub("", word), key))
    glued = GLUED_NEGATION.findall(folded(part))
    result[_NEGATION] += (_Word(0, word, word) for word in glued)
    return result


@lru_cache(maxsize=4096)
def _known(word: str) -> tuple[str, str]:
    """What a word is, or nothing, and how it is compared. The same words come all the time."""
    bare = _POSSESSIVE.sub("", word)
    key = folded(bare)
    if any(char.isdecimal() for char in key) or key in NUMBER_WORDS:
        return _NUMBER, key
    if key in NEGATIONS:
        return _NEGATION, key
    return _NAME if _is_name(bare) else "", key


def _placed(part: str, before: str) -> Iterator[tuple[str, bool]]:
    """Words, and whether a sentence may begin with them, so that any would have a capital.

    ``before`` is the character that the part follows, if any.
    """
    begins = not before.isalnum() and (not before or before not in _WITHIN)
    for _, token, is_word in tokens(part):
        if is_word:
            yield token[:_LONGEST_WORD], begins
            begins = False
        elif token not in _WITHIN:
            begins = True


def _is_headline(quotation: str) -> bool:
    words = quotation[:_HEADLINE].split()
    capitals = sum(word[0].isupper() for word in words)
    return capitals > 3 and capitals * 2 > len(words)


def _is_name(word: str) -> bool:
    """Whether a part of it has a capital: l'Iran, al-Arouri. "I" is nobody."""
    return any(part[:1].istitle() and part != "I" for part in _JOINT.split(word))


def _is_plain(key: str, lower_case: Container[str]) -> bool:
    return all(part in lower_case for part in _LETTERS.findall(key))


def _keys(words: Sequence[_Word]) -> list[str]:
    return sorted(word.key for word in words)


def _changed(what: str, ours: Sequence[_Word], theirs: Sequence[_Word]) -> str:
    gone, come = _only(ours, theirs), _only(theirs, ours)
    if gone and come:
        return f"{what} {_shown(gone)} → {_shown(come)}"
    if gone:
        return f"{what} {_shown(gone)} left out"
    if come:
        return f"{what} {_shown(come)} added"
    if [word.key for word in ours] != [word.key for word in theirs]:
        return f"{what}s in another order"
    return ""


def _only(words: Sequence[_Word], others: Sequence[_Word]) -> list[_Word]:
    """What stands here more often than there: the last ones of each."""
    left = Counter(word.key for word in others)
    result = []
    for word in words:
        left[word.key] -= 1
        if left[word.key] < 0:
            result.append(word)
    return result


def _shown(words: Sequence[_Word]) -> str:
    """Words in order: neighbours with a blank between them, the others with a comma."""
    text, after = words[0].shown, words[0].at
    for word in words[1:MOST_SHOWN]:
        text += (" " if word.at == after + 1 else ", ") + word.shown
        after = word.at
    return text + (" …" if len(words) > MOST_SHOWN else "")
