"""What leaves the library: one article with everything that is said and decided of its claims.

Every exporter is a function from a ``Report`` to bytes. Nothing whose audience is
*me* is ever in one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from annotator.domain.article import Article, ClaimId, Passage, Span
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.attribution import Attribution
from annotator.domain.beside import Beside
from annotator.domain.decision import Decision
from annotator.domain.edition import EDITORS_COPY, Edition, Withheld
from annotator.domain.edits.form import Edit
from annotator.domain.enclosed import Hyperlink
from annotator.domain.evidence import Item
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.review import ArticleStage, Drawn, Pass, Revision, Stage, digest
from annotator.domain.tags import STANDINGS, Standing, Tag
from annotator.domain.threads import Comment


class Outcome(StrEnum):
    """The result of one claim: what was decided, else a standing that all share, or open."""

    UNTAGGED = "untagged"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    UNATTRIBUTED = "unattributed"
    ON_SOURCE = "on-source"
    NOT_CHECKABLE = "not-checkable"
    OPEN = "open"

    @property
    def standing(self) -> Standing | None:
        """The standing it is drawn as; None when it is open."""
        return _STANDING.get(self.value)


_STANDING = {row.word: row.standing for row in STANDINGS}
_OUTCOME = {row.standing: Outcome(row.word) for row in STANDINGS}


@dataclass(frozen=True, slots=True)
class Held:
    """What one analyst holds of the claim, and when it was last changed (microseconds).

    ``judged`` is the judgement's place in the total order (microseconds), 0 without one.
    """

    analyst: Analyst
    assessment: Assessment
    changed: int
    record: Record = NO_RECORD
    judged: int = 0


@dataclass(frozen=True, slots=True)
class Ruled:
    """What one reviewer decided of the claim.

    ``stale``: somebody judges this claim otherwise now than when it was decided.
    ``overruled`` are those who held something else than what was decided.
    """

    reviewer: Analyst
    decision: Decision
    stale: bool = False
    overruled: tuple[Analyst, ...] = ()

    @property
    def outcome(self) -> Outcome:
        return _OUTCOME[self.decision.outcome]

    @property
    def party(self) -> bool:
        """Whether the reviewer held one of the tags that differed: a reader has to know."""
        here = self.decision.over.get(self.reviewer.id)
        there = any(self.reviewer.id in held for held in self.decision.elsewhere.values())
        return bool(self.decision.overruled()) and (here is not None or there)


def ruled(
    decisions: Iterable[Decision], held: Mapping[str, Standing], named: Callable[[str], Analyst]
) -> tuple[Ruled, ...]:
    """The decisions of one claim, the last one first: that one is the claim's.

    ``held``: analyst → how the claim stands now, for everybody. A decision is stale by what is
    held of this very claim. What was said of a claim of another text that was matched with it
    is in that text's report, and a reader of this one could not check it.
    """
    return tuple(
        Ruled(
            named(decision.reviewer),
            decision,
            decision.stale(held),
            tuple(map(named, decision.overruled())),
        )
        for decision in sorted(decisions, key=lambda one: one.order, reverse=True)
    )


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """One claim, live or retired, what everybody holds of it, and what was decided.

    ``number`` is 0 for the title, None for furniture and for retired claims. Of the
    decisions the last one comes first, and is the claim's. ``printed`` is the result where what it
    follows from was left out (a public copy); None where it follows from what is here.
    """

    id: ClaimId
    number: int | None
    span: Span
    text: str
    retired: bool
    held: tuple[Held, ...]
    decisions: tuple[Ruled, ...] = ()
    printed: Outcome | None = None

    @property
    def decision(self) -> Ruled | None:
        """The one that stands."""
        return self.decisions[0] if self.decisions else None

    @property
    def differing(self) -> tuple[Ruled, ...]:
        """What other reviewers decided otherwise."""
        return tuple(one for one in self.decisions if one.outcome is not self.decisions[0].outcome)

    @property
    def outcome(self) -> Outcome:
        """The decision; without one, what all who judged it share; open where they differ."""
        if self.printed is not None:
            return self.printed
        if self.decisions:
            return self.decisions[0].outcome
        return shared_outcome(held.assessment for held in self.held)

    @property
    def items(self) -> Iterator[Item]:
        """The evidence that serves it, whoever says so; an item may come more than once."""
        for held in self.held:
            for one in held.record.evidence:
                if one.item is not None:
                    yield one.item

    @property
    def notes(self) -> tuple[Held, ...]:
        return tuple(held for held in self.held if held.assessment.note)

    @property
    def counts(self) -> bool:
        """Whether it is a claim in the lists and counts: live and no furniture."""
        return not self.retired and self.number is not None

    def without(self, hidden: Set[str]) -> ReportClaim:
        """The claim as somebody sees it who does not want to see these analysts."""
        return replace(
            self,
            held=tuple(one for one in self.held if one.analyst.id not in hidden),
            decisions=tuple(
                replace(one, overruled=tuple(who for who in one.overruled if who.id not in hidden))
                for one in self.decisions
                if one.reviewer.id not in hidden
            ),
        )


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One row of the table of agreement, such as a pair of analysts, or all of them.

    ``agreed`` of ``of`` claims were judged alike; None where more than two are measured at
    once, and agreeing is a share. The others are figures as they are to be printed, or why
    there is none: "undefined, because only one tag was used".
    """

    label: str
    agreed: int | None
    of: int
    percent: str
    kappa: str = ""
    alpha: str = ""
    ac1: str = ""


