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
from itertools import pairwise
from typing import NamedTuple

from annotator.exporters import pdf_objects
from annotator.exporters.pdf_objects import Objects, changed, entries, reference, references, written

_LINK = re.compile(
    rb"<</Type/Annot/Subtype/Link/Rect\[(?P<x>[-\d.]+) [-\d.]+ [-\d.]+ (?P<y>[-\d.]+)\]"
    rb"/Border\[0 0 0\](?P<to>/A<</Type/Action/S/URI/URI\(x:(?P<own>[\w.-]*)>(?P<target>[\w.-]*)\)>>)"
    rb"(?P<rest>[^(>]*)(?:/Contents\([^()]*\))?"
)
"""A link inside the report. Matched from the object's first byte, so that no text can look like one."""

_MADE_BY = re.compile(rb"(?<=<xmp:CreatorTool>)Typst [\d.]+(?=</xmp:CreatorTool>)")
_PAGES = re.compile(rb"(?<=<xmpTPg:NPages>)\d+(?=</xmpTPg:NPages>)")
MAKER = b"Annotator"


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


@dataclass(frozen=True, slots=True)
class _Mark:
    """A bookmark: how deep it stands, and its title and place as they are written."""

    level: int
    title: bytes
    place: bytes


@dataclass
class _Book:
    """The file as it grows. ``bodies[n]`` is object n + 1."""

    names: Mapping[str, str]
    bodies: list[bytes] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    roots: list[int] = field(default_factory=list)
    parents: list[tuple[int, int]] = field(default_factory=list)
    ids: list[tuple[bytes, int]] = field(default_factory=list)
    marks: list[_Mark] = field(default_factory=list)
    places: dict[str, bytes] = field(default_factory=dict)
    next_parent: int = 0

    def add(self, body: bytes) -> int:
        self.bodies.append(body)
        return len(self.bodies)

    def body(self, number: int) -> bytes:
        return self.bodies[number - 1]

    def take(self, part: Part, index: int) -> Objects:
        """Puts in what a part holds, all numbers moved on; gives it back as it stands now."""
        found, by = Objects.read(part.data), len(self.bodies)
        mark = b"p%d." % index if index else b""
        last = max(found.bodies, default=0)
        self.bodies.extend(
            pdf_objects.renumbered(found.bodies.get(number, b"null"), by, self.next_parent, mark)
            for number in range(1, last + 1)
        )
        root = entries(self.body(found.root + by))
        self.pages.extend(
            references(entries(self.body(reference(root[b"/Pages"])))[b"/Kids"])
        )
        if b"/StructTreeRoot" in root:
            self._take_tags(reference(root[b"/StructTreeRoot"]), mark)
        if b"/Outlines" in root:
            first = entries(self.body(reference(root[b"/Outlines"]))).get(b"/First", b"")
            places = list(self._places(first))
            for heading, place in zip(part.headings, places, strict=True):
                self.marks.append(_Mark(heading.level, text(heading.text), place))
                if heading.name:
                    self.places[heading.name] = self.body(reference(place))
        return Objects({}, found.root + by, found.info + by)

    def _take_tags(self, number: int, mark: bytes) -> None:
        tree = entries(self.body(number))
        self.roots.extend(references(tree[b"/K"]))
        numbered = entries(tree[b"/ParentTree"])[b"/Nums"]
        for key, value in re.findall(rb"(\d+) (\d+) 0 R", numbered):
            self.parents.append((int(key) + self.next_parent, int(value)))
        if b"/IDTree" in tree:
            named = entries(tree[b"/IDTree"])[b"/Names"]
            for name, value in re.findall(rb"\(([^()]*)\)(\d+) 0 R", named):
                self.ids.append((mark + name, int(value)))
        self.next_parent += int(tree[b"/ParentTreeNextKey"])

    def _places(self, first: bytes) -> Iterator[bytes]:
        """Where the headings stand, in their order."""
        while first:
            item = entries(self.body(reference(first)))
            yield item[b"/Dest"]
            if b"/First" in item:
                yield from self._places(item[b"/First"])
            first = item.get(b"/Next", b"")

    def find_places(self) -> None:
        """Where each link inside the report stands: under its own name others can lead there."""
        for page in self.pages:
            for number in references(entries(self.body(page)).get(b"/Annots", b"")):
                found = _LINK.match(self.body(number))
                if found and found["own"]:
                    place = b"[%d 0 R/XYZ %b %b 0]" % (page, found["x"], found["y"])
                    self.places.setdefault(found["own"].decode(), place)

    def lead(self) -> None:
        """Makes the links lead to their targets, and says in words where to."""
        for page in self.pages:
            for number in references(entries(self.body(page)).get(b"/Annots", b"")):
                found = _LINK.match(self.body(number))
                if found:
                    self.bodies[number - 1] = self._led(number, found)

    def _led(self, number: int, found: re.Match[bytes]) -> bytes:
        body, target = self.body(number), found["target"].decode()
        place = self.places.get(target) or self.places.get(found["own"].decode())
        goes = b"/Dest%b" % place if place else b""
        said = self.names.get(target, "")
        begin, end = found.span("to")
        head = body[:begin] + goes + found["rest"]
        return head + b"/Contents" + text(said) + body[found.end() :]


