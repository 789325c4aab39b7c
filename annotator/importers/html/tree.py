"""A page's source as a tree, as a browser would build it, and never deeper than it is useful.

Only what decides on text is repaired as the HTML standard wants it: what an element closes by
its beginning, which end tags count, tables, links that nobody closed. Nothing here calls
itself, so that no page can exhaust the stack.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.importers.html.names import BLOCKS, EMPTY, HEADINGS, RAW, names
from annotator.importers.html.tokens import Comment, End, Start, tokens

DEEPEST = 256
"""Elements that are nested deeper are empty, and what is in them lies beside them."""

_CELLS = names("td th caption")
_WALLS = _CELLS | {"table", "button", "object", "svg", "root"}
"""What an end tag, or the beginning of a paragraph, does not reach out of."""

_TABLE = frozenset({"table", "root"})

_CLOSED_BY = {
    "li": (frozenset({"li"}), names("ul ol menu dir") | _WALLS),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"}) | _WALLS),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"}) | _WALLS),
    "option": (frozenset({"option"}), names("select optgroup datalist") | _WALLS),
    "tr": (frozenset({"tr"}), _TABLE),
    "td": (frozenset({"td", "th"}), _TABLE | {"tr"}),
    "th": (frozenset({"td", "th"}), _TABLE | {"tr"}),
    **{
        part: (names("thead tbody tfoot caption colgroup"), _TABLE)
        for part in ("thead", "tbody", "tfoot", "colgroup")
    },
}
"""Which open elements a start tag ends, and where the search for them stops."""

_IN_TABLE = names("table tr tbody thead tfoot")
_NO_PARAGRAPH = BLOCKS - _CELLS - {"tr", "tbody", "thead", "tfoot", "option", "optgroup", "legend"}


class Element:
    """An element of a page: its tag and attributes in small letters, its children in order."""

    __slots__ = ("attributes", "children", "number", "parent", "tag")

    def __init__(
        self, tag: str, attributes: dict[str, str], parent: Element | None, number: int
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.parent = parent
        self.number = number
        """Its place in the page: an element stands behind those it lies in."""

    def get(self, name: str) -> str:
        """An attribute, or ""."""
        return self.attributes.get(name, "")

    def ancestors(self) -> Iterator[Element]:
        """Those it lies in, the nearest first; itself before them."""
        here: Element | None = self
        while here is not None:
            yield here
            here = here.parent


class Page:
    """A page's elements, in order; ``root`` holds them, with what html and body say."""

    def __init__(self) -> None:
        self.root = Element("root", {}, None, 0)
        self.elements: list[Element] = [self.root]
        self.comments: list[str] = []

    def find(self, *tags: str) -> Iterator[Element]:
        """All elements of these tags, in order."""
        return (one for one in self.elements if one.tag in tags)


class _Builder:
    def __init__(self, *, xml: bool) -> None:
        self.page = Page()
        self.xml = xml
        self.open: list[Element] = [self.page.root]
        self.count: dict[str, int] = {}
        """How many elements of a tag are open: most end tags that close nothing are known at once."""
        self.left_out: dict[str, int] = {}
        """How many of a tag were nested too deep to be open, and wait for their end tags."""

    def start(self, token: Start) -> None:
        tag = token.tag
        if tag in ("html", "head", "body"):
            if tag != "head":
                self.page.root.attributes = {**token.attributes, **self.page.root.attributes}
            return
        self._make_room(tag)
        parent = self.open[-1]
        element = Element(tag, token.attributes, parent, len(self.page.elements))
        self.page.elements.append(element)
        parent.children.append(element)
        if tag in EMPTY or (token.closed and (self.xml or self.count.get("svg") or tag == "svg")):
            return
        if len(self.open) >= DEEPEST:
            self.left_out[tag] = self.left_out.get(tag, 0) + 1
            return
        self.open.append(element)
        self.count[tag] = self.count.get(tag, 0) + 1

    def _make_room(self, tag: str) -> None:
        """Ends what cannot be open any more when this element begins."""
        if tag in BLOCKS and self.count.get("svg") and not self.count.get("foreignobject"):
            self._close_until(frozenset({"svg"}), frozenset())
        if tag in _NO_PARAGRAPH and self.count.get("p"):
            self._close_until(frozenset({"p"}), _WALLS)
        if tag in HEADINGS and self.open[-1].tag in HEADINGS:
            self._pop()
        if tag in _CLOSED_BY:
            ends, walls = _CLOSED_BY[tag]
            if any(map(self.count.get, ends)):
                self._close_until(ends, walls)
        elif tag == "a" and self.count.get("a"):
            self._close_until(frozenset({"a"}), BLOCKS | _WALLS)

    def end(self, tag: str) -> None:
        if self.left_out.get(tag):
            self.left_out[tag] -= 1
            return
        if not self.count.get(tag):
            if tag == "p":
                self.start(Start("p", {}, closed=False))
                self._pop()
            return
        walls = _WALLS if tag in BLOCKS or tag in RAW else BLOCKS | _WALLS
        self._close_until(frozenset({tag}), (_TABLE if tag in _IN_TABLE else walls) - {tag})

    def _close_until(self, ends: frozenset[str], walls: frozenset[str]) -> None:
        """Closes the nearest open element of these, with what is open in it, unless a wall is nearer."""
        for place in range(len(self.open) - 1, 0, -1):
            tag = self.open[place].tag
            if tag in ends:
                while len(self.open) > place:
                    self._pop()
                return
            if tag in walls:
                return

    def _pop(self) -> None:
        self.count[self.open.pop().tag] -= 1


def parse(source: str) -> Page:
    """The tree of a page's source, whatever it is."""
    xml = source.lstrip("\ufeff \t\r\n").startswith("<?xml")
    builder = _Builder(xml=xml)
    for token in tokens(source, xml=xml):
        if isinstance(token, str):
            builder.open[-1].children.append(token)
        elif isinstance(token, Start):
            builder.start(token)
        elif isinstance(token, End):
            builder.end(token.tag)
        elif isinstance(token, Comment):
            builder.page.comments.append(token.text)
    return builder.page
