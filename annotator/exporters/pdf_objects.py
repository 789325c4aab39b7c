"""The objects of a PDF as typst writes it: taken out, numbered anew, put into one file.

Not a reader for any PDF. typst writes each object by itself, uncompressed, with a plain
cross-reference table, every name as it is and every bracket in a string escaped (ISO 32000-1, 7.3
and 7.5). What is written here has its small objects compressed in object streams (7.5.7, 7.5.8),
which makes a tagged file a tenth as large.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_STRING = rb"\((?:[^()\\]|\\[\s\S])*\)"
_TOKEN = re.compile(_STRING + rb"|<<|>>|<[0-9A-Fa-f]*>|[\[\]]|/[^\s()<>\[\]/]*|[^\s()<>\[\]/]+")
_NUMBERED = re.compile(
    _STRING + rb"|(?P<ref>\d+) 0 R(?![A-Za-z])|/StructParent(?P<page>s?) (?P<parent>\d+)"
)
_NAMING = re.compile(rb"(\d+) 0 R(?![A-Za-z])")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
_NAMED = re.compile(rb"(?<=/ID)\((?=(?:Note |U\d))|(?<=\[|\))\((?=U\d+x\d+y\d+\))")
_STREAM = b"\nstream\n"
_PACKED = 100
"""So many objects to an object stream: a reader unpacks the whole of one to see any of them."""


class Unreadable(ValueError):
    """The bytes are no PDF of the form that typst writes."""


@dataclass(frozen=True)
class Objects:
    """What one file holds: number → object, without "obj" and "endobj"; ``root`` and ``info`` are numbers."""

    bodies: Mapping[int, bytes]
    root: int
    info: int

    @classmethod
    def read(cls, data: bytes) -> Objects:
        """Of the bytes of a file. Raises ``Unreadable`` for what typst has not written."""
        start = data.rfind(b"startxref\n")
        table = int(data[start + 10 :].split(b"\n", 1)[0]) if start > 0 else -1
        trailer = data.find(b"trailer\n", max(table, 0))
        if table < 0 or trailer < 0 or not data.startswith(b"xref\n", table):
            raise Unreadable("no cross-reference table")
        places = [
            (int(place), number)
            for number, (place, used) in enumerate(_ENTRY.findall(data, table, trailer))
            if used == b"n"
        ]
        bodies = {number: _body(data, place, number) for place, number in places}
        known = entries(data[trailer + 8 : start].strip())
        return cls(bodies, reference(known[b"/Root"]), reference(known[b"/Info"]))


def _body(data: bytes, place: int, number: int) -> bytes:
    head = b"%d 0 obj\n" % number
    if not data.startswith(head, place):
        raise Unreadable("an object is not where the table has it")
    begin = place + len(head)
    end = data.index(b"\nendobj", begin)
    stream = data.find(_STREAM, begin, end)
    if stream >= 0:
        length = int(entries(data[begin:stream])[b"/Length"])
        end = data.index(b"\nendobj", stream + len(_STREAM) + length)
    return data[begin:end]


def entries(body: bytes) -> dict[bytes, bytes]:
    """A dictionary's keys and their values as they are written."""
    found: dict[bytes, bytes] = {}
    depth, key, begun = 0, b"", 0
    for token in _TOKEN.finditer(body):
        text = token.group()
        if (
            depth == 1
            and text.startswith(b"/")
            and (not key or body[begun : token.start()].strip())
        ):
            if key:
                found[key] = body[begun : token.start()].strip()
            key, begun = text, token.end()
        depth += (text in (b"<<", b"[")) - (text in (b">>", b"]"))
        if depth == 0:
            if key:
                found[key] = body[begun : token.start()].strip()
            break
    return found


def written(known: Mapping[bytes, bytes]) -> bytes:
    """A dictionary of these keys and values."""
    return b"<<" + b"".join(key + b" " + value for key, value in known.items()) + b">>"


def reference(value: bytes) -> int:
    """The number of the object that "12 0 R" names."""
    return int(value.split(b" ", 1)[0])


def references(value: bytes) -> list[int]:
    """The numbers of all objects that a list names."""
    return [int(one.group("ref")) for one in _NUMBERED.finditer(value) if one.group("ref")]


