"""Guessing an encoding, and saying nothing where it is not certain.

The ranking is chardet's; whether its first reading is the only one that makes
sense is judged here, on a stretch that begins a little before the first byte
that is not ASCII.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

SAMPLE = 100_000
"""Bytes that are looked at; all must decode nevertheless."""

RIVAL = 0.75
"""A reading with this part of the best one's confidence is a rival to reckon with."""

LEAST = 0.05
"""Below this confidence (chardet's, from 0 to 1) nothing is certain: too few letters."""

FEW = 5
"""So many letters that are not Latin make a text in another script; fewer are an accident."""

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_SIGNS = "¢£¤¥§¨©¬®¯°±²³´¶¸¹¼½¾¿×÷€‚ƒ„†‡ˆ‰‹›˜™√∞≈≠≤≥∂∑∏∫Ω◊\u02d8-\u02dd"
_ODD = re.compile(rf"[\u2500-\u259f¤]|[^\W\d_][{_SIGNS}][^\W\d_]|[^\W\d_][¿¡€£¥]")
"""What no writer writes: box drawings, a sign inside a word, money right behind one."""

_FOREIGN_WORD = re.compile(r"\w*[^\x00-\x7f\W]\w*")
_FIRST_HIGH = re.compile(rb"[\x80-\xff]|\x1b\$")
_ENGLISH_QUOTES = re.compile(
    rb"(?<=[A-Za-z])\x92(?:s|t|re|ve|ll|d|m)\b|(?<=[\s(\[])[\x91\x93](?=\w)"
    rb"|(?<=[\w.,!?;:)%])[\x92\x94](?=[\s.,;:!?)\]]|$)|(?<=[\w ])[\x96\x97](?=[\w ])|\x85"
)
"""Curly quotation marks and dashes of Windows, where English has them."""


class Guess(NamedTuple):
    """A certain reading: the text and Python's name of the encoding."""

    text: str
    codec: str


def guess(data: bytes) -> Guess | None:
    """The only plausible reading of ``data``, or ``None`` where there are several or none."""
    found = _FIRST_HIGH.search(data)
    start = max(0, found.start() - 1000) if found else 0
    sample = data[start : start + SAMPLE]
    if _BINARY.search(data):
        return None
    codec = "cp1252" if _only_quotes(sample) else _best(sample)
    try:
        return None if codec is None else Guess(data.decode(codec), codec)
    except UnicodeDecodeError:
        return None


def _only_quotes(sample: bytes) -> bool:
    rest, count = _ENGLISH_QUOTES.subn(b"", sample)
    return count > 0 and rest.isascii()


def _best(sample: bytes) -> str | None:
    import chardet

    ranked = chardet.detect_all(sample, ignore_threshold=True)
    least = max(LEAST, RIVAL * ranked[0]["confidence"])
    readings: dict[str, str] = {}
    for row in ranked:
        codec = row["encoding"]
        text = _read(sample, codec) if codec and row["confidence"] >= least else None
        if codec and text is not None:
            readings.setdefault(text, codec)
    return next(iter(readings.values())) if len(readings) == 1 else None


def _read(sample: bytes, codec: str) -> str | None:
    """The text, or ``None`` if there is none or no writer would have written it."""
    for cut in range(4):  # the sample may end inside a character
        try:
            text = sample[: len(sample) - cut].decode(codec)
        except UnicodeDecodeError:
            continue
        except LookupError:  # chardet knows more encodings than Python
            return None
        return text if _plausible(text) else None
    return None


def _plausible(text: str) -> bool:
    if _CONTROL.search(text) or _ODD.search(text):
        return False
    foreign = {letter for letter in set(text) if letter.isalpha() and not _latin(letter)}
    if foreign and sum(map(text.count, foreign)) < FEW:
        return False
    words = {word for word in _FOREIGN_WORD.findall(text) if not word.isnumeric()}
    return not any(_mixed(word, foreign) for word in words)


def _latin(letter: str) -> bool:
    return letter.isascii() or letter in "µªº" or unicodedata.name(letter, "").startswith("LATIN")


def _mixed(word: str, foreign: set[str]) -> bool:
    """Two scripts in one word, or a foreign capital behind a small letter, as in "cafÈ"."""
    if not foreign.isdisjoint(word) and any(map(str.isascii, filter(str.isalpha, word))):
        return all(letter < "\u2e80" for letter in word)  # Han and Kana stand beside Latin
    return any(a.islower() and b.isupper() and not b.isascii() for a, b in pairwise(word))
