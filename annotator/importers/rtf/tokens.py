"""Taking an RTF file apart: braces, control words, bytes written in hexadecimal, and text.

The format is that of Microsoft's "Rich Text Format (RTF) Specification", version 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum, auto
from typing import NamedTuple


class Kind(IntEnum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    """A backslash and one character that is no letter."""
    BYTES = auto()
    """Bytes of text, without the line ends that only break lines of the file."""
    BYTE = auto()
    r"""One byte of text, written as ``\'e9``."""


class Token(NamedTuple):
    """One piece of the file. ``data`` is a word's or symbol's name, or the bytes of text."""

    kind: Kind
    data: bytes = b""
    number: int | None = None
    """What follows a control word, where something does."""


_TOKEN = re.compile(
    rb"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?\x20?|'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|(?P<symbol>[^A-Za-z]))|(?P<brace>[{}])|(?P<text>[^\\{}]+)|(?P<stray>.)",
    re.DOTALL,
)
_BREAKS = b"\r\n"
_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    r"""The tokens of these bytes in order; what ``\bin`` announces is passed over."""
    at, size = 0, len(data)
    while at < size:
        found = _TOKEN.match(data, at)
        assert found is not None, "the last branch takes any byte"
        at = found.end()
        which = found.lastgroup
        if which == "text":
            text = found["text"].translate(None, _BREAKS)
            if text:
                yield Token(Kind.BYTES, text)
        elif which == "brace":
            yield _OPEN if found["brace"] == b"{" else _CLOSE
        elif which == "byte":
            yield Token(Kind.BYTE, bytes.fromhex(found["byte"].decode("ascii")))
        elif which == "symbol":
            yield Token(Kind.SYMBOL, found["symbol"])
        elif which != "stray":  # a lone backslash at the end says nothing
            number = None if found["number"] is None else int(found["number"])
            if found["word"] == b"bin":
                at += max(0, number or 0)
            else:
                yield Token(Kind.WORD, found["word"], number)
