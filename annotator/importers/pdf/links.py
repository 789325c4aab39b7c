"""Where the links on a page of a PDF lead: addresses only, places in the same file are none."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from annotator.importers.links import target

_MOST = 5_000
_LONGEST = 2_000


class Linked(NamedTuple):
    """A rectangle of the page, in its own coordinates, and the address it leads to."""

    left: float
    foot: float
    right: float
    top: float
    target: str

    def holds(self, box: Any) -> bool:
        """Whether the middle of this box lies in it."""
        across, up = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        return bool(self.left <= across <= self.right and self.foot <= up <= self.top)


def links_of(document: Any, page: Any) -> list[Linked]:
    """The links of a page that lead to an address."""
    found: list[Linked] = []
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while len(found) < _MOST and pdfium.FPDFLink_Enumerate(page, at, link):
        leads_to = _target(document, link)
        box = pdfium.FS_RECTF()
        if leads_to and pdfium.FPDFLink_GetAnnotRect(link, box):
            found.append(Linked(box.left, box.bottom, box.right, box.top, leads_to))
    return found


def _target(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return target(buffer.value.decode("utf-8", "replace"))