class Renumbering:
    """Moves on everything that the objects of a file name.

    ``by``: the numbers of objects, of which there are ``size``; ``parents``: the keys of the structure's
    parent tree. ``mark`` begins the ids of structure elements, which are unique in one file only.
    """

    def __init__(self, size: int, by: int, parents: int, mark: bytes) -> None:
        self._names = [b"%d 0 R" % (number + by) for number in range(size + 1)]
        self._parents = parents
        self._mark = mark
        self._moves = bool(by or parents)

    def of(self, body: bytes) -> bytes:
        """The object as it stands in the new file."""
        if not self._moves:
            return body
        head, stream, rest = body.partition(_STREAM)
        if b"(" in head or b"/StructParent" in head:
            head = _NUMBERED.sub(self._moved, head)
            if self._mark and head.startswith(b"<</Type/StructElem"):
                head = _NAMED.sub(b"(" + self._mark, head)
        else:
            head = _NAMING.sub(self._named, head)
        return head + stream + rest

    def _named(self, found: re.Match[bytes]) -> bytes:
        return self._names[int(found[1])]

    def _moved(self, found: re.Match[bytes]) -> bytes:
        if found["ref"]:
            return self._names[int(found["ref"])]
        if found["parent"]:
            number = int(found["parent"]) + self._parents
            return b"/StructParent%b %d" % (found["page"], number)
        return found[0]


def stream(known: Mapping[bytes, bytes], data: bytes) -> bytes:
    """A stream object, compressed."""
    packed = zlib.compress(data, 4)
    about = {**known, b"/Length": b"%d" % len(packed), b"/Filter": b"/FlateDecode"}
    return written(about) + _STREAM + packed + b"\nendstream"


def file(bodies: Sequence[bytes], root: int, info: int) -> bytes:
    """A whole file of these objects, the first of which has number 1."""
    out = [b"%PDF-1.7\n%\x80\x80\x80\x80\n"]
    size = len(out[0])
    rows: list[tuple[int, int, int]] = [(0, 0, 65535)] * (len(bodies) + 1)

    def put(number: int, body: bytes) -> None:
        nonlocal size
        out.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        rows[number] = (1, size, 0)
        size += len(out[-1])

    small = [number for number, body in enumerate(bodies, 1) if _STREAM not in body]
    for number, body in enumerate(bodies, 1):
        if _STREAM in body:
            put(number, body)
    for packed, numbers in _packs(bodies, small):
        rows.append((0, 0, 0))
        put(len(rows) - 1, packed)
        for place, number in enumerate(numbers):
            rows[number] = (2, len(rows) - 1, place)
    rows.append((1, size, 0))
    name = hashlib.sha256(b"".join(out)).hexdigest()[:32].encode()
    about = {
        b"/Type": b"/XRef",
        b"/Size": b"%d" % len(rows),
        b"/W": b"[1 5 2]",
        b"/Root": b"%d 0 R" % root,
        b"/Info": b"%d 0 R" % info,
        b"/ID": b"[<%b><%b>]" % (name, name),
    }
    table = b"".join(
        kind.to_bytes(1) + place.to_bytes(5) + index.to_bytes(2) for kind, place, index in rows
    )
    out.append(b"%d 0 obj\n%b\nendobj\n" % (len(rows) - 1, stream(about, table)))
    out.append(b"startxref\n%d\n%%%%EOF\n" % size)
    return b"".join(out)


def _packs(bodies: Sequence[bytes], small: Sequence[int]) -> Iterator[tuple[bytes, Sequence[int]]]:
    """Object streams, each with the numbers of what is in it."""
    for first in range(0, len(small), _PACKED):
        numbers = small[first : first + _PACKED]
        places: list[bytes] = []
        at = 0
        for number in numbers:
            places.append(b"%d %d" % (number, at))
            at += len(bodies[number - 1]) + 1
        head = b" ".join(places) + b"\n"
        inside = head + b"\n".join(bodies[number - 1] for number in numbers)
        about = {
            b"/Type": b"/ObjStm",
            b"/N": b"%d" % len(numbers),
            b"/First": b"%d" % len(head),
        }
        yield stream(about, inside), numbers


def changed(body: bytes, values: Mapping[bytes, bytes]) -> bytes:
    """An object with these values in its dictionary."""
    head, mark, rest = body.partition(_STREAM)
    return written({**entries(head), **values}) + mark + rest
