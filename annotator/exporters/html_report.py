"""The report as one HTML file, for a browser or for paper, from one article or from several.

Whatever an article, a note or a name says is text: it is escaped wherever it goes. The page is complete
as it stands; a little script only shows the list by tag.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.exporters.html_body import Body, Place
from annotator.exporters.html_count import tally
from annotator.exporters.html_frame import Frame, environment, framed, logo, made_on
from annotator.exporters.html_pen import HtmlLabels
from annotator.reporting.labels import labels


def write(report: Report) -> bytes:
    """The page in UTF-8. Characters that HTML cannot hold are written as U+FFFD."""
    templates = environment()
    body = Body(report, templates)
    t = labels(report.edition.labels)
    title = body.view.head.title
    frame = Frame(
        title if report.edition.public else t("{title} – editor’s copy", title=title),
        t.language,
        made_on(report),
        scripted=body.scripted,
        pictures=bool(report.edition.logo),
        foot=body.view.foot,
    )
    return framed(templates, frame, body.html())


def together(reports: Sequence[Report]) -> bytes:
    """Several articles in one page, with a list of them first; of one alone, its own page."""
    if len(reports) == 1:
        return write(reports[0])
    templates = environment()
    edition = reports[0].edition
    t = labels(edition.labels)
    bodies = [
        Body(report, templates, Place(f"a{n}-", 2, n, len(reports)))
        for n, report in enumerate(reports, 1)
    ]
    title = edition.title or t.count(len(reports), "{n} article", "{n} articles")
    contents = templates.get_template("contents.html").render(
        t=HtmlLabels(t),
        title=title,
        logo=logo(reports[0]),
        first=bodies[0].view.first,
        bodies=bodies,
    )
    frame = Frame(
        title if edition.public else t("{title} – editor’s copy", title=title),
        t.language,
        max(map(made_on, reports)),
        scripted=any(body.scripted for body in bodies),
        pictures=bool(edition.logo),
        foot=bodies[0].view.foot[:1],
    )
    return framed(templates, frame, chain([contents], *map(_part, bodies)))


def _part(body: Body) -> Iterator[str]:
    """One of several, on a page of its own on paper."""
    yield f'<div class="report" id="{body.pen.prefix}report">\n'
    yield from body.html()
    yield "</div>\n"


def count(data: bytes) -> Tally:
    """How many claims and notes the page holds, read again from its bytes."""
    return tally(data)
