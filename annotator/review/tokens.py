"""What a quotation is made of when words are compared: words, and marks between them.

Scripts that part no words (Han, kana, Thai, Lao, Khmer, Burmese) give a word for each
character. A combining mark never stands apart from what it belongs to, and a row of
emoji is one word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

_MARK = (
    r"!-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965"
    r"\u0970\u1361-\u1368\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u22ff\u3001-\u3004"
    r"\u3008-\u3020\u3030\u30a0\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20"
    r"\uff3b-\uff40\uff5b-\uff65"
)
"""Punctuation and signs, for a character class: each is a token of its own."""

_LONE = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    r"\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Characters of scripts that part no words."""

_CLINGING = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0e31\u0e33-\u0e3a"
    r"\u0e47-\u0e4e\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    r"\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u17b4-\u17d3\u17dd"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
)
"""What belongs to the character before: combining marks, joiners, variation selectors."""

_WORD = rf"[^\s{_MARK}{_LONE}]+"
_JOINT = r"(?:['’.\-‐‑]|(?<=\d)[,:/٫٬](?=\d))"
_AHEAD = r"(?:(?:(?<![^\s(\[])[-−+])?[$€£¥₹₽₺]?(?=\d))?"
_BEHIND = r"(?:(?<=\d)[%٪‰])?"

_WORDS = rf"{_AHEAD}{_WORD}(?:{_JOINT}{_WORD})*{_BEHIND}|[{_LONE}][{_CLINGING}]*"
_ONLY_WORDS = re.compile(_WORDS)
_TOKEN = re.compile(rf"(?P<word>{_WORDS})|[{_MARK}][{_CLINGING}]*")
"""A word takes an apostrophe, a hyphen or a point inside it along, a number its sign, its
currency, its separators and its per cent. Linear: no class shares a character with the
joint that follows it."""

_BETWEEN = re.compile(rf"[\s{_MARK}]+")

_ALIKE = str.maketrans(
    dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("‐‑−", "-")
    | {"ي": "ی", "ى": "ی", "ك": "ک", "ـ": None, "٫": ".", "٬": ",", "٪": "%"}
    | {
        chr(code): None
        for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069))
        for code in range(first, last + 1)
    }
    | {"\u00ad": None, "\ufeff": None}
)
"""Characters that differ from desk to desk and mean the same: quotation marks, dashes,
Arabic and Persian yeh and kaf, zero-width and bidi characters."""

MOST_WORDS = 200
"""So many words of a claim decide how alike two claims are."""

_MOST_CHARACTERS = 4_000

Bag = frozenset[str | tuple[str, int]]
"""Words without their order: the second time a word stands there, it has its number with it."""


def tokens(quotation: str) -> Iterator[tuple[int, str, bool]]:
    """Start (a code point of the quotation), token, and whether it is a word; blanks are left out."""
    for match in _TOKEN.finditer(quotation):
        yield match.start(), match[0], match.lastgroup is not None


def folded(text: str) -> str:
    """The text without what a desk changes and nobody reads.

    Case, compatibility forms and normalisation (Unicode NFKC), digits of other scripts,
    kinds of quotation marks and dashes, and invisible characters are folded away.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_ALIKE)).casefold()
    if plain.isascii():
        return plain
    digits = (str(unicodedata.decimal(char)) if char.isdecimal() else char for char in plain)
    return "".join(digits)


def spelling(quotation: str) -> str:
    """Its characters, folded, without blanks and marks; two of a kind differ in looks only."""
    return _BETWEEN.sub("", folded(quotation[:_MOST_CHARACTERS]))


def bag(quotation: str) -> Bag:
    """The first words, folded, each with the number of its turn from the second on."""
    words = _ONLY_WORDS.findall(folded(quotation[:_MOST_CHARACTERS]))[:MOST_WORDS]
    once = frozenset(words)
    if len(once) == len(words):
        return once
    seen = Counter[str]()
    result: list[str | tuple[str, int]] = []
    for word in words:
        turn = seen[word]
        seen[word] += 1
        result.append((word, turn) if turn else word)
    return frozenset(result)


def likeness(here: Bag, there: Bag) -> float:
    """The share of words two claims have in common, 0 to 1 (Sørensen's and Dice's coefficient)."""
    both = len(here) + len(there)
    return 2 * len(here & there) / both if both else 0.0
