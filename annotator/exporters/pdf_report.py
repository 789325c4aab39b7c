"""The report as PDF: tagged, made to PDF/UA-1 (ISO 14289-1), with bookmarks, links and page numbers.

typst sets it from JSON by our own templates (``resources/report/typst``). A long report is set in parts,
which keeps memory small; ``pdf_join.py`` makes one file of them. The same report gives the same bytes.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence

from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.exporters import pdf_count, pdf_fonts
from annotator.exporters.pdf_book import Block, Book, Contents
from annotator.exporters.pdf_document import Document, document
from annotator.exporters.pdf_ink import alone, run, separated
from annotator.reporting import words
from annotator.reporting.labels import labels

NOT_MARKED = "The PDF is tagged, and carries no PDF/UA mark: it could not be made to it."

_unmarked: list[weakref.ref[Report]] = []
"""The report whose file was written last, where that could not be marked: ``notices`` tells of it."""


def write(report: Report) -> bytes:
    """The report as PDF. Raises AnnotatorError where typst takes it in no way."""
    return made(Book([report], [document(report)], title=_title(report)), report)


def made(book: Book, report: Report) -> bytes:
    """The bytes of a file; whether it could be marked is kept for ``notices``."""
    data, marked = book.set()
    _unmarked[:] = [] if marked else [weakref.ref(report)]
    return data


def together(reports: Sequence[Report]) -> bytes:
    """Several articles in one file, each with a bookmark of its own, after a list of them."""
    if len(reports) == 1:
        return write(reports[0])
    edition = reports[0].edition
    t = labels(edition.labels)
    found = [document(one, prefix=f"{n}.", top=2) for n, one in enumerate(reports, 1)]
    title = edition.title or t.count(len(reports), "{n} article", "{n} articles")
    contents = Contents(title, lambda begins: _contents(title, found, begins))
    whole = title if edition.public else t("{title} – editor’s copy", title=title)
    return made(Book(reports, found, title=whole, contents=contents), reports[0])


def notices(report: Report) -> tuple[str, ...]:
    """What cannot be drawn, and whether the file that was written could not be marked as accessible."""
    book = Book([report], [document(report)], title=_title(report))
    return told(book, report)


def told(book: Book, report: Report) -> tuple[str, ...]:
    """The notices of a file."""
    found = [pdf_fonts.notice(book.drawable.missing)]
    if any(one() is report for one in _unmarked):
        found.append(NOT_MARKED)
    return tuple(filter(None, found))


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
            "title": [
                run("a", [one.view.head.title], to=f"x:{one.prefix}line>{one.prefix}top"),
            ],
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
