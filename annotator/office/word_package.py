"""The parts of a Word file and how they lead to each other (ECMA-376, part 2)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from annotator.office.archive import BEGINS, Archive
from annotator.office.xml import DamagedError

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relation(NamedTuple):
    """Where one part leads: ``kind`` is the last word of its type, such as "comments".

    ``target`` is a part's name or, where it is ``external``, an address.
    """

    id: str
    kind: str
    target: str
    external: bool


def is_word(data: bytes) -> bool:
    """Whether it is an archive with a Word document in it, by its table of contents alone."""
    if not data.startswith(BEGINS):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return "[Content_Types].xml" in names and any(one.startswith("word/") for one in names)


@dataclass
class WordPackage:
    """One Word file. Every fault is a DamagedError, which is a ValueError that says why."""

    archive: Archive
    main: str
    """The name of the part that holds the text."""
    relations: list[Relation] = field(default_factory=list)
    """Where that part leads."""

    @classmethod
    def of(cls, data: bytes) -> WordPackage:
        """Opens it. Raises DamagedError where it has no text."""
        archive = Archive.of(data)
        kinds = {one.kind: one.target for one in relations_of(archive, "") if not one.external}
        main = kinds.get("officeDocument", "")
        if main not in archive:
            raise DamagedError("it has no text")
        return cls(archive, main, relations_of(archive, main))

    def document(self) -> Any:
        """The tree of the part that holds the text."""
        return self.archive.xml(self.main)

    def part(self, kind: str) -> str:
        """The name of the part that the document calls so, such as "comments"; empty without one."""
        for one in self.relations:
            if one.kind == kind and not one.external and one.target in self.archive:
                return one.target
        return ""

    def related(self, kind: str) -> Any | None:
        """The tree of that part; None without one."""
        name = self.part(kind)
        return self.archive.xml(name) if name else None

    def links(self, part: str = "") -> dict[str, str]:
        """Relationship → address, for all addresses that a part names, or the document."""
        relations = relations_of(self.archive, part) if part else self.relations
        return {one.id: one.target for one in relations if one.external and one.kind == "hyperlink"}

    def custom(self, space: str) -> Any | None:
        """The custom XML part whose outermost element is of this namespace; None without one."""
        for name in self.archive.names():
            if name.startswith("customXml/") and name.endswith(".xml") and "/_rels/" not in name:
                root = self.archive.xml(name)
                if root.tag.startswith(f"{{{space}}}"):
                    return root
        return None


def relations_name(part: str) -> str:
    """The part that says where ``part`` leads; of the package as a whole where it is empty."""
    folder, stroke, base = part.rpartition("/")
    return f"{folder}{stroke}_rels/{base}.rels"


def relations_of(archive: Archive, part: str) -> list[Relation]:
    """Where this part leads, in the file's order; nothing where it leads nowhere."""
    name = relations_name(part)
    return list(_relations(archive.xml(name), part)) if name in archive else []


def _relations(root: Any, part: str) -> Iterator[Relation]:
    for one in root.iter(_RELATIONSHIP):
        target = one.get("Target", "")
        external = one.get("TargetMode") == "External"
        if target:
            kind = one.get("Type", "").rpartition("/")[2]
            where = target if external else _inside(target, part)
            yield Relation(one.get("Id", ""), kind, where, external)


def _inside(target: str, part: str) -> str:
    """The name of the part that a target means, which is told from where it is said."""
    if target.startswith("/"):
        return target[1:]
    found = part.split("/")[:-1]
    for step in target.split("/"):
        if step == "..":
            del found[-1:]
        elif step not in ("", "."):
            found.append(step)
    return "/".join(found)