def text(said: str) -> bytes:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    return b"<" + ("\ufeff" + said).encode("utf-16-be").hex().encode() + b">"


def join(parts: Sequence[Part], names: Mapping[str, str], feet: bytes = b"") -> bytes:
    """One PDF of these. The first one's metadata, language and mark of PDF/UA are those of all.

    ``names``: what a target's name means, in words. ``feet``: a PDF of as many pages, each of which
    is laid over the page with the same number, as what the page's text is not.
    """
    book = _Book(names)
    firsts = [book.take(part, index) for index, part in enumerate(parts)]
    book.find_places()
    book.lead()
    if feet:
        _lay_over(book, feet)
    root = _catalog(book, firsts[0].root)
    info = firsts[0].info
    book.bodies[info - 1] = changed(book.body(info), _made_here)
    return pdf_objects.file(book.bodies, root, info)


def pages(data: bytes) -> int:
    """How many pages a PDF of typst has."""
    found = Objects.read(data)
    root = entries(found.bodies[found.root])
    return len(references(entries(found.bodies[reference(root[b"/Pages"])])[b"/Kids"]))


def _made_here(info: dict[bytes, bytes]) -> None:
    info[b"/Creator"] = b"(%b)" % MAKER


def _lay_over(book: _Book, feet: bytes) -> None:
    """The running feet, each as a form on its page."""
    over = _Book({})
    over.bodies = book.bodies
    over.take(Part(feet), 0)
    begin, end = book.add(pdf_objects.stream({}, b"q")), book.add(
        pdf_objects.stream({}, b"Q /Artifact<</Type/Pagination/Subtype/Footer>>BDC /Foot Do EMC")
    )
    for number, foot in zip(book.pages, over.pages, strict=True):
        known = entries(book.body(foot))
        form = reference(known[b"/Contents"])
        about = {
            b"/Type": b"/XObject",
            b"/Subtype": b"/Form",
            b"/BBox": known[b"/MediaBox"],
            b"/Resources": known[b"/Resources"],
        }
        book.bodies[form - 1] = changed(book.body(form), lambda one, more=about: one.update(more))
        book.bodies[number - 1] = changed(
            book.body(number), lambda page: _footed(book, page, form, begin, end)
        )
        book.bodies[foot - 1] = b"null"


def _footed(book: _Book, page: dict[bytes, bytes], form: int, begin: int, end: int) -> None:
    page[b"/Contents"] = b"[%d 0 R %b %d 0 R]" % (begin, page[b"/Contents"], end)
    known = entries(book.body(reference(page[b"/Resources"])))
    forms = entries(known.get(b"/XObject", b"<<>>"))
    known[b"/XObject"] = written(forms | {b"/Foot": b"%d 0 R" % form})
    page[b"/Resources"] = b"%d 0 R" % book.add(written(known))


def _catalog(book: _Book, first: int) -> int:
    catalog = entries(book.body(first))
    tree = book.add(b"")
    for page in book.pages:
        book.bodies[page - 1] = changed(
            book.body(page), lambda one: one.update({b"/Parent": b"%d 0 R" % tree})
        )
    kids = b" ".join(b"%d 0 R" % page for page in book.pages)
    book.bodies[tree - 1] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(book.pages), kids)
    catalog[b"/Pages"] = b"%d 0 R" % tree
    if book.roots:
        catalog[b"/StructTreeRoot"] = b"%d 0 R" % _tags(book, catalog)
    catalog.pop(b"/Outlines", None)
    if book.marks:
        catalog[b"/Outlines"] = b"%d 0 R" % _outline(book)
        catalog[b"/PageMode"] = b"/UseOutlines"
    if book.places:
        catalog[b"/Names"] = b"<</Dests %d 0 R>>" % _destinations(book)
    about = reference(catalog[b"/Metadata"])
    book.bodies[about - 1] = _metadata(book.body(about), len(book.pages))
    return book.add(written(catalog))


