"""What a report works out for its readers of the record: reminders, wordings, what falls short."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Assessment
from annotator.domain.attribution import source_of
from annotator.domain.beside import Beside, Pieces
from annotator.domain.contradictions import contradictions
from annotator.domain.reminder_rules import SHORT_OF_RULE
from annotator.domain.reminders import Around, Reminder, is_short, reminders
from annotator.domain.report import Held, Outcome, Report, ReportClaim, together, verifying
from annotator.domain.tags import Tag
from annotator.store.evidence_then import changed_since
from annotator.store.recorded import NOBODY
from annotator.store.reminding import Kept
from annotator.text.facts import facts
from annotator.text.rewording import changed_words

SHORT = Reminder("short", SHORT_OF_RULE.text, "", SHORT_OF_RULE)
"""Where the claim falls short and no single rule has anything to say."""

Against = Mapping[str, Mapping[ClaimId, tuple[int, ...]]]
"""Analyst → claim → the numbers of the claims that contradict it."""

Changed = Mapping[str, Mapping[ClaimId, frozenset[str]]]
"""Analyst → claim → the items that say something else than when it was judged."""


def with_record(library: OpenLibrary, report: Report) -> Report:
    """The report with what there is to say beside its claims."""
    maker = _Maker(report, _contradicting(report), _changed(library, report))
    beside = {claim.id: made for claim in report.counted if (made := maker.beside(claim))}
    return replace(report, beside=beside)


class _Maker:
    def __init__(self, report: Report, against: Against, changed: Changed) -> None:
        self._report = report
        self._against = against
        self._changed = changed

    def beside(self, claim: ReportClaim) -> Beside | None:
        """None where there is nothing to say."""
        said = {one.analyst.id: found for one in claim.held if (found := self._said(claim, one))}
        wordings = {one.analyst.id: pieces for one in claim.held if (pieces := _pieces(claim, one))}
        short = self._short(claim) if claim.outcome is Outcome.VERIFIED else None
        if not (said or wordings or short):
            return None
        return Beside(said, wordings, short.sentence if short else "", short)

    def _said(self, claim: ReportClaim, one: Held) -> tuple[Reminder, ...]:
        if one.assessment.empty and one.record.empty:
            return ()
        who, article = one.analyst.id, self._report.article
        ticked = one.assessment.facts
        around = Around(
            one.judged,
            self._report.sources,
            [of.span for of in facts(article.text, claim.span, article.language or None)]
            if ticked
            else (),
            self._against.get(who, {}).get(claim.id, ()),
            self._changed.get(who, {}).get(claim.id, frozenset()),
            first=self._report.first_said(who),
            named=self._named(claim),
        )
        return reminders(one.assessment, one.record, around)

    def _named(self, claim: ReportClaim) -> frozenset[str]:
        """Whom anybody found the article to name as the source of the claim."""
        return frozenset(
            name
            for held in claim.held
            for one in held.record.attributions
            for name in (source_of(one, self._report.first_said(held.analyst.id)), *one.via)
        )

    def _short(self, claim: ReportClaim) -> Reminder | None:
        """By the evidence of all who verified it, together; where nobody did, of everybody."""
        alike = verifying(claim)
        numbers = {
            number
            for one in alike
            for number in self._against.get(one.analyst.id, {}).get(claim.id, ())
        }
        around = Around(
            sources=self._report.sources,
            contradicted_by=sorted(numbers),
            named=self._named(claim),
        )
        held, record = Assessment(tag=Tag.VERIFIED), together(alike)
        if not is_short(held, record, around):
            return None
        return next(iter(reminders(held, record, around)), SHORT)


def _pieces(claim: ReportClaim, one: Held) -> Pieces:
    wording = one.assessment.wording
    return changed_words(claim.text, wording.text) if wording else ()


def _contradicting(report: Report) -> Against:
    held: dict[str, dict[ClaimId, Assessment]] = {}
    for claim in report.claims:
        for one in claim.held:
            held.setdefault(one.analyst.id, {})[claim.id] = one.assessment
    numbers = {claim.id: claim.number for claim in report.counted if claim.number is not None}
    return {
        who: {
            claim: tuple(numbers[other] for other in others if other in numbers)
            for claim, others in contradictions(of).items()
        }
        for who, of in held.items()
    }


def _changed(library: OpenLibrary, report: Report) -> Changed:
    kept: dict[str, dict[ClaimId, Kept]] = {}
    for claim in report.claims:
        for one in claim.held:
            if one.record.evidence:
                of = Kept(one.assessment, one.record, one.judged)
                kept.setdefault(one.analyst.id, {})[claim.id] = of
    with library.store.reading():
        return {who: changed_since(library.store, who, of, NOBODY) for who, of in kept.items()}
