"""The sign-off sheet as PDF: one page for the editor before publication, to be printed and signed."""

from __future__ import annotations

from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.exporters import pdf_count
from annotator.exporters.pdf_book import Book
from annotator.exporters.pdf_document import Document, logo
from annotator.exporters.pdf_report import made, said, told
from annotator.exporters.pdf_sheet import sheet
from annotator.reporting.labels import labels
from annotator.reporting.signoff import SignOff, signoff
from annotator.reporting.view import view


def write(report: Report) -> bytes:
    """The sheet as PDF, on one page whatever the article holds."""
    return made(_book(report), report, "signoff")


def notices(report: Report) -> tuple[str, ...]:
    """What cannot be drawn, and whether the file that was written could not be marked as accessible."""
    found = told(report, "signoff")
    return said(_book(report)) if found is None else found


def count(data: bytes) -> Tally:
    """How many claims the sheet accounts for, read again from its bytes."""
    return pdf_count.sheet_tally(data)


def _book(report: Report) -> Book:
    t, found = labels(report.edition.labels), signoff(report)
    title = t("{title} – sign-off sheet", title=found.title)
    return Book([report], [_document(report, found)], title=title, template="signoff.typ")


def _document(report: Report, found: SignOff) -> Document:
    names = {held.analyst.name for claim in report.counted for held in claim.held}
    names |= {one.reviewer.name for claim in report.counted for one in claim.decisions}
    return Document(
        title=found.title,
        lang=found.lang,
        public=report.edition.public,
        blocks=[sheet(found, 1, logo(report, labels(report.edition.labels)))],
        names={},
        foot=found.foot,
        hash=found.hash,
        prefix="",
        view=view(report),
        authors=()
        if report.edition.public
        else tuple(sorted(filter(None, names), key=str.casefold)),
    )
