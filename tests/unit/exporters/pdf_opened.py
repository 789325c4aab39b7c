"""PDFs of ours as other people's readers open them: pikepdf for what is in it, PDFium for what it shows."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf

from annotator.exporters.pdfium import opened


@cache
def texts(data: bytes) -> tuple[str, ...]:
    """The text of each page, as one copies it."""
    found = []
    with opened(data) as document:
        for page in document:
            text = page.get_textpage()
            found.append(text.get_text_range())
            text.close()
            page.close()
    return tuple(found)


def flat(data: bytes) -> str:
    """All of the text with no blanks in it, whatever a line was broken at."""
    return re.sub(r"[\s\ufffe\u2068\u2069\u2060\u200b\u00ad]+", "", "".join(texts(data)))


def plain(text: str) -> str:
    """A text as ``flat`` has it."""
    return re.sub(r"\s+", "", text)


def document(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def tags(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """Every element of the tree of tags in order, with its role."""
    waiting: list[Any] = [pdf.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting.extend(reversed(list(one)))
        elif isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield str(one.S).removeprefix("/"), one
            if "/K" in one:
                waiting.append(one.K)


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The outline: how deep, and the words."""
    found: list[tuple[int, str]] = []

    def walk(items: Any, depth: int) -> None:
        for item in items:
            found.append((depth, item.title))
            walk(item.children, depth + 1)

    with pdf.open_outline() as outline:
        walk(outline.root, 1)
    return found


def links(pdf: pikepdf.Pdf) -> list[Any]:
    """The link annotations of all pages."""
    return [one for page in pdf.pages for one in page.get("/Annots", []) if one.Subtype == "/Link"]


def places(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """The named destinations."""
    return dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
