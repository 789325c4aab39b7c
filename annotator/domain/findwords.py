"""Words as a search compares them: what is typed and what is searched are taken apart alike.

Case, accents, compatibility forms, digits of other scripts and the letters that Arabic and
Persian keyboards have two of are folded away. Scripts that part no words (Han, kana, Hangul,
Thai, Lao, Khmer, Burmese) give every two neighbours as a word, and the last one by itself, so
that a word of one or two characters is found in the middle of others. A sign or an emoji is a
word too; punctuation parts words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

LONGEST = 48
"""Characters of a word that are compared: what is longer is no word but an address or a key."""

_LONE = (
    r"\u0e01-\u0e3a\u0e40-\u0e46\u0e81-\u0ebd\u0ec0-\u0ec6\u1000-\u1049\u1050-\u109d\u1780-\u17b3"
    r"\u1100-\u11ff\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f"
    r"\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7fb"
    r"\uf900-\ufaff\uff66-\uff9d\uffa0-\uffdc\U00020000-\U0003ffff"
)
"""Characters of scripts that part no words, or whose words take others along (Hangul)."""

_CLINGING = (
    r"\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0e31"
    r"\u0e33-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    r"\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u17b4-\u17d3\u17dd"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\ufeff\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""What belongs to the character before it: combining marks, joiners, variation selectors."""

_INDIC = (
    r"\u0900-\u0963\u0966-\u096f\u0971-\u0df3\u0f00-\u0f0a\u0f0e-\u0f39\u0f3e-\u0f84\u0f86-\u0fbc"
)
"""Of these scripts a letter may be two or three marks, none of which is a letter to Python."""

_PLAIN = re.compile(r"[a-z0-9]+|\$")

_TYPOGRAPHY = re.compile("[\u2010-\u2027\u00a0«»]")
"""Quotation marks, dashes and the like: often all that keeps an English sentence from ASCII."""

_ACCENTS = (
    r"\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    r"\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u1ab0-\u1aff"
    r"\u1dc0-\u1dff\u200b-\u200f\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U0001f3fb-\U0001f3ff"
    r"\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""Accents, vowel points, the stretched line of Arabic, and what nobody sees."""


class _Patterns(NamedTuple):
    taken: re.Pattern[str]
    parted: re.Pattern[str]
    mixed: re.Pattern[str]
    cluster: re.Pattern[str]
    stripped: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Made when the first word that is not ASCII comes: every command would wait for them."""
    sign = rf"\$|[^\w\s\x00-\x7f{_INDIC}{_CLINGING}]"
    return _Patterns(
        re.compile(rf"(?P<word>[\w{_INDIC}{_CLINGING}]+)|(?P<sign>{sign})"),
        re.compile(rf"(?P<run>(?:[{_LONE}][{_CLINGING}]*)+)|[^_{_LONE}]+"),
        re.compile(f"[_{_LONE}]"),
        re.compile(rf"[{_LONE}][{_CLINGING}]*"),
        re.compile(f"[{_ACCENTS}]"),
    )


_NO_LETTER = re.compile(r"[\s\x00-/:-@\[-`{-\x7f]")
"""What compatibility forms may leave: a blank in one Arabic ligature, a bracket round a number."""

_ALIKE = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "ہ": "ه"}
    | {"ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "þ": "th", "æ": "ae", "œ": "oe"}
)
"""Letters that keyboards of one script have two of, and those that no accent can be taken from."""


class Word(NamedTuple):
    """A word, folded, and the stretch of the text it stands for, in code points."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    plain = _plain(text)
    if plain.isascii():
        return [Word(m[0][:LONGEST], *m.span()) for m in _PLAIN.finditer(plain.lower())]
    return list(_taken(plain))


def joined(text: str) -> str:
    """The words of a text with a blank between them: what is kept to be searched."""
    plain = _plain(text)
    if plain.isascii():
        return " ".join([word[:LONGEST] for word in _PLAIN.findall(plain.lower())])
    return " ".join([word for word, _, _ in _taken(plain)])


def _plain(text: str) -> str:
    return text if text.isascii() else _TYPOGRAPHY.sub(" ", text)


def _taken(text: str) -> Iterator[Word]:
    last = ""
    for match in _patterns().taken.finditer(text):
        if match.lastgroup == "sign":
            sign = _sign(match[0])
            if sign and sign != last:  # a row of one sign is one word, however long it is
                yield Word(sign, *match.span())
            last = sign
            continue
        last = ""
        if _patterns().mixed.search(match[0]):
            yield from _parted(text, *match.span())
        elif folded := fold(match[0]):
            yield Word(folded, *match.span())


def _parted(text: str, start: int, end: int) -> Iterator[Word]:
    """A stretch in which there are characters of scripts that part no words."""
    for match in _patterns().parted.finditer(text, start, end):
        if match.lastgroup == "run":
            yield from _pairs(text, *match.span())
        elif folded := fold(match[0]):
            yield Word(folded, *match.span())


def _pairs(text: str, start: int, end: int) -> Iterator[Word]:
    """Every two neighbours, and the last one."""
    clusters = [(fold(m[0]), *m.span()) for m in _patterns().cluster.finditer(text, start, end)]
    for (one, begins, _), (other, _, ends) in pairwise(clusters):
        yield Word(one + other, begins, ends)
    yield Word(*clusters[-1])


@lru_cache(maxsize=2_000)
def _sign(char: str) -> str:
    """A sign or an emoji as it is; "" for punctuation, and for what only steers or modifies."""
    category = unicodedata.category(char)
    return "" if category[0] in "PZ" or category in ("Cc", "Cf", "Cs", "Sk") else char


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word without what a keyboard, a desk or an eye makes no difference by.

    Of one that is nothing but marks nothing is left.
    """
    plain = unicodedata.normalize("NFKD", word.translate(_ALIKE)).casefold()
    plain = _patterns().stripped.sub("", plain.translate(_ALIKE))
    plain = unicodedata.normalize("NFC", plain)
    digits = (str(unicodedata.decimal(char)) if char.isdecimal() else char for char in plain)
    return _NO_LETTER.sub("", "".join(digits))[:LONGEST]