@dataclass(frozen=True)
class Report:
    """One article as an export shows it.

    ``claims`` are sorted by (start, longer first): live ones, and retired ones of
    which somebody holds, decided or said something. ``analysts`` are those who are named in
    it; in what is written for machines, those who wrote something that is in it.
    ``log`` holds the headers and the parts that are not private, in the total order;
    it is empty in what is written for readers. Times are microseconds since 1970, UTC;
    ``made_at`` and ``maker`` belong to the run and are left out of the canonical JSON.
    Persons are meant wherever an analyst's id stands, but for the log, which holds the ids that wrote.

    ``changes`` counts the claims that stand otherwise than when the article was settled;
    ``blind`` are those who asked for a blind check; ``first_tag`` is when the first
    judgement was made that counts; ``carried`` counts the claims of which all that is judged came
    from an earlier version, and was not judged anew. ``veiled``: the maker's own pass is blind and a draft
    still, so nothing of colleagues was read. ``agreement`` are sentences, ``figures`` the
    table that goes with them. ``sources``: source id → the name given to that source.
    ``beside``: what is worked out for readers of single claims. ``edition``: the form in which it
    leaves; what that withholds was taken out already (``domain/publishing.py``). ``original`` are
    the bytes that the article came in as, for formats that are made of them, else empty. ``links`` are those
    of the article's text, as they came in.
    """

    article: Article
    passages: tuple[Passage, ...]
    claims: tuple[ReportClaim, ...]
    analysts: tuple[Analyst, ...]
    log: tuple[Edit, ...]
    made_at: int
    maker: str
    comments: tuple[Comment, ...] = ()
    passes: Mapping[str, Pass] = field(default_factory=dict)
    stage: Stage = field(default_factory=Stage)
    changes: int = 0
    revisions: tuple[Revision, ...] = ()
    draws: tuple[Drawn, ...] = ()
    blind: tuple[str, ...] = ()
    first_tag: int | None = None
    carried: int = 0
    veiled: bool = False
    agreement: tuple[str, ...] = ()
    figures: tuple[AgreementLine, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[ClaimId, Beside] = field(default_factory=dict)
    edition: Edition = EDITORS_COPY
    links: tuple[Hyperlink, ...] = ()
    original: bytes = b""

    @cached_property
    def _said(self) -> Mapping[str, Mapping[ClaimId, Attribution]]:
        found: dict[str, dict[ClaimId, Attribution]] = {}
        for claim in self.claims:
            for one in claim.held:
                for said in one.record.attributions[:1]:
                    found.setdefault(one.analyst.id, {})[claim.id] = said
        return found

    def first_said(self, analyst: str) -> Mapping[ClaimId, Attribution]:
        """Claim → the first attribution that the analyst has of it."""
        return self._said.get(analyst, {})

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The evidence that serves any of its claims, each item once, by id."""
        found = {(item.id, item.owner): item for claim in self.claims for item in claim.items}
        return tuple(item for _, item in sorted(found.items()))

    @property
    def counted(self) -> tuple[ReportClaim, ...]:
        """T and the numbered claims."""
        return tuple(claim for claim in self.claims if claim.counts)

    def counts(self) -> dict[Outcome, int]:
        """How many of the counted claims have each outcome."""
        counted = [claim.outcome for claim in self.counted]
        return {outcome: counted.count(outcome) for outcome in Outcome}

    def names(self) -> Callable[[str], str]:
        """Says what a person is called: the beginning of the id where nobody said so.

        Nothing in a copy without names.
        """
        known = {analyst.id: analyst.name for analyst in self.analysts}
        if self.edition.withholds(Withheld.NAMES):
            return lambda person: known.get(person, "")
        return lambda person: known.get(person) or person[:8]


def verifying(claim: ReportClaim) -> tuple[Held, ...]:
    """Who verified it; where nobody did, everybody."""
    return tuple(one for one in claim.held if one.assessment.tag is Tag.VERIFIED) or claim.held


def together(held: Iterable[Held]) -> Record:
    """What several recorded of a claim, as one record."""
    records = [one.record for one in held]
    return Record(
        tuple(one for record in records for one in record.evidence),
        tuple(one for record in records for one in record.attributions),
    )


def standings(held: Iterable[Held]) -> dict[str, Standing]:
    """Analyst → how the claim stands."""
    return {one.analyst.id: one.assessment.standing for one in held}


def carried_count(claims: Iterable[ReportClaim], carryings: Iterable[tuple[int, int]]) -> int:
    """How many claims are judged by nothing but what was carried to them from another version.

    ``carryings`` are the edits that carried, by their places in the total order and clocks.
    """
    places, clocks = set[int](), set[int]()
    for place, clock in carryings:
        places.add(place)
        clocks.add(clock)

    def came(one: Held) -> bool:
        return one.judged in places or (not one.judged and one.changed in clocks)

    live = (claim.held for claim in claims if not claim.retired) if places else ()
    judged = (
        [one for one in held if one.assessment.standing is not Standing.UNTAGGED] for held in live
    )
    return sum(bool(held) and all(map(came, held)) for held in judged)


def changes_since(stage: Stage, claims: Iterable[ReportClaim]) -> int:
    """How many claims stand otherwise than when the article was settled; 0 where it is not."""
    if stage.stage is not ArticleStage.SETTLED:
        return 0
    now = {}
    for claim in claims:
        if not claim.retired:
            judged = () if claim.number is None else claim.held  # furniture is judged by nobody
            decided = claim.decision.decision.outcome if claim.decision else None
            now[str(claim.id)] = digest(standings(judged), decided)
    return stage.changed_since({claim: text for claim, text in now.items() if text})


def shared_outcome(assessments: Iterable[Assessment]) -> Outcome:
    """The standing that all who judged share, "untagged" where nobody did, else open."""
    standings = {held.standing for held in assessments} - {Standing.UNTAGGED}
    if not standings:
        return Outcome.UNTAGGED
    if len(standings) > 1:
        return Outcome.OPEN
    return _OUTCOME[standings.pop()]


def claims_name(report: Report) -> str:
    """What is in it, in words: "48 claims and the title"."""
    return counted_name([claim.number for claim in report.counted])


def counted_name(numbers: Sequence[int | None]) -> str:
    """Claims in words; the title has no number and is named apart."""
    count = sum(1 for number in numbers if number)
    words = "1 claim" if count == 1 else f"{count} claims"
    return f"{words} and the title" if 0 in numbers else words
