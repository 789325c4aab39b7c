"""Web archives: WARC/1.1 as ISO 28500:2017 has it, written and read record by record."""

from __future__ import annotations

import base64
import hashlib
import re
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from annotator.domain.errors import AnnotatorError

BEGINS = b"WARC/1."
_VERSION = b"WARC/1.1"
_HEAD = re.compile(rb"WARC/1\.\d\r?\n(.*?)\r?\n\r?\n", re.DOTALL)
_LONGEST_HEAD = 100_000
_MOST_RECORDS = 100_000
_BLANK = re.compile(rb"[\r\n]*")

_DAMAGED = "This web archive is damaged: fetch or save the page again."
_TOO_MANY = (
    f"This web archive has more than {_MOST_RECORDS:,} records: save the page of the article alone."
)


class Exchange(NamedTuple):
    """One request and what came back, as both went over the line."""

    target: str
    peer: str
    """The address that answered."""
    at: datetime
    request: bytes
    response: bytes


class Record(NamedTuple):
    """One record of an archive: its kind, its headers by small names, its block."""

    kind: str
    headers: dict[str, str]
    block: bytes

    @property
    def target(self) -> str:
        """The address that the record is of."""
        # WARC 1.0 let some programs write it in angle brackets.
        return self.headers.get("warc-target-uri", "").strip("<>")


def write_archive(exchanges: Sequence[Exchange], software: str) -> bytes:
    """The archive of what was asked and answered, in that order."""
    about = f"software: {software}\r\nformat: WARC File Format 1.1\r\n"
    began = exchanges[0].at if exchanges else datetime.now(UTC)
    first = [("WARC-Type", "warcinfo"), ("Content-Type", "application/warc-fields")]
    pieces = [_record([*first, *_stamp(began)], about.encode())]
    for one in exchanges:
        answer = _stamp(one.at)
        of = [("WARC-Target-URI", one.target), ("WARC-IP-Address", one.peer)]
        asked = [("WARC-Type", "request"), ("Content-Type", "application/http; msgtype=request")]
        beside = ("WARC-Concurrent-To", answer[0][1])
        pieces.append(_record([*asked, *of, *_stamp(one.at), beside], one.request))
        said = [("WARC-Type", "response"), ("Content-Type", "application/http; msgtype=response")]
        pieces.append(_record([*said, *of, *answer], one.response))
    return b"".join(pieces)


def read_archive(data: bytes) -> Iterator[Record]:
    """The records of an archive, in order. Raises AnnotatorError where it is damaged."""
    at = count = 0
    while at < len(data):
        count += 1
        if count > _MOST_RECORDS:
            raise AnnotatorError(_TOO_MANY)
        head = _HEAD.match(data, at, at + _LONGEST_HEAD)
        if head is None:
            raise AnnotatorError(_DAMAGED)
        headers = dict(_fields(head[1].decode("utf-8", "replace")))
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 12):
            raise AnnotatorError(_DAMAGED)
        end = head.end() + int(length)
        if end > len(data):
            raise AnnotatorError(_DAMAGED)
        yield Record(headers.get("warc-type", "").lower(), headers, data[head.end() : end])
        blank = _BLANK.match(data, end)
        at = blank.end() if blank else end


def _fields(head: str) -> Iterator[tuple[str, str]]:
    for line in re.sub(r"\r?\n[ \t]+", " ", head).splitlines():
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _stamp(at: datetime) -> list[tuple[str, str]]:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return [("WARC-Record-ID", f"<urn:uuid:{uuid.uuid4()}>"), ("WARC-Date", moment)]


def _record(headers: Sequence[tuple[str, str]], block: bytes) -> bytes:
    digest = base64.b32encode(hashlib.sha256(block).digest()).decode()
    last = [("WARC-Block-Digest", f"sha256:{digest}"), ("Content-Length", str(len(block)))]
    lines = [f"{name}: {value}\r\n".encode() for name, value in (*headers, *last)]
    return b"".join([_VERSION, b"\r\n", *lines, b"\r\n", block, b"\r\n\r\n"])
