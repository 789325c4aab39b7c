"""Guessing the language of a text, well enough to choose the right word lists."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from annotator.text.language import codes, language

SAMPLE = 6_000
"""How many code points from the beginning are looked at."""

ENOUGH = 3
"""So many frequent words of a language must be there before it is believed."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Which languages have a word among their frequent ones."""
    having: dict[str, list[str]] = {}
    for code in codes():
        for word in language(code).words:
            having.setdefault(word, []).append(code)
    return {word: tuple(found) for word, found in having.items()}


def recognise(text: str) -> str:
    """The code of the language whose frequent words are most frequent here, or ``""``."""
    sample = text[:SAMPLE]
    han = len(_HAN.findall(sample))
    if han * 4 > len(sample):
        return "ja" if len(_KANA.findall(sample)) * 10 > han else "zh"
    having = _languages_of()
    votes: Counter[str] = Counter()
    for word in _WORD.findall(sample.lower()):
        votes.update(having.get(word, ()))
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] >= ENOUGH else ""
