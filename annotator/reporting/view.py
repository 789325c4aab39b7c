"""What a report for readers says, as plain values, each worked out once, whatever the format.

A format only repeats, arranges and escapes. Everything here runs in time proportional
to the article, so 100,000 claims are written in seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from annotator.domain.article import Passage
from annotator.domain.edition import Section, Withheld
from annotator.domain.report import Outcome, Report, ReportClaim
from annotator.reporting import times, words
from annotator.reporting.claims import ClaimView, ClaimViews
from annotator.reporting.decide import Decide, decide
from annotator.reporting.evidence import ItemView, evidence
from annotator.reporting.page import Group, Marked, groups
from annotator.reporting.record import RecordViews
from annotator.reporting.review import ReviewView, StageView, decided_by, standing, threads, went
from annotator.reporting.signoff import SignOff, signoff
from annotator.reporting.texts import (
    FirstLine,
    claims_in,
    first_line,
    heading,
    report_title,
    text_unchanged,
)
from annotator.reporting.words import Look, Terms, terms_of

RANGES = 60
"""So many stretches of unjudged claims are linked; the chart shows the rest."""


SHORT = 8
"""Lists of no more than so many claims stand beside each other; longer ones below."""

FINE = 1500
"""Above so many claims the chart's cells are slivers without a glyph."""


class Cell(NamedTuple):
    """One claim of the chart."""

    ref: words.Ref
    look: Look


@dataclass(frozen=True, slots=True)
class Unjudged:
    """How many claims nobody has judged, and where: stretches of claims with their ends."""

    count: int
    stretches: list[list[words.Ref]]
    more: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What the report is about, who checked it and when.

    ``box``: label, names, and a moment in words. ``many``: more than one analyst judged.
    """

    title: str
    lang: str
    subtitle: list[str]
    address: str
    host: str
    box: list[tuple[str, list[str], str]]
    many: bool
    veiled: bool
    maker: str
    sha256: str
    claims_name: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts, the chart and the key, and what is left to judge or to settle.

    ``done``: how many are judged, and how many there are.
    """

    title_claim: ClaimView | None
    unjudged: Unjudged
    open: list[ClaimView]
    stale: list[ClaimView]
    differing: list[ClaimView]
    figures: list[tuple[Look, int]]
    done: tuple[int, int]
    chart: list[list[Cell]]
    fine_chart: bool
    key: list[Look]


@dataclass(frozen=True, slots=True)
class View:
    """A whole report. ``beside``: its lists are few and short enough to stand beside each other.

    ``rows`` are the counted claims in order; ``retired`` and ``furniture`` stand apart.
    ``looks`` are all that can occur. ``sections``: those that were chosen and hold anything, in their
    order, each with its heading; ``signoff`` is there where it is one of them. ``foot`` are the
    words at the end, what is "" left out; ``language`` is that of the labels.
    """

    head: Head
    stage: StageView | None
    summary: Summary
    decide: Decide
    evidence: list[ItemView]
    files: bool
    page: list[Group]
    rows: list[ClaimView]
    retired: list[ClaimView]
    furniture: list[ClaimView]
    review: ReviewView | None
    beside: bool
    first: FirstLine
    looks: tuple[Look, ...]
    sections: tuple[tuple[Section, str], ...]
    signoff: SignOff | None
    foot: tuple[str, ...]
    language: str


def view(report: Report) -> View:
    """All that is to be printed of a report."""
    named, terms = report.names(), terms_of(report.edition)
    records = RecordViews(report)
    views = ClaimViews(threads(report, named, terms), records)
    rows = [views.counted(claim) for claim in report.counted]
    summary, left = _summary(report, rows, terms), decide(report, rows, records)
    items = evidence(report, records, named)
    lists: list[Sequence[object]] = [
        summary.open,
        summary.stale,
        summary.differing,
        left.unworded,
        left.short,
    ]
    retired = [views.left(claim) for claim in report.claims if claim.retired]
    furniture = [views.left(claim) for claim in _furniture(report, views)]
    review = went(report, named, terms)
    empty = {
        Section.EVIDENCE: not items,
        Section.REVIEW: review is None,
        Section.ASIDE: not (retired or furniture),
    }
    return View(
        head=_head(report, terms),
        stage=standing(report, named, terms),
        summary=summary,
        decide=left,
        evidence=items,
        files=any(item.files for item in report.items),
        page=groups(report.article.text, report.passages, _marked(report, rows)),
        rows=rows,
        retired=retired,
        furniture=furniture,
        review=review,
        beside=_side_by_side(lists),
        first=first_line(report, terms),
        looks=tuple(terms.look.values()),
        sections=tuple(
            (one, heading(one, report, terms, evidence=bool(items)))
            for one in dict.fromkeys(report.edition.sections)
            if not empty.get(one)
        ),
        signoff=signoff(report) if Section.SIGNOFF in report.edition.sections else None,
        foot=_foot(report, terms),
        language=terms.language,
    )


