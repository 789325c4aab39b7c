"""Bytes to text: which encoding a plain text is in, and how sure that is.

In this order: the encoding somebody named, a byte order mark, strict UTF-8, and last a
guess, which says that it is one, so that another can be chosen. Whatever is not exactly
text is refused, never patched: a replaced character would be a claim nobody wrote.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from annotator.domain.errors import AnnotatorError
from annotator.importers.encodings.codec_names import shown_codec
from annotator.importers.encodings.guess import Guess, guess, likely
from annotator.importers.encodings.wide import wide

BOM = "\ufeff"

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer before the shorter that begins like it."""

_NO_TEXT = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
"""Codecs of Python that turn bytes into strings, but are no encoding of a text file."""

FEWEST = 3
"""NULs that a wide encoding must explain; one or two are an accident in any text."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_SIZES = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}


_IN_BRACKETS = re.compile(r".*\((.+)\)\s*")
_MOST = 12
"""So many encodings to choose from are enough."""

_SURE = "the only encoding in which it makes sense"
_UNSURE = "which is a guess: choose another encoding where letters look wrong"

_USUAL = ("windows-1252", "windows-1250", "windows-1251", "shift_jis", "gb18030")
"""What is offered beside the likely ones, where it reads the text at all."""


class Decoded(NamedTuple):
    """The text without its byte order mark, the encoding's name, and how sure it is."""

    text: str
    encoding: str
    note: str
    certain: bool = True
    """Whether nobody need choose: not where it was guessed, and others make sense too."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text that ``data`` holds; line ends are as they came.

    ``encoding`` is the name somebody gave, ``None`` to find out. Raises
    ``AnnotatorError`` for an unknown name, for bytes that are no text in the
    encoding taken, for NUL and for lone surrogates, and names the byte.
    """
    if encoding is not None:
        codec = _exact(data, _known(encoding))
        return read_as(_strict(data, codec), codec, "as you said")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return read_as(_strict(data, codec), codec, "as its byte order mark says")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _guessed(data, fault)
    if "\0" in text:
        return _wide_or_refused(data)
    if b"\x1b$" in data:
        found = guess(data)
        if found is not None and found.codec.lower().startswith("iso-2022"):
            return read_as(found.text, found.codec, "as its escape sequences say")
    return read_as(text, "utf-8", "and every byte of it fits")


def candidates(data: bytes) -> tuple[str, ...]:
    """The encodings to choose from, likeliest first, by the names that are shown and that ``decode`` knows.

    Each gives another text, none of them none. Empty where nobody need choose: a byte order
    mark, UTF-8, or escape sequences say it.
    """
    if any(data.startswith(mark) for mark, _ in _MARKS) or not _is_guessed(data):
        return ()
    found = wide(data)
    texts: dict[str, str] = {}
    for codec in ([found] if found else []) + likely(data) + list(_USUAL):
        try:
            text = _strict(data, codecs.lookup(codec).name)
        except (AnnotatorError, LookupError):
            continue
        texts.setdefault(text, shown_codec(codec))
    return tuple(dict.fromkeys(texts.values()))[:_MOST]


def _is_guessed(data: bytes) -> bool:
    try:
        return "\0" in data.decode("utf-8")
    except UnicodeDecodeError:
        return True


def read_as(text: str, codec: str, why: str, *, certain: bool = True) -> Decoded:
    """A text with the sentence that says how it was read: "Read as UTF-8, {why}."."""
    label = shown_codec(codec)
    return Decoded(text, label, f"Read as {label}, {why}.", certain)


def _known(name: str) -> str:
    """Python's name for an encoding somebody named."""
    found = _IN_BRACKETS.fullmatch(name)
    try:
        info = codecs.lookup((found[1] if found else name).strip())
    except (LookupError, ValueError):
        info = None
    # _is_text_encoding tells encodings of text from hex, zlib, rot13 and the like.
    if info is None or not getattr(info, "_is_text_encoding", True) or info.name in _NO_TEXT:
        raise AnnotatorError(
            f"There is no encoding called {name!a}; try utf-8, utf-16-le, windows-1252, "
            "windows-1251, shift_jis or gb18030."
        )
    return info.name


def _exact(data: bytes, codec: str) -> str:
    """The codec that takes off no mark by itself, so that exactly one is taken off."""
    if codec == "utf-8-sig":
        return "utf-8"
    if codec not in ("utf-16", "utf-32"):
        return codec
    marked = (exact for mark, exact in _MARKS if data.startswith(mark) and codec in exact)
    return next(marked, f"{codec}-le")


