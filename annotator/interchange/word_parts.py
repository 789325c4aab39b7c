"""The parts of a Word file that somebody else has had in hands: nothing of it is believed.

A .docx is an archive, and an archive of a few kilobytes can hold gigabytes. What is unpacked is counted
while it is unpacked, since the sizes that an archive gives may be false; XML is read without
entities, document types and the network.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 256_000_000
"""Unpacked, all parts together: some five times what a report of 10,000 claims has."""

MOST_TIMES: Final = 300
"""So many times as large as it is packed may a part be; XML of ours has 50."""

SMALL: Final = 1_000_000
"""Parts up to so many bytes may be packed as well as they can be."""

CHUNK: Final = 1 << 18

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DAMAGED: Final = "it is damaged: {why}"


class _Damaged(ValueError):
    """What is wrong with the file, as part of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(DAMAGED.format(why=why))


def is_word(data: bytes) -> bool:
    """Whether it is an archive with a Word document in it, by its table of contents alone."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return "[Content_Types].xml" in names and any(one.startswith("word/") for one in names)


@dataclass
class Parts:
    """One file's parts, unpacked when they are asked for. Every fault is a ValueError that says so."""

    archive: zipfile.ZipFile
    left: int = MOST_BYTES
    _related: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> Parts:
        try:
            found = cls(zipfile.ZipFile(io.BytesIO(data)))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise _Damaged("it is no archive") from error
        found._look()
        return found

    def _look(self) -> None:
        """Refuses an archive by its table of contents."""
        entries = self.archive.infolist()
        names = [one.filename for one in entries]
        if len(entries) > MOST_PARTS:
            raise _Damaged(f"it has more than {MOST_PARTS:,} parts")
        if len(set(names)) < len(names):
            raise _Damaged("two of its parts have one name")
        if any(".." in name.split("/") or name.startswith("/") or "\\" in name for name in names):
            raise _Damaged("a part's name leads out of it")
        if any(one.flag_bits & 1 for one in entries):
            raise ValueError("it is locked with a password: save it without one")
        if sum(one.file_size for one in entries) > MOST_BYTES:
            raise _Damaged(f"it would unpack to more than {MOST_BYTES // 1_000_000} MB")

    def names(self) -> list[str]:
        return self.archive.namelist()

    def read(self, name: str) -> bytes:
        """One part's bytes, as many as may be."""
        entry = self.archive.getinfo(name)
        most = min(self.left, max(SMALL, entry.compress_size * MOST_TIMES))
        found, size = [], 0
        try:
            with self.archive.open(entry) as stream:
                while chunk := stream.read(CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise _Damaged(f"“{name}” unpacks to more than it may")
                    found.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise _Damaged(f"“{name}” cannot be unpacked") from error
        self.left -= size
        return b"".join(found)

    def xml(self, name: str) -> Any:
        """One part as a tree."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise _Damaged(f"“{name}” is no XML") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise _Damaged(f"“{name}” declares a document type")
        return root

    def document(self) -> Any:
        """The main part, by the relationships of the package."""
        name = self._follow("_rels/.rels", "").get("officeDocument", "")
        if name not in self.names():
            raise _Damaged("it has no text")
        folder, _, base = name.rpartition("/")
        self._related = self._follow(f"{folder}/_rels/{base}.rels", folder)
        return self.xml(name)

    def related(self, kind: str) -> Any | None:
        """The part that the document names so, such as "comments"; None without one."""
        name = self._related.get(kind, "")
        return self.xml(name) if name in self.names() else None

    def custom(self, space: str) -> Any | None:
        """The custom XML part of this namespace; None without one."""
        for name in self.names():
            if name.startswith("customXml/") and name.endswith(".xml") and "/_rels/" not in name:
                root = self.xml(name)
                if etree.QName(root).namespace == space:
                    return root
        return None

    def _follow(self, name: str, folder: str) -> dict[str, str]:
        """The last word of a relationship's type → the part it leads to."""
        if name not in self.names():
            return {}
        return dict(_inside(self.xml(name), folder))


def _inside(root: Any, folder: str) -> Iterator[tuple[str, str]]:
    for one in root.iter(_RELATIONSHIP):
        target = one.get("Target", "")
        if one.get("TargetMode") != "External" and target:
            path = target[1:] if target.startswith("/") else f"{folder}/{target}".lstrip("/")
            yield one.get("Type", "").rpartition("/")[2], path
