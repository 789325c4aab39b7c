"""How it was reviewed: passes, second checks, other copies of the text, agreement."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.exporters.word_pen import Pen
from annotator.exporters.word_table import shares, table
from annotator.exporters.word_xml import NOTHING, Xml, line, paragraph, run
from annotator.reporting.alike import FigureView
from annotator.reporting.review import DrawView, PassView, ReviewView, RevisionView
from annotator.reporting.view import View


def review(view: View, pen: Pen, title: str) -> list[Xml]:
    """The section."""
    return [pen.heading(2, title), *(_parts(view.review, pen) if view.review else ())]


def _parts(found: ReviewView, pen: Pen) -> Iterator[Xml]:
    t = pen.t
    yield from _people(found, pen)
    if found.revisions:
        yield pen.heading(3, t("Other copies of the text"))
        for copy in found.revisions:
            yield _fact(copy.who, _copied(copy, pen))
    if found.agreement or found.figures:
        yield pen.heading(3, t("Agreement"))
        if found.agreement:
            yield paragraph("AnnotatorLegend", line(" ".join(found.agreement)), keep=True)
        if found.figures:
            yield _figures(found.figures, pen)


def _people(found: ReviewView, pen: Pen) -> Iterator[Xml]:
    """Who submitted what, and what was to be checked a second time."""
    t = pen.t
    if found.passes:
        yield pen.heading(3, t("Passes"))
        for one in found.passes:
            yield _fact(one.who, _passed(one, pen))
    if found.blind or found.draws:
        yield pen.heading(3, t("Second check"))
        for who in found.blind:
            yield _fact(who, t("asked that others tag it before they see colleagues’ tags"))
        for drawn in found.draws:
            yield _drawn(drawn, pen)


def _fact(who: str, says: str, *more: Xml) -> Xml:
    name = line(f"{who} " if who else "", "AnnotatorStrong")
    return paragraph("AnnotatorFact", name, line(says, "AnnotatorQuiet"), *more)


def _passed(one: PassView, pen: Pen) -> str:
    t = pen.t
    if not one.when:
        return one.state
    said = t("submitted {day}", day=one.when.day)
    if one.answered:
        answer = t("{state} by {who}, {day}", state=one.state, who=one.by, day=one.answered.day)
        said = f"{said} · {answer}"
        said = f"{said}: {one.reason}" if one.reason else said
    return said


def _drawn(drawn: DrawView, pen: Pen) -> Xml:
    t = pen.t
    says = t.count(
        drawn.count,
        "drew {n} claim at random, {day}, seed {seed}",
        "drew {n} claims at random, {day}, seed {seed}",
        day=drawn.when.day,
        seed=drawn.seed,
    )
    if not drawn.claims:
        return _fact(drawn.who, says)
    more = run(f", {t('and others')}") if len(drawn.claims) < drawn.count else NOTHING
    return _fact(drawn.who, f"{says}: ", pen.claims(drawn.claims), more)


def _copied(copy: RevisionView, pen: Pen) -> str:
    label = "matched it with the article {id}, {day}"
    says = pen.t(label, id=copy.earlier, day=copy.when.day)
    return f"{says}: {copy.counted}" if copy.counted else says


def _figures(lines: tuple[FigureView, ...], pen: Pen) -> Xml:
    t = pen.t
    rows = [[(paragraph("AnnotatorFact", line(text)),) for text in one] for one in lines]
    head = ("", t("alike"), "%", "kappa", "alpha", "AC1")
    return table(shares(28, 16, 10, 16, 15, 15), rows, about=t("Agreement"), head=head)
