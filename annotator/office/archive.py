"""An archive (zip) that somebody else has had in hands: nothing of it is believed.

Office files and books are archives, and an archive of a few kilobytes can hold gigabytes. What
is unpacked is counted while it is unpacked, since the sizes that an archive gives may be false.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from annotator.office.xml import DamagedError, parsed

MOST_PARTS: Final = 5_000
MOST_BYTES: Final = 200_000_000
"""Unpacked, all parts together."""

MOST_TIMES: Final = 100
"""So many times as large as it is packed may a part be, and the whole; XML of ours has 50."""

SMALL: Final = 1_000_000
"""What has up to so many bytes may be packed as well as it can be."""

CHUNK: Final = 1 << 18

BEGINS: Final = b"PK\x03\x04"
"""How an archive with something in it begins."""

_ENCRYPTED: Final = 1
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""Zip knows no earlier date."""

_FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,  # a way of packing that is not known, too
    ValueError,
)
"""What the standard library raises for archives that are damaged or made to harm."""


class LockedError(DamagedError):
    """The archive is encrypted."""

    def __init__(self) -> None:
        ValueError.__init__(self, "it is locked with a password: save it without one")


@dataclass
class Archive:
    """One file's parts, unpacked when they are asked for. Every fault is a DamagedError."""

    _archive: zipfile.ZipFile
    _sizes: dict[str, int] = field(default_factory=dict)
    """Bytes of the parts that were unpacked."""

    @classmethod
    def of(cls, data: bytes) -> Archive:
        """Opens it. Raises DamagedError for what must not be unpacked."""
        try:
            found = cls(zipfile.ZipFile(io.BytesIO(data)))
        except _FAULTS as error:
            raise DamagedError("it is no archive") from error
        found._look(len(data))
        return found

    def _look(self, packed: int) -> None:
        """Refuses an archive by its table of contents."""
        entries = self._archive.infolist()
        names = self.names()
        if len(entries) > MOST_PARTS:
            raise DamagedError(f"it has more than {MOST_PARTS:,} parts")
        if len(set(names)) < len(names):
            raise DamagedError("two of its parts have one name")
        if any(map(_leads_out, names)):
            raise DamagedError("a part's name leads out of it")
        if any(one.flag_bits & _ENCRYPTED for one in entries):
            raise LockedError
        size = sum(one.file_size for one in entries)
        if size > min(MOST_BYTES, max(SMALL, packed * MOST_TIMES)):
            raise DamagedError(f"it would unpack to more than it may, {size / 1e6:,.0f} MB")

    def names(self) -> list[str]:
        """The parts, in the archive's order; those that end with a stroke are folders."""
        return self._archive.namelist()

    def __contains__(self, name: object) -> bool:
        return name in self._archive.NameToInfo

    def read(self, name: str) -> bytes:
        """One part's bytes. Raises DamagedError where it is missing, cannot be unpacked or has too many."""
        entry = self._archive.NameToInfo.get(name)
        if entry is None:
            raise DamagedError(f"“{name}” is missing")
        left = MOST_BYTES - sum(size for other, size in self._sizes.items() if other != name)
        most = min(left, max(SMALL, entry.compress_size * MOST_TIMES))
        try:
            data = self._unpacked(entry, most)
        except _FAULTS as error:
            raise DamagedError(f"“{name}” cannot be unpacked") from error
        if len(data) > most:
            raise DamagedError(f"“{name}” unpacks to more than it may")
        self._sizes[name] = len(data)
        return data

    def _unpacked(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        """One part's bytes; where there are more than ``most``, a few of those that are too many."""
        found, size = [], 0
        with self._archive.open(entry) as stream:
            while size <= most and (chunk := stream.read(CHUNK)):
                size += len(chunk)
                found.append(chunk)
        return b"".join(found)

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """The archive again with these parts changed, or added at its end; others keep their bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for entry in self._archive.infolist():
                name = entry.filename
                same = zipfile.ZipInfo(name, max(entry.date_time, _FIRST_DAY))
                same.compress_type, same.external_attr = zipfile.ZIP_DEFLATED, entry.external_attr
                data = b"" if entry.is_dir() else changed.get(name)
                made.writestr(same, self.read(name) if data is None else data)
            for name in sorted(changed.keys() - set(self.names())):
                new = zipfile.ZipInfo(name, _FIRST_DAY)
                new.compress_type = zipfile.ZIP_DEFLATED
                made.writestr(new, changed[name])
        return out.getvalue()

    def xml(self, name: str) -> Any:
        """One part as a tree. Raises DamagedError as ``read`` and ``office.xml.parsed`` do."""
        return parsed(self.read(name), name)


def _leads_out(name: str) -> bool:
    drive = len(name) > 1 and name[1] == ":"
    return ".." in name.split("/") or name.startswith("/") or "\\" in name or drive
