"""Several PDFs of typst become one: pages, tags, bookmarks, and the links between them.

A long report is set in parts, because typst keeps all of a document in memory until it is done, and
because a link to a place costs it a second pass over everything. So a link inside the report is
written as ``x:own>target`` (``pdf_ink.py``). Here the place of each such link becomes a named
destination under its own name, and the link leads to its target, in whatever part that stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.exporters import pdf_objects
from annotator.exporters.pdf_objects import (
    Objects,
    Renumbering,
    changed,
    entries,
    reference,
    references,
    written,
)

_LINK = re.compile(
    rb"<</Type/Annot/Subtype/Link/Rect\[(?P<x>[-\d.]+) [-\d.]+ [-\d.]+ (?P<y>[-\d.]+)\]"
    rb"/Border\[0 0 0\](?:/QuadPoints\[[-\d. ]*\])?"
    rb"(?P<to>/A<</Type/Action/S/URI/URI\(x:(?P<own>[\w.-]*)>(?P<target>[\w.-]*)\)>>)"
    rb"(?P<rest>/F \d+(?:/StructParent \d+)?)(?:/Contents\([^()]*\))?"
)
"""A link inside the report. Matched from the object's first byte, so that no text can look like one."""


_ANNOTATIONS = re.compile(rb"/Annots\[([^\]]*)\]")


