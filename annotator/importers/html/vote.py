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

from annotator.importers.html.block import Block
from annotator.importers.html.names import BLOCKS, names
from annotator.importers.html.tree import Element
from annotator.importers.html.walk import unseen

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST = 20_000
"""Blocks, and elements with words: pages of more are books, or made to keep a reader busy."""

_DIGITS = "▖▗▘▙▚▛▜▝"
_BEGIN, _END = "▞", "▟"
_SIGNS = re.compile(
    f"[{_DIGITS}{_BEGIN}{_END}]|[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""Our own marks, and what XML knows no way to write."""
_NUMBER = re.compile(f"{_BEGIN}([{_DIGITS}]+){_END}")
_PLAIN = {ord(sign): str(value) for value, sign in enumerate(_DIGITS)}
_TAG = re.compile(r"[a-z][a-z0-9]*$")
_ATTRIBUTES = names("class id role itemprop href rel")
_KEPT_EMPTY = names("br hr")


def kept(root: Element, blocks: Sequence[Block]) -> set[int]:
    """Which of these blocks, by their place, it takes for the article."""
    if not 0 < len(blocks) <= MOST:
        return set()
    copy = copied(root, {block.first: number for number, block in enumerate(blocks)})
    if copy is None:
        return set()
    import trafilatura

    found = trafilatura.bare_extraction(
        copy, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(found, "body", None)
    said = "" if body is None else "".join(body.itertext())
    numbers = {int(sign[1].translate(_PLAIN), 8) for sign in _NUMBER.finditer(said)}
    return {number for number in numbers if number < len(blocks)}


def copied(
    root: Element, numbers: Mapping[tuple[int, int], int] = MappingProxyType({})
) -> _Element | None:
    """The tree as lxml has it, so much of it as has words; ``numbers`` go before those words.

    ``None`` where it is too large.
    """
    from lxml import etree
    from lxml.html import html_parser

    worded = _worded(root)
    if len(worded) > MOST:
        return None
    html = html_parser.makeelement("html")
    waiting: list[tuple[Element, _Element]] = [(root, etree.SubElement(html, "body"))]
    while waiting:
        here, copy = waiting.pop()
        last: _Element | None = None
        words: list[str] = []
        for place, child in enumerate(here.children):
            if isinstance(child, str):
                words += [_mark(numbers.get((here.number, place))), _SIGNS.sub("", child)]
            elif child.number in worded or (child.tag in _KEPT_EMPTY and place):
                _write(copy, last, words)
                words = []
                last = etree.SubElement(copy, child.tag if _TAG.match(child.tag) else "span")
                for name in _ATTRIBUTES & child.attributes.keys():
                    last.set(name, _SIGNS.sub("", child.attributes[name]))
                waiting.append((child, last))
                if child.tag in BLOCKS:
                    words.append("\n")
        _write(copy, last, words)
    return html


def _worded(root: Element) -> set[int]:
    """The numbers of all elements that have words to be seen in them."""
    found: set[int] = set()
    waiting = [root]
    while waiting:
        here = waiting.pop()
        said = False
        for child in here.children:
            if isinstance(child, str):
                said = said or not child.isspace()
            elif not unseen(child):
                waiting.append(child)
        if said:
            for one in here.ancestors():
                if one.number in found:
                    break
                found.add(one.number)
    return found


def _write(copy: _Element, last: _Element | None, words: list[str]) -> None:
    """Adds words behind the last child, or where there is none yet at the beginning."""
    if last is None:
        copy.text = "".join(words)
    else:
        last.tail = "".join(words)


def _mark(number: int | None) -> str:
    if number is None:
        return ""
    return _BEGIN + "".join(_DIGITS[int(digit)] for digit in f"{number:o}") + _END + " "
