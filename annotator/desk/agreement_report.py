"""How alike an article was tagged, as its report says it: sentences, and a row for each two analysts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator.desk.agreeing import measured
from annotator.desk.library import OpenLibrary
from annotator.domain.assessment import Analyst
from annotator.domain.report import AgreementLine, Report
from annotator.review.agreement import Agreement
from annotator.review.pairs import Measures, Pair
from annotator.review.standings import Counting
from annotator.review.words import all_in_words, number

UNDEFINED = "undefined"
"""Stands where there is no figure; a sentence says why."""

NO_FIGURE = "–"


def with_agreement(library: OpenLibrary, report: Report) -> Report:
    """The report with what is measured over it, by first tags; as it is where fewer than two judged."""
    judges = {one.analyst.id for claim in report.claims for one in claim.held}
    if report.veiled or len(judges) < 2:
        return report
    counted = measured(library, [report.article.id], Counting.FIRST)
    sentences, figures = said_of(counted.agreement)
    return replace(
        report,
        agreement=sentences,
        figures=figures,
        analysts=_named(report.analysts, counted.persons),
    )


def said_of(found: Agreement) -> tuple[tuple[str, ...], tuple[AgreementLine, ...]]:
    """What a report says of an agreement by first tags: sentences, and the table of figures."""
    said = all_in_words(found, counting=Counting.FIRST)
    return (*said, *_undefined(found)), tuple(_lines(found))


def _named(analysts: tuple[Analyst, ...], measured: Mapping[str, str]) -> tuple[Analyst, ...]:
    """Those who are named in the report already, and those whose first tags alone were counted."""
    known = {one.id for one in analysts}
    others = (Analyst(who, name) for name, who in measured.items() if who not in known)
    return tuple(sorted((*analysts, *others), key=lambda one: one.id))


def _lines(found: Agreement) -> Iterator[AgreementLine]:
    for pair in found.pairs:
        yield _line(pair, pair.measures)
    if len(found.analysts) > 2 and found.percent is not None:
        yield AgreementLine(
            "All together",
            None,
            found.units,
            _percent(found.percent),
            UNDEFINED if found.fleiss_kappa is None else f"{number(found.fleiss_kappa)} (Fleiss)",
            _figure(found.alpha),
            _figure(found.ac1),
        )


def _line(pair: Pair, of: Measures) -> AgreementLine:
    kappa = _figure(of.kappa)
    if of.interval is not None:
        low, high = of.interval
        kappa = f"{kappa}, {number(low)} to {number(high)}"
    return AgreementLine(
        f"{pair.a} and {pair.b}",
        of.agreed,
        of.units,
        _percent(of.percent),
        kappa,
        _figure(of.alpha),
        _figure(of.ac1),
    )


def _undefined(found: Agreement) -> Iterator[str]:
    """Why there is no figure, once for each two."""
    for pair in found.pairs:
        for why in dict.fromkeys(pair.measures.undefined.values()):
            yield f"{pair.a} and {pair.b}: {why}"
    if len(found.analysts) > 2:
        names = ("fleiss_kappa", "alpha", "ac1")
        yield from dict.fromkeys(
            f"All together: {found.undefined[name]}" for name in names if name in found.undefined
        )


def _figure(value: float | None) -> str:
    return UNDEFINED if value is None else number(value)


def _percent(value: float | None) -> str:
    return NO_FIGURE if value is None else f"{value:.0f} %"
