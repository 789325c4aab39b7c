"""What trafilatura takes for the article of a page, block by block.

It is given a copy of the tree, of bounded depth and with nothing but text and the names that it
goes by, in which each block begins with its number, in signs that are no letters: so what it
kept is known for certain, and nothing has to be found again by its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from annotator.importers.composing import clean
from annotator.importers.html_block import Block
from annotator.importers.html_names import names
from annotator.importers.html_tree import Element
from annotator.importers.html_walk import unseen

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST = 20_000
"""Blocks; pages of more are books, and are not asked about."""

_DIGITS = "▖▗▘▙▚▛▜▝"
_BEGIN, _END = "▞", "▟"
_SIGNS = re.compile(f"[{_DIGITS}{_BEGIN}{_END}\ufffe\uffff]")
_NUMBER = re.compile(f"{_BEGIN}([{_DIGITS}]+){_END}")
_PLAIN = {ord(sign): str(value) for value, sign in enumerate(_DIGITS)}
_TAG = re.compile(r"[a-z][a-z0-9]*$")
_ATTRIBUTES = names("class id role itemprop href rel style")


def kept(root: Element, blocks: Sequence[Block], *, freely: bool = False) -> set[int]:
    """Which of these blocks, by their place, it takes for the article; ``freely``: rather more."""
    if not blocks or len(blocks) > MOST:
        return set()
    import trafilatura

    found = trafilatura.bare_extraction(
        copied(root, {block.first: number for number, block in enumerate(blocks)}),
        include_comments=False,
        include_tables=True,
        with_metadata=False,
        favor_recall=freely,
    )
    body = getattr(found, "body", None)
    said = "" if body is None else "".join(body.itertext())
    return {int(sign[1].translate(_PLAIN), 8) for sign in _NUMBER.finditer(said)} & set(
        range(len(blocks))
    )


def copied(
    root: Element, numbers: Mapping[tuple[int, int], int] = MappingProxyType({})
) -> _Element:
    """The tree as lxml has it, so much of it as can be seen; ``numbers`` go before those words."""
    from lxml import etree
    from lxml.html import html_parser

    html = html_parser.makeelement("html")
    waiting: list[tuple[Element, _Element]] = [(root, etree.SubElement(html, "body"))]
    while waiting:
        here, copy = waiting.pop()
        last: _Element | None = None
        for place, child in enumerate(here.children):
            if isinstance(child, str):
                number = numbers.get((here.number, place))
                words = _mark(number) + _SIGNS.sub("", clean(child))
                if last is None:
                    copy.text = (copy.text or "") + words
                else:
                    last.tail = (last.tail or "") + words
            elif not unseen(child):
                last = etree.SubElement(copy, child.tag if _TAG.match(child.tag) else "span")
                _describe(last, child)
                waiting.append((child, last))
    return html


def _mark(number: int | None) -> str:
    if number is None:
        return ""
    return _BEGIN + "".join(_DIGITS[int(digit)] for digit in f"{number:o}") + _END + " "


def _describe(copy: _Element, element: Element) -> None:
    for name, value in element.attributes.items():
        if name in _ATTRIBUTES:
            copy.set(name, _SIGNS.sub("", clean(value)))
