"""Guessing the language of a text, well enough to choose the right word lists."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from annotator.text.language import codes, language

SAMPLE = 6_000
"""How many code points from the beginning are looked at."""

FALLBACK = "en"
"""Taken for a few Latin letters without a frequent word: the longest lists."""

ENOUGH = 2
"""One frequent word may be a name or a letter; so many tell a language."""

FREQUENT = 20
"""At least one word in so many is a frequent one, in any language that is listed."""

_SCRIPTS = {
    "latin": re.compile("[a-zA-Zà-öø-ÿÀ-ÖØ-ßĀ-ž]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "ar": re.compile("[\u0620-\u064a\u066e-\u06d3]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "zh": re.compile("[\u3400-\u9fff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
}
_PERSIAN = re.compile("[پچژگکی]")
_ARABIC = re.compile("[ةكيىأإ]")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Which languages have a word among their frequent ones."""
    having: dict[str, list[str]] = {}
    for code in codes():
        for word in language(code).words:
            having.setdefault(word, []).append(code)
    return {word: tuple(found) for word, found in having.items()}


def recognise(text: str) -> str:
    """The code of the language this text seems to be in, ``""`` for an unknown script.

    The script decides, and in Latin letters the language whose frequent words
    are most frequent. Wrong guesses cost little: only the word lists differ.
    """
    sample = text[:SAMPLE]
    found = {script: len(letters.findall(sample)) for script, letters in _SCRIPTS.items()}
    script = max(found, key=lambda name: found[name])
    if not found[script]:
        return ""
    if script == "zh" and found["ja"] * 20 > found["zh"]:
        return "ja"
    if script == "ar" and len(_PERSIAN.findall(sample)) > len(_ARABIC.findall(sample)):
        return "fa"
    return _latin(sample) if script == "latin" else script


def _latin(sample: str) -> str:
    having = _languages_of()
    votes = Counter({FALLBACK: 0})
    words = _WORD.findall(sample.lower())
    for word in words:
        votes.update(having.get(word, ()))
    best = max(votes.values())
    if best * FREQUENT < len(words) and len(words) >= FREQUENT:
        return ""
    if best < ENOUGH or votes[FALLBACK] == best:
        return FALLBACK
    return min(code for code, count in votes.items() if count == best)
