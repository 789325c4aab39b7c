"""One HTTP/1.1 response as it came over the line, taken apart (RFC 9112).

Read leniently, as browsers do, but never past what is there: a response that breaks off, or is
packed in a way that is not known here, is refused in one sentence.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from annotator.domain.errors import AnnotatorError
from annotator.importers.watch import report

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})(?: ([^\r\n]*))?$")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LINE = re.compile(rb"\r?\n")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([\w.:\-]+)""", re.IGNORECASE | re.ASCII)
_LONGEST_HEAD = 200_000
_MOST_ANNOUNCED = 100
"""Answers that only announce one."""

_MOST_CHUNKS = 1_000_000
_MOST_MEMBERS = 10_000
_PIECE = 1_000_000
_FED = 65_536
"""Bytes that are unpacked at a time: what lies behind a member is handed back, which costs a copy."""

_MEMBER = b"\x1f\x8b\x08"
"""What a member of gzip begins with (RFC 1952); anything else behind one is padding."""

_BROKEN = "The site’s answer breaks off or makes no sense: try again, or save the page in your browser and open that file."


@dataclass(frozen=True, slots=True)
class Response:
    """A response: its status, its headers in order, and its body as it is packed."""

    status: int
    headers: tuple[tuple[str, str], ...]
    raw: bytes

    def header(self, name: str) -> str:
        """The first value of a header, whatever its letters' case; empty where there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")

    @property
    def content_type(self) -> str:
        """What it says that it is, in small letters without parameters: "text/html"."""
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding that its header names; empty where it names none."""
        found = _CHARSET.search(self.header("content-type"))
        return found[1].lower() if found else ""

    @property
    def _length(self) -> int | None:
        """How long it says it is; what came behind that is no part of it."""
        said = self.header("content-length").partition(",")[0].strip()
        return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else None

    def body(self, limit: int) -> bytes:
        """What was packed, of at most ``limit`` bytes. Raises AnnotatorError."""
        if "chunked" in self.header("transfer-encoding").lower():
            data = _unchunked(self.raw)
        else:
            data = self.raw[: self._length]
        for packing in reversed(self.header("content-encoding").lower().split(",")):
            data = _unpacked(data, packing.strip(), limit)
        if len(data) > limit:
            raise AnnotatorError(_too_large(limit))
        return data


def read_response(data: bytes) -> Response:
    """The final response in these bytes; what only announces one (1xx) is passed over.

    Raises AnnotatorError where there is none.
    """
    at = 0
    for _ in range(_MOST_ANNOUNCED):
        end = _HEAD_END.search(data, at, at + _LONGEST_HEAD)
        if end is None:
            break
        first, *lines = _LINE.split(data[at : end.start()])
        found = _STATUS.match(first)
        if found is None:
            break
        at = end.end()
        if int(found[1]) >= 200:
            return Response(int(found[1]), tuple(_headers(lines)), data[at:])
    raise AnnotatorError(_BROKEN)


def _headers(lines: list[bytes]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for line in lines:
        text = line.decode("latin-1")
        if text[:1] in (" ", "\t") and found:
            name, value = found[-1]
            found[-1] = (name, f"{value} {text.strip()}")
        elif ":" in text:
            name, _, value = text.partition(":")
            found.append((name.strip(), value.strip()))
    return found


def _unchunked(data: bytes) -> bytes:
    """Other programs' archives may have the chunks joined already, under the same header."""
    if not _CHUNK.match(data):
        return data
    at, found = 0, bytearray()
    for _ in range(_MOST_CHUNKS):
        size = _CHUNK.match(data, at)
        if size is None:
            break
        length = int(size[1], 16)
        if not length:
            return bytes(found)
        at = size.end() + length
        if at > len(data):
            break
        found += data[size.end() : at]
        line_end = _LINE.match(data, at)
        at = line_end.end() if line_end else at
    raise AnnotatorError(_BROKEN)


def _unpacked(data: bytes, packing: str, limit: int) -> bytes:
    if packing in ("", "identity"):
        return data
    if packing in ("gzip", "x-gzip"):
        return _inflated(data, 16 + zlib.MAX_WBITS, limit)
    if packing == "deflate":
        # Some send it without the wrapping that RFC 9110 asks for.
        wrapped = len(data) > 1 and data[0] & 15 == 8 and (data[0] * 256 + data[1]) % 31 == 0
        return _inflated(data, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS, limit)
    raise AnnotatorError(
        f"The site packed the page in a way that nobody asked for ({packing[:20]!a}): save the page "
        "in your browser and open that file."
    )


def _inflated(data: bytes, bits: int, limit: int) -> bytes:
    """What was packed, which gzip may have done in several members."""
    at, found = 0, bytearray()
    for _ in range(_MOST_MEMBERS):
        if not data.startswith(_MEMBER, at) if at else not data:
            return bytes(found)
        at = _member(data, at, bits, found, limit)
    raise AnnotatorError(_BROKEN)


def _member(data: bytes, at: int, bits: int, found: bytearray, limit: int) -> int:
    """Piece by piece, so that a bomb is found while it is small; gives where it ends."""
    inflate = zlib.decompressobj(bits)
    while not inflate.eof:
        fed = data[at : at + _FED]
        try:
            piece = inflate.decompress(fed, _PIECE)
        except zlib.error as error:
            raise AnnotatorError(_BROKEN) from error
        at += len(fed) - len(inflate.unconsumed_tail) - len(inflate.unused_data)
        if not (fed or piece or inflate.eof):
            raise AnnotatorError(_BROKEN)
        found += piece
        if len(found) > limit:
            raise AnnotatorError(_too_large(limit))
        report("unpacking the page")
    return at


def _too_large(limit: int) -> str:
    return (
        f"It has more than {limit // 1_000_000} MB when it is unpacked: save the article alone in "
        "your browser, and open that file."
    )
