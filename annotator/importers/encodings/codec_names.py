"""What an encoding is called when it is shown."""

from __future__ import annotations

import codecs
import re

_USUAL = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "ascii": "ASCII",
    "shift_jis": "Shift_JIS",
    "cp932": "Shift_JIS (cp932)",
    "big5": "Big5",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "iso2022_jp": "ISO-2022-JP",
    "mac-roman": "Mac Roman",
}


def shown_codec(codec: str) -> str:
    """The usual name of a codec that Python has: "windows-1252" for "cp1252"."""
    name = codecs.lookup(codec).name
    if name in _USUAL:
        return _USUAL[name]
    name = re.sub(r"^cp(125\d)$", r"windows-\1", name)
    return re.sub(r"^iso8859-", "ISO-8859-", name) if "windows" not in name else name
