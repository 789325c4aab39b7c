"""Texts of two or four bytes a character that do not say so: recognised by what they spell."""

from __future__ import annotations

import re
import unicodedata

CODECS = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")

_SAMPLE = 20_000
"""Characters that are looked at; all must decode nevertheless."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SCRIPTS = 4
"""A text has letters of no more scripts; Japanese has four with its Latin ones."""

_LEAST = 4
"""Fewer characters spell anything."""

_PLAIN = re.compile(rb"[\t\n\r\x20-\x7e]")
_ALL_BUT_ALL = 0.9
"""Bytes of which so many are plain letters of English are these, and no halves of other characters."""


def wide(data: bytes) -> str | None:
    """Which of the wide encodings is the only one that makes a text of this, if one does.

    None for a text of one byte a character into which a few NULs came: two of its letters
    together are a Chinese character, whichever they are.
    """
    if len(_PLAIN.findall(data[:_SAMPLE])) > _ALL_BUT_ALL * min(len(data), _SAMPLE):
        return None
    found = [codec for codec in CODECS if _makes_sense(data, codec)]
    return found[0] if len(found) == 1 else None


def _makes_sense(data: bytes, codec: str) -> bool:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    if len(text) < _LEAST or _CONTROL.search(text):
        return False
    signs = set(text[:_SAMPLE])
    if any(unicodedata.category(sign) in ("Cn", "Co", "Cs") for sign in signs):
        return False
    scripts = {unicodedata.name(sign, "").split()[0] for sign in signs if sign.isalpha()}
    # Text has blanks, full stops or ideographic ones; what was put together wrongly has none.
    return 0 < len(scripts) <= _SCRIPTS and not signs.isdisjoint(" .\n。、，")
