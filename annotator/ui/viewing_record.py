"""What is recorded of one claim as the panel's sections want it, from what the desk knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.desk import around, assessing, attributing, records, reminding, said
from annotator.desk.attributing import Suggested
from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.domain.address import short_address
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Assessment
from annotator.domain.attribution import Attribution
from annotator.domain.evidence import Stance
from annotator.domain.record import Record
from annotator.domain.snapshot import Snapshot
from annotator.ui.claim.recordview import (
    Against,
    AttributionView,
    ConfirmedView,
    DayView,
    FactView,
    NumberView,
    Other,
    RecordView,
    RelatedView,
    ReminderView,
)
from annotator.ui.days import day_words
from annotator.ui.kit.styled import Look, Piece

_LOOKS = {
    said.PieceKind.SAME: Look.PLAIN,
    said.PieceKind.DROPPED: Look.DROPPED,
    said.PieceKind.NEW: Look.ADDED,
}
_NAME = 60
"""Code points of an item's name, or of a fact: more than the panel is wide."""
_BESIDE = 2
"""So many numbers of other claims are named beside one."""

Places = dict[ClaimId, around.Place]


def record_view(
    library: OpenLibrary, snapshot: Snapshot, index: int, held: Assessment
) -> RecordView:
    """Everything beside the tag; ``held`` is what the analyst holds of the claim."""
    record = records.record_of(library, snapshot.id_at(index))
    places = around.places(library, snapshot, _pointed_to(held))
    suggested = attributing.suggestions(library, snapshot, index)
    worked_out = said.said_of(library, snapshot, index)
    reminders = reminding.reminders_of(library, snapshot, index)
    return RecordView(
        facts=tuple(_facts(library, snapshot, index)),
        reminders=tuple(ReminderView(one.sentence, one.why) for one in reminders),
        against=tuple(_may_contradict(record)),
        named=_named(held, record, places) if held.against else None,
        wording=_wording(snapshot, index, held),
        related=tuple(
            RelatedView(how, _other(places[claim]))
            for how, claim in held.relations
            if claim in places
        ),
        attributions=tuple(_attributions(library, snapshot, record, suggested)),
        confirmed=_confirmed(library, snapshot, held, record),
        numbers=tuple(map(_number, worked_out.numbers)),
        days=tuple(map(_day, worked_out.days)),
        asks_day=worked_out.asks_published,
    )


def _pointed_to(held: Assessment) -> list[ClaimId]:
    """The claims that are named beside the tag; an item's id among them finds none."""
    against = [ClaimId(held.against)] if held.against else []
    return [*against, *(claim for _, claim in held.relations)]


def _facts(library: OpenLibrary, snapshot: Snapshot, index: int) -> Iterator[FactView]:
    text = snapshot.article.text
    for fact, right in assessing.facts_of(library, snapshot, index):
        start, end = fact.span
        yield FactView(fact.span, first_words(text[start : min(end, start + 400)], _NAME), right)


def _may_contradict(record: Record) -> Iterator[Against]:
    """The claim's evidence: first what was entered as contradicting it."""
    pieces = sorted(record.evidence, key=lambda one: one.link.stance is not Stance.CONTRADICTS)
    for one in pieces:
        yield Against(one.link.item, first_words(one.name, _NAME))


def _named(held: Assessment, record: Record, places: Places) -> Against:
    """What is named as contradicting it, by its name."""
    item = next((one for one in record.evidence if one.link.item == held.against), None)
    if item is not None:
        return Against(held.against, first_words(item.name, _NAME))
    place = places.get(ClaimId(held.against))
    return Against(held.against, place.name if place else "something that is not here any more")


def _wording(snapshot: Snapshot, index: int, held: Assessment) -> tuple[Piece, ...]:
    if held.wording is None:
        return ()
    span = snapshot.span(index)
    before = " ".join(snapshot.article.text[span.start : span.end].split())
    return changed_pieces(before, held.wording.text)


def changed_pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Words with what was changed in them: what went is struck, what came is marked."""
    pieces: list[Piece] = []
    for text, kind in said.changed_words(before, after):
        look = _LOOKS[kind]
        added = look is Look.ADDED
        # What is new would stand close to what it replaces; a blank before it is nothing new.
        if added and pieces and (text[:1].isspace() or pieces[-1].look is Look.DROPPED):
            pieces.append(Piece(" "))
        pieces.append(Piece(text.lstrip() if added else text, look))
    return tuple(pieces)


def _other(place: around.Place) -> Other:
    return Other(place.claim, place.span, place.name, place.standing)


def _attributions(
    library: OpenLibrary, snapshot: Snapshot, record: Record, suggested: Sequence[Suggested]
) -> Iterator[AttributionView]:
    """Those that are kept; without any, what is suggested."""
    named = [one.named_in for one in record.attributions]
    named += [one.attribution.named_in for one in suggested]
    places = around.places(library, snapshot, filter(None, named))
    for one in record.attributions:
        called = around.source_called(library, snapshot.article.id, one)
        yield _attribution(one, called, places)
    for offer in suggested:
        own = offer.attribution.source.text
        name = offer.name if offer.name and offer.name != own else ""
        yield _attribution(offer.attribution, (name or own, own if name else ""), places)


def _attribution(one: Attribution, called: tuple[str, str], places: Places) -> AttributionView:
    """``called``: what the source is called, and the words for it here where those are others."""
    place = places.get(one.named_in) if one.named_in else None
    name, words = called
    by = f"{name}, “{words}”" if words else name
    return AttributionView(
        one.id,
        one.source,
        one.cue,
        one.content,
        one.kind,
        one.mode,
        one.via,
        _other(place) if place else None,
        ", according to ".join((by, *one.via)),
    )


def _confirmed(
    library: OpenLibrary, snapshot: Snapshot, held: Assessment, record: Record
) -> ConfirmedView | None:
    """Where the source said so, if that is kept."""
    if not held.confirmed:
        return None
    shows = around.very_source(library, snapshot.article.id, held, record)
    if shows is None or shows.item is None:
        return ConfirmedView("that it said so")
    item = shows.item
    accessed = f"accessed {day_words(item.accessed)}" if item.accessed else ""
    return ConfirmedView(short_address(item.url or item.archive) or item.name, accessed)


def _number(found: said.Numbers) -> NumberView:
    named = [f"{one.claim}: {one.number.converted or one.number.says}" for one in found.beside]
    more = len(named) - _BESIDE
    beside = (*named[:_BESIDE], *([f"{more} more"] if more > 0 else []))
    full = "; ".join(f"{one.claim}: {one.number.equation}" for one in found.beside)
    keeps = f"{found.number.equation}; {full}" if full else found.number.equation
    return NumberView(found.number.equation, beside, keeps)


def _day(found: said.DaySaid) -> DayView:
    keeps = f"“{found.words}”: {found.would_be}. {found.rule}"
    weekday, _, day = found.would_be.partition(" ")
    said_already = weekday.casefold() in found.words.casefold()
    return DayView(found.words, day if said_already and day else found.would_be, keeps)
