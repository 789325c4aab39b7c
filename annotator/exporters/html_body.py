"""One report inside a page: everything but the frame, from its view.

``Place`` says how it stands there: alone, or as one of several whose ids must not be the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from annotator.domain.edition import Section
from annotator.domain.report import Report
from annotator.domain.wording import raised
from annotator.exporters.html_article import ArticleWriter
from annotator.exporters.html_evidence import EvidenceWriter
from annotator.exporters.html_frame import logo
from annotator.exporters.html_pen import Pen
from annotator.exporters.html_rows import RowWriter
from annotator.reporting.decide import WordingView
from annotator.reporting.labels import labels
from annotator.reporting.view import View, view


class Place(NamedTuple):
    """Where a report stands in its page: ``prefix`` begins its ids, ``top`` is the level of its title.

    ``nth`` is its number among ``many``, 0 where it is alone.
    """

    prefix: str = ""
    top: int = 1
    nth: int = 0
    many: int = 0


ALONE = Place()

_SLOT = re.compile("<!--([a-z]+)-->")
"""Where a part stands that has thousands of lines. Only a template can say so: a < from outside is escaped."""


class Filter(NamedTuple):
    """A button over the list: what it asks a row for, beside the others or (``also``) on top of them."""

    only: str
    also: bool
    glyph: Markup
    word: str
    number: int


class Body:
    """A report as it stands in a page."""

    def __init__(self, report: Report, templates: Environment, place: Place = ALONE) -> None:
        self.report = report
        self.view = view(report)
        self._templates = templates
        self._place = place
        self._headings = dict(self.view.sections)
        self._sections = [one for one in self._headings if one is not Section.SIGNOFF]
        self.pen = Pen(
            labels(report.edition.labels),
            set(self._sections),
            prefix=place.prefix,
            lang=self.view.head.lang,
            many=self.view.head.many,
        )

    @property
    def scripted(self) -> bool:
        """Whether there is anything for the script to do."""
        return Section.CLAIMS in self._sections and bool(self._filters())

    def html(self) -> Iterator[str]:
        """The sign-off sheet if it is wanted, the head, and the sections in their order, in pieces."""
        page = self._templates.get_template("report.html").render(
            **_parts(self.view) | self._surroundings(), filters=self._filters(), number=self._number
        )
        long = self._long()
        for place, piece in enumerate(_SLOT.split(page)):
            if place % 2:
                yield from long[piece]()
            else:
                yield piece

    def _long(self) -> dict[str, Callable[[], Iterator[str]]]:
        """What stands in the slots of the templates."""
        found, looks = self.view, self.view.looks
        rows = RowWriter(self.pen, looks)
        article = ArticleWriter(self.pen, looks, self._place.top + 2)
        return {
            "chart": lambda: article.chart(found.summary.chart),
            "page": lambda: article.page(found.page),
            "rows": lambda: rows.rows(found.rows),
            "retired": lambda: rows.rows(found.retired),
            "furniture": lambda: rows.rows(found.furniture),
            "items": lambda: EvidenceWriter(self.pen, looks).items(found.evidence),
        }

    def _surroundings(self) -> dict[str, Any]:
        return {
            "pen": self.pen,
            "t": self.pen.t,
            "places": self.pen.places,
            "pre": self.pen.prefix,
            "top": self._place.top,
            "nth": self._nth(),
            "beneath": f" {self.pen.prefix}nth" if self._place.nth else "",
            "public": self.report.edition.public,
            "logo": "" if self._place.nth else logo(self.report),
            "printed": [one.value for one in self._sections],
            "headings": {one.value: said for one, said in self._headings.items()},
            "taken": _taken,
            "sheet": self.view.signoff,
        }

    def _nth(self) -> str:
        """Which of several it is: without it, parts of two articles of one title would have one name."""
        place, t = self._place, self.pen.t
        if not place.nth:
            return ""
        return t("Article {n} of {count}", n=t.number(place.nth), count=t.number(place.many))

    def _number(self, name: str, number: int) -> Markup:
        """A count that can be found in the page by its name."""
        return Markup('<span id="{}{}">{}</span>').format(
            self.pen.prefix, name, self.pen.t.number(number)
        )

    def _filters(self) -> list[Filter]:
        """What can be asked of the list: none where every row is alike."""
        found = [*self._tags(), *self._traits()]
        return found if len(found) > 1 else []

    def _tags(self) -> Iterator[Filter]:
        for look, n in self.view.summary.figures:
            if n:
                yield Filter(look.name, False, self.pen.glyph(look), look.word, n)

    def _traits(self) -> Iterator[Filter]:
        t, view_ = self.pen.t, self.view
        for only, word, n in (
            ("decided", t("with a decision"), sum(1 for row in view_.rows if row.ruling)),
            ("short", t("short of the rule"), len(view_.decide.short)),
        ):
            if n:
                yield Filter(only, True, Markup(""), word, n)


def _taken(one: WordingView) -> Markup:
    """Whether the author took a proposed wording: a sentence that begins with the bold word for it."""
    word = raised(one.taken)
    if not one.says.startswith(word):
        return Markup("<b>{}</b>").format(one.says)
    return Markup("<b>{}</b>{}").format(word, one.says.removeprefix(word))


def _parts(found: View) -> dict[str, Any]:
    """The parts of the view by their names."""
    return {name: getattr(found, name) for name in View.__dataclass_fields__}
