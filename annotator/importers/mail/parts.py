"""The parts of an e-mail (RFC 5322 and 2045 to 2047), whatever shape it is in.

Python's own parser asks of every line whether it ends one of the parts around it, so that a mail
of one megabyte with parts in parts takes a quarter of a minute, and this is read in the
program's own process. Here each level is looked through once, and there are few levels.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.importers.mail.headers import Parameters, from_base64, parameters, value_text

DEEPEST = 20
"""Parts in parts; a mail program makes four or five levels."""

MOST = 2_000
"""Parts in all."""

_MOST_READ = 2_000_000
"""Bytes of headers."""

_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:")
_BLANK_LINE = re.compile(rb"\n[ \t]*\r?(?:\n|\Z)")
_EMPTY_LINE = re.compile(rb"\A[ \t]*\r?\n")
_UNIX_FROM = re.compile(rb">?From [^\n]*\n")


@dataclass(slots=True)
class Part:
    """One part: what its headers say, its bytes, and the parts in it."""

    headers: dict[str, list[str]]
    """By name in small letters; line ends and undecodable bytes are as they came (surrogates)."""
    raw: bytes
    kind: str = "text/plain"
    """Its type, in small letters."""
    said: Parameters = field(default_factory=dict)
    """What follows its type."""
    parts: list[Part] = field(default_factory=list)
    whole: bool = True
    """False where the parts in it have no end: it was cut short."""
    too_many: bool = False
    """Of the whole mail: it has more parts than ``MOST``, or some deeper than ``DEEPEST``; they are left out."""

    def header(self, name: str) -> str:
        """The first header of this name as it should be read; empty without one."""
        return value_text(self.headers.get(name, [""])[0])

    def disposition(self) -> tuple[str, Parameters]:
        """How it wants to be shown ("attachment", "inline" or nothing), and what follows."""
        return parameters(self.headers.get("content-disposition", [""])[0])

    def file_name(self) -> str:
        """What it is called, where it is called anything."""
        _, said = self.disposition()
        return said.get("filename") or self.said.get("name") or ""

    def data(self) -> bytes:
        """Its bytes, taken out of what they travelled in."""
        how = self.headers.get("content-transfer-encoding", [""])[0].strip().lower()
        if how == "quoted-printable":
            return quopri.decodestring(self.raw)
        return from_base64(self.raw) if how == "base64" else self.raw

    def leaves(self) -> Iterator[Part]:
        """What has no parts in it, in order; itself where it has none."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            if one.parts:
                waiting += reversed(one.parts)
            else:
                yield one


def parsed(data: bytes) -> Part:
    """The mail that these bytes are, with all parts in it."""
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    root = _part(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), "text/plain")
    waiting, count = [(root, 0)], 1
    while waiting:
        part, depth = waiting.pop()
        if depth >= DEEPEST or count >= MOST:
            root.too_many |= part.kind.startswith(("multipart/", "message/"))
            continue
        _split(part)
        root.too_many |= len(part.parts) > MOST - count
        del part.parts[MOST - count :]
        count += len(part.parts)
        waiting += [(one, depth + 1) for one in part.parts]
    return root


def headers_of(data: bytes) -> tuple[dict[str, list[str]], bytes]:
    """The headers at the beginning, and what follows them. Lines among them that are none are left out."""
    unix = _UNIX_FROM.match(data)
    at = unix.end() if unix else 0
    if not _HEADER.match(data, at):
        return {}, _EMPTY_LINE.sub(b"", data, count=1)
    end = _BLANK_LINE.search(data, at)
    head, body = (data[at : end.start()], data[end.end() :]) if end else (data[at:], b"")
    found: list[tuple[str, list[bytes]]] = []
    for line in head[:_MOST_READ].split(b"\n"):
        name = _HEADER.match(line)
        if line[:1] in (b" ", b"\t"):
            if found:
                found[-1][1].append(line.rstrip(b"\r"))
        elif name:
            found.append((name[1].decode("ascii").lower(), [line[name.end() :].rstrip(b"\r")]))
    headers: dict[str, list[str]] = {}
    for title, lines in found:
        said = b"".join(lines).decode("ascii", "surrogateescape").strip()
        headers.setdefault(title, []).append(said)
    return headers, body


def _part(data: bytes, kind: str) -> Part:
    headers, body = headers_of(data)
    part = Part(headers, body)
    said, part.said = parameters(headers.get("content-type", [""])[0])
    part.kind = said if said.count("/") == 1 else kind
    return part


def _split(part: Part) -> None:
    """Finds the parts in this one."""
    if part.kind in ("message/rfc822", "message/global"):
        part.parts = [_part(part.data(), "text/plain")]
    boundary = part.said.get("boundary", "").rstrip()
    if not part.kind.startswith("multipart/") or not boundary:
        return
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    lines = re.compile(rb"^--%s(--)?[ \t]*\r?$" % mark, re.MULTILINE)
    kind = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
    start = -1
    for line in lines.finditer(part.raw):
        if start >= 0 and len(part.parts) < MOST:
            part.parts.append(_part(_without_break(part.raw[start : line.start()]), kind))
        start = -1 if line[1] else min(line.end() + 1, len(part.raw))
        if line[1]:
            return
    part.whole = False
    if start >= 0:
        part.parts.append(_part(part.raw[start:], kind))


def _without_break(data: bytes) -> bytes:
    """The line end before a boundary belongs to it."""
    return data.removesuffix(b"\n").removesuffix(b"\r")
