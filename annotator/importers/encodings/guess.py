"""Guessing an encoding, and saying how sure that is.

The ranking is chardet's; whether a reading makes sense at all is judged here, on a stretch
that begins a little before the first byte that is not ASCII. What nobody has written for
twenty years (the code pages of DOS, of the old Macintosh) gives way to what is in use,
unless it is clearly the better reading.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

SAMPLE = 100_000
"""Bytes that are looked at; all must decode nevertheless."""

RIVAL = 0.75
"""A reading with this part of the best one's confidence is a rival to reckon with."""

LEAST = 0.05
"""Below this confidence (chardet's, from 0 to 1) nothing is said: too few letters."""

GUESSED = 0.2
"""From this confidence on the best of several readings is taken, and called a guess."""

RARE = 1.5
"""A reading in an encoding out of use must be so many times likelier."""

FEW = 5
"""So many letters that are not Latin make a text in another script; fewer are an accident."""

IN_USE = frozenset(
    ["utf-8", "iso8859-1", "iso8859-2", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-9",
     "iso8859-15", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
     "koi8-r", "koi8-u", "cp874", "tis-620", "shift_jis", "cp932", "euc_jp", "iso2022_jp", "gb2312", "gbk",
     "gb18030", "big5", "big5hkscs", "cp950", "euc_kr", "cp949", "iso2022_kr"]
)  # fmt: skip
"""Python's names of the encodings that texts are found in."""

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

_ENGLISH_MONEY = re.compile(rb"(?<=[\s(\d])\xa3(?=[\s\d])|(?<=[\s(\d])\x80(?=[\s\d])")


class Guess(NamedTuple):
    """A reading: the text, Python's name of the encoding, whether no other makes sense."""

    text: str
    codec: str
    certain: bool = True


class _Reading(NamedTuple):
    text: str
    codec: str
    confidence: float
    weight: float
    """The confidence, less where the encoding is out of use."""


def guess(data: bytes) -> Guess | None:
    """The likeliest reading of ``data``, or ``None`` where none is likely enough.

    It is certain where it is the only one that makes sense.
    """
    sample = _sample(data)
    if _BINARY.search(data):
        return None
    if _only_quotes(sample):
        best, certain = "cp1252", True
    else:
        readings = _plausible_readings(sample)
        if not readings:
            return None
        best, enough = readings[0].codec, readings[0].weight >= GUESSED
        certain = len(_rivals(readings, enough=enough)) == 1
        if not enough and not (certain and _name(best) in IN_USE):
            return None
    try:
        return Guess(data.decode(best), best, certain)
    except UnicodeDecodeError:
        return None


def likely(data: bytes) -> list[str]:
    """Python's names of the encodings in which ``data`` makes sense, likeliest first.

    Of several that give the same text the first stands.
    """
    found = ["cp1252"] if _only_quotes(_sample(data)) else []
    return list(dict.fromkeys(found + [one.codec for one in _plausible_readings(_sample(data))]))


def _sample(data: bytes) -> bytes:
    found = _FIRST_HIGH.search(data)
    start = max(0, found.start() - 1000) if found else 0
    return data[start : start + SAMPLE]


def _only_quotes(sample: bytes) -> bool:
    rest, count = _ENGLISH_QUOTES.subn(b"", sample)
    return count > 0 and _ENGLISH_MONEY.sub(b"", rest).isascii()


def _plausible_readings(sample: bytes) -> list[_Reading]:
    """The readings that make sense, each text once, likeliest first."""
    import chardet

    found: dict[str, _Reading] = {}
    for row in chardet.detect_all(sample, ignore_threshold=True):
        codec, confidence = row["encoding"], row["confidence"]
        if not codec or confidence < LEAST:
            continue
        text = _read(sample, codec)
        if text is None:
            continue
        weight = confidence if _name(codec) in IN_USE else confidence / RARE
        if text not in found or found[text].weight < weight:
            found[text] = _Reading(text, codec, confidence, weight)
    return sorted(found.values(), key=lambda one: -one.weight)


def _rivals(readings: list[_Reading], *, enough: bool) -> list[_Reading]:
    """The readings to reckon with; where the letters are few, those out of use too."""
    least = RIVAL * readings[0].weight
    return [one for one in readings if (one.weight if enough else one.confidence) >= least]


def _name(codec: str) -> str:
    return codecs.lookup(codec).name


def _read(sample: bytes, codec: str) -> str | None:
    """The text, or ``None`` if there is none or no writer would have written it."""
    for cut in range(4):  # the sample may end inside a character
        try:
            text = sample[: len(sample) - cut].decode(codec)
        except UnicodeDecodeError:
            continue
        except LookupError:  # chardet knows more encodings than Python
            return None
        return text if plausible(text) else None
    return None


def plausible(text: str) -> bool:
    """Whether somebody may have written this, as far as its letters and signs tell."""
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
