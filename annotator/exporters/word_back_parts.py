"""Somebody else's file with some of its parts changed, and with those that it lacks for comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from lxml import etree

from annotator.exporters.word_back_comments import comments_xml
from annotator.exporters.word_comments import Spoken
from annotator.exporters.word_xml import NAMESPACES
from annotator.office.word_names import TRANSITIONAL, space_of
from annotator.office.word_package import WordPackage, relations_name
from annotator.office.xml import parsed

_TYPES: Final = "[Content_Types].xml"
_TYPES_SPACE: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS_SPACE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NO_RELATIONS: Final = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_OFFICE: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_MICROSOFT: Final = "http://schemas.microsoft.com/office/2011/relationships/"
_IGNORABLE: Final = f"{{{NAMESPACES['mc']}}}Ignorable"
_PARAGRAPH_ID: Final = f"{{{NAMESPACES['w14']}}}paraId"


class _Kind(NamedTuple):
    """A part that the document leads to: how it is called there, and its content type."""

    name: str
    content: str
    relation: str


@dataclass
class Changed:
    """One file with its changes, which are trees until they are packed."""

    package: WordPackage
    document: Any
    trees: dict[str, Any] = field(default_factory=dict)

    @property
    def comments(self) -> Any | None:
        """The tree of its comments, None where it has no such part."""
        name = self.package.part("comments")
        return self._tree(name) if name else None

    def put_comments(self, spoken: Sequence[Spoken]) -> None:
        """Adds them behind those that are there."""
        old = self.comments
        taken = {
            one.get(_PARAGRAPH_ID, "")
            for tree in (self.document, old)
            if tree is not None
            for one in tree.iter("{*}p")
        }
        comments, extended = comments_xml(spoken, taken)
        space = space_of(self.document)[1:-1]
        office = _OFFICE if space == TRANSITIONAL else _STRICT_OFFICE
        written = comments.replace(NAMESPACES["w"], space)
        self._extend(_Kind("comments", _WORD + "comments+xml", office), written)
        kind = _Kind("commentsExtended", _WORD + "commentsExtended+xml", _MICROSOFT)
        self._extend(kind, extended)

    def packed(self) -> bytes:
        """The file; what was not changed has the same bytes."""
        self.trees[self.package.main] = self.document
        return self.package.archive.with_parts(
            {name: _written(tree) for name, tree in self.trees.items()}
        )

    def _tree(self, name: str) -> Any:
        if name not in self.trees:
            self.trees[name] = self.package.archive.xml(name)
        return self.trees[name]

    def _extend(self, kind: _Kind, written: str) -> None:
        """Adds what stands in a part of ours to theirs, which is made where it is missing."""
        ours = parsed(written.encode(), kind.name)
        name = self.package.part(kind.name)
        if not name:
            self._add_part(kind, ours)
            return
        theirs = _knowing(self._tree(name), ours)
        for one in list(ours):
            theirs.append(one)
        self.trees[name] = theirs

    def _add_part(self, kind: _Kind, tree: Any) -> None:
        folder, stroke, _ = self.package.main.rpartition("/")
        names = (f"{kind.name}{n or ''}.xml" for n in range(len(self.package.archive.names()) + 1))
        base = next(one for one in names if f"{folder}{stroke}{one}" not in self.package.archive)
        self.trees[f"{folder}{stroke}{base}"] = tree
        etree.SubElement(
            self._tree(_TYPES),
            f"{_TYPES_SPACE}Override",
            PartName=f"/{folder}{stroke}{base}",
            ContentType=kind.content,
        )
        relations = relations_name(self.package.main)
        if relations not in self.trees and relations not in self.package.archive:
            self.trees[relations] = parsed(_NO_RELATIONS, relations)
        leads = self._tree(relations)
        taken = {one.get("Id") for one in leads}
        free = next(one for n in range(1, len(taken) + 2) if (one := f"rId{n}") not in taken)
        etree.SubElement(
            leads,
            f"{_RELATIONS_SPACE}Relationship",
            Id=free,
            Type=kind.relation + kind.name,
            Target=base,
        )


def _knowing(theirs: Any, ours: Any) -> Any:
    """Their tree with our namespaces, of which older programs are told that they may pass them over."""
    ignored = theirs.get(_IGNORABLE, "").split()
    needed = [
        prefix
        for prefix in ours.get(_IGNORABLE, "").split()
        if theirs.nsmap.get(prefix) != ours.nsmap[prefix] or prefix not in ignored
    ]
    if not needed:
        return theirs
    spaces = {**theirs.nsmap, **{prefix: ours.nsmap[prefix] for prefix in (*needed, "mc")}}
    made = etree.Element(theirs.tag, dict(theirs.attrib), spaces)
    made.set(_IGNORABLE, " ".join(dict.fromkeys([*ignored, *needed])))
    made.text = theirs.text
    for one in list(theirs):
        made.append(one)
    return made


def _written(tree: Any) -> bytes:
    written: bytes = etree.tostring(
        tree.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return written
