"""PDF with a text layer.

A PDF is a picture of an article: signs at places. What was written (words, lines, paragraphs,
columns, what is a title, what runs along the edge of every page) is found again from how it
looks, by the modules beside this one: ``pdf_signs`` and ``pdf_actual`` (words), ``pdf_lines``,
``pdf_initials`` and ``pdf_directions`` (lines), ``pdf_order`` (columns), ``pdf_running`` (heads,
feet, page numbers), ``pdf_rows`` (tables), ``pdf_notes``, ``pdf_paragraphs``, ``pdf_words``
(hyphens), ``pdf_kinds``.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.domain.errors import AnnotatorError
from annotator.importers.imported import ImportedArticle
from annotator.importers.watch import report

if TYPE_CHECKING:
    from annotator.importers.pdf.running import Sheet

_BEGIN = b"%PDF-"
_BEFORE = 1024
"""A PDF may begin so many bytes late."""

LOCKED = "It is locked with a password: open it in its own program, and save it without one."
DAMAGED = "It is no PDF that can be read; it may be damaged: open it in its own program, and save it again."
PICTURES = "Its pages are pictures. Run text recognition (OCR) on it first."
EMPTY = "There is no text in it; choose a PDF with some text."

_GIVEN_UP = 100
"""So many pages in a row that cannot be read, and the rest is given up."""

_COVERED = 0.25
"""A picture of this part of a page without words is what the page has to say."""

_FEW = 8
"""Lines on a picture that may be a stamp, a head and a foot."""

_READABLE = 0.5
"""Below this part of signs that are known, there are no words."""


def sniff(data: bytes, suffix: str) -> bool:
    """Whether it begins as a PDF does; one that is called so may begin a little later."""
    return data.startswith(_BEGIN) or (suffix == ".pdf" and _BEGIN in data[:_BEFORE])


@dataclass
class _Pages:
    """What was read of all pages."""

    sheets: list[Sheet] = field(default_factory=list)
    turned: dict[int, str] = field(default_factory=dict)
    pictures: list[int] = field(default_factory=list)
    stamped: set[int] = field(default_factory=set)
    """Pictures on which a few lines stand."""
    unreadable: list[int] = field(default_factory=list)
    signs: int = 0
    unread: int = 0
    """Signs nobody knows the letter of."""


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article that this PDF shows; ``encoding`` has no meaning here.

    Raises AnnotatorError for one that is locked, damaged, or made of pictures.
    """
    del encoding
    from annotator.importers.pdf.composing import composed
    from annotator.importers.pdf.properties import offered

    with _opened(data) as document:
        pages = _read_pages(document)
        says = offered(document.raw)
    _refuse_wordless(pages)
    named = next((one.value for one in says if one.field == "title"), "")
    article = composed(pages.sheets, pages.turned, named)
    _look_behind_stamps(pages, article.bare)
    return ImportedArticle(
        article.text,
        data,
        "",
        "",
        article.passages,
        article.enclosed(says),
        tuple(_notices(pages)),
        running=True,
    )


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    start = data.find(_BEGIN, 0, _BEFORE)
    try:
        document = pypdfium2.PdfDocument(data[start:] if start > 0 else data)
    except pypdfium2.PdfiumError as fault:
        known = getattr(fault, "err_code", None)
        locked = known in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise AnnotatorError(LOCKED if locked else DAMAGED) from fault
    try:
        yield document
    finally:
        document.close()


def _read_pages(document: Any) -> _Pages:
    pages = _Pages()
    count = len(document)
    failed = 0
    for at in range(count):
        report(f"page {at + 1:,} of {count:,}", at / count)
        if _read_page(document, at, pages):
            failed = 0
            continue
        failed += 1
        pages.unreadable.append(at)
        if failed >= _GIVEN_UP:
            break
    if count == 0 or len(pages.unreadable) == count or failed >= _GIVEN_UP == len(pages.unreadable):
        raise AnnotatorError(DAMAGED)
    return pages


def _read_page(document: Any, at: int, pages: _Pages) -> bool:
    """Whether there is such a page. Its words, or that it is a picture, go to ``pages``."""
    import pypdfium2.raw as pdfium

    page = pdfium.FPDF_LoadPage(document.raw, at)
    if not page:
        return False
    text = pdfium.FPDFText_LoadPage(page)
    try:
        if text:
            _take(document, page, text, at, pages)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    return bool(text)


