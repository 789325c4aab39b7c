"""The characters that no page, sheet or document can hold, and what is printed in their place."""

from __future__ import annotations

import re

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
"""What HTML cannot hold, and so all that XML 1.0 cannot: controls but tab and line feed, surrogates,
noncharacters (HTML, section 13.2.3.5; XML, section 2.2)."""

REPLACED = "\ufffd"


def clean(text: str) -> str:
    """Line ends are LF; each character that cannot be held is U+FFFD."""
    return cleaned(text)[0]


def cleaned(text: str) -> tuple[str, int]:
    """The same, and how many characters were replaced."""
    return FORBIDDEN.subn(REPLACED, text.replace("\r\n", "\n").replace("\r", "\n"))


def replaced(text: str) -> int:
    """How many characters ``clean`` replaces."""
    return cleaned(text)[1]
