"""The logo of a report: what kind of picture it is, how large, and the same without what it tells beside.

A picture's file says more than the picture: camera, place, program, owner. ``bare`` leaves all that
out and not one pixel: PNG keeps the chunks that draw (PNG, third edition, section 11), JPEG loses
its application segments and comments (ITU-T T.81, annex B), Exif among them.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWS = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs")
)
_KEPT = frozenset((0xE0, 0xEE))
"""JFIF, and Adobe's word on how colours are to be read."""
_SCAN, _END = 0xDA, 0xD9
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the coded picture: neither a stuffed byte nor a restart."""


class Picture(NamedTuple):
    """``kind`` is "png" or "jpeg"; width and height in pixels."""

    kind: str
    width: int
    height: int
    data: bytes


def bare(data: bytes) -> Picture | None:
    """The picture without what it tells beside; None for what is no sound PNG or JPEG."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        return _jpeg(data) if data.startswith(b"\xff\xd8\xff") else None
    except (struct.error, IndexError):
        return None


def _png(data: bytes) -> Picture | None:
    width, height = struct.unpack(">II", data[16:24])
    kept = [_PNG]
    at, last = len(_PNG), b""
    while at < len(data) and last != b"IEND":
        (length,) = struct.unpack(">I", data[at : at + 4])
        last = data[at + 4 : at + 8]
        if at + 12 + length > len(data):
            return None
        if last in _DRAWS:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
    sound = last == b"IEND" and width and height
    return Picture("png", width, height, b"".join(kept)) if sound else None


def _jpeg(data: bytes) -> Picture | None:
    kept, size = [b"\xff\xd8"], (0, 0)
    for marker, segment in _segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", segment[5:9])
            size = width, height
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in _KEPT:
            kept.append(segment)
    sound = all(size)
    return Picture("jpeg", *size, b"".join(kept)) if sound else None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and segment, its marker included; a scan with the coded picture that follows it."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise IndexError
        marker = data[at + 1]
        if marker == _END:
            yield marker, data[at : at + 2]
            return
        if marker == 0xFF:
            at += 1
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        end = at + 2 + length
        if marker == _SCAN:
            follows = _MARKER.search(data, end)
            end = follows.start() if follows else len(data)
        yield marker, data[at:end]
        at = end