class Heading(NamedTuple):
    """A heading of a part: its level, 1 the highest, its words, and its name as a place if it has one."""

    level: int
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One PDF with its headings in their order: they become the bookmarks."""

    data: bytes
    headings: tuple[Heading, ...] = ()


class Mark(NamedTuple):
    """A bookmark: how deep it stands, and its title and place as they are written."""

    level: int
    title: bytes
    place: bytes


@dataclass
class Taken:
    """What a part has brought, by the numbers of its objects in the whole file."""

    root: int
    info: int
    pages: list[int]
    tags: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass
class Joining:
    """The file as it grows. ``bodies[n]`` is object n + 1."""

    bodies: list[bytes] = field(default_factory=list)
    parts: list[Taken] = field(default_factory=list)
    parents: list[tuple[int, int]] = field(default_factory=list)
    ids: list[tuple[bytes, int]] = field(default_factory=list)
    places: dict[str, bytes] = field(default_factory=dict)
    links: list[int] = field(default_factory=list)
    """The annotations that lead to a place in the file."""
    next_parent: int = 0

    def add(self, body: bytes) -> int:
        """Puts an object in; gives its number."""
        self.bodies.append(body)
        return len(self.bodies)

    def body(self, number: int) -> bytes:
        """The object with this number."""
        return self.bodies[number - 1]

    def put(self, number: int, body: bytes) -> None:
        """Another object under this number."""
        self.bodies[number - 1] = body

    def known(self, number: int) -> dict[bytes, bytes]:
        """The dictionary of the object with this number."""
        return entries(self.body(number))

    @property
    def pages(self) -> list[int]:
        """The pages in their order."""
        return [page for part in self.parts for page in part.pages]

    def take(self, part: Part, *, first: bool = False) -> int:
        """Puts in what a part holds, all its numbers moved on; says how many pages those are.

        ``first``: its pages come before all others.
        """
        taken = self._objects(part)
        self.parts.insert(0 if first else len(self.parts), taken)
        for page in taken.pages:
            self._find_places(page)
        return len(taken.pages)

    def _objects(self, part: Part) -> Taken:
        found, by = Objects.read(part.data), len(self.bodies)
        mark = b"p%d." % len(self.parts) if self.parts else b""
        size = max(found.bodies, default=0)
        moved = Renumbering(size, by, self.next_parent, mark)
        self.bodies.extend(
            moved.of(found.bodies.get(number, b"null")) for number in range(1, size + 1)
        )
        root = self.known(found.root + by)
        pages = references(self.known(reference(root[b"/Pages"]))[b"/Kids"])
        taken = Taken(found.root + by, found.info + by, pages)
        if b"/StructTreeRoot" in root:
            self._take_tags(taken, reference(root[b"/StructTreeRoot"]), mark)
        if b"/Outlines" in root:
            self._take_marks(taken, reference(root[b"/Outlines"]), part.headings)
        return taken

    def _take_tags(self, taken: Taken, number: int, mark: bytes) -> None:
        tree = self.known(number)
        taken.tags = references(tree[b"/K"])
        for key, value in re.findall(rb"(\d+) (\d+) 0 R", tree[b"/ParentTree"]):
            self.parents.append((int(key) + self.next_parent, int(value)))
        for name, value in re.findall(rb"\(([^()]*)\)(\d+) 0 R", tree.get(b"/IDTree", b"")):
            self.ids.append((mark + name, int(value)))
        self.next_parent += int(tree[b"/ParentTreeNextKey"])

    def _take_marks(self, taken: Taken, number: int, headings: Sequence[Heading]) -> None:
        places = self._headings(self.known(number).get(b"/First", b""))
        for heading, place in zip(headings, places, strict=True):
            taken.marks.append(Mark(heading.level, text(heading.text), place))
            if heading.name:
                self.places[heading.name] = self.body(reference(place))

    def _headings(self, first: bytes) -> Iterator[bytes]:
        """Where the headings stand, in their order."""
        while first:
            item = self.known(reference(first))
            yield item[b"/Dest"]
            if b"/First" in item:
                yield from self._headings(item[b"/First"])
            first = item.get(b"/Next", b"")

    def _find_places(self, page: int) -> None:
        """Where each link inside the report stands: under its own name others can lead there."""
        annotations = _ANNOTATIONS.search(self.body(page))
        for number in references(annotations[1]) if annotations else ():
            found = _LINK.match(self.body(number))
            if found:
                self.links.append(number)
                if found["own"]:
                    place = b"[%d 0 R/XYZ %b %b 0]" % (page, found["x"], found["y"])
                    self.places.setdefault(found["own"].decode(), place)

    def lead(self, names: Mapping[str, str]) -> None:
        """Makes the links lead to their targets, when all parts are there, and says in words where to."""
        for number in self.links:
            body = self.body(number)
            found = _LINK.match(body)
            if found:
                self.put(number, self._led(body, found, names))

    def _led(self, body: bytes, found: re.Match[bytes], names: Mapping[str, str]) -> bytes:
        target = found["target"].decode()
        place = self.places.get(target) or self.places.get(found["own"].decode())
        goes = b"/Dest%b" % place if place else b""
        said = b"/Contents" + text(names.get(target, ""))
        return body[: found.start("to")] + goes + found["rest"] + said + body[found.end() :]

    def lay_over(self, feet: bytes) -> None:
        """A PDF of as many pages, each as a form on the page with the same number: no text of the page."""
        pages = self.pages
        over = self._objects(Part(feet))
        end = b"Q /Artifact<</Type/Pagination/Subtype/Footer>>BDC /Foot Do EMC"
        around = (
            self.add(pdf_objects.stream({}, b"q")),
            self.add(pdf_objects.stream({}, end)),
        )
        for number, foot in zip(pages, over.pages, strict=True):
            known = self.known(foot)
            form = reference(known[b"/Contents"])
            about = {
                b"/Type": b"/XObject",
                b"/Subtype": b"/Form",
                b"/BBox": known[b"/MediaBox"],
                b"/Resources": known[b"/Resources"],
            }
            self.put(form, changed(self.body(form), about))
            self.put(number, changed(self.body(number), self._footed(number, form, around)))
            self.put(foot, b"null")

    def _footed(self, number: int, form: int, around: tuple[int, int]) -> dict[bytes, bytes]:
        """What a page has otherwise with its foot; ``around`` are the contents before its own and after."""
        page = self.known(number)
        known = self.known(reference(page[b"/Resources"]))
        forms = entries(known.get(b"/XObject", b"<<>>"))
        known[b"/XObject"] = written(forms | {b"/Foot": b"%d 0 R" % form})
        begin, end = around
        return {
            b"/Contents": b"[%d 0 R %b %d 0 R]" % (begin, page[b"/Contents"], end),
            b"/Resources": b"%d 0 R" % self.add(written(known)),
        }


def text(said: str) -> bytes:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    return b"<" + ("\ufeff" + said).encode("utf-16-be").hex().encode() + b">"
