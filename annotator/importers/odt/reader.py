"""The text of an OpenDocument file in reading order: paragraphs, lists, tables, boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from annotator.domain.article import PassageKind
from annotator.importers.composing import Composed, Composer
from annotator.importers.odt.inline import Inline
from annotator.importers.odt.names import OFFICE, TABLE, TEXT, tag_of
from annotator.importers.odt.styles import Styles
from annotator.importers.paragraphs import Paragraph, put_paragraph, put_row

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_LISTS = (f"{TEXT}list", f"{TEXT}numbered-paragraph")
_CONTENTS = tuple(
    f"{TEXT}{name}"
    for name in (
        "table-of-content",
        "alphabetical-index",
        "illustration-index",
        "object-index",
        "table-index",
        "user-index",
    )
)
_ROWS = f"{TABLE}table-row"
_CELL = f"{TABLE}table-cell"
_UNREAD = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{TEXT}sequence-decls",
        f"{TEXT}variable-decls",
        f"{TEXT}user-field-decls",
        f"{TEXT}table-of-content-source",
        f"{TEXT}alphabetical-index-source",
        f"{TEXT}illustration-index-source",
        f"{TEXT}object-index-source",
        f"{TEXT}table-index-source",
        f"{TEXT}user-index-source",
        f"{TEXT}bibliography-source",
        f"{OFFICE}forms",
        f"{OFFICE}annotation",
        f"{TABLE}desc",
        f"{TABLE}title",
    }
)


class _Within(NamedTuple):
    """What an element stands in."""

    listed: bool = False
    contents: bool = False


class Reader:
    """Reads trees of text into one ``Composer``. No recursion but of notes, which do not nest deep."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._inline = Inline(styles, self.read)
        self._composer = Composer()

    def read(self, root: Any) -> Composed:
        """All the text below this element."""
        reader = Reader(self._styles)
        for one in reader._blocks(root):
            if isinstance(one, Paragraph):
                put_paragraph(reader._composer, one)
            else:
                put_row(reader._composer, one)
        reader._inline.end(reader._composer)
        return reader._composer.composed()

    def _blocks(self, root: Any) -> Iterator[Paragraph | list[list[Paragraph]]]:
        """Paragraphs and rows of tables below this element, in order."""
        waiting = [(child, _Within()) for child in reversed(root)]
        while waiting:
            element, within = waiting.pop()
            tag = tag_of(element)
            if tag in _PARAGRAPHS:
                paragraph, boxes = self._paragraph(element, within)
                yield paragraph
                waiting += [(box, _Within()) for box in reversed(boxes)]
            elif tag == _ROWS:
                yield [list(self._paragraphs(cell, within)) for cell in element.iterfind(_CELL)]
            elif not self._is_passed(element):
                within = _inside(tag, within)
                waiting += [(child, within) for child in reversed(element)]

    def _paragraphs(self, cell: Any, within: _Within) -> Iterator[Paragraph]:
        """The paragraphs of a cell; of a table inside it too."""
        waiting = [(cell, within)]
        while waiting:
            element, inside = waiting.pop()
            if tag_of(element) in _PARAGRAPHS:
                paragraph, boxes = self._paragraph(element, inside)
                yield paragraph
                waiting += [(box, _Within()) for box in reversed(boxes)]
            elif not self._is_passed(element):
                inside = _inside(tag_of(element), inside)
                waiting += [(child, inside) for child in reversed(element)]

    def _paragraph(self, element: Any, within: _Within) -> tuple[Paragraph, list[Any]]:
        style = element.get(f"{TEXT}style-name", "")
        paragraph = Paragraph(self._kind(element, style, within))
        hidden = self._styles.hides("paragraph", style)
        return paragraph, [] if hidden else self._inline.read(element, paragraph)

    def _kind(self, element: Any, style: str, within: _Within) -> PassageKind:
        if within.contents:
            return PassageKind.BOILERPLATE
        found = self._styles.kind(style)
        if found is None and tag_of(element) == f"{TEXT}h":
            found = PassageKind.HEADING
        if within.listed and found in (None, PassageKind.QUOTATION):
            return PassageKind.LIST_ITEM
        return found or PassageKind.BODY

    def _is_passed(self, element: Any) -> bool:
        tag = tag_of(element)
        return tag in _UNREAD or not tag or element.get(f"{TEXT}display") == "none"


def _inside(tag: str, within: _Within) -> _Within:
    if tag in _LISTS:
        return within._replace(listed=True)
    return within._replace(contents=True) if tag in _CONTENTS else within
