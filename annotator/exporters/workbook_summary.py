"""The first sheet: whose copy it is, what is to decide, the counts, who checked, how alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.domain.beside import NOTHING_BESIDE
from annotator.domain.edition import Section
from annotator.domain.report import Outcome, Report
from annotator.exporters.workbook_cells import (
    Cell,
    Column,
    Day,
    Link,
    Logo,
    Moment,
    Number,
    Row,
    Sheet,
    Text,
    day,
    link,
    text,
)
from annotator.reporting import alike, record_words, words
from annotator.reporting.signoff import SignOff, signoff
from annotator.reporting.texts import claims_in, first_line, heading, report_title, text_unchanged
from annotator.reporting.words import Terms

WIDTHS = (27, 10, 10, 92)
"""A label or a result, a count, its share, and words."""


def summary_sheet(reports: Sequence[Report], terms: Terms) -> Sheet:
    """The sheet of one article; of several, a line each."""
    if len(reports) == 1:
        columns = tuple(Column("", width, "plain") for width in WIDTHS)
        return Sheet(terms.t("Summary"), columns, list(_rows(reports[0], terms)), heads=False)
    return _of_several(reports, terms)


def _rows(report: Report, terms: Terms) -> Iterator[Row]:
    yield from _mark(report, terms)
    yield from _logo(report)
    yield [Text(report_title(report), "title")]
    yield []
    sheet, sections = signoff(report), report.edition.sections
    if Section.DECIDE in sections:
        evidence = bool(report.items)
        yield [Text(heading(Section.DECIDE, report, terms, evidence=evidence), "heading")]
        yield from _decide(sheet)
    if Section.SUMMARY in sections:
        yield from _counts(report, terms)
        yield from _people(report, sheet, terms)
    if Section.REVIEW in sections and report.agreement:
        yield [Text(terms.t("Agreement"), "heading")]
        for said in report.agreement:
            yield [Text(alike.sentence(said, terms.t), "value")]
        yield []
    yield from _article(report, terms)


def _mark(report: Report, terms: Terms) -> Iterator[Row]:
    line = first_line(report, terms)
    if line.copy:
        yield [Text(f"{line.copy} {line.says}", "mark")]


def _logo(report: Report) -> Iterator[Row]:
    if report.edition.logo:
        from annotator.exporters.pictures import picture_of  # who has no logo needs no PIL

        yield [Logo(picture_of(report.edition.logo).data)]


def _decide(sheet: SignOff) -> Iterator[Row]:
    """What is left, as the sign-off sheet counts it."""
    yield [Text(sheet.verdict, "value-strong")]
    for one in sheet.lists:
        said = one.remark if one.count else one.quiet
        yield [Text(one.name, "label"), Number(one.count, "value-count"), None, text(said, "value")]
    yield []


def _counts(report: Report, terms: Terms) -> Iterator[Row]:
    t, counts = terms.t, report.counts()
    every = len(report.counted)
    yield [Text(t("Results"), "heading")]
    yield [
        Text(t("Result"), "head"),
        Text(t("Claims"), "head-right"),
        Text(t("Share"), "head-right"),
        Text(t("What it says"), "said-head"),
    ]
    for look, n in words.figures(counts, terms):
        share = Number(n / every, "percent") if every else Text("", "text")
        result = Text(f"{look.glyph} {look.word}", look.name)
        yield [result, Number(n, "count"), share, Text(look.meaning, "said")]
    whole = Text(claims_in(report, terms), "said")
    yield [Text(t("All"), "strong"), Number(every, "count"), Text("", "text"), whole]
    if short := _short(report, terms):
        yield [Text(short, "value-strong")]
    yield []


def _short(report: Report, terms: Terms) -> str:
    verified = [claim for claim in report.counted if claim.outcome is Outcome.VERIFIED]
    short = sum(1 for one in verified if report.beside.get(one.id, NOTHING_BESIDE).short)
    return record_words.falls(len(verified), short, terms.t)


def _people(report: Report, sheet: SignOff, terms: Terms) -> Iterator[Row]:
    t = terms.t
    yield [Text(t("Who and when"), "heading")]
    if sheet.checked:
        yield [Text(t("Checked by"), "label"), Text(sheet.checked, "value")]
    if sheet.settled:
        yield [Text(t("Settled by"), "label"), Text(sheet.settled, "value")]
    if report.first_tag:
        yield [Text(t("First tag"), "label"), Moment(report.first_tag, "value-moment")]
    if last := max((held.changed for claim in report.claims for held in claim.held), default=0):
        yield [Text(t("Last change"), "label"), Moment(last, "value-moment")]
    if report.made_at:
        yield [Text(t("Drawn up"), "label"), Moment(report.made_at, "value-moment")]
    yield []


def _article(report: Report, terms: Terms) -> Iterator[Row]:
    t, article = terms.t, report.article
    same = text_unchanged(
        article, t("text unchanged since import"), t("TEXT CHANGED: its hash does not fit")
    )
    rows: list[tuple[str, Cell]] = [
        (t("Title"), text(article.title, "value")),
        (t("Publisher"), text(article.publisher, "value")),
        (t("Author"), text(article.author, "value")),
        (t("Published"), Day(article.published, "value-day") if article.published else None),
        (t("Updated"), Day(article.updated, "value-day") if article.updated else None),
        (t("Address"), Link(article.address, "value-link") if article.address else None),
        (t("Language"), text(article.language, "value")),
        (t("Text"), text(same, "value")),
        ("SHA-256", text(article.sha256, "value")),
    ]
    yield [Text(t("The article"), "heading")]
    for label, cell in rows:
        if cell is not None:
            yield [Text(label, "label"), cell]
    yield []
    yield [Text(t("Made with Annotator, offline."), "label")]


def _of_several(reports: Sequence[Report], terms: Terms) -> Sheet:
    """A line an article, and all of them together."""
    t = terms.t
    shown = [terms.look[outcome] for outcome in words.ORDER]
    columns = (
        Column(t("Article"), 50),
        Column(t("Publisher"), 20),
        Column(t("Published"), 12, "day"),
        Column(t("Claims"), 9, "count"),
        *(Column(look.word, 12, "count") for look in shown),
        Column(t("Short of the rule"), 12, "count"),
        Column(t("Before publication"), 40),
        Column(t("Checked by"), 34),
        Column(t("Address"), 40, "link"),
    )
    rows: list[Row] = [
        *_mark(reports[0], terms),
        *_logo(reports[0]),
        [Text(t.count(len(reports), "{n} article", "{n} articles"), "title")],
        [],
    ]
    rows.append([Text(column.head, "head") for column in columns])
    rows.extend(map(_line, reports))
    return Sheet(t("Summary"), columns, rows, heads=False)


def _line(report: Report) -> Row:
    counts, sheet = report.counts(), signoff(report)
    article = report.article
    short = sum(1 for one in report.counted if report.beside.get(one.id, NOTHING_BESIDE).short)
    return [
        Text(report_title(report)),
        text(article.publisher),
        day(article.published),
        Number(len(report.counted)),
        *(Number(counts[outcome]) if counts[outcome] else None for outcome in words.ORDER),
        Number(short) if short else None,
        Text(sheet.verdict),
        text(sheet.checked),
        link(article.address),
    ]
