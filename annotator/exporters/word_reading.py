"""Counts what stands in a Word file of ours: its bytes are read again, part by part, element by element.

python-docx would do, but holds a document of 10,000 claims in 400 MB until somebody sweeps.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from annotator.domain.formats import Tally
from annotator.exporters.word_xml import NAMESPACES

_W: Final = f"{{{NAMESPACES['w']}}}"
_CLAIM, _ROW = "claim", "row"


def tally(data: bytes) -> Tally:
    """Claims that stand in it with their words, and notes, in comments or else in the table."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        claims, notes = _page(_elements(archive, "word/document.xml"))
        if "word/comments.xml" in archive.namelist():
            notes = max(notes, _page(_elements(archive, "word/comments.xml"))[1])
    return Tally(claims, notes)


def _elements(archive: zipfile.ZipFile, name: str) -> Iterator[Any]:
    """The elements that count, in order; each is forgotten when it was looked at."""
    names = ("bookmarkStart", "bookmarkEnd", "t", "delText", "pStyle")
    with archive.open(name) as stream:
        found = etree.iterparse(
            stream,
            tag=[f"{_W}{one}" for one in (*names, "p", "tr")],
            resolve_entities=False,
            no_network=True,
        )
        for _, one in found:
            yield one
            if one.tag in (f"{_W}p", f"{_W}tr"):
                one.clear(keep_tail=True)


def _page(elements: Iterator[Any]) -> tuple[int, int]:
    """How many claims have a bookmark with words in it, in the page or in the table; how many notes."""
    found: set[str] = set()
    here: dict[str, str] = {}
    notes = 0
    for one in elements:
        kind = one.tag.removeprefix(_W)
        if kind == "bookmarkStart":
            prefix, _, name = one.get(f"{_W}name").rpartition("_")
            if prefix.endswith((_CLAIM, _ROW)):
                article = prefix.removesuffix(_CLAIM).removesuffix(_ROW)
                here[one.get(f"{_W}id")] = f"{article}{name}"
        elif kind == "bookmarkEnd":
            here.pop(one.get(f"{_W}id"), None)
        elif kind == "pStyle":
            notes += one.get(f"{_W}val") == "AnnotatorNote"
        elif here and one.text:
            found.update(here.values())
    return len(found), notes
