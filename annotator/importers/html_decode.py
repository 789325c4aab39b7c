"""From the bytes of a web page to its text: which encoding it is in, whatever it says.

In this order: what somebody named, a byte order mark, what the page declares, strict UTF-8,
a guess. A declaration is believed while every byte fits it; UTF-8 comes before one that
could be anything, for a page that is UTF-8 to the last byte is hardly anything else.
"""

from __future__ import annotations

import codecs
import re

from annotator.domain.errors import AnnotatorError
from annotator.importers.codec_names import shown_codec
from annotator.importers.encoding import Decoded, decode
from annotator.importers.guess import guess
from annotator.importers.html_labels import codec_of, read_strictly

_HEAD = 4096
"""Bytes in which a page's declaration is looked for; browsers look at 1,024."""

_XML = re.compile(rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"'\s]+)", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]+)", re.IGNORECASE)
_HIDDEN = re.compile(rb"<!--.*?-->|<(script|style)\b.*?</\1", re.IGNORECASE | re.DOTALL)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))

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
    if codec is None:
        why = f"the page says {label!a}, which is no encoding" if label else "as every byte fits"
        return _taken(utf8, "utf-8", why) if utf8 is not None else _guessed(data, label)
    if utf8 is not None and codec != "utf-8" and not data.isascii():
        return _taken(utf8, "utf-8", f"though the page says {label}: every byte of it is UTF-8")
    text = read_strictly(data, codec)
    if text is not None:
        return _taken(text, codec, f"as the page says ({label})")
    return _guessed(data, label, codec)


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


def _taken(text: str, codec: str, why: str) -> Decoded:
    label = shown_codec(codec)
    return Decoded(text, label, f"Read as {label}, {why}.")


def _guessed(data: bytes, label: str, codec: str | None = None) -> Decoded:
    """Where neither what the page says nor UTF-8 fits every byte."""
    says = f"the page says {label}, which does not fit" if label else "which it does not say itself"
    found = guess(data.replace(b"\0", b""))
    if found is not None:
        return _taken(found.text, found.codec, f"the only encoding in which it makes sense; {says}")
    likely = codec or "utf-8"
    text = data.decode(likely, "replace")
    broken = text.count("\ufffd")
    if broken * FEW > len(text) + FEW:
        raise AnnotatorError(
            f"It is not clear which encoding this page is in ({says}); name it with --encoding, "
            "for example --encoding windows-1252, or save the page as UTF-8."
        )
    many = "1 character was" if broken == 1 else f"{broken} characters were"
    return _taken(text, likely, f"but {many} damaged and stand as \ufffd")
