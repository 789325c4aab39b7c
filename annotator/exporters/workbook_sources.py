"""The sheets of sources and of agreement: who says what in the article, and how alike it was tagged."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from annotator.domain.attribution import Attribution, SourceKind, called, naming, source_key
from annotator.domain.report import AgreementLine, Report, ReportClaim
from annotator.exporters.workbook_cells import Cell, Column, Number, Row, Sheet, Text, text
from annotator.reporting import alike
from annotator.reporting.labels import Labels
from annotator.reporting.words import ORDER, Terms

KIND = {
    SourceKind.NAMED: "named person",
    SourceKind.ORGANISATION: "organisation",
    SourceKind.ANONYMOUS: "anonymous",
    SourceKind.DOCUMENT: "document",
}
"""Labels."""

_FIGURE = re.compile(r"([-−]?\d+(?:\.\d+)?)")
_KAPPA = re.compile(rf"{_FIGURE.pattern}(?:, {_FIGURE.pattern} to {_FIGURE.pattern})?(?: \(.*\))?")


@dataclass
class _Source:
    """One source of one article, whoever recorded it."""

    report: Report
    name: str
    kinds: dict[SourceKind, None] = field(default_factory=dict)
    via: dict[str, None] = field(default_factory=dict)
    claims: dict[str, ReportClaim] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)


def sources_sheet(
    reports: Sequence[Report], terms: Terms, titled: Callable[[Report], str]
) -> Sheet:
    """A row for each source that the article names; who is named most stands first."""
    t = terms.t
    columns = (
        Column(t("Article"), 24, "muted"),
        Column(t("Source"), 36, "strong", needed=True),
        Column(t("Kind"), 16),
        Column(t("According to"), 28),
        Column(t("Claims"), 9, "count", needed=True),
        Column(t("Confirmed"), 11, "count"),
        *(Column(terms.look[outcome].word, 13, "count") for outcome in ORDER),
        Column(t("Which claims"), 40),
    )
    rows = [
        _row(source, terms, titled(report) if len(reports) > 1 else "")
        for report in reports
        for source in _sources(report)
    ]
    return Sheet(t("Sources"), columns, rows, frozen=1).without_empty()


def _sources(report: Report) -> list[_Source]:
    found: dict[str, _Source] = {}
    for claim in report.counted:
        for held in claim.held:
            first = report.first_said(held.analyst.id)
            for said in held.record.attributions:
                who = naming(said, first)
                name = called(who.source.text, report.sources)
                if name:
                    one = found.setdefault(source_key(name), _Source(report, name))
                    _add(one, (said, who), claim, held.assessment.confirmed)
    return sorted(found.values(), key=lambda one: (-len(one.claims), source_key(one.name)))


def _add(
    source: _Source, said: tuple[Attribution, Attribution], claim: ReportClaim, confirmed: bool
) -> None:
    """``said``: the attribution of the claim, and the one that names the source."""
    by, who = said
    if who.kind is not None:
        source.kinds[who.kind] = None
    for name in by.via:
        source.via[called(name, source.report.sources)] = None
    source.claims[claim.id] = claim
    if confirmed:
        source.confirmed.add(claim.id)


def _row(source: _Source, terms: Terms, title: str) -> Row:
    t, claims = terms.t, source.claims.values()
    outcomes = [claim.outcome for claim in claims]
    return [
        text(title),
        Text(source.name),
        text(t.listed([t(KIND[kind]) for kind in source.kinds])),
        text(t.listed(list(source.via))),
        Number(len(claims)),
        _some(len(source.confirmed)),
        *(_some(outcomes.count(outcome)) for outcome in ORDER),
        Text(", ".join(terms.ref(claim.number).label for claim in claims)),
    ]


def _some(count: int) -> Cell:
    return Number(count) if count else None


def agreement_sheet(
    reports: Sequence[Report], terms: Terms, titled: Callable[[Report], str]
) -> Sheet:
    """A row for each two analysts, and one for all together, with figures as numbers."""
    t = terms.t
    columns = (
        Column(t("Article"), 24, "muted"),
        Column(t("Analysts"), 34, "strong", needed=True),
        Column(t("Both tagged"), 12, "count", needed=True),
        Column(t("Agreed"), 12, "count"),
        Column(t("Share"), 10, "percent"),
        Column(t("κ (Cohen; of all: Fleiss)"), 14, "figure"),
        Column(t("κ from (95 %)"), 12, "figure"),
        Column(t("κ to (95 %)"), 12, "figure"),
        Column(t("α (Krippendorff)"), 14, "figure"),
        Column(t("AC1 (Gwet)"), 12, "figure"),
    )
    rows = [
        [text(titled(report) if len(reports) > 1 else ""), *_figures(line, t)]
        for report in reports
        for line in report.figures
    ]
    return Sheet(t("Agreement"), columns, rows, frozen=1).without_empty()


def _figures(line: AgreementLine, t: Labels) -> list[Cell]:
    kappa = _KAPPA.fullmatch(line.kappa)
    said = alike.line(line, t)
    return [
        Text(said.label),
        Number(line.of),
        None if line.agreed is None else Number(line.agreed),
        _share(line),
        _figure(kappa[1], "") if kappa else text(said.kappa),
        *(_figure(kappa[n] or "", "") if kappa else None for n in (2, 3)),
        _figure(line.alpha, said.alpha),
        _figure(line.ac1, said.ac1),
    ]


def _share(line: AgreementLine) -> Cell:
    """Worked out again where both counts are known: what is printed was rounded."""
    if line.agreed is not None and line.of:
        return Number(line.agreed / line.of)
    printed = _FIGURE.match(line.percent)
    return Number(float(printed[1]) / 100) if printed else text(line.percent)


def _figure(measured: str, said: str) -> Cell:
    """A figure as a number; words, such as that it is undefined, as they are said."""
    if _FIGURE.fullmatch(measured):
        return Number(float(measured.replace("−", "-")))
    return text(said)
