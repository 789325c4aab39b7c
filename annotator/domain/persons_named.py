"""Every place of a report where a person stands: who is named in it, and other names for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from annotator.domain.assessment import Analyst
from annotator.domain.beside import Beside
from annotator.domain.decision import Decision
from annotator.domain.evidence import Linked
from annotator.domain.record import Record
from annotator.domain.report import Held, Report, ReportClaim, Ruled
from annotator.domain.review import Pass
from annotator.domain.wording import letter

Named = Callable[[str], Analyst]
"""Person's id → who that is from now on."""

T = TypeVar("T")

_BEGINNING = 8
"""Characters of an id that agreement has behind a name which two share."""

_PAIR = re.compile(r"([A-Z]+) and ([A-Z]+):")
"""How a row of agreement begins that is about two persons, when they are letters."""


def mentioned(report: Report) -> Iterator[str]:
    """The ids of the persons in it, but for those in what is measured; "" where one is not known."""
    for claim in report.claims:
        for held in claim.held:
            yield held.analyst.id
            yield from held.assessment.seen
        yield from (item.owner for item in claim.items)
        for ruling in claim.decisions:
            yield from (ruling.reviewer.id, *ruling.decision.over)
            yield from (one.id for one in ruling.overruled)
            for others in ruling.decision.elsewhere.values():
                yield from others
    yield from (comment.analyst for comment in report.comments)
    for analyst, one in report.passes.items():
        yield from (analyst, one.answered_by)
    yield from (report.stage.analyst, *report.blind)
    yield from (revision.analyst for revision in report.revisions)
    yield from (drawn.analyst for drawn in report.draws)


def lettered(report: Report) -> dict[str, str]:
    """Person → letter, by the order of their first judgements; who made none comes last."""
    first: dict[str, int] = {}
    for claim in report.claims:
        for held in claim.held:
            if held.judged:
                who = held.analyst.id
                first[who] = min(first.get(who, held.judged), held.judged)
    known = dict.fromkeys((*(one.id for one in report.analysts), *mentioned(report)))
    known.pop("", None)
    order = sorted(known, key=lambda who: (who not in first, first.get(who, 0)))
    return {who: letter(n) for n, who in enumerate(order)}


def with_pseudonyms(report: Report) -> Report:
    """The report in which analysts are called A, B, C …, and go by these as ids too.

    The log is not in it, for that holds the ids that wrote. What somebody wrote in a note is left
    as it is.
    """
    letters = lettered(report)
    found = renamed(report, lambda who: Analyst(letters.get(who, ""), letters.get(who, "")))
    known = [(one.name, letters[one.id]) for one in report.analysts]
    return replace(
        measured_as(found, report.analysts, letters),
        claims=tuple(map(_by_letters, found.claims)),
        analysts=tuple(sorted(found.analysts, key=lambda one: _rank(one.id))),
        log=(),
        maker=_only(known, report.maker),
        article=replace(found.article, imported_by=_only(known, report.article.imported_by)),
        stage=replace(found.stage, digests=None),
    )


def _by_letters(claim: ReportClaim) -> ReportClaim:
    """The claim with what people hold of it in the order of their letters, not of their ids."""
    held = sorted(claim.held, key=lambda one: _rank(one.analyst.id))
    return replace(claim, held=tuple(held))


def nameless(report: Report) -> Report:
    """The report in which nobody has a name or an id, but for who holds what of one claim.

    What several hold was merged (``publishing_held``), so that those ids tell nobody.
    """
    letters = {one.id: letter(n) for n, one in enumerate(report.analysts)}
    alone = {held.analyst.id for claim in report.claims for held in claim.held}
    found = renamed(report, lambda who: Analyst(who if who in alone else "", ""))
    found = measured_as(found, report.analysts, letters)
    return replace(found, analysts=(), log=(), maker="")


