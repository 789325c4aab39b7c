"""Which code page the bytes of an RTF file are in: it says so once, and again for every font."""

from __future__ import annotations

import codecs

from annotator.office.word_symbols import symbol

DEFAULT = "cp1252"
SIGNS = "signs of "
"""What stands before the name of a font whose bytes are pictures; not a codec of Python."""

_CHARSETS = {
    0: "cp1252",
    2: SIGNS,
    77: "mac_roman",
    78: "shift_jis",
    79: "euc_kr",
    80: "gb18030",
    81: "big5",
    83: "mac_cyrillic",
    84: "iso8859_8",
    85: "mac_greek",
    86: "mac_turkish",
    88: "mac_latin2",
    89: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
r"""What ``\fcharset`` means; 1 is "the default"."""

_PAGES = {
    42: SIGNS,
    708: "iso8859_6",
    936: "gb18030",
    1361: "johab",
    10000: "mac_roman",
    10001: "shift_jis",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10029: "mac_latin2",
    10081: "mac_turkish",
    20866: "koi8_r",
    21866: "koi8_u",
    54936: "gb18030",
    65001: "utf-8",
}
r"""Windows' numbers of code pages that Python calls otherwise than ``cp`` and the number."""

FAMILIES = {b"ansi": DEFAULT, b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
"""The words at the very beginning that name a code page."""

_PRIVATE = 0xF000
"""Word keeps a sign of such a font as this and its byte."""


def charset_codec(charset: int | None) -> str | None:
    r"""The codec that ``\fcharset`` names; None for the document's own."""
    return None if charset is None else _CHARSETS.get(charset)


def page_codec(page: int | None) -> str | None:
    """The codec of a Windows code page; None for one that is not known, and for 0."""
    if not page or page < 0:
        return None
    if page in _PAGES:
        return _PAGES[page]
    name = f"iso8859_{page - 28590}" if 28591 <= page <= 28606 else f"cp{page}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def decoded(data: bytes, codec: str) -> str:
    """The text; what fits nothing stands as U+FFFD."""
    if codec.startswith(SIGNS):
        return "".join(_sign(codec, byte) for byte in data)
    return data.decode(codec, "replace")


def unicode_text(code: int, codec: str) -> str:
    r"""What ``\u`` with this number means: 16 bits with a sign, or any code point."""
    code = code + 0x10000 if code < 0 else code
    if not 0 < code <= 0x10FFFF:
        return "\ufffd"
    if codec.startswith(SIGNS) and _PRIVATE < code <= _PRIVATE + 0xFF:
        return _sign(codec, code - _PRIVATE)
    return chr(code)


def _sign(codec: str, byte: int) -> str:
    if byte <= 0x20:
        return chr(byte)
    return symbol(codec.removeprefix(SIGNS), f"{_PRIVATE + byte:X}")
