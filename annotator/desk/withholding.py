"""What a public copy of an article leaves out, told before it is written."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.desk.export_reports import edition_report, report_of
from annotator.desk.formats import format_named
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.beside import NOTHING_BESIDE
from annotator.domain.edition import Edition, Withheld
from annotator.domain.publishing import falls_short
from annotator.domain.publishing_counts import counted
from annotator.domain.report import Report


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of one kind there is that was not cleared by itself, and whether the kind is."""

    kind: Withheld
    count: int
    cleared: bool


@dataclass(frozen=True, slots=True)
class ShortClaim:
    """A claim that counts as verified and is printed as not settled: by what it falls short."""

    number: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Both of one article."""

    title: str
    waiting: tuple[Waiting, ...]
    short: tuple[ShortClaim, ...]


def held_back(library: OpenLibrary, article: ArticleId, edition: Edition) -> HeldBack:
    """What ``withheld`` and ``short_claims`` say, of one reading."""
    report = report_of(library, article)
    return HeldBack(report.article.title, _waiting(report, edition), _short(report))


def withheld(library: OpenLibrary, article: ArticleId, edition: Edition) -> tuple[Waiting, ...]:
    """Every kind that there is anything of in this article, in the order of ``Withheld``."""
    return _waiting(report_of(library, article), edition)


def short_claims(library: OpenLibrary, article: ArticleId) -> tuple[ShortClaim, ...]:
    """The verified claims that fall short of their rule, in reading order."""
    return _short(report_of(library, article))


def missing(
    library: OpenLibrary, article: ArticleId, form: str, edition: Edition
) -> tuple[str, ...]:
    """What a format for machines lacks, a sentence each, such as who publishes the check."""
    row = format_named(form)
    if row.notices is None or row.for_readers:
        return ()
    return row.notices(edition_report(library, article, form, edition))


def _waiting(report: Report, edition: Edition) -> tuple[Waiting, ...]:
    found = counted(report)
    return tuple(
        Waiting(kind, found[kind], kind in edition.cleared) for kind in Withheld if found[kind]
    )


def _short(report: Report) -> tuple[ShortClaim, ...]:
    return tuple(
        ShortClaim(claim.number or 0, claim.text, report.beside.get(claim.id, NOTHING_BESIDE).short)
        for claim in report.counted
        if falls_short(report, claim)
    )
