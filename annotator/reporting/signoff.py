"""The sign-off sheet: one page for the editor before publication, as typed words.

The PDF, the Word file and the page for a browser all print a ``SignOff``; none of them works out
again what it says. How it is drawn, signoff-light.png shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.domain.edition import Withheld
from annotator.domain.report import Outcome, Report
from annotator.domain.tags import Standing
from annotator.reporting import times, words
from annotator.reporting.record_words import taken_counts
from annotator.reporting.signoff_lists import LINES, SheetList, fitted
from annotator.reporting.signoff_rows import Row, Rows
from annotator.reporting.texts import claims_in, first_line, report_title, text_unchanged
from annotator.reporting.words import Look, Terms, terms_of


@dataclass(frozen=True, slots=True)
class SignOff:
    """Everything that is printed on the sheet, in words, labels applied; what is "" is not printed.

    ``copy``: "Editor’s copy.", in bold; ``sheet`` goes on in the same line, ``aside`` stands at its
    other end. ``about`` and ``people``: rows of the head (label, words), side by side; two of the
    people's are ``checked`` and ``settled``, who did so and when, "" where nobody did.
    ``ready``: whether nothing is in the way of publishing. That is so where no claim is open (in
    a public copy: not settled), every claim was judged, none is to be checked again, and there
    is at least one; the check must not be blind still. Disputed claims, wordings that wait and
    claims short of their rule are no hindrance: they are for the editor to decide, and are listed.
    ``choices`` are boxes to tick, ``sign`` the fields over which one writes.
    ``language`` is that of the labels, ``lang`` that of the title (BCP 47 or "").
    """

    language: str
    copy: str
    sheet: str
    aside: str
    title: str
    lang: str
    direction: str
    about: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    checked: str
    settled: str
    verdict: str
    ready: bool
    counts: str
    figures: tuple[tuple[Look, int], ...]
    lists: tuple[SheetList, ...]
    choices: tuple[str, ...]
    sign: tuple[str, ...]
    foot: str
    hash: str
    page: str


def signoff(report: Report, *, lines: int = LINES) -> SignOff:
    """The sheet of one article; its lists share so many lines, the longest give way first."""
    terms = terms_of(report.edition)
    t, rows = terms.t, Rows(report, terms)
    lists = tuple(_lists(report, terms, rows))
    hindered = _hindrances(report, terms, sum(1 for _ in rows.again()))
    title = report_title(report)
    figures = tuple(words.figures(report.counts(), terms))
    copy = first_line(report, terms).copy
    checked, settled = _checked(report, terms), _settled(report, terms)
    return SignOff(
        language=terms.language,
        copy=copy,
        sheet=t("Sign-off sheet, before publication"),
        aside=t("checked line by line"),
        title=title,
        lang=words.language(report.article.language),
        direction=words.direction(title),
        about=tuple(_about(report, terms)),
        people=tuple(_people(report, checked, settled, terms)),
        checked=checked,
        settled=settled,
        verdict=t("Ready to publish: no, {why}", why=", ".join(hindered))
        if hindered
        else t("Ready to publish: yes"),
        ready=not hindered,
        counts=" · ".join(t("{n} {tag}", n=t.number(n), tag=look.word) for look, n in figures if n),
        figures=figures,
        lists=fitted(lists, lines, terms),
        choices=(
            t("publish"),
            t("publish with the changes marked here"),
            t("hold until the open claims are settled"),
        ),
        sign=(t("Name"), t("Date, time"), t("Signature")),
        foot=t("Public copy · sign-off sheet")
        if report.edition.public
        else t("Editor’s copy · sign-off sheet"),
        hash=t("text sha256 {hash}", hash=f"{report.article.sha256[:18]}…")
        if report.article.sha256
        else "",
        page=t("{n} of {count}", n=1, count=1),
    )


def _hindrances(report: Report, terms: Terms, again: int) -> list[str]:
    """What is in the way of publishing, each in a few words."""
    t, counts = terms.t, report.counts()
    if report.veiled:
        return [t("the check is blind still")]
    if not report.counted:
        return [t("there is no claim in it")]
    word = t("{n} not settled") if report.edition.public else t("{n} open")
    found = (
        (word, counts[Outcome.OPEN]),
        (t("{n} not judged"), counts[Outcome.UNTAGGED]),
        (t("{n} to check again"), again),
    )
    return [word.format(n=t.number(n)) for word, n in found if n]


def _about(report: Report, terms: Terms) -> Iterable[tuple[str, str]]:
    t, article = terms.t, report.article
    published = times.shown_day(article.published, terms.language)
    if given := ", ".join(filter(None, (article.publisher, article.author, published))):
        yield t("Article"), given
    newer = any(one.earlier != article.id for one in report.revisions)
    version = (
        t("newer copy of an earlier text") if newer else "",
        t("imported {day}", day=times.shown_date(article.imported_at, terms.language))
        if article.imported_at
        else "",
        text_unchanged(article, t("text unchanged"), t("TEXT CHANGED: its hash does not fit")),
    )
    if any(version):
        yield t("Version"), ", ".join(filter(None, version))
    yield t("Claims"), claims_in(report, terms)


def _people(report: Report, checked: str, settled: str, terms: Terms) -> Iterable[tuple[str, str]]:
    t = terms.t
    if checked:
        yield t("Checked by"), checked
    if settled:
        yield t("Settled by"), settled
    if report.made_at:
        yield t("Drawn up"), times.shown(report.made_at, terms.language)


def _checked(report: Report, terms: Terms) -> str:
    """Who judged how many claims, the most first: "A, B (all 49), C (43)"."""
    counted: dict[str, int] = {}
    for claim in report.counted:
        for one in claim.held:
            if one.assessment.standing is not Standing.UNTAGGED and one.analyst.name:
                counted[one.analyst.name] = counted.get(one.analyst.name, 0) + 1
    alike: dict[int, list[str]] = {}
    for name, n in sorted(counted.items(), key=lambda one: (-one[1], one[0].casefold())):
        alike.setdefault(n, []).append(name)
    t, every = terms.t, len(report.counted)
    return ", ".join(
        t("{names} (all {n})" if n == every else "{names} ({n})", names=", ".join(names), n=n)
        for n, names in alike.items()
    )


def _settled(report: Report, terms: Terms) -> str:
    """Who settled how many claims, and when the last: "A (6) and B (2), last on 6 Jan 2024"."""
    decided = [claim.decision for claim in report.counted if claim.decision is not None]
    names = terms.t.listed(words.how_many(one.reviewer.name for one in decided))
    last = max((one.decision.decided for one in decided), default=0)
    moment = times.shown(last, terms.language) if last else ""
    if names and moment:
        return terms.t("{who}, last on {moment}", who=names, moment=moment)
    return names or moment


def _lists(report: Report, terms: Terms, rows: Rows) -> Iterable[SheetList]:
    """Those that this copy can tell: an empty list must not say that nothing is there."""
    t, edition = terms.t, report.edition
    opened = t("Not settled") if edition.public else t("Open")
    yield _list("open", opened, rows.open(), t("Nothing is open."))
    yield _list("disputed", t("Disputed"), rows.disputed(), t("Nothing is disputed."))
    if not edition.withholds(Withheld.WORDINGS):
        wordings = tuple(rows.wordings())
        taken = [one.assessment.wording for claim in report.counted for one in claim.held]
        yield replace(
            _list("wordings", t("Proposed wordings"), wordings, t("No wording is proposed.")),
            remark=taken_counts((one.taken for one in taken if one), t),
            notes=tuple(_kept(report, terms, rows)),
        )
    if not edition.withholds(Withheld.EVIDENCE):
        none = t("No verified claim rests on one source alone.")
        yield _list("single", t("On a single source"), rows.single(), none)
    if not edition.withholds(Withheld.SHORT):
        none = t("No verified claim falls short of the rule.")
        short = _list("short", t("Short of the rule"), rows.short(), none)
        yield replace(short, count=sum(1 for one in report.beside.values() if one.short))
    if not edition.withholds(Withheld.OVERRULED):
        yield _against(terms, rows)
    if not edition.withholds(Withheld.HISTORY):
        none = t("Nothing was changed since it was checked.")
        again = _list("again", t("Check again"), rows.again(), none)
        yield replace(again, notes=tuple(_carried(report, terms)))


def _carried(report: Report, terms: Terms) -> Iterable[str]:
    """What came along from an earlier version as it stood there."""
    if report.carried:
        yield terms.t.count(
            report.carried,
            "{n} claim was carried from the earlier copy and not judged anew.",
            "{n} claims were carried from the earlier copy and not judged anew.",
        )


def _list(kind: str, name: str, rows: Iterable[Row], quiet: str) -> SheetList:
    found = tuple(rows)
    return SheetList(kind, name, len(found), found, quiet)


def _kept(report: Report, terms: Terms, rows: Rows) -> Iterable[str]:
    """Where the author did not take a wording of a claim that is disputed still."""
    claims = [
        claim
        for claim in report.counted
        if claim.outcome is Outcome.DISPUTED
        and any(
            one.assessment.wording and one.assessment.wording.taken is False for one in claim.held
        )
    ]
    if claims:
        yield terms.t(
            "{claims}: the author keeps the sentence; it stays disputed",
            claims=rows.numbers(claims),
        )


def _against(terms: Terms, rows: Rows) -> SheetList:
    """What was settled against somebody; a reader has to know who held what now stands."""
    t, overruling = terms.t, rows.overruling()
    own = sum(1 for _, ruled in overruling if ruled.decision.held_by(ruled.reviewer.id))
    note = ""
    if own and own == len(overruling):
        note = t.count(
            own,
            "The one who settled it held what now stands.",
            "In all {n} the one who settled held what now stands.",
        )
    elif own:
        note = t(
            "In {n} of {count} the one who settled held what now stands.",
            n=t.number(own),
            count=t.number(len(overruling)),
        )
    found = _list(
        "against", t("Settled against somebody"), rows.against(), t("Nobody was overruled.")
    )
    return replace(found, count=len(overruling), notes=(note,) if note else ())
