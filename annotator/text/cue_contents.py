"""What a verb attributes: behind "that", in a quotation, or before "ISNA reported."."""

from __future__ import annotations

from enum import Enum, auto

from annotator.domain.article import Span
from annotator.text.dates import mention_at
from annotator.text.reading import Reading
from annotator.text.source import Source
from annotator.text.sources import COMMAS

_BEFORE_THAT = 8
"""So many words may stand between a verb and its "that", or its "as"."""

_BEFORE_QUOTED = 4
"""So many between a verb and the word or two that are quoted: "vowed a “harsh response”"."""

_AT_END, _AFTER = 3, 8
"""So few words may follow a verb that ends its sentence, and so few behind a preposition."""


class Takes(Enum):
    """What a verb has to have behind or before it to attribute anything."""

    CLAUSE = auto()  # "that", a quotation or a bare clause
    THAT = auto()  # "that" or a quotation
    FINDING = auto()  # the same, of a document or an organisation, which cannot find its keys
    OBJECT = auto()  # anything
    AS = auto()  # "as" or a quotation


def content_of(reading: Reading, source: Source, after: int, takes: Takes) -> Span | None:
    """What is attributed, or None where the verb has not what it takes."""
    if takes is Takes.OBJECT:
        return reading.stretch(after, _clause_end(reading, after))
    if takes is Takes.AS:
        return _as(reading, after)
    that = place_behind_that(reading, after)
    if that:
        return reading.stretch(that, len(reading.found))
    return (
        _quoted(reading, source, after)
        or _clause_before(reading, source, after)
        or _clause_behind(reading, after, takes)
    )


def _quoted(reading: Reading, source: Source, after: int) -> Span | None:
    """A quotation behind the verb, or one that ends what stands before the source."""
    behind = reading.quotation_after(after)
    if behind:
        return behind.span
    before = reading.quotation_before(source.first)
    if before is None:
        return None
    begins = before.span.start <= reading.found[0].start
    return before.span if begins else reading.stretch(0, source.first)


def _clause_before(reading: Reading, source: Source, after: int) -> Span | None:
    """What stands before the source, where nothing more of it follows: "…, officials said."."""
    parted = reading.key(source.first - 1) in COMMAS
    closed = reading.key(after) in COMMAS or _ends(reading, after)
    return reading.stretch(0, source.first) if parted and closed else None


def _clause_behind(reading: Reading, after: int, takes: Takes) -> Span | None:
    """A clause without "that", or one in which a word or two are quoted: "vowed a “harsh …”"."""
    dated = mention_at(reading.found, after, reading.book) if after < len(reading.found) else None
    begin = dated[1] if dated else after  # "said Thursday they were"
    if takes is Takes.CLAUSE and _begins_clause(reading, begin):
        return reading.stretch(begin, len(reading.found))
    for place in range(after, min(after + _BEFORE_QUOTED, len(reading.found))):
        quoted = reading.quotation_after(place)
        if quoted:
            return Span(reading.found[after].start, quoted.span.end)
        if reading.is_break(place):
            break
    return None


def place_behind_that(reading: Reading, after: int) -> int:
    """The place behind "that", right behind the verb or a few words later; 0 for none."""
    said = reading.said
    at = after + (reading.key(after) in COMMAS)
    for place in range(at, min(at + _BEFORE_THAT, len(reading.found))):
        key = reading.key(place)
        if key in said.that:
            return place + 1
        if reading.is_break(place) or key in said.say or key in said.that_verbs:
            return 0
    return 0


def _ends(reading: Reading, after: int) -> bool:
    """Whether the sentence ends with the verb, but for a few words: "…, it said on Friday."."""
    rest = range(after, len(reading.found))
    if len(rest) > _AFTER or any(reading.is_break(at) for at in rest[:-1]):
        return False
    return len(rest) <= _AT_END or reading.key(after) in reading.said.prepositions


def _begins_clause(reading: Reading, after: int) -> bool:
    """Whether a clause may begin there: "said the attack was"; not "said in an interview"."""
    if after + 1 >= len(reading.found) or reading.found[after].is_mark:
        return False
    said, key = reading.said, reading.key(after)
    begins = key not in said.prepositions and key not in said.boundaries
    return begins and not reading.is_break(after + 1)


def _clause_end(reading: Reading, place: int) -> int:
    """Where what a verb takes as its object ends: at a comma, or at "while"."""
    at = place
    while at < len(reading.found) and (not reading.is_break(at) or reading.is_quote(at)):
        if reading.key(at) in reading.said.relative or reading.key(at) in reading.said.clauses:
            return at
        at += 1
    return at


def _as(reading: Reading, after: int) -> Span | None:
    """What stands behind "as", or is quoted a few words behind the verb."""
    limit = min(after + _BEFORE_THAT, len(reading.found))
    for place in range(after, limit):
        quoted = reading.quotation_after(place)
        if quoted:
            return quoted.span
        if reading.key(place) in reading.said.as_words:
            quoted = reading.quotation_after(place + 1)
            return (
                quoted.span
                if quoted
                else reading.stretch(place + 1, _clause_end(reading, place + 1))
            )
        if reading.is_break(place):
            return None
    return None
