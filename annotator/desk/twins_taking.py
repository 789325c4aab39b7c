"""Taking over what one holds of a claim that stands in another article: ordinary edits, all at once."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotator.desk.evidence_change import registers_of
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import (
    CONFIDENCE,
    EMPTY,
    TYPE,
    WORDING,
    Assessment,
    fact_field,
    fact_span,
)
from annotator.domain.attribution import NOTHING, Attribution, Quoted
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Act
from annotator.domain.edits.attributing import SetAttribution
from annotator.domain.edits.evidence import LinkEvidence
from annotator.domain.edits.notes import TakeOver
from annotator.domain.edits.writes import Own
from annotator.domain.errors import AnnotatorError
from annotator.domain.record import NO_RECORD, Record
from annotator.store import reading
from annotator.store.claiming import spans_of
from annotator.store.holding import assessments
from annotator.store.itemplaces import told_in
from annotator.store.recorded import records_of
from annotator.store.restoring import fields_then
from annotator.store.seeing import seen_by
from annotator.store.write import Applied

JUDGEMENT, CONFIRMED = "judgement", "confirmed"
NOTES = ("note", "note.me")
TAKEN = (JUDGEMENT, CONFIRMED, *NOTES, CONFIDENCE, TYPE, WORDING)
"""Registers that are taken over as they are; a flag is what is still to be done there, and a
relation is to claims of that article."""


def take_from_elsewhere(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    source: ClaimId,
    *,
    looked: bool = False,
) -> Applied | None:
    """Gives the claim what the acting person holds of ``source``, with its evidence and attributions.

    In one transaction. A note that the claim has stays; a proposed wording and ticked facts
    come along where both have the same words. ``looked`` as in ``tagging.tag``. None: there is
    nothing that it has not already. Raises AnnotatorError for an unknown claim.
    """
    taking = _taking(library, article, claim, source)
    acts: list[Act] = []
    owns = tuple(_registers(library, taking, looked))
    if owns:
        acts.append(TakeOver(article, claim, owns))
    acts += _evidence(library, taking)
    acts += (SetAttribution(article, one) for one in _attributions(taking))
    return library.perform(*acts) if acts else None


@dataclass(frozen=True, slots=True)
class _Taking:
    """A claim and where it stands, and the one whose record it gets."""

    article: ArticleId
    claim: ClaimId
    span: Span
    text: str
    there: Span
    said_there: str
    held: Assessment
    record: Record
    source: ClaimId
    from_record: Record

    @property
    def same(self) -> bool:
        """Whether both say exactly the same."""
        return self.text == self.said_there

    @property
    def shift(self) -> int:
        return self.span.start - self.there.start


def _taking(library: OpenLibrary, article: ArticleId, claim: ClaimId, source: ClaimId) -> _Taking:
    store, me = library.store, library.me
    places = spans_of(store, [claim, source])
    if claim not in places or source not in places or places[claim][0] != article:
        raise AnnotatorError("That claim is not here any more: look at it again.")
    if claim == source:
        raise AnnotatorError("A claim takes nothing over from itself: name another one.")
    span, there = places[claim][1], places[source][1]
    records = records_of(store, [claim, source], me)
    return _Taking(
        article,
        claim,
        span,
        reading.text_of(store, article, span),
        there,
        reading.text_of(store, places[source][0], there),
        assessments(store, me, [claim]).get(claim, EMPTY),
        records.get((me, claim), NO_RECORD),
        source,
        records.get((me, source), NO_RECORD),
    )


def _registers(library: OpenLibrary, taking: _Taking, looked: bool) -> Iterator[Own]:
    """What the claim does not hold yet of what is taken over."""
    store, me = library.store, library.me
    there = fields_then(store, me, taking.claim)
    for name, value in sorted(fields_then(store, me, taking.source).items()):
        wanted, given = _suiting(taking, name, value)
        if wanted == JUDGEMENT and isinstance(given, dict):
            claims = {taking.claim: taking.held}
            seen = seen_by(store, taking.article, me, [taking.claim], claims) if looked else {}
            given = given | {"seen": list(seen.get(taking.claim, taking.held.seen))}
        if wanted and given not in (None, "") and there.get(wanted) != given:
            yield Own("claim", taking.claim, wanted, given)


def _suiting(taking: _Taking, name: str, value: Json) -> tuple[str, Json]:
    """The register of the claim that this one of the other makes sense in; "" for none."""
    span = fact_span(name)
    if span is not None:
        moved = Span(span.start + taking.shift, span.end + taking.shift)
        return (fact_field(moved) if taking.same else "", value)
    if name == JUDGEMENT and isinstance(value, dict):
        return name, _against_evidence(taking, value)
    if name in NOTES and taking.held.note:
        return "", None
    if name == WORDING and not taking.same:
        return "", None
    return (name if name in TAKEN else "", value)


def _against_evidence(taking: _Taking, judgement: Mapping[str, Json]) -> dict[str, Json]:
    """A judgement without the claim that speaks against it: that one is of the other article."""
    items = {one.link.item for one in taking.from_record.evidence}
    kept = dict(judgement)
    if kept.get("against") not in items:
        kept.pop("against", None)
    return kept


def _evidence(library: OpenLibrary, taking: _Taking) -> Iterator[LinkEvidence]:
    """The items serve the claim as they serve the other one; they go into this article too."""
    linked = {one.link.item for one in taking.record.evidence}
    for one in taking.from_record.evidence:
        item = one.item
        if item is None or item.id in linked:
            continue
        serving = {(taking.article, taking.claim): one.link}
        mine = item.owner == library.me
        if mine and taking.article not in told_in(library.store, library.me, item.id):
            yield LinkEvidence(item.id, serving, registers_of(item), (taking.article,))
        else:
            yield LinkEvidence(item.id, serving)


def _attributions(taking: _Taking) -> Iterable[Attribution]:
    """The attributions whose source this claim names too."""
    there = {replace(one, id="") for one in taking.record.attributions}
    for one in taking.from_record.attributions:
        source = _quoted(taking, one.source)
        if not source.text:
            continue
        copy = replace(
            one,
            id="",
            claim=taking.claim,
            source=source,
            cue=_quoted(taking, one.cue),
            content=_quoted(taking, one.content),
            named_in=None,
        )
        if copy not in there:
            yield replace(copy, id=str(uuid.uuid4()))


def _quoted(taking: _Taking, words: Quoted) -> Quoted:
    """The words where they stand in this claim; what was only typed stays as it is."""
    if words.span is None:
        return words
    if taking.same:
        start, end = words.span
        return Quoted(words.text, Span(start + taking.shift, end + taking.shift))
    at = taking.text.find(words.text)
    if at < 0:
        return NOTHING
    start = taking.span.start + at
    return Quoted(words.text, Span(start, start + len(words.text)))
