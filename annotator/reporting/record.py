"""What a report says of a claim's record: attribution, evidence, wording, reminders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.domain.assessment import Assessment, Relation
from annotator.domain.beside import NOTHING_BESIDE
from annotator.domain.evidence import Item, Linked, Stance
from annotator.domain.reminder_rules import Around, Looked
from annotator.domain.report import Held, Report, ReportClaim
from annotator.domain.wording import raised
from annotator.reporting import record_words, words
from annotator.reporting.words import Terms, terms_of

STANCES = {
    Stance.SUPPORTS: ("Supports", "verified"),
    Stance.CONTRADICTS: ("Contradicts", "disputed"),
    Stance.CONTEXT: ("Context", ""),
}
"""A stance as a label, and the name of the look it is drawn with."""


SURE = {1: "not very sure", 2: "fairly sure", 3: "very sure"}

RELATED = {
    Relation.SAME: "says the same as {claim}",
    Relation.CONTRADICTS: "contradicts {claim}",
    Relation.DEPENDS_ON: "depends on {claim}",
}


class EvidenceView(NamedTuple):
    """One item with what it says of the claim; ``key`` ends its id in the list of evidence.

    ``address`` is a link or empty, ``site`` how it is printed; ``direction`` is the quotation's.
    """

    stance: str
    look: str
    name: str
    key: str
    grade: str
    address: str
    site: str
    about: str
    quote: str
    direction: str
    locator: str


class SaidView(NamedTuple):
    """Who the article says it from, whether that was confirmed, and what shows it.

    ``says``: "Said by ISNA: confirmed", ``content_says``: "Content: not checked.".
    """

    who: str
    confirmed: bool
    content: str
    shown: tuple[EvidenceView, ...]
    says: str
    content_says: str


class RecordView(NamedTuple):
    """What one analyst recorded of a claim, and what there is to remind of.

    ``wording`` is the end of the id of the proposed wording, ``more`` whatever else is held.
    """

    said: SaidView | None
    evidence: tuple[EvidenceView, ...]
    because: str
    wording: str
    more: str
    flag: str
    reminders: tuple[str, ...]


class Known(NamedTuple):
    """What is printed of an item wherever it stands; ``key`` ends its id in the list."""

    key: str
    address: str
    site: str
    about: tuple[str, ...]


NOTHING_KNOWN = Known("", "", "", ())

NO_RECORD = RecordView(None, (), "", "", "", "", ())


class RecordViews:
    """Makes them for the claims of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.terms: Terms = terms_of(report.edition)
        self._t = self.terms.t
        self._known: dict[tuple[str, str], Known] = {}
        self._beside = report.beside
        self._numbers = {claim.id: claim.number for claim in report.counted}
        self.items = {(item.id, item.owner): str(n) for n, item in enumerate(report.items, 1)}
        proposed = (
            (claim.id, one.analyst.id)
            for claim in report.counted
            for one in claim.held
            if one.assessment.wording
        )
        self.wordings = {whose: str(n) for n, whose in enumerate(proposed, 1)}

    def of(self, claim: ReportClaim, held: Held) -> RecordView:
        found, record, who = held.assessment, held.record, held.analyst.id
        beside = self._beside.get(claim.id, NOTHING_BESIDE)
        own = self._own(held) if record.attributions else []
        view = RecordView(
            self._said(held, own),
            tuple(self._evidence(one) for one in record.evidence if one not in own),
            record_words.because(found, self._t),
            self.wordings.get((claim.id, who), ""),
            raised(" · ".join(self._more(claim, found))),
            record_words.flagged(found.flag, self._t) if found.flag else "",
            tuple(record_words.reminded(one, self._t) for one in beside.reminders.get(who, ())),
        )
        return view if any(view) else NO_RECORD

    def short(self, claim: ReportClaim) -> str:
        """What it falls short of the rule by, in a sentence; empty where it does not."""
        return record_words.lacking(self._beside.get(claim.id, NOTHING_BESIDE), self._t)

    def _own(self, held: Held) -> list[Linked]:
        """The evidence that comes from the very source that the article names."""
        first = self._report.first_said(held.analyst.id)
        around = Around(sources=self._report.sources, first=first)
        looked = Looked(held.assessment, held.record, around)
        return [one for one in held.record.evidence if looked.is_own(one)]

    def _said(self, held: Held, own: list[Linked]) -> SaidView | None:
        found, said = held.assessment, held.record.attributions
        if not (found.confirmed or said):
            return None
        t, who = self._t, record_words.said_by(held, self._report, self._t)
        state = t("confirmed") if found.confirmed else t("not confirmed")
        content = record_words.content(found, t)
        return SaidView(
            who,
            found.confirmed,
            content,
            tuple(self._evidence(one, publisher=False) for one in own),
            t("Said by {who}: {state}", who=who, state=state)
            if who
            else t("Said: {state}", state=state),
            t("Content: {content}.", content=content),
        )

    def _evidence(self, one: Linked, *, publisher: bool = True) -> EvidenceView:
        stance, look = STANCES[one.link.stance]
        known = self.known(one.item) if one.item else NOTHING_KNOWN
        own = "" if publisher or one.item is None else one.item.publisher
        return EvidenceView(
            self._t(stance),
            look,
            record_words.item_name(one, self._t),
            known.key,
            record_words.grade(one),
            known.address,
            known.site,
            " · ".join(said for said in known.about if said != own),
            one.link.quote,
            words.direction(one.link.quote),
            one.link.locator,
        )

    def known(self, item: Item) -> Known:
        """What the report prints of an item, worked out once however many claims it serves."""
        whose = item.id, item.owner
        if whose not in self._known:
            self._known[whose] = Known(
                self.items[whose],
                words.web_address(item.url),
                record_words.site(item.url),
                tuple(record_words.about(item, self._t)),
            )
        return self._known[whose]

    def _more(self, claim: ReportClaim, found: Assessment) -> Iterator[str]:
        if found.confidence:
            yield self._t(SURE[found.confidence])
        if found.type:
            yield self._t("type: {type}", type=self._t(found.type.value))
        for relation, other in found.relations:
            if other in self._numbers:
                name = self.terms.ref(self._numbers[other]).name
                yield self._t(RELATED[relation], claim=name)
        if found.wording and not claim.counts:  # those that count stand in a list of their own
            yield self._t("proposed: {wording}", wording=found.wording.text)
