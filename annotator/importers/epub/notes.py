"""The notes of a book: what its pages say are notes, and where they are called."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from annotator.domain.enclosed import RemarkKind
from annotator.importers.composing import Composed, Composer
from annotator.importers.html.block import Block, Piece
from annotator.importers.html.tree import Element, Page
from annotator.importers.html.walk import KindOf, Walk

_NOTES = {
    "footnote": RemarkKind.FOOTNOTE,
    "doc-footnote": RemarkKind.FOOTNOTE,
    "note": RemarkKind.FOOTNOTE,
    "endnote": RemarkKind.ENDNOTE,
    "rearnote": RemarkKind.ENDNOTE,
    "doc-endnote": RemarkKind.ENDNOTE,
}
_CALLS = frozenset({"noteref", "doc-noteref"})
_BACK = frozenset({"backlink", "doc-backlink", "referrer"})
_LONGEST_NUMBER = 5
"""Characters of a link inside a note that leads back to where it was called."""

_NEAR = 4
"""So far out the link is looked for that words stand in."""

_MARK = "\0"
"""Begins what stands as a link where a note is called; no link has it."""


class Sheet(NamedTuple):
    """One page of the book."""

    name: str
    page: Page
    furniture: bool


class _Note(NamedTuple):
    kind: RemarkKind
    said: Composed


def said_of(element: Element) -> list[str]:
    """What the book says this element is."""
    return f"{element.get('epub:type')} {element.get('role')}".lower().split()


class Notes:
    """Takes the notes that are called somewhere out of the pages, and knows who calls them."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        found = {
            (sheet.name, element.get("id")): element
            for sheet in sheets
            for element in sheet.page.elements
            if element.get("id") and not _NOTES.keys().isdisjoint(said_of(element))
        }
        self._called: dict[Element, _Note] = {}
        taken: dict[Element, _Note] = {}
        for sheet in sheets:
            for link in sheet.page.find("a"):
                calls = not _CALLS.isdisjoint(said_of(link))
                note = found.get(_meant(link, sheet.name)) if calls else None
                if note is not None:
                    if note not in taken:
                        taken[note] = _Note(_kind(note), _composed(note))
                    self._called[link] = taken[note]
        for note in taken:
            if note.parent is not None:
                note.parent.children.remove(note)

    def put(self, composer: NotingComposer, sheet: Sheet, kind_of: KindOf) -> None:
        """Adds all that is seen of this page; where a note is called stands the writer's remark."""
        walk = Walk("", kind_of, keep_relative=False)
        for block in walk.over(sheet.page.root):
            marked = Block(block.kind, block.holder, self._marked(composer, block))
            marked.compose(composer, block.kind)

    def _marked(self, composer: NotingComposer, block: Block) -> list[Piece]:
        """The block's pieces, with a mark for what calls a note, and no blank before it."""
        found: list[Piece] = []
        last: Element | None = None
        for piece in block.pieces:
            around = islice(piece.holder.ancestors(), _NEAR)
            link = next((one for one in around if one in self._called), None)
            if link is None:
                found.append(piece)
            elif link is not last and piece.text.strip():
                if found and found[-1].text and not found[-1].text.strip():
                    found.pop()
                composer.waiting.append(self._called[link])
                mark = f"{_MARK}{len(composer.waiting) - 1}"
                found.append(piece._replace(link=mark, exact=False))
            last = link
        return found


@dataclass
class NotingComposer(Composer):
    """A Composer that notes a remark where a note is called."""

    waiting: list[_Note] = field(default_factory=list)

    def add(self, text: str, link: str = "") -> None:
        """Adds words, or notes a remark where ``Notes`` has left its mark."""
        if not link.startswith(_MARK):
            super().add(text, link)
            return
        kind, said = self.waiting[int(link[1:])]
        targets = tuple(dict.fromkeys(one.target for one in said.links))
        self.remark(kind, self.end_at, self.end_at, said.text, links=targets)


def _meant(link: Element, name: str) -> tuple[str, str]:
    """The page and the id that a link inside the book leads to."""
    path, _, fragment = link.get("href").partition("#")
    folder = posixpath.dirname(name)
    page = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else name
    return page, unquote(fragment)


def _kind(note: Element) -> RemarkKind:
    return next(_NOTES[said] for said in said_of(note) if said in _NOTES)


def _composed(note: Element) -> Composed:
    """What the note says, without the number that leads back to its place."""
    composer = Composer()
    for block in Walk(keep_relative=False).over(note):
        block.pieces = [piece for piece in block.pieces if not _leads_back(piece)]
        block.compose(composer, block.kind)
    return composer.composed()


def _leads_back(piece: Piece) -> bool:
    for one in islice(piece.holder.ancestors(), _NEAR):
        if one.tag == "a" and not piece.link:
            return not _BACK.isdisjoint(said_of(one)) or len(piece.text.strip()) <= _LONGEST_NUMBER
    return False
