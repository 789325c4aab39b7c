"""The sheet of claims: what came of each, why, and what every analyst holds of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from annotator.domain.assessment import Analyst
from annotator.domain.beside import NOTHING_BESIDE
from annotator.domain.edition import Section
from annotator.domain.report import Held, Outcome, Report, ReportClaim
from annotator.domain.tags import Standing
from annotator.domain.threads import Comment
from annotator.domain.wording import raised
from annotator.exporters.workbook_cells import (
    Cell,
    Column,
    Number,
    Sheet,
    Text,
    moment,
    text,
)
from annotator.reporting import record_words, times
from annotator.reporting.labels import Labels
from annotator.reporting.record import SURE
from annotator.reporting.words import Terms


class About(NamedTuple):
    """One claim with what is needed to tell of it; ``held``: analyst → what they hold."""

    report: Report
    claim: ReportClaim
    held: dict[str, Held]
    named: Callable[[str], str]
    thread: Sequence[Comment]


Tells = Callable[[About], Cell]


def claims_sheet(reports: Sequence[Report], terms: Terms, titled: Callable[[Report], str]) -> Sheet:
    """A row a claim, of one article or of several."""
    t = terms.t
    columns: list[tuple[Column, Tells]] = [
        (Column(t("Article"), 24, "muted"), lambda of: text(titled(of.report))),
        *_result(terms),
        *_decision(terms),
        *_record(t),
        *(one for who in _analysts(reports) for one in _held(who, terms)),
        *_unnamed(reports, terms),
        *_place(t),
    ]
    if len(reports) == 1:
        del columns[0]
    rows = [[tell(of) for _, tell in columns] for report in reports for of in _told(report)]
    frozen = 2 if len(reports) == 1 else 3
    heads = tuple(column for column, _ in columns)
    return Sheet(t("Claims"), heads, rows, frozen=frozen).without_empty()


def _told(report: Report) -> Iterator[About]:
    """The claims that are listed: beside those that count, what else is held something of."""
    aside = Section.ASIDE in report.edition.sections
    named = report.names()
    threads: dict[str, list[Comment]] = {}
    for comment in report.comments:
        threads.setdefault(comment.claim, []).append(comment)
    for claim in report.claims:
        thread = threads.get(claim.id, [])
        if claim.counts or (aside and (claim.held or claim.decisions or thread)):
            yield About(report, claim, {one.analyst.id: one for one in claim.held}, named, thread)


def _analysts(reports: Sequence[Report]) -> list[Analyst]:
    """Whoever holds something and may be named, each once, by name."""
    found = {
        one.analyst.id: one.analyst
        for report in reports
        for claim in report.claims
        for one in claim.held
        if one.analyst.name
    }
    return sorted(found.values(), key=lambda one: (one.name.casefold(), one.id))


def _result(terms: Terms) -> list[tuple[Column, Tells]]:
    t = terms.t

    def result(of: About) -> Cell:
        look = terms.look[of.claim.outcome]
        return Text(f"{look.glyph} {look.word}", look.name)

    def short(of: About) -> Cell:
        return text(record_words.lacking(of.report.beside.get(of.claim.id, NOTHING_BESIDE), t))

    def number(of: About) -> Cell:
        return None if of.claim.number is None else Number(of.claim.number)

    return [
        (Column(t("No."), 5, "claim", needed=True, mark="claims"), number),
        (Column(t("Result"), 16, needed=True), result),
        (Column(t("Claim"), 58, needed=True), lambda of: Text(of.claim.text)),
        (Column(t("Short of the rule"), 22), short),
    ]


def _decision(terms: Terms) -> list[tuple[Column, Tells]]:
    t = terms.t

    def who(of: About) -> Cell:
        return text(of.claim.decision.reviewer.name) if of.claim.decision else None

    def when(of: About) -> Cell:
        return moment(of.claim.decision.decision.decided) if of.claim.decision else None

    def why(of: About) -> Cell:
        return text(of.claim.decision.decision.reason) if of.claim.decision else None

    def overruled(of: About) -> Cell:
        found = of.claim.decision.overruled if of.claim.decision else ()
        return text(t.listed([one.name for one in found if one.name]))

    def again(of: About) -> Cell:
        stale = of.claim.decision is not None and of.claim.decision.stale
        return text(t("check again")) if stale else None

    def others(of: About) -> Cell:
        found = (
            _said(one.reviewer.name, terms.look[one.outcome].word) for one in of.claim.differing
        )
        return text("\n".join(found))

    return [
        (Column(t("Settled by"), 12), who),
        (Column(t("Settled (UTC)"), 12, "moment"), when),
        (Column(t("Reason"), 30), why),
        (Column(t("Overruled"), 12), overruled),
        (Column(t("Check again"), 12), again),
        (Column(t("Decided otherwise by"), 20), others),
    ]


def _record(t: Labels) -> list[tuple[Column, Tells]]:
    def each(say: Callable[[Held], str]) -> Tells:
        return lambda of: text(_together(of, say))

    def because(one: Held) -> str:
        return raised(record_words.because(one.assessment, t))

    def wording(one: Held) -> str:
        found = one.assessment.wording
        return f"{found.text} ({t(record_words.TAKEN[found.taken])})" if found else ""

    def flag(one: Held) -> str:
        return record_words.flagged(one.assessment.flag, t) if one.assessment.flag else ""

    def kind(one: Held) -> str:
        return t(one.assessment.type.value) if one.assessment.type else ""

    def source(of: About) -> Cell:
        return text(_together(of, lambda one: record_words.said_by(one, of.report, t)))

    def confirmed(of: About) -> Cell:
        found = any(one.assessment.confirmed for one in of.claim.held)
        return text(t("confirmed")) if found else None

    def reminders(of: About) -> Cell:
        found = of.report.beside.get(of.claim.id, NOTHING_BESIDE).reminders

        def said(one: Held) -> str:
            return " ".join(record_words.reminded(of, t) for of in found.get(one.analyst.id, ()))

        return text(_together(of, said))

    return [
        (Column(t("Why disputed"), 16), each(because)),
        (Column(t("Why not checkable"), 18), each(lambda one: one.assessment.why)),
        (Column(t("Said by"), 20), source),
        (Column(t("Attribution"), 12), confirmed),
        (Column(t("Pieces of evidence"), 10, "count"), _pieces),
        (Column(t("Proposed wording"), 40), each(wording)),
        (Column(t("Flag"), 20), each(flag)),
        (Column(t("Type"), 12), each(kind)),
        (Column(t("Reminders"), 28), reminders),
        (Column(t("Comments"), 40), lambda of: text("\n".join(_comments(of, t)))),
    ]


def _pieces(of: About) -> Cell:
    found = {linked.link.item for one in of.claim.held for linked in one.record.evidence}
    return Number(len(found)) if found else None


def _together(of: About, say: Callable[[Held], str]) -> str:
    """What they say, each once; who says it stands before it where they do not say the same."""
    said = [(one, found) for one in of.claim.held if (found := say(one))]
    if len({found for _, found in said}) <= 1:
        return said[0][1] if said else ""
    return "\n".join(_said(one.analyst.name, found) for one, found in said)


def _said(who: str, words: str) -> str:
    return f"{who}: {words}" if who else words


def _comments(of: About, t: Labels) -> Iterator[str]:
    for one in of.thread:
        who = of.named(one.analyst) if one.analyst else ""
        when = times.shown(one.written, t.language) if one.written else ""
        head = ", ".join(filter(None, (who, when)))
        said = one.text or t("taken back")
        yield f"{head}: {said}" if head else said


def _held(who: Analyst, terms: Terms) -> list[tuple[Column, Tells]]:
    """What one analyst holds, beside each other."""
    t = terms.t

    def found(of: About) -> Held | None:
        return of.held.get(who.id)

    def tag(of: About) -> Cell:
        one = found(of)
        if one is None or one.assessment.standing is Standing.UNTAGGED:
            return None
        look = terms.standing[one.assessment.standing]
        return Text(f"{look.glyph} {look.word}", look.name)

    def note(of: About) -> Cell:
        one = found(of)
        return text(one.assessment.note) if one else None

    def sure(of: About) -> Cell:
        one = found(of)
        return (
            text(t(SURE[one.assessment.confidence])) if one and one.assessment.confidence else None
        )

    def when(of: About) -> Cell:
        one = found(of)
        return moment(one.changed) if one else None

    return [
        (Column(t("{who}: tag", who=who.name), 16), tag),
        (Column(t("{who}: note", who=who.name), 30, mark="notes"), note),
        (Column(t("{who}: how sure", who=who.name), 10), sure),
        (Column(t("{who}: changed (UTC)", who=who.name), 12, "moment"), when),
    ]


def _unnamed(reports: Sequence[Report], terms: Terms) -> list[tuple[Column, Tells]]:
    """What is held by those whom a copy does not name: their tags, and a column a note."""
    t = terms.t

    def of_nobody(of: About) -> list[Held]:
        return [one for one in of.claim.held if not one.analyst.name]

    def tags(of: About) -> Cell:
        looks = [terms.standing[one.assessment.standing] for one in of_nobody(of)]
        held = dict.fromkeys(look for look in looks if look.outcome is not Outcome.UNTAGGED)
        said = ", ".join(f"{look.glyph} {look.word}" for look in held)
        return text(said) if len(held) > 1 else None  # one alone is the result

    def note(at: int) -> Tells:
        def tell(of: About) -> Cell:
            notes = [one.assessment.note for one in of_nobody(of) if one.assessment.note]
            return text(notes[at]) if at < len(notes) else None

        return tell

    most = max((len(claim.notes) for of in reports for claim in of.claims), default=0)
    notes = [Column(t("Note"), 32, mark="notes") for _ in range(most)]
    return [(Column(t("Held"), 18), tags), *((column, note(n)) for n, column in enumerate(notes))]


def _place(t: Labels) -> list[tuple[Column, Tells]]:
    def place(of: About) -> Cell:
        if of.claim.retired:
            return Text(t("earlier borders"))
        return Text(t("page furniture")) if of.claim.number is None else None

    return [
        (Column(t("Place"), 14, "muted"), place),
        (Column(t("Start"), 8, "count"), lambda of: Number(of.claim.span.start)),
        (Column(t("End"), 8, "count"), lambda of: Number(of.claim.span.end)),
    ]