def _take(document: Any, page: Any, text: Any, at: int, pages: _Pages) -> None:
    from annotator.importers.pdf.initials import with_initials
    from annotator.importers.pdf.lines import lines_of
    from annotator.importers.pdf.links import links_of
    from annotator.importers.pdf.order import in_order
    from annotator.importers.pdf.running import Sheet
    from annotator.importers.pdf.signs import signs_of

    signs = signs_of(page, text, links_of(document.raw, page))
    lines = with_initials(in_order(lines_of(signs.runs, at)))
    pages.signs += sum(len(run.text) for run in signs.runs)
    pages.unread += signs.unread
    if signs.turned:
        pages.turned[at] = " ".join(run.text for run in signs.turned)
    if lines:
        foot, top = _extent(page, signs.quarter)
        pages.sheets.append(Sheet(at, lines, foot, top))
        if len(lines) <= _FEW and _is_picture(page):
            pages.stamped.add(at)
    elif _is_picture(page):
        pages.pictures.append(at)


def _extent(page: Any, quarter: int) -> tuple[float, float]:
    """The foot and the top of a page that was turned so that its words stand upright."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return (
        (box.bottom, box.top),
        (-box.right, -box.left),
        (-box.top, -box.bottom),
        (box.left, box.right),
    )[quarter]


def _is_picture(page: Any) -> bool:
    """Whether a picture covers much of it."""
    import pypdfium2.raw as pdfium

    area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    left, foot, right, top = (ctypes.c_float() for _ in range(4))
    covered = 0.0
    for at in range(min(pdfium.FPDFPage_CountObjects(page), 2_000)):
        thing = pdfium.FPDFPage_GetObject(page, at)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            pdfium.FPDFPageObj_GetBounds(thing, left, foot, right, top)
            covered += max(0.0, right.value - left.value) * max(0.0, top.value - foot.value)
    return bool(covered > _COVERED * area)


def _look_behind_stamps(pages: _Pages, bare: frozenset[int]) -> None:
    """Of a picture on which only a number or a stamp stands, that is not what it has to say.

    Raises AnnotatorError where all pages are such.
    """
    hidden = pages.stamped & bare
    if hidden and len(hidden) == len(pages.sheets):
        raise AnnotatorError(PICTURES)
    pages.pictures = sorted({*pages.pictures, *hidden})


def _refuse_wordless(pages: _Pages) -> None:
    known = pages.signs - pages.unread
    if known > 0 and known >= _READABLE * pages.signs:
        return
    if pages.pictures or pages.signs:
        raise AnnotatorError(PICTURES if not pages.signs else UNKNOWN)
    raise AnnotatorError(EMPTY)


UNKNOWN = "Its font does not say which letters it draws. Run text recognition (OCR) on it first."


def _notices(pages: _Pages) -> Iterator[str]:
    """What whoever imports it has to know: nothing is left out silently."""
    if pages.pictures:
        one = len(pages.pictures) == 1
        yield (
            f"{_named(pages.pictures)} {'is a picture and was' if one else 'are pictures and were'} left out: "
            f"run text recognition (OCR) on the file to read {'it' if one else 'them'}."
        )
    if pages.unreadable:
        one = len(pages.unreadable) == 1
        yield f"{_named(pages.unreadable)} could not be read and {'was' if one else 'were'} left out: the file is damaged."
    if pages.unread:
        one = pages.unread == 1
        yield (
            f"{pages.unread:,} {'sign' if one else 'signs'} could not be read and {'stands' if one else 'stand'} "
            "as �: compare with the original."
        )


_MOST_NAMED = 8


def _named(pages: list[int]) -> str:
    """As in "Page 2", "Pages 2, 5 and 7", and how many more there are."""
    numbers = [f"{page + 1:,}" for page in pages]
    if len(numbers) == 1:
        return f"Page {numbers[0]}"
    if len(numbers) > _MOST_NAMED:
        return f"Pages {', '.join(numbers[:_MOST_NAMED])} and {len(numbers) - _MOST_NAMED:,} more"
    return f"Pages {', '.join(numbers[:-1])} and {numbers[-1]}"
