"""From the bytes of a web page to its text: which encoding it is in, whatever it says.

In this order: what somebody named, a byte order mark, what the page declares, strict UTF-8,
a guess. A declaration is believed while every byte fits it; UTF-8 comes before one that
could be anything, for a page that is UTF-8 to the last byte is hardly anything else.
"""

from __future__ import annotations

import codecs
import re

from annotator.domain.errors import AnnotatorError
from annotator.importers.encodings.decoding import Decoded, as_guessed, decode, read_as
from annotator.importers.encodings.guess import Guess, guess, plausible
from annotator.importers.encodings.labels import codec_of, read_strictly

_HEAD = 4096
"""Bytes in which a page's declaration is looked for; browsers look at 1,024."""

_XML = re.compile(rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"'\s]+)", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]+)", re.IGNORECASE)
_HIDDEN = re.compile(rb"<!--.*?-->|<(script|style)\b.*?</\1", re.IGNORECASE | re.DOTALL)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))

_TAG = re.compile(rb"<[^<>]*>")
_HIGH = re.compile(rb"[\xc0-\xff][\x80-\xbf]+")
_TWO_BYTES = frozenset({"cp932", "euc_jp", "cp949", "gb18030", "big5hkscs", "iso2022_jp"})
_ENOUGH = 4
"""Letters of UTF-8 that are no accident."""
_MOST_ACCENTS = 0.4
"""No language in Latin letters has so large a share of them with accents."""
_SAMPLE = 100_000

FEW = 2000
"""One broken byte in so many is damage; more are another encoding."""


def decode_page(data: bytes, encoding: str | None = None, header: str = "") -> Decoded:
    """The text of a page, LF and CRLF as they came.

    ``encoding`` is what somebody named, ``header`` what came with the page from outside of it
    (a mail's or a server's charset). Raises AnnotatorError where nothing fits.
    """
    if encoding is not None or data.startswith(_MARKS):
        return _unwrapped(data, encoding)
    wide = next(
        (codec for begin, codec in _WIDE if data.lstrip(b"\r\n\t ").startswith(begin)), None
    )
    if wide and len(data) % 2 == 0:
        return _unwrapped(data, wide)
    label = header or declared(data)
    codec = codec_of(label) if label else None
    utf8 = read_strictly(data, "utf-8")
    if utf8 is None or (codec not in (None, "utf-8") and data.isascii()):
        return _believed(data, label, codec)
    if codec in (None, "utf-8"):
        return read_as(utf8, "utf-8", f"as the page says ({label})" if codec else _unknown(label))
    if _is_utf8(data, codec):
        return read_as(utf8, "utf-8", f"though the page says {label}: every byte of it is UTF-8")
    return _believed(data, label, codec)


def _believed(data: bytes, label: str, codec: str | None) -> Decoded:
    """The reading that the page declares, unless it does not fit or makes no sense."""
    text = read_strictly(data, codec) if codec else None
    if codec is None or text is None:
        return _guessed(data, label, codec)
    found = _better(data, text, codec)
    if found is not None:
        why = f"though the page says {label}, in which it makes no sense"
        return read_as(found.text, found.codec, why, certain=found.certain)
    return read_as(text, codec, f"as the page says ({label})")


def _is_utf8(data: bytes, codec: str | None) -> bool:
    """Whether bytes that fit UTF-8 are it, whatever was declared: two bytes may be a Chinese sign too."""
    return codec not in _TWO_BYTES or len(_HIGH.findall(data)) >= _ENOUGH


def _unknown(label: str) -> str:
    known = f"; what the page says, {label}, is no encoding" if label else ""
    return f"and every byte of it fits{known}"


def _better(data: bytes, text: str, codec: str) -> Guess | None:
    """Another reading, where the declared one gives letters that nobody wrote in such an order."""
    words = _words(data)
    if words.isascii() or codec in _TWO_BYTES or not _is_odd(read_strictly(words, codec) or text):
        return None
    found = guess(words)
    if found is None or found.codec == codec or _is_odd(found.text):
        return None
    whole = read_strictly(data, found.codec)
    return None if whole is None else found._replace(text=whole)


def _is_odd(words: str) -> bool:
    foreign = [letter for letter in words if letter > "\x7f" and letter.isalpha()]
    latin = sum(letter < "\u0250" for letter in foreign)
    letters = sum(map(str.isalpha, words))
    return not plausible(words) or latin > _MOST_ACCENTS * letters


def _words(data: bytes) -> bytes:
    """What stands outside of tags: names and addresses there say nothing of the language."""
    return b" ".join(_TAG.sub(b" ", data).replace(b"\0", b"").split())[:_SAMPLE]


def declared(data: bytes) -> str:
    """What a page calls its encoding, in its XML declaration or a meta element; "" for nothing."""
    head = data[:_HEAD]
    found = _XML.search(head) or _META.search(_HIDDEN.sub(b"", head))
    return found[1].decode("ascii", "replace") if found else ""


def _unwrapped(data: bytes, encoding: str | None) -> Decoded:
    """As for plain text, but for NULs: a page may have them, and they are no text."""
    try:
        return decode(data, encoding)
    except AnnotatorError:
        if b"\0" not in data or data.startswith(_MARKS[1:]):
            raise
    return decode(data.replace(b"\0", b""), encoding)


def _guessed(data: bytes, label: str, codec: str | None = None) -> Decoded:
    """Where neither what the page says nor UTF-8 fits every byte."""
    says = f"the page says {label}, which does not fit" if label else "which it does not say itself"
    found = guess(_words(data))
    whole = read_strictly(data, found.codec) if found else None
    if found is not None and whole is not None:
        return as_guessed(found, whole, f"; {says}")
    likely = codec or "utf-8"
    text = data.decode(likely, "replace")
    broken = text.count("\ufffd")
    if broken * FEW > len(text) + FEW:
        raise AnnotatorError(
            f"It is not clear which encoding this page is in ({says}); name it with --encoding, "
            "for example --encoding windows-1252, or save the page as UTF-8."
        )
    many = "1 character was damaged and stands"
    if broken > 1:
        many = f"{broken} characters were damaged and stand"
    return read_as(text, likely, f"but {many} as \ufffd", certain=False)
