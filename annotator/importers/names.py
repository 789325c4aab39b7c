"""Names of files as text that can be stored in UTF-8 and printed without harm."""

from __future__ import annotations

import os
from pathlib import PurePath

_JOINERS = "\u200c\u200d"


def shown(path: str | bytes | os.PathLike[str]) -> str:
    r"""A path as text: what cannot be shown stands as ``\x..`` or ``\u....``.

    That is undecodable bytes, control characters and those that turn the
    direction of writing. The joiners that Persian and Hindi need stay.
    """
    text = os.fsdecode(path)
    return "".join(map(_visible, text))


def shown_name(path: str | bytes | os.PathLike[str]) -> str:
    """The last part of a path, as ``shown`` shows it."""
    return shown(PurePath(os.fsdecode(path)).name)


def _visible(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if character.isprintable() or character in _JOINERS or character in "\u00a0\u3000":
        return character
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
