"""What a PDF itself says that its signs stand for: ActualText of marked content (ISO 32000, 14.9.4)."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_KEY = b"ActualText"
_LONGEST = 400
"""Bytes of one ActualText: a word or a line. What says more hides what is to be seen."""

_DEEPEST = 8


class Actual(NamedTuple):
    """One stretch of marked content."""

    mark: int
    """The same for all objects of one stretch."""
    text: str
    place: tuple[float, float, float, float] | None
    """Left, right, base and size of its object, where that is known."""


def actual_texts(page: Any) -> dict[int, Actual]:
    """For each text object of the page that has one, by its address: what it stands for."""
    found: dict[int, Actual] = {}
    for thing, inside in _objects(page):
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        said = _said(thing)
        if said is not None:
            mark, text = said
            found[_address(thing)] = Actual(mark, text, None if inside else _place(thing))
    return found


def _objects(page: Any) -> Iterator[tuple[Any, bool]]:
    """Every object, those inside forms too, and whether it is inside one."""
    waiting: list[tuple[Any, int]] = [
        (pdfium.FPDFPage_GetObject(page, at), 0)
        for at in range(pdfium.FPDFPage_CountObjects(page) - 1, -1, -1)
    ]
    while waiting:
        thing, depth = waiting.pop()
        if not thing:
            continue
        yield thing, depth > 0
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = range(pdfium.FPDFFormObj_CountObjects(thing) - 1, -1, -1)
            waiting += [(pdfium.FPDFFormObj_GetObject(thing, at), depth + 1) for at in inner]


def _said(thing: Any) -> tuple[int, str] | None:
    size = ctypes.c_ulong()
    for at in range(pdfium.FPDFPageObj_CountMarks(thing)):
        mark = pdfium.FPDFPageObj_GetMark(thing, at)
        buffer = (ctypes.c_ubyte * _LONGEST)()
        if pdfium.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, buffer, _LONGEST, size):
            if size.value > _LONGEST:
                continue
            return _address(mark), _decoded(bytes(buffer)[: size.value])
    return None


def _decoded(data: bytes) -> str:
    """A PDF's text string: UTF-16 or UTF-8 with their marks, else one byte a sign."""
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")


def _place(thing: Any) -> tuple[float, float, float, float] | None:
    left, foot, right, top = (ctypes.c_float() for _ in range(4))
    matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
    known = (
        pdfium.FPDFPageObj_GetBounds(thing, left, foot, right, top)
        and pdfium.FPDFPageObj_GetMatrix(thing, matrix)
        and pdfium.FPDFTextObj_GetFontSize(thing, size)
    )
    if not known:
        return None
    scale = round(size.value * math.hypot(matrix.c, matrix.d), 1) or 0.1
    return left.value, max(right.value, left.value + 0.3 * scale), matrix.f, scale


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
