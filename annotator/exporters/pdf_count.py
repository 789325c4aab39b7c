"""Reading a PDF of ours again, and counting what stands in it.

The reader is PDFium, which knows nothing of how the file was written. Every claim's number and every note
is a named destination of the file (``pdf_join.py``): c5 on the page, r5 in the list, k5 in the chart, na a note.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from annotator.domain.formats import Tally
from annotator.exporters.pdfium import opened

_PLACE = re.compile(r"(?P<part>(?:\d+\.)?)(?P<kind>[crkn])(?P<key>T|\d+|[a-z]+)")
_COUNT = re.compile(r"(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})*|\d+) \D.*")


def tally(data: bytes) -> Tally:
    """How many claims and notes a report holds: in the list or on the page, else in the chart."""
    with opened(data) as document:
        found = [match for name in _names(document) if (match := _PLACE.fullmatch(name))]
    claims = {(one["part"], one["key"]) for one in found if one["kind"] in "cr"}
    cells = {(one["part"], one["key"]) for one in found if one["kind"] == "k"}
    notes = {(one["part"], one["key"]) for one in found if one["kind"] == "n"}
    return Tally(len(claims or cells), len(notes))


def _names(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """The names of all places in the file."""
    for index in range(raw.FPDF_CountNamedDests(document)):
        size = ctypes.c_long()
        raw.FPDF_GetNamedDest(document, index, None, size)
        text = ctypes.create_string_buffer(max(size.value, 2))
        if raw.FPDF_GetNamedDest(document, index, text, size):
            yield text.raw[: size.value].decode("utf-16-le").rstrip("\0")


def sheet_tally(data: bytes) -> Tally:
    """How many claims a sign-off sheet accounts for: the sum of the counts under its verdict.

    The verdict is the last heading on the page, and so the last bookmark; the counts stand under it.
    """
    with opened(data) as document:
        marks = [mark.get_title() for mark in document.get_toc()]
        page = document[0]
        text = page.get_textpage()
        lines = [line.strip() for line in text.get_text_range().splitlines()]
        text.close()
        page.close()
    verdict = marks[-1].split() if marks else []
    for at, line in enumerate(lines):
        if verdict and line.split() == verdict[: len(line.split())] and line:
            return Tally(_sum(lines[at + 1 :]))
    return Tally(0)


def _sum(lines: list[str]) -> int:
    """The numbers of "9 verified · 5 disputed", wherever the line is broken."""
    for first in range(len(lines)):
        found = [_COUNT.fullmatch(part.strip()) for part in lines[first].split(" · ")]
        if all(found):
            return sum(int(re.sub(r"\D", "", one.group(1))) for one in found if one)
    return 0