def _strict(data: bytes, codec: str) -> str:
    """The text without its byte order mark, or a refusal that names the byte."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as fault:
        raise AnnotatorError(_undecodable(data, codec, fault)) from fault
    lone = _SURROGATE.search(text)
    if lone:
        raise AnnotatorError(_lone(_byte_of(text, lone.start(), codec)))
    at = text.find("\0")
    if at >= 0:
        raise AnnotatorError(_nul(_byte_of(text, at, codec)))
    return text.removeprefix(BOM)


def _byte_of(text: str, at: int, codec: str) -> int:
    size = _SIZES.get(codec)
    before = text[:at]
    if size == 4:
        return 4 * at
    return len(before.encode(codec, "surrogatepass" if codec.startswith("utf") else "replace"))


def _undecodable(data: bytes, codec: str, fault: UnicodeDecodeError) -> str:
    if _is_lone(data, codec, fault):
        return _lone(fault.start)
    return (
        f"This is no text in {shown_codec(codec)}: byte {fault.start:,} "
        f"(0x{data[fault.start]:02X}) does not fit; name another encoding with --encoding, "
        "or save it as UTF-8."
    )


def _is_lone(data: bytes, codec: str, fault: UnicodeDecodeError) -> bool:
    """Whether what does not fit is half of a surrogate pair."""
    piece = data[fault.start : fault.start + 4]
    if codec == "utf-8":
        return len(piece) > 2 and piece[0] == 0xED and 0xA0 <= piece[1] <= 0xBF
    size = _SIZES.get(codec)
    if size is None or len(piece) < size:
        return False
    order = "little" if codec.endswith("le") else "big"
    return 0xD800 <= int.from_bytes(piece[:size], order) <= 0xDFFF  # type: ignore[arg-type]


def _lone(at: int) -> str:
    return (
        f"Byte {at:,} begins half of a surrogate pair, which is no character; "
        "repair the file, or save it again as UTF-8."
    )


def _nul(at: int) -> str:
    return (
        f"Byte {at:,} is a NUL character, which no text has; "
        "remove it, or choose the article's text file."
    )


def _nul_in(data: bytes) -> str:
    """The sentence for NULs where no encoding was named: wide encodings are full of them."""
    at = data.find(b"\0")
    wide = _wide(data)
    if not wide:
        return _nul(at)
    return (
        f"Byte {at:,} is NUL; this looks like {shown_codec(wide)} without a byte order mark: "
        f"say --encoding {wide} if it is."
    )


def _wide(data: bytes) -> str:
    """Which of the wide encodings would explain the NULs, or ""."""
    sample = data[:4000]
    quarter = len(sample) // 4
    zeros = [sample[place::4].count(0) for place in range(4)]
    if quarter and zeros[0] * 10 < quarter and min(zeros[2:]) * 10 >= quarter * 9:
        return "utf-32-le"
    if quarter and zeros[3] * 10 < quarter and min(zeros[:2]) * 10 >= quarter * 9:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if even + odd < FEWEST:
        return ""
    if odd > 4 * even and odd * 4 > quarter:
        return "utf-16-le"
    if even > 4 * odd and even * 4 > quarter:
        return "utf-16-be"
    return ""


def _wide_or_refused(data: bytes) -> Decoded:
    codec = wide(data)
    if codec is None:
        raise AnnotatorError(_nul_in(data))
    why = f"{_SURE}; it has no byte order mark"
    return read_as(_strict(data, codec), codec, why)


def _guessed(data: bytes, fault: UnicodeDecodeError) -> Decoded:
    if b"\0" in data:
        return _wide_or_refused(data)
    if _is_utf_8_with_lone(data):
        raise AnnotatorError(_lone(fault.start)) from fault
    found = guess(data)
    if found is None:
        raise AnnotatorError(
            f"This is no text in UTF-8 (byte {fault.start:,}, 0x{data[fault.start]:02X}, does not "
            "fit), and no other encoding is certain; name it with --encoding, "
            "for example --encoding windows-1252, or save it as UTF-8."
        ) from fault
    return as_guessed(found)


def as_guessed(found: Guess, text: str = "", beside: str = "") -> Decoded:
    """A guess with the sentence that says how sure it is, and what there is to say ``beside`` that."""
    why = _SURE if found.certain else _UNSURE
    return read_as(text or found.text, found.codec, f"{why}{beside}", certain=found.certain)


def _is_utf_8_with_lone(data: bytes) -> bool:
    """Whether half surrogate pairs are all that keeps it from being UTF-8."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