def _foot(report: Report, terms: Terms) -> tuple[str, ...]:
    made, sha256 = terms.t("Made with Annotator, offline."), report.article.sha256
    return (made, terms.t("Text sha256 {hash}", hash=sha256)) if sha256 else (made,)


def _head(report: Report, terms: Terms) -> Head:
    article = report.article
    address = words.web_address(article.address)
    return Head(
        title=report_title(report),
        lang=words.language(article.language),
        subtitle=_subtitle(report, terms),
        address=address,
        host=urlsplit(address).netloc,
        box=_box(report, terms),
        many=len({one.analyst.id for claim in report.claims for one in claim.held}) > 1,
        veiled=report.veiled,
        maker=report.maker,
        sha256=article.sha256,
        claims_name=claims_in(report, terms),
    )


def _side_by_side(lists: Sequence[Sequence[object]]) -> bool:
    """Whether these lists are few and short enough to stand beside each other."""
    return sum(map(bool, lists)) > 1 and max(map(len, lists)) <= SHORT


def _summary(report: Report, rows: Sequence[ClaimView], terms: Terms) -> Summary:
    figures = words.figures(Counter(row.look.outcome for row in rows), terms)
    return Summary(
        title_claim=next((row for row in rows if row.ref.label == "T"), None),
        unjudged=_unjudged(rows),
        open=[row for row in rows if row.look.outcome is Outcome.OPEN],
        stale=[row for row in rows if row.stale],
        differing=[row for row in rows if row.differing],
        figures=figures,
        done=_done(rows),
        chart=_chart(rows, report.passages),
        fine_chart=len(rows) > FINE,
        key=[look for look, _ in figures],
    )


def _subtitle(report: Report, terms: Terms) -> list[str]:
    article, t = report.article, terms.t
    given = [
        article.publisher,
        article.author,
        times.shown_day(article.published, t.language),
        claims_in(report, terms),
        text_unchanged(
            article, t("text unchanged since import"), t("TEXT CHANGED: its hash does not fit")
        ),
    ]
    return [text for text in given if text]


def _box(report: Report, terms: Terms) -> list[tuple[str, list[str], str]]:
    """Rows of the box: label, names, and a moment in words or what stands before the names."""
    t, language = terms.t, terms.language
    judged = [held for claim in report.claims for held in claim.held]
    names = sorted({held.analyst.name for held in judged} - {""}, key=str.casefold)
    rows = [(t("Checked by"), names, "")] if names else []
    if not judged and not report.edition.withholds(Withheld.NAMES):
        rows = [(t("Checked by"), [], t("nobody yet"))]
    if deciders := decided_by(report.counted):
        rows.append((t("Settled by"), deciders, ""))
    if report.first_tag:
        rows.append((t("First tag"), [], times.shown(report.first_tag, language)))
    if last := max((held.changed for held in judged), default=0):
        rows.append((t("Last change"), [], times.shown(last, language)))
    if report.made_at:
        made = times.shown(report.made_at, language)
        shown = t("{moment} by", moment=made) + " " if report.maker else made
        rows.append((t("Report"), [report.maker] if report.maker else [], shown))
    return rows


def _unjudged(rows: Sequence[ClaimView]) -> Unjudged:
    stretches: list[list[words.Ref]] = []
    before = -2
    total = 0
    for index, row in enumerate(rows):
        if row.look.outcome is not Outcome.UNTAGGED:
            continue
        total += 1
        if index == before + 1:
            stretches[-1][1] = row.ref
        else:
            stretches.append([row.ref, row.ref])
        before = index
    return Unjudged(total, stretches[:RANGES], len(stretches) > RANGES)


def _done(rows: Sequence[ClaimView]) -> tuple[int, int]:
    """How many are judged, and how many there are."""
    left = sum(1 for row in rows if row.look.outcome is Outcome.UNTAGGED)
    return len(rows) - left, len(rows)


def _chart(rows: Iterable[ClaimView], passages: Sequence[Passage]) -> list[list[Cell]]:
    """A cell a claim in order, in a group for each passage that claims begin in."""
    found: list[list[Cell]] = []
    index, before = 0, -1
    for row in rows:
        while index < len(passages) and passages[index].end <= row.start:
            index += 1
        if index != before or not found:
            found.append([])
            before = index
        found[-1].append(Cell(row.ref, row.look))
    return found


def _marked(report: Report, rows: Sequence[ClaimView]) -> list[Marked]:
    return [
        Marked(claim.span, row.look.name, row.notes, row)
        for claim, row in zip(report.counted, rows, strict=True)
    ]


def _furniture(report: Report, views: ClaimViews) -> list[ReportClaim]:
    """Page furniture of which there is anything to say."""
    return [
        claim
        for claim in report.claims
        if not claim.retired
        and claim.number is None
        and (claim.held or claim.decisions or views.spoken(claim))
    ]
