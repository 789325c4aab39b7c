"""What a joined PDF has once: the tree of pages, tags, bookmarks, named places, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from annotator.exporters import pdf_objects
from annotator.exporters.pdf_join import Joining, Mark
from annotator.exporters.pdf_objects import changed, entries, reference, written

MAKER = b"Annotator"
LEAF = 100
"""So many named places to a leaf of their tree."""

_MADE_BY = re.compile(rb"(?<=<xmp:CreatorTool>)Typst [\d.]+(?=</xmp:CreatorTool>)")
_PAGES = re.compile(rb"(?<=<xmpTPg:NPages>)\d+(?=</xmpTPg:NPages>)")


def whole(book: Joining) -> bytes:
    """The file. The first part's metadata, language and mark of PDF/UA are those of all."""
    first = book.parts[0]
    root = _catalog(book, first.root)
    book.put(first.info, changed(book.body(first.info), {b"/Creator": b"(%b)" % MAKER}))
    return pdf_objects.file(book.bodies, root, first.info)


def _catalog(book: Joining, first: int) -> int:
    catalog = book.known(first)
    pages = book.pages
    tree = book.add(b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), _listed(pages)))
    for page in pages:
        book.put(page, changed(book.body(page), {b"/Parent": b"%d 0 R" % tree}))
    catalog[b"/Pages"] = b"%d 0 R" % tree
    if b"/StructTreeRoot" in catalog:
        _tags(book, reference(catalog[b"/StructTreeRoot"]))
    catalog.pop(b"/Outlines", None)
    if marks := [mark for part in book.parts for mark in part.marks]:
        catalog[b"/Outlines"] = b"%d 0 R" % _outline(book, marks)
        catalog[b"/PageMode"] = b"/UseOutlines"
    if book.places:
        catalog[b"/Names"] = b"<</Dests %d 0 R>>" % _destinations(book)
    about = reference(catalog[b"/Metadata"])
    book.put(about, _metadata(book.body(about), len(pages)))
    return book.add(written(catalog))


def _listed(numbers: list[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _metadata(body: bytes, count: int) -> bytes:
    """The XMP packet with our name and the right number of pages."""
    _, mark, rest = body.partition(b"\nstream\n")
    packet = rest.removesuffix(b"\nendstream")
    packet = _PAGES.sub(b"%d" % count, _MADE_BY.sub(MAKER, packet))
    about = b"<</Length %d/Type/Metadata/Subtype/XML>>" % len(packet)
    return about + mark + packet + b"\nendstream"


def _tags(book: Joining, number: int) -> None:
    """One tree of tags: where there are several parts each is a section of the document."""
    tree = book.known(number)
    roots = [tag for part in book.parts for tag in part.tags]
    if len(roots) > 1:
        document = book.add(b"")
        for part in roots:
            section = {b"/S": b"/Sect", b"/P": b"%d 0 R" % document}
            book.put(part, changed(book.body(part), section))
        kids = b"/P %d 0 R/K[%b]" % (number, _listed(roots))
        book.put(document, b"<</Type/StructElem/S/Document%b>>" % kids)
        roots = [document]
    tree[b"/K"] = b"[%b]" % _listed(roots)
    numbered = b" ".join(b"%d %d 0 R" % pair for pair in book.parents)
    tree[b"/ParentTree"] = b"<</Nums[%b]>>" % numbered
    tree[b"/ParentTreeNextKey"] = b"%d" % book.next_parent
    if book.ids:
        named = b" ".join(b"(%b)%d 0 R" % pair for pair in sorted(book.ids))
        tree[b"/IDTree"] = b"<</Names[%b]>>" % named
    book.put(number, written(tree))


def _outline(book: Joining, marks: list[Mark]) -> int:
    """The bookmarks of all parts, each under the last one before it that stands higher."""
    root = book.add(b"")
    numbers = [book.add(b"") for _ in marks]
    children = _children(root, numbers, marks)
    owner = {kid: above for above, kids in children.items() for kid in kids}
    before = {b: a for kids in children.values() for a, b in pairwise(kids)}
    after = {a: b for b, a in before.items()}
    for number, mark in zip(numbers, marks, strict=True):
        known = {b"/Title": mark.title, b"/Dest": mark.place}
        known[b"/Parent"] = b"%d 0 R" % owner[number]
        known |= _beside(number, before, after)
        if kids := children.get(number):
            known |= {b"/First": b"%d 0 R" % kids[0], b"/Last": b"%d 0 R" % kids[-1]}
            known[b"/Count"] = b"%d" % (len(kids) if owner[number] == root else -len(kids))
        book.put(number, written(known))
    top = children[root]
    shown = len(top) + sum(len(children.get(one, ())) for one in top)
    ends = b"/First %d 0 R/Last %d 0 R/Count %d" % (top[0], top[-1], shown)
    book.put(root, b"<</Type/Outlines%b>>" % ends)
    return root


def _children(root: int, numbers: list[int], marks: list[Mark]) -> dict[int, list[int]]:
    """Bookmark → those under it."""
    found: dict[int, list[int]] = {root: []}
    above: list[tuple[int, int]] = [(0, root)]
    for number, mark in zip(numbers, marks, strict=True):
        while above[-1][0] >= mark.level:
            above.pop()
        found.setdefault(above[-1][1], []).append(number)
        above.append((mark.level, number))
    return found


def _beside(number: int, before: Mapping[int, int], after: Mapping[int, int]) -> dict[bytes, bytes]:
    neighbours = {b"/Prev": before.get(number), b"/Next": after.get(number)}
    return {key: b"%d 0 R" % other for key, other in neighbours.items() if other}


def _destinations(book: Joining) -> int:
    """The tree of named destinations (ISO 32000-1, 7.9.6)."""
    rows = sorted((name.encode(), place) for name, place in book.places.items())
    leaves = []
    for first in range(0, len(rows), LEAF):
        some = rows[first : first + LEAF]
        named = b" ".join(b"(%b)%b" % row for row in some)
        limits = b"/Limits[(%b)(%b)]" % (some[0][0], some[-1][0])
        leaves.append(book.add(b"<<%b/Names[%b]>>" % (limits, named)))
    return book.add(b"<</Kids[%b]>>" % _listed(leaves))


def pages(data: bytes) -> int:
    """How many pages a PDF of typst has."""
    found = pdf_objects.Objects.read(data)
    root = entries(found.bodies[found.root])
    kids = entries(found.bodies[reference(root[b"/Pages"])])[b"/Kids"]
    return len(pdf_objects.references(kids))
