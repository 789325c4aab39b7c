"""What web pages call their encodings, and what browsers read them as.

By the table of the WHATWG's Encoding standard: a page that says Latin-1 means windows-1252,
and an address book of odd names stands for the encodings of Asia.
"""

from __future__ import annotations

import codecs
import re

_READ_AS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "x-cp1252": "cp1252",
    "ansi": "cp1252",
    "x-user-defined": "cp1252",
    "iso-8859-9": "cp1254",
    "iso8859-9": "cp1254",
    "latin5": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "iso-8859-8-i": "iso8859-8",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "ms_kanji": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "korean": "cp949",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601-1989": "cp949",
    "ksc5601": "cp949",
    "windows-949": "cp949",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "chinese": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "cn-big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "unicode-1-1-utf-8": "utf-8",
    "utf8": "utf-8",
    # A declaration that could be read byte by byte is no proof of two bytes a letter.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "unicode": "utf-8",
}
_NEVER = frozenset({"utf-7", "utf-32", "utf-32-le", "utf-32-be", "idna", "punycode", "undefined"})
_EBCDIC = re.compile(r"cp(?:037|273|424|500|875|1026|1140)$")
_UNDEFINED = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def codec_of(label: str) -> str | None:
    """Python's codec for what a page calls its encoding; ``None`` where no browser knows it."""
    name = label.strip().strip("\"'").lower()
    try:
        codec = _READ_AS.get(name) or codecs.lookup(name).name
        info = codecs.lookup(codec)
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in _NEVER:
        return None
    return None if _EBCDIC.match(info.name) or "escape" in info.name else codec


def read_strictly(data: bytes, codec: str) -> str | None:
    """The text, or ``None`` where a byte does not fit. Bytes that windows-1252 leaves open are controls."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        if codec != "cp1252":
            return None
    return data.decode("latin-1").translate(_LATIN_TO_1252)


_LATIN_TO_1252 = {
    byte: _UNDEFINED.get(byte) or bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0)
}
