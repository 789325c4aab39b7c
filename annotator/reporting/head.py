"""The head of a report: what it is about, who checked it and when; and its foot."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from annotator.domain.edition import Withheld
from annotator.domain.report import Report
from annotator.reporting import times, words
from annotator.reporting.review import decided_by
from annotator.reporting.texts import claims_in, report_title, text_unchanged
from annotator.reporting.words import Terms


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


def head(report: Report, terms: Terms) -> Head:
    """Of one article."""
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


def foot(report: Report, terms: Terms) -> tuple[str, ...]:
    """The words at the end: how it was made, and the text's hash where the copy may tell it."""
    made, sha256 = terms.t("Made with Annotator, offline."), report.article.sha256
    return (made, terms.t("Text sha256 {hash}", hash=sha256)) if sha256 else (made,)


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
