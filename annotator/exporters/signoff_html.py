"""The sign-off sheet as an HTML file: one page for the editor before publication, for a browser or for paper."""

from __future__ import annotations

from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.exporters.html_count import sheet_tally
from annotator.exporters.html_frame import Frame, environment, framed, logo, made_on
from annotator.exporters.html_pen import Pen
from annotator.reporting.labels import labels
from annotator.reporting.signoff import signoff


def write(report: Report) -> bytes:
    """The sheet in UTF-8. Characters that HTML cannot hold are written as U+FFFD."""
    templates, sheet = environment(), signoff(report)
    t = labels(report.edition.labels)
    pen = Pen(t, frozenset(), lang=sheet.lang)
    page = templates.get_template("signoff.html").render(
        sheet=sheet, pen=pen, t=pen.t, top=1, nth="", beneath="", logo=logo(report)
    )
    title = t("{title} – sign-off sheet", title=sheet.title)
    frame = Frame(
        title, t.language, made_on(report), pictures=bool(report.edition.logo), sheet=True
    )
    return framed(templates, frame, [page])


def count(data: bytes) -> Tally:
    """How many claims the sheet names in its lists, read again from its bytes."""
    return sheet_tally(data)
