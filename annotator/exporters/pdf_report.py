"""The report as PDF: tagged, made to PDF/UA-1 (ISO 14289-1), with bookmarks, links and page numbers.

typst sets it from JSON by our own templates (``resources/report/typst``). A long report is set in parts,
which keeps memory small; ``pdf_join.py`` makes one file of them. The same report gives the same bytes.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.exporters import pdf_count, pdf_fonts
from annotator.exporters.pdf_book import Book, Contents
from annotator.exporters.pdf_document import Document, document
from annotator.exporters.pdf_ink import Block, alone, run, separated
from annotator.reporting import words
from annotator.reporting.labels import labels

NOT_MARKED = "The PDF is tagged, and carries no PDF/UA mark: it could not be made to it."


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be said of a file that was written, and of which report it is."""

    report: weakref.ref[Report]
    form: str
    notices: tuple[str, ...]


_told: list[Told] = []
"""Of the file that was written last: working it out again would take as long as writing it."""


def write(report: Report) -> bytes:
    """The report as PDF. Raises AnnotatorError where typst takes it in no way."""
    return made(_book(report), report, "pdf")


def made(book: Book, report: Report, form: str) -> bytes:
    """The bytes of a file; what is to be said of it is kept for ``notices``."""
    data, marked = book.set()
    _told[:] = [Told(weakref.ref(report), form, said(book, marked=marked))]
    return data


def said(book: Book, *, marked: bool = True) -> tuple[str, ...]:
    """What cannot be drawn, and whether the file could not be marked as accessible."""
    return tuple(
        filter(None, (pdf_fonts.notice(book.drawable.missing), "" if marked else NOT_MARKED))
    )


def told(report: Report, form: str) -> tuple[str, ...] | None:
    """The notices of this report's file, if it was the last one that was written."""
    return next((one.notices for one in _told if one.report() is report and one.form == form), None)


def _book(report: Report) -> Book:
    return Book([report], [document(report)], title=_title(report))


def notices(report: Report) -> tuple[str, ...]:
    """What cannot be drawn, and whether the file that was written could not be marked as accessible."""
    found = told(report, "pdf")
    return said(_book(report)) if found is None else found


def together(reports: Sequence[Report]) -> bytes:
    """Several articles in one file, each with a bookmark of its own, after a list of them."""
    if len(reports) == 1:
        return write(reports[0])
    edition = reports[0].edition
    t = labels(edition.labels)
    found = [document(one, prefix=f"{n}.", top=2) for n, one in enumerate(reports, 1)]
    for one in found:
        one.names[f"{one.prefix}top"] = one.view.head.title
    title = edition.title or t.count(len(reports), "{n} article", "{n} articles")
    contents = Contents(title, lambda begins: _contents(title, found, begins))
    whole = title if edition.public else t("{title} – editor’s copy", title=title)
    return made(Book(reports, found, title=whole, contents=contents), reports[0], "pdf")


def count(data: bytes) -> Tally:
    """How many claims and notes the file holds, read again from its bytes."""
    return pdf_count.tally(data)


def _title(report: Report) -> str:
    t = labels(report.edition.labels)
    title = words.first_words(report.edition.title or report.article.title or t("Report"), 300)
    return title if report.edition.public else t("{title} – editor’s copy", title=title)


def _contents(title: str, documents: Sequence[Document], begins: Sequence[int]) -> list[Block]:
    first = documents[0].view.first
    rows = [
        {
            "title": [run("a", [one.view.head.title], to=f"x:{one.prefix}line>{one.prefix}top")],
            "dir": words.direction(one.view.head.title),
            "sub": separated([alone(said)] for said in one.view.head.subtitle),
            "figures": separated(
                [run("k", [f"{n} {look.word}"], look=look.name)]
                for look, n in one.view.summary.figures
                if n
            ),
            "page": [str(page)],
        }
        for one, page in zip(documents, begins, strict=True)
    ]
    copy = [run("b", [first.copy]), " ", first.says] if first.copy else []
    return [{"k": "contents", "copy": copy, "title": [title], "rows": rows}]
