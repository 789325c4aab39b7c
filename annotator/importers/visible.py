"""Whether there is anything to see in a text."""

from __future__ import annotations

import re
import unicodedata

NOTHING = "There is nothing to read in it; choose a file with some text."

_INK = re.compile(r"[!-~¡-¬®-\u034e\u0370-\u05ff\u0620-\u070e]")
"""Characters that surely can be seen; a quick look before the thorough one."""

_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs by their category, but with nothing in them."""


def has_visible(text: str) -> bool:
    """Whether ``text`` holds a character that shows on paper.

    Blanks, controls, format characters (zero-width, bidi, byte order marks) and
    variation selectors do not.
    """
    return bool(_INK.search(text)) or any(map(_shows, text))


def _shows(character: str) -> bool:
    if character.isspace() or character in _BLANK_LETTERS:
        return False
    code = ord(character)
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return False
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs")
