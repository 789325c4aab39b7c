"""What the headers of an e-mail say: words in any encoding, parameters, people."""

from __future__ import annotations

import binascii
import quopri
import re
from urllib.parse import unquote_to_bytes

from annotator.importers.composing import clean
from annotator.importers.encodings.guess import guess
from annotator.importers.encodings.labels import codec_of

Parameters = dict[str, str]

LONGEST = 1_000
"""Code points of a header that are shown; no subject is that long."""

_MOST_READ = 20_000
_WORD = re.compile(r"=\?([^?*\s]{1,40})(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)[ \t\r\n]+(?==\?)")
_PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)')
_CONTINUED = re.compile(r"(.+?)\*(\d{1,9})?(\*)?$")
_PERSON = re.compile(r'(?:"((?:[^"\\]|\\.)*)"|([^<>,"]*))\s*<([^<>]*)>')
_REMARKED = re.compile(r"([^\s()]+@[^\s()]+)\s*\(([^()]*)\)")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_ESCAPED = re.compile(r"\\(.)")


def value_text(raw: str) -> str:
    """A header's value as it should be read: in one line, its encoded words decoded (RFC 2047)."""
    raw = _BETWEEN_WORDS.sub(r"\1", raw[:_MOST_READ])
    found: list[str] = []
    place = 0
    waiting: tuple[str, bytes] = ("", b"")  # a letter may be cut in two between words
    for word in _WORD.finditer(raw):
        codec = codec_of(word[1]) or ""
        data = _word_bytes(word[2], word[3])
        if word.start() > place or codec != waiting[0]:
            found += [_decoded(*waiting), _plain(raw[place : word.start()])]
            waiting = (codec, b"")
        waiting = (codec, waiting[1] + data)
        place = word.end()
    found += [_decoded(*waiting), _plain(raw[place:])]
    return " ".join(clean("".join(found)).split())


def parameters(raw: str) -> tuple[str, Parameters]:
    """The first word of a header, and what is said of it (RFC 2231): "text/plain", {"charset": "utf-8"}."""
    raw = raw[:_MOST_READ]
    first, *_ = raw.split(";", 1)
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for found in _PARAMETER.finditer(raw, len(first)):
        name, value = found[1].lower(), _unquoted(found[2])
        split = _CONTINUED.match(name)
        if split:
            order, coded = int(split[2] or 0), bool(split[3] or split[2] is None)
            pieces.setdefault(split[1], {}).setdefault(order, (value, coded))
        else:
            pieces.setdefault(name, {}).setdefault(0, (value, False))
    said = {name: _joined(numbered) for name, numbered in pieces.items()}
    return first.strip().lower(), said


def people(raw: str) -> str:
    """Who a mail is from: their names, or addresses where there are none."""
    raw = raw[: 2 * LONGEST]
    found = [
        value_text(_unescaped(quoted or plain)).strip(" \"'") or value_text(address)
        for quoted, plain, address in _PERSON.findall(raw)
    ]
    if not found:
        found = [
            value_text(name) or value_text(address) for address, name in _REMARKED.findall(raw)
        ]
    return (", ".join(filter(None, found)) or value_text(raw))[:LONGEST]


def _word_bytes(how: str, text: str) -> bytes:
    data = text.encode("utf-8", "surrogateescape")
    if how in "qQ":
        return quopri.decodestring(data.replace(b"_", b" "), header=True)
    return from_base64(data)


def from_base64(data: bytes) -> bytes:
    """The bytes that are written so, as far as they are: other signs and a missing end do no harm."""
    letters = _NOT_BASE64.sub(b"", data)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _decoded(codec: str, data: bytes) -> str:
    for name in filter(None, (codec, "utf-8")):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode(codec or "cp1252", "replace")


def _plain(raw: str) -> str:
    """What is in no encoded word: ASCII by the rules, UTF-8 or anything by habit."""
    if raw.isascii():
        return raw
    data = raw.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        found = guess(data)
        return found.text if found else data.decode("cp1252", "replace")


def _joined(numbered: dict[int, tuple[str, bool]]) -> str:
    """The pieces of a long parameter; the first may say its encoding."""
    ordered = [numbered[number] for number in sorted(numbered)]
    if not any(coded for _, coded in ordered):
        return value_text("".join(value for value, _ in ordered))
    codec, data = "utf-8", b""
    for number, (value, coded) in enumerate(ordered):
        if coded and number == 0 and value.count("'") >= 2:
            label, _, value = value.split("'", 2)
            codec = codec_of(label) or codec
        plain = value.encode("utf-8", "surrogateescape")
        data += unquote_to_bytes(plain) if coded else plain
    return " ".join(clean(_decoded(codec, data)).split())


def _unquoted(value: str) -> str:
    value = value.strip()
    if not value.startswith('"'):
        return value
    return _unescaped(value[1:].removesuffix('"') if len(value) > 1 else "")


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(r"\1", value)