def _metadata(body: bytes, count: int) -> bytes:
    """The XMP packet with our name and the right number of pages."""
    _, mark, rest = body.partition(b"\nstream\n")
    packet = rest.removesuffix(b"\nendstream")
    packet = _PAGES.sub(b"%d" % count, _MADE_BY.sub(MAKER, packet))
    return (
        b"<</Length %d/Type/Metadata/Subtype/XML>>" % len(packet) + mark + packet + b"\nendstream"
    )


def _tags(book: _Book, catalog: Mapping[bytes, bytes]) -> int:
    """One tree of tags: each part is a section of the document."""
    number = reference(catalog[b"/StructTreeRoot"])
    tree = entries(book.body(number))
    if len(book.roots) > 1:
        whole = book.add(b"")
        for part in book.roots:
            known = entries(book.body(part)) | {b"/S": b"/Sect", b"/P": b"%d 0 R" % whole}
            book.bodies[part - 1] = written(known)
        kids = b" ".join(b"%d 0 R" % part for part in book.roots)
        book.bodies[whole - 1] = b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (number, kids)
        tree[b"/K"] = b"[%d 0 R]" % whole
    numbered = b" ".join(b"%d %d 0 R" % pair for pair in book.parents)
    tree[b"/ParentTree"] = b"<</Nums[%b]>>" % numbered
    tree[b"/ParentTreeNextKey"] = b"%d" % book.next_parent
    if book.ids:
        named = b" ".join(b"(%b)%d 0 R" % pair for pair in sorted(book.ids))
        tree[b"/IDTree"] = b"<</Names[%b]>>" % named
    book.bodies[number - 1] = written(tree)
    return number


def _outline(book: _Book) -> int:
    """The bookmarks of all parts, each under the last one before it that stands higher."""
    root = book.add(b"")
    numbers = [book.add(b"") for _ in book.marks]
    above: list[tuple[int, int]] = [(0, root)]
    children: dict[int, list[int]] = {}
    owner: dict[int, int] = {}
    for number, mark in zip(numbers, book.marks, strict=True):
        while above[-1][0] >= mark.level:
            above.pop()
        owner[number] = above[-1][1]
        children.setdefault(above[-1][1], []).append(number)
        above.append((mark.level, number))
    beside = {b: a for kids in children.values() for a, b in pairwise(kids)}
    after = {a: b for b, a in beside.items()}
    for number, mark in zip(numbers, book.marks, strict=True):
        known = {b"/Title": mark.title, b"/Dest": mark.place}
        known[b"/Parent"] = b"%d 0 R" % owner[number]
        for key, others in ((b"/Prev", beside), (b"/Next", after)):
            if number in others:
                known[key] = b"%d 0 R" % others[number]
        if kids := children.get(number):
            open_now = mark.level == 1
            known |= {b"/First": b"%d 0 R" % kids[0], b"/Last": b"%d 0 R" % kids[-1]}
            known[b"/Count"] = b"%d" % (len(kids) if open_now else -len(kids))
        book.bodies[number - 1] = written(known)
    top = children[root]
    shown = len(top) + sum(len(children.get(one, ())) for one in top)
    book.bodies[root - 1] = (
        b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (top[0], top[-1], shown)
    )
    return root


def _destinations(book: _Book) -> int:
    """The tree of named destinations, in leaves of a hundred."""
    rows = sorted((name.encode(), place) for name, place in book.places.items())
    leaves = []
    for first in range(0, len(rows), 100):
        some = rows[first : first + 100]
        named = b" ".join(b"(%b)%b" % row for row in some)
        limits = b"/Limits[(%b)(%b)]" % (some[0][0], some[-1][0])
        leaves.append(book.add(b"<<%b/Names[%b]>>" % (limits, named)))
    kids = b" ".join(b"%d 0 R" % leaf for leaf in leaves)
    return book.add(b"<</Kids[%b]>>" % kids)