def measured_as(report: Report, analysts: Iterable[Analyst], letters: Mapping[str, str]) -> Report:
    """The report whose agreement is between letters, not between these analysts."""
    spoken: dict[str, str] = {}
    for one in analysts:
        letter = letters[one.id]
        spoken.setdefault(one.name, letter)
        spoken[f"{one.name} ({one.id[:_BEGINNING]})"] = letter
        spoken[f"{one.name} ({one.id})"] = letter
    spoken.pop("", None)
    if not spoken:
        return report
    any_name = "|".join(map(re.escape, sorted(spoken, key=len, reverse=True)))
    names = re.compile(rf"(?<!\w)({any_name})(?: and ({any_name}))?(?!\w)")

    def said(text: str) -> str:
        return names.sub(
            lambda found: " and ".join(
                sorted((spoken[one] for one in found.groups() if one), key=_rank)
            ),
            text,
        )

    lines = tuple(replace(of, label=said(of.label)) for of in report.figures)
    return replace(
        report,
        agreement=_as_letters_go(tuple(map(said, report.agreement)), str),
        figures=_as_letters_go(lines, lambda of: f"{of.label}:"),
    )


def _rank(letters: str) -> tuple[int, str]:
    """A, B, … Z, AA, AB: where letters stand among others."""
    return len(letters), letters


def _as_letters_go(rows: tuple[T, ...], told: Callable[[T], str]) -> tuple[T, ...]:
    """The rows, those of two persons by their letters: they came in the order of the names."""
    pairs = [_PAIR.match(told(one)) for one in rows]
    found = [((_rank(pair[1]), _rank(pair[2])), n) for n, pair in enumerate(pairs) if pair]
    ordered = iter([rows[n] for _, n in sorted(found)])
    return tuple(next(ordered) if pairs[n] else one for n, one in enumerate(rows))


def renamed(report: Report, named: Named) -> Report:
    """The report in which each person is who ``named`` says, wherever an id stands but in the log."""

    def called(who: str) -> str:
        return named(who).id if who else ""

    return replace(
        report,
        claims=tuple(_claim(claim, named) for claim in report.claims),
        analysts=tuple(named(one.id) for one in report.analysts),
        comments=tuple(replace(one, analyst=called(one.analyst)) for one in report.comments),
        passes={called(who): _pass(one, called) for who, one in report.passes.items()},
        stage=replace(report.stage, analyst=called(report.stage.analyst)),
        revisions=tuple(replace(one, analyst=called(one.analyst)) for one in report.revisions),
        draws=tuple(replace(one, analyst=called(one.analyst)) for one in report.draws),
        blind=tuple(sorted(map(called, report.blind))),
        beside={claim: _beside(of, called) for claim, of in report.beside.items()},
    )


def _claim(claim: ReportClaim, named: Named) -> ReportClaim:
    return replace(
        claim,
        held=tuple(_held(one, named) for one in claim.held),
        decisions=tuple(_ruled(one, named) for one in claim.decisions),
    )


def _held(one: Held, named: Named) -> Held:
    seen = tuple(sorted(named(who).id for who in one.assessment.seen))
    assessment = replace(one.assessment, seen=seen) if seen else one.assessment
    evidence = tuple(_linked(of, named) for of in one.record.evidence)
    record = Record(evidence, one.record.attributions) if evidence else one.record
    return replace(one, analyst=named(one.analyst.id), assessment=assessment, record=record)


def _linked(one: Linked, named: Named) -> Linked:
    if one.item is None:
        return one
    return Linked(one.link, replace(one.item, owner=named(one.item.owner).id))


def _ruled(one: Ruled, named: Named) -> Ruled:
    return replace(
        one,
        reviewer=named(one.reviewer.id),
        decision=_decision(one.decision, named),
        overruled=tuple(named(who.id) for who in one.overruled),
    )


def _decision(one: Decision, named: Named) -> Decision:
    return replace(
        one,
        reviewer=named(one.reviewer).id,
        over={named(who).id: held for who, held in one.over.items()},
        elsewhere={
            claim: {named(who).id: held for who, held in others.items()}
            for claim, others in one.elsewhere.items()
        },
    )


def _pass(one: Pass, called: Callable[[str], str]) -> Pass:
    return replace(one, answered_by=called(one.answered_by))


def _beside(of: Beside, called: Callable[[str], str]) -> Beside:
    return replace(
        of,
        reminders={called(who): said for who, said in of.reminders.items()},
        wordings={called(who): pieces for who, pieces in of.wordings.items()},
    )


def _only(known: Iterable[tuple[str, str]], name: str) -> str:
    """The letter of the one person of this name; "" where none or several are called so."""
    found = {letter for called, letter in known if called == name}
    return found.pop() if len(found) == 1 else ""
