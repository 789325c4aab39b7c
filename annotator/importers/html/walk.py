"""From a page's tree to the blocks that a reader of the page sees, in order.

No scripts, styles, templates, pictures, hidden elements. Iterative, like the tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from annotator.domain.article import BETWEEN_CELLS, PassageKind
from annotator.importers.html.block import Block, Piece
from annotator.importers.html.names import BLOCKS, CELLS, HEADINGS, names
from annotator.importers.html.rows import is_row
from annotator.importers.html.tree import Element
from annotator.importers.links import target
from annotator.importers.visible import has_visible

KindOf = Callable[[str, Mapping[str, str]], PassageKind | None]
"""Says of an element (tag, attributes) what it and all in it is; ``None``: as it looks."""

_UNSEEN = names(
    "script style template noscript title textarea select datalist iframe object embed applet "
    "audio video canvas svg noframes noembed rp rt annotation annotation-xml progress meter"
)
_EXACT = frozenset({"pre", "xmp", "listing"})
_KINDS = {
    "li": PassageKind.LIST_ITEM,
    "dt": PassageKind.LIST_ITEM,
    "dd": PassageKind.LIST_ITEM,
    "blockquote": PassageKind.QUOTATION,
    "figcaption": PassageKind.CAPTION,
    "caption": PassageKind.CAPTION,
    **dict.fromkeys(HEADINGS, PassageKind.HEADING),
}
_CAPTION_CLASS = re.compile(r"(?:^|\s)(?:wp-)?caption(?:-text)?(?:\s|$)", re.IGNORECASE)
_WORD_STYLES = {
    "MsoTitle": PassageKind.TITLE,
    "MsoSubtitle": PassageKind.HEADING,
    "MsoCaption": PassageKind.CAPTION,
    "MsoQuote": PassageKind.QUOTATION,
    "MsoIntenseQuote": PassageKind.QUOTATION,
    **{
        f"MsoListParagraph{place}": PassageKind.LIST_ITEM
        for place in ("", "CxSpFirst", "CxSpMiddle", "CxSpLast")
    },
}
"""What Word calls its paragraphs in HTML."""

_HIDING_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|"
    r"mso-list\s*:\s*ignore|mso-element\s*:\s*comment)",
    re.IGNORECASE,
)
_HIDING_CLASS = names(
    "screen-reader-text sr-only visually-hidden visuallyhidden show-for-sr element-invisible "
    "assistive-text u-visually-hidden u-sr-only"
)
_NEVER_HIDDEN = frozenset({"root", "main", "article"})
"""Some pages hide these until their scripts have run."""


class _Around(NamedTuple):
    """What holds inside an element."""

    kind: PassageKind
    forced: bool
    link: str
    leads: bool
    exact: bool
    in_row: bool
    holder: Element


class Walk:
    """One walk over a tree; ``blocks`` are what it saw."""

    def __init__(
        self, base: str = "", kind_of: KindOf | None = None, *, keep_relative: bool = True
    ) -> None:
        self.base = base
        self.kind_of = kind_of
        self.keep_relative = keep_relative
        self.blocks: list[Block] = []
        self._block: Block | None = None
        self._breaks = 0
        self._targets: dict[str, str] = {}

    def over(self, root: Element) -> list[Block]:
        """The blocks of this element."""
        body = _Around(PassageKind.BODY, False, "", False, False, False, root)
        waiting: list[tuple[Element, int, _Around]] = [(root, 0, body)]
        while waiting:
            here, place, around = waiting.pop()
            if place >= len(here.children):
                self._leave(here, around)
                continue
            waiting.append((here, place + 1, around))
            child = here.children[place]
            if isinstance(child, str):
                self._text(child, here, place, around)
            elif not unseen(child):
                waiting.append((child, 0, self._enter(child, around)))
        self._flush()
        return self.blocks

    def _enter(self, element: Element, around: _Around) -> _Around:
        tag = element.tag
        starts_line = tag in BLOCKS and not around.in_row
        if starts_line or tag == "hr":
            self._flush()
        elif tag == "br":
            self._breaks += 1
        elif around.in_row and tag in CELLS:
            self._cell()
        elif tag == "q":
            self._text("“", element, 0, around)
        return self._inside(element, around, starts_line=starts_line)

    def _inside(self, element: Element, around: _Around, *, starts_line: bool) -> _Around:
        tag = element.tag
        kind, forced = around.kind, around.forced
        if not forced:
            said = self.kind_of(tag, element.attributes) if self.kind_of else None
            if said is not None:
                kind, forced = said, True
                if not starts_line:
                    self._flush()
            else:
                kind = _kind(element) or kind
        link, leads = around.link, around.leads or tag == "button"
        if tag == "a" and "href" in element.attributes:
            link, leads = self._target(element.get("href")), True
        in_row = around.in_row or (tag == "tr" and is_row(element))
        exact = (around.exact or tag in _EXACT) and not in_row
        return _Around(
            kind, forced, link, leads, exact, in_row, element if starts_line else around.holder
        )

    def _target(self, href: str) -> str:
        """Where a link leads; pages lead to the same places again and again."""
        if href not in self._targets:
            self._targets[href] = target(href, self.base, keep_relative=self.keep_relative)
        return self._targets[href]

    def _leave(self, element: Element, around: _Around) -> None:
        if element.tag == "q":
            self._text("”", element, len(element.children), around)
        if element.tag == "tr" or (element.tag in BLOCKS and not around.in_row):
            self._flush()

    def _cell(self) -> None:
        """A cell of a row begins: those before it are parted from it."""
        self._breaks = 0
        if self._block and self._block.pieces[-1].text != BETWEEN_CELLS:
            self._block.pieces.append(Piece(BETWEEN_CELLS, self._block.holder))

    def _text(self, text: str, here: Element, place: int, around: _Around) -> None:
        if not text.strip():
            if self._block and not self._breaks:
                self._block.pieces.append(Piece(text, here, exact=around.exact))
            return
        self._break(here, around)
        if self._block is None:
            self._block = Block(around.kind, around.holder, first=(here.number, place))
        pieces = self._block.pieces
        if around.leads and _touches(pieces, text, here):
            pieces.append(Piece(" ", self._block.holder))
        pieces.append(Piece(text, here, around.link, around.leads, around.exact))

    def _break(self, here: Element, around: _Around) -> None:
        """The line ends that came before these words: two of them begin a passage."""
        if self._breaks and self._block:
            if around.in_row:
                self._block.pieces.append(Piece(" ", here))
            elif self._breaks == 1 or around.exact:
                lines = "\n" * self._breaks if around.exact else ""
                self._block.pieces.append(Piece(lines, here, exact=around.exact))
            else:
                self._flush()
        self._breaks = 0

    def _flush(self) -> None:
        block, self._block, self._breaks = self._block, None, 0
        if block is None:
            return
        if block.pieces[-1].text == BETWEEN_CELLS:
            block.pieces.pop()
        block.text = " ".join("".join(piece.text or " " for piece in block.pieces).split())
        if has_visible(block.text):
            self.blocks.append(block)


def _touches(pieces: list[Piece], text: str, here: Element) -> bool:
    """Whether one link's words would run into another's: pages part them by their looks alone."""
    if not pieces or not pieces[-1].leads or pieces[-1].holder is here:
        return False
    return pieces[-1].text[-1:].isalnum() and text[0].isalnum() and here.tag in ("a", "button")


def _kind(element: Element) -> PassageKind | None:
    said = _KINDS.get(element.tag)
    if said is None and element.tag in ("p", "div", "span") and "class" in element.attributes:
        name = element.get("class")
        return PassageKind.CAPTION if _CAPTION_CLASS.search(name) else _WORD_STYLES.get(name)
    return said


def unseen(element: Element) -> bool:
    """Whether an element and all in it is not shown."""
    if element.tag in _UNSEEN or (element.tag == "dialog" and "open" not in element.attributes):
        return True
    attributes = element.attributes
    if not attributes or element.tag in _NEVER_HIDDEN:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if "style" in attributes and _HIDING_STYLE.search(attributes["style"]):
        return True
    return "class" in attributes and not _HIDING_CLASS.isdisjoint(attributes["class"].split())
