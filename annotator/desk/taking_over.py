"""What one held of a claim before it was cut or joined, as far as it suits the part in its place."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ClaimId, Span, claim_id
from annotator.domain.assessment import WORDING, Assessment, fact_span, relation_field
from annotator.domain.attribution import NOTHING, RECORD, THERE, Attribution, Quoted
from annotator.domain.canonical import Json
from annotator.domain.edits.writes import Own
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import ROW
from annotator.domain.wording import listed
from annotator.store.recorded import attributions, records_of
from annotator.store.restoring import fields_then

AGAINST = "against"


def values(library: OpenLibrary, snapshot: Snapshot, part: Span, retired: Span) -> tuple[Own, ...]:
    """The registers to write for the part; none where it holds all that already.

    Facts are taken over where they lie in the part, a proposed wording where both have the same
    words. Evidence serves the part too. Of an attribution a copy is made, unless the source
    stands outside the part.
    """
    article = snapshot.article.id
    old, new = claim_id(article, retired), claim_id(article, part)
    held = fields_then(library.store, library.me, old)
    there = fields_then(library.store, library.me, new)
    taken = {
        name: _without(new, value)
        for name, value in sorted(held.items())
        if value not in (None, "") and _suits(snapshot.article.text, name, part, retired, new)
    }
    owns = [
        Own("claim", new, name, value) for name, value in taken.items() if there.get(name) != value
    ]
    return (*owns, *_attributions(library, old, new, part))


def words(library: OpenLibrary, snapshot: Snapshot, retired: Span, held: Assessment) -> str:
    """What there is to take over: "disputed, with a note and 2 facts"."""
    claim = claim_id(snapshot.article.id, retired)
    record = records_of(library.store, [claim], library.me).get((library.me, claim), NO_RECORD)
    return in_words(held, record)


def in_words(held: Assessment, record: Record) -> str:
    """What somebody holds of a claim: "disputed, with a note and 2 facts"."""
    beside = listed([*filter(None, _beside(held, record))])
    standing = ROW[held.standing].label.lower()
    return f"{standing}, with {beside}" if beside else standing


def _beside(held: Assessment, record: Record) -> Iterator[str]:
    if held.note:
        yield "a note"
    for count, one, many in (
        (len(held.facts), "a fact", "facts"),
        (len(record.evidence), "a piece of evidence", "pieces of evidence"),
        (len(record.attributions), "an attribution", "attributions"),
    ):
        if count:
            yield one if count == 1 else f"{count} {many}"


def _suits(text: str, name: str, part: Span, retired: Span, new: ClaimId) -> bool:
    """Whether this register makes sense for the part."""
    if name == WORDING:
        return _letters(text, part) == _letters(text, retired)
    span = fact_span(name)
    if span is not None:
        return _within(span, part)
    return name != relation_field(new)


def _letters(text: str, span: Span) -> str:
    """The words without blanks and punctuation around and between them."""
    return "".join(filter(str.isalnum, text[slice(*span)]))


def _within(span: Span, part: Span) -> bool:
    return part.start <= span.start and span.end <= part.end


def _without(new: ClaimId, value: Json) -> Json:
    """A judgement that named the part itself as what speaks against it names nothing."""
    if isinstance(value, dict) and value.get(AGAINST) == new:
        return {name: one for name, one in value.items() if name != AGAINST}
    return value


def _attributions(library: OpenLibrary, old: ClaimId, new: ClaimId, part: Span) -> Iterator[Own]:
    held = attributions(library.store, [old, new])
    there = [replace(one, id="") for one in held.get((library.me, new), ())]
    found = (_copy(one, new, part) for one in held.get((library.me, old), ()))
    copies = [copy for copy in found if copy is not None and copy not in there]
    # Of one edit they stand in the order of their ids.
    for key, copy in zip(sorted(str(uuid.uuid4()) for _ in copies), copies, strict=True):
        yield Own("attribution", key, RECORD, copy.json())
        yield Own("attribution", key, THERE, True)


def _copy(one: Attribution, new: ClaimId, part: Span) -> Attribution | None:
    """The attribution as one of the part: what stands outside of it is left out."""
    if one.source.span is not None and not _within(one.source.span, part):
        return None
    return replace(
        one,
        id="",
        claim=new,
        cue=_inside(one.cue, part),
        content=_inside(one.content, part),
        named_in=None if one.named_in == new else one.named_in,
    )


def _inside(words: Quoted, part: Span) -> Quoted:
    return words if words.span is None or _within(words.span, part) else NOTHING
