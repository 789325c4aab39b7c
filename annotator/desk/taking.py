"""What a claim gets of what its analyst holds of another one, as far as it makes sense there.

Another article has the same words (``twins_taking``), or a later version of the article has
them (``revising_carrying``): what is written is the same.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from annotator.desk.evidence_change import registers_of
from annotator.domain.article import NS, ArticleId, ClaimId, Span
from annotator.domain.assessment import (
    CONFIDENCE,
    EMPTY,
    RELATION,
    TYPE,
    WORDING,
    Assessment,
    Audience,
    fact_field,
    fact_span,
    relation_field,
)
from annotator.domain.attribution import NOTHING, Attribution, Quoted
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.edits.evidence import LinkEvidence
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import Item, Link, private_name
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.tags import Standing
from annotator.store.itemplaces import told_in
from annotator.store.library import Library

JUDGEMENT, CONFIRMED = "judgement", "confirmed"
JUDGING = (JUDGEMENT, CONFIRMED, CONFIDENCE)
NOTES = ("note", "note.me")
TAKEN = frozenset((JUDGEMENT, CONFIRMED, *NOTES, CONFIDENCE, TYPE, WORDING))
"""Registers that are taken over as they are, from whichever article."""


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that one person holds of one claim: registers by name, and the record."""

    fields: Mapping[str, Json] = field(default_factory=dict)
    assessment: Assessment = EMPTY
    record: Record = NO_RECORD


NOTHING_HELD = Held()


@dataclass(frozen=True)
class Place:
    """A claim where it stands; ``words`` gives any stretch of its article's text."""

    article: ArticleId
    claim: ClaimId
    span: Span
    words: Callable[[Span], str]

    @cached_property
    def text(self) -> str:
        return self.words(self.span)


@dataclass(frozen=True)
class Taking:
    """A claim and what is held of it, and the one whose record it gets.

    ``registers`` are those that are taken as they are. ``claims`` are other claims of the
    source's article and those here that they are: what names one of them names that one.
    ``seen``: whose tags the judgement is to say it was given after. ``fills``: what the claim
    holds already stays, and where it was judged it is not judged otherwise.
    """

    place: Place
    held: Held
    source: Place
    given: Held
    registers: frozenset[str] = TAKEN
    claims: Mapping[ClaimId, ClaimId] = field(default_factory=dict)
    seen: tuple[str, ...] = ()
    fills: bool = False

    @cached_property
    def same(self) -> bool:
        """Whether both say exactly the same."""
        return self.place.text == self.source.text

    @property
    def shift(self) -> int:
        return self.place.span.start - self.source.span.start

    def owns(self) -> Iterator[Own]:
        """The registers to write: what the claim does not hold yet of what is taken over."""
        for name, value in sorted(self.given.fields.items()):
            wanted, given = self._suiting(name, value)
            if wanted == JUDGEMENT and isinstance(given, dict):
                given = given | {"seen": list(self.seen)}
            stands = self.held.fields.get(wanted)
            if wanted and given not in (None, "") and stands != given and self._may(wanted, stands):
                yield Own("claim", self.place.claim, wanted, given)

    def _may(self, name: str, stands: Json) -> bool:
        """Whether the register may be written."""
        if not self.fills:
            return True
        judged = self.held.assessment.standing is not Standing.UNTAGGED
        return stands in (None, "") and not (judged and name in JUDGING)

    def _suiting(self, name: str, value: Json) -> tuple[str, Json]:
        """The register of the claim that this one of the other makes sense in; "" for none."""
        span = fact_span(name)
        if span is not None:
            moved = Span(span.start + self.shift, span.end + self.shift)
            return (fact_field(moved) if self.same else "", value)
        head, _, other = name.partition(" ")
        if head == RELATION:
            here = self.claims.get(ClaimId(other))
            return (relation_field(here) if here else "", value)
        if name == JUDGEMENT and isinstance(value, dict):
            return name, self._against(value)
        if name in NOTES and (self.held.assessment.note or self._note not in ("", name)):
            return "", None
        if name == WORDING and not self.same:
            return "", None
        return (name if name in self.registers else "", value)

    @property
    def _note(self) -> str:
        """The register of the note that counts, where a hand-made library has both."""
        both = all(self.given.fields.get(name) for name in NOTES)
        private = self.given.assessment.audience is Audience.ME
        return private_name("note", private) if both else ""

    def _against(self, judgement: Mapping[str, Json]) -> dict[str, Json]:
        """A judgement with what speaks against it: evidence, or the claim here that it is."""
        against = text_or_empty(judgement.get("against"))
        items = {one.link.item for one in self.given.record.evidence}
        kept = {name: value for name, value in judgement.items() if name != "against"}
        named = against if against in items else self.claims.get(ClaimId(against), "")
        return kept | ({"against": named} if named else {})

    def attributions(self, *, known: bool = False) -> Iterator[Attribution]:
        """The attributions whose source this claim names too, in the order they were made.

        ``known``: they get the same ids wherever this is done; else each time others.
        """
        there = {replace(one, id="") for one in self.held.record.attributions}
        copies = [
            (one.id, copy)
            for one in self.given.record.attributions
            if (copy := self._copy(one)) is not None and copy not in there
        ]
        # Of one edit they stand in the order of their ids.
        ids = (
            uuid.uuid5(NS, f"{self.place.claim} {old}") if known else uuid.uuid4()
            for old, _ in copies
        )
        for key, (_, copy) in zip(sorted(map(str, ids)), copies, strict=True):
            yield replace(copy, id=key)

    def _copy(self, one: Attribution) -> Attribution | None:
        source = self._quoted(one.source)
        if not source.text:
            return None
        named = None if one.named_in is None else self.claims.get(one.named_in)
        return replace(
            one,
            id="",
            claim=self.place.claim,
            source=source,
            cue=self._quoted(one.cue),
            content=self._quoted(one.content),
            named_in=named,
        )

    def _quoted(self, quoted: Quoted) -> Quoted:
        """The words where they stand in this claim; what was only typed stays as it is."""
        if quoted.span is None:
            return quoted
        if self.same:
            moved = Span(quoted.span.start + self.shift, quoted.span.end + self.shift)
            within = self.place.span.start <= moved.start and moved.end <= self.place.span.end
            if within or self.place.words(moved) == self.source.words(quoted.span):
                return Quoted(quoted.text, moved)
            return Quoted(quoted.text)  # in another sentence, which stands elsewhere here
        at = self.place.text.find(quoted.text)
        if at < 0:
            return NOTHING
        start = self.place.span.start + at
        return Quoted(quoted.text, Span(start, start + len(quoted.text)))


def serving(library: Library, me: str, takings: Iterable[Taking]) -> Iterator[LinkEvidence]:
    """The items serve these claims as they serve the others; they go into their articles too."""
    items: dict[str, Item] = {}
    served: dict[str, dict[tuple[ArticleId, ClaimId], Link]] = {}
    for taking in takings:
        linked = {one.link.item for one in taking.held.record.evidence}
        for one in taking.given.record.evidence:
            if one.item is not None and one.item.id not in linked:
                items[one.item.id] = one.item
                place = (taking.place.article, taking.place.claim)
                served.setdefault(one.item.id, {})[place] = one.link
    for key, links in served.items():
        new: tuple[ArticleId, ...] = ()
        if items[key].owner == me:
            new = tuple(sorted({article for article, _ in links} - told_in(library, me, key)))
        registers = registers_of(items[key]) if new else {}
        yield LinkEvidence(key, links, registers, new)
