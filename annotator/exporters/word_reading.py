"""Counts what stands in a Word file of ours: it is read again, by python-docx."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from annotator.domain.formats import Tally

_CLAIM, _ROW = "claim_", "row_"


def tally(data: bytes) -> Tally:
    """Claims that stand in it with their words, and notes, in comments or else in the table."""
    document: Any = Document(io.BytesIO(data))
    body = document.element.body
    try:
        comments = _notes(document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS).element)
    except KeyError:
        comments = 0
    return Tally(len(_claims(body)), max(comments, _notes(body)))


def _claims(body: Any) -> set[str]:
    """The names of those bookmarks of claims, or of their rows, that hold any words."""
    found: set[str] = set()
    open_here: dict[str, str] = {}
    names = {qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:t"), qn("w:delText")}
    for one in body.iter(*names):
        if one.tag == qn("w:bookmarkStart"):
            prefix, _, name = one.get(qn("w:name")).rpartition("_")
            if f"{prefix}_".endswith((_CLAIM, _ROW)):
                article = prefix.removesuffix(_CLAIM[:-1]).removesuffix(_ROW[:-1])
                open_here[one.get(qn("w:id"))] = f"{article}{name}"
        elif one.tag == qn("w:bookmarkEnd"):
            open_here.pop(one.get(qn("w:id")), None)
        elif open_here and one.text:
            found.update(open_here.values())
    return found


def _notes(part: Any) -> int:
    styles = part.iter(qn("w:pStyle"))
    return sum(1 for one in styles if one.get(qn("w:val")) == "AnnotatorNote")
