"""Where claims begin and end, and what is page furniture."""

from __future__ import annotations

from annotator.desk import taking_over
from annotator.desk.library import OpenLibrary
from annotator.domain.article import PassageKind, Span
from annotator.domain.edits.layout import (
    AddClaim,
    JoinClaims,
    MarkBoilerplate,
    SetBorders,
    SplitClaim,
)
from annotator.domain.edits.notes import TakeOver
from annotator.domain.errors import AnnotatorError
from annotator.domain.layout import trim
from annotator.domain.snapshot import Snapshot, claim_name
from annotator.domain.tags import Standing
from annotator.store.write import Applied


def split(library: OpenLibrary, snapshot: Snapshot, index: int, at: int) -> Applied:
    """Cuts a claim in two at ``at`` (code points); blanks at the cut belong to neither part."""
    parts = parts_at(snapshot, index, at)
    return library.perform(SplitClaim(snapshot.article.id, snapshot.id_at(index), parts))


def parts_at(snapshot: Snapshot, index: int, at: int) -> tuple[Span, Span]:
    """What a cut at ``at`` makes of a claim. Raises AnnotatorError where none is possible."""
    span = snapshot.span(index)
    name = claim_name(snapshot.number(index))
    if not span.start < at < span.end:
        raise AnnotatorError(
            f"{at} is not inside {name}: choose an offset from {span.start + 1} to {span.end - 1}."
        )
    text = snapshot.article.text
    first, second = trim(text, Span(span.start, at)), trim(text, Span(at, span.end))
    if first is None or second is None:
        raise AnnotatorError("One part would have nothing visible in it: split between two words.")
    return first, second


def join(library: OpenLibrary, snapshot: Snapshot, index: int) -> Applied:
    """Joins a claim with the next one, from the first start to the last end."""
    after, into = whole_with_next(snapshot, index)
    claims = (snapshot.id_at(index), snapshot.id_at(after))
    return library.perform(JoinClaims(snapshot.article.id, claims, into))


def whole_with_next(snapshot: Snapshot, index: int) -> tuple[int, Span]:
    """The claim that follows, and the stretch of both. Raises AnnotatorError after the last."""
    after = snapshot.step(index, 1)
    if after is None or snapshot.standing(index) is Standing.FURNITURE:
        name = claim_name(snapshot.number(index))
        raise AnnotatorError(f"No claim follows {name}: there is nothing to join it with.")
    first, second = snapshot.span(index), snapshot.span(after)
    return after, Span(first.start, max(first.end, second.end))


def set_borders(library: OpenLibrary, snapshot: Snapshot, index: int, span: Span) -> Applied | None:
    """Gives a claim other borders. None: it has them already."""
    into = _visible(snapshot, span)
    if into == snapshot.span(index):
        return None
    _refuse_double(snapshot, into)
    return library.perform(SetBorders(snapshot.article.id, snapshot.id_at(index), into))


def add_claim(library: OpenLibrary, snapshot: Snapshot, span: Span) -> Applied:
    """Makes a claim of a stretch; it may overlap others."""
    into = _visible(snapshot, span)
    _refuse_double(snapshot, into)
    return library.perform(AddClaim(snapshot.article.id, into))


def set_furniture(
    library: OpenLibrary, snapshot: Snapshot, span: Span, *, furniture: bool
) -> Applied | None:
    """Sets a stretch aside as page furniture, or makes it text again. None: it is so already."""
    kind = PassageKind.BOILERPLATE if furniture else PassageKind.BODY
    within = [
        passage
        for passage in snapshot.passages
        if passage.start < span.end and span.start < passage.end
    ]
    if all((passage.kind is PassageKind.BOILERPLATE) is furniture for passage in within):
        return None
    return library.perform(MarkBoilerplate(snapshot.article.id, span, kind))


def passage_span(snapshot: Snapshot, at: int) -> Span:
    """The passage that holds this character. Raises AnnotatorError where there is none."""
    index = snapshot.passage_index(at)
    if index is None:
        raise AnnotatorError(f"No passage holds character {at}: choose one that is no blank.")
    return snapshot.passages[index].span


def take_over(
    library: OpenLibrary, snapshot: Snapshot, index: int, retired: Span
) -> Applied | None:
    """Gives a claim what the acting analyst held of the one it was cut from, as far as it suits."""
    owns = taking_over.values(library, snapshot, snapshot.span(index), retired)
    if not owns:
        return None
    return library.perform(TakeOver(snapshot.article.id, snapshot.id_at(index), owns))


def _visible(snapshot: Snapshot, span: Span) -> Span:
    length = len(snapshot.article.text)
    if not 0 <= span.start < span.end <= length:
        raise AnnotatorError(
            f"{span.start} to {span.end} is no stretch of this article: "
            f"it has {length} characters, and a start lies before its end."
        )
    into = trim(snapshot.article.text, span)
    if into is None:
        raise AnnotatorError("There is nothing visible in that stretch: choose some words.")
    return into


def _refuse_double(snapshot: Snapshot, into: Span) -> None:
    there = snapshot.index_of(into)
    if there is not None:
        raise AnnotatorError(f"That is {claim_name(snapshot.number(there))} already.")
