"""Attributions by a verb: "ISNA reported that …", "“…,” said Rahman Jalali"."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import Span
from annotator.domain.attribution import SourceKind
from annotator.text.cue_contents import Takes, content_of, place_behind_that
from annotator.text.reading import Cue, Reading
from annotator.text.source import Source
from annotator.text.sources import COMMAS

_ASIDE = 14
"""So many words may stand between two commas behind a name: "ISNA, a news agency, said"."""

_OPENING = 3
"""So many words may stand before the subject of a sentence: "However, Hamas"."""


def verb_at(reading: Reading, place: int) -> tuple[Cue, int] | None:
    """The attribution whose verb begins with that word, and the place to go on from."""
    takes, after = _verb(reading, place)
    if not takes:
        return None
    if reading.said.verb_first:
        return _behind(reading, place, after)
    subject = _subject(reading, place)
    if subject is None and Takes.AS in takes:
        subject = _of_sentence(reading, place)
    if subject is not None:
        return _cue(reading, subject, place, after, takes)
    inverted = _inverted(reading, place, after)
    return _said_before(reading, inverted, place, after, takes) if inverted else None


def _verb(reading: Reading, place: int) -> tuple[Sequence[Takes], int]:
    """What the verb there takes, and the place behind it; nothing where there is none."""
    said, key = reading.said, reading.key(place)
    for phrases, takes in ((said.verb_phrases, Takes.THAT), (said.object_verbs, Takes.OBJECT)):
        phrase = phrases.at(reading.found, place)
        if phrase and phrase[1] > place + 1:
            return (takes,), phrase[1]
    listed = (
        (said.say, Takes.CLAUSE),
        (said.that_verbs, Takes.THAT),
        (said.findings, Takes.FINDING),
        (said.as_verbs, Takes.AS),
    )
    takes_these = [takes for those, takes in listed if key in those]
    if key in said.object_verbs and said.object_verbs.at(reading.found, place):
        takes_these.append(Takes.OBJECT)
    return takes_these, place + 1


def _subject(reading: Reading, place: int) -> Source | None:
    """Who is named before the verb, past "has", "also" and an aside between commas."""
    at = _before_helpers(reading, place)
    if at < 0:
        return None
    if reading.key(at) in COMMAS:
        if reading.quotation_before(at + 1):
            return None
        at = _before_aside(reading, at)
    source = reading.sources.ending_at(at + 1, reading.edge(at + 1)) if at >= 0 else None
    if source is None or not _is_participle(reading, place):
        return source
    return (
        source
        if reading.key(source.first - 1) in reading.said.with_words or at < place - 1
        else None
    )


def _before_helpers(reading: Reading, place: int) -> int:
    """The place before "has", "also", "strongly"; -1 where they say that it was not said.

    A participle behind "was" is passive, and names nobody: "it is believed".
    """
    said, at, passive = reading.said, place - 1, False
    while at >= 0 and _helps(reading, at):
        passive = passive or reading.key(at) in said.passive
        at -= 1
    denied = reading.key(at) in said.negations
    return -1 if denied or (passive and not _is_participle(reading, place)) else at


def _helps(reading: Reading, place: int) -> bool:
    said, key = reading.said, reading.key(place)
    return key in said.auxiliaries or key in said.passive or key.endswith(tuple(said.adverbs))


def _is_participle(reading: Reading, place: int) -> bool:
    """Whether the verb is "saying", "suggesting"."""
    return reading.key(place).endswith("ing")


def _before_aside(reading: Reading, comma: int) -> int:
    """The place before the aside that ends with this comma: "Fars, a news agency, said"."""
    for at in range(comma - 1, max(-1, comma - _ASIDE), -1):
        if reading.key(at) in COMMAS:
            first = reading.key(at + 1)
            told = first in reading.said.determiners or first in reading.said.relative
            named = reading.sources.at(at + 1)
            is_aside = named and (named.after == comma or named.head in reading.said.people)
            return at - 1 if told or is_aside else -1
    return -1


def _of_sentence(reading: Reading, place: int) -> Source | None:
    """The subject of a sentence that goes on behind a comma: "Hamas …, denouncing them as"."""
    if reading.key(place - 1) not in COMMAS:
        return None
    comma = reading.comma(0, _OPENING)
    return (
        reading.sources.from_word(comma + 1) if comma < place - 1 else reading.sources.from_word(0)
    )


def _inverted(reading: Reading, place: int, after: int) -> Source | None:
    """Who is named behind the verb, where what was said stands before it."""
    before = _before_helpers(reading, place)
    if before < 0 or after >= len(reading.found) or not reading.found[before].is_mark:
        return None
    source = reading.sources.from_word(after)
    return None if source is None or source.pronoun == "it" else reading.sources.apposed(source)


def _behind(reading: Reading, place: int, after: int) -> tuple[Cue, int] | None:
    """A verb before its subject, and "that" or a quotation behind both: "قال X إن"."""
    source = reading.sources.up_to_mark(after)
    if source is None or reading.key(place - 1) in reading.said.negations:
        return None
    that = place_behind_that(reading, source.after)
    quoted = reading.quotation_after(source.after)
    content = reading.stretch(that, len(reading.found)) if that else quoted and quoted.span
    if content is None:
        return None
    span = Span(reading.found[place].start, reading.found[after - 1].end)
    return Cue(source, span, content, place), source.after


def _said_before(
    reading: Reading, source: Source, place: int, after: int, takes: Sequence[Takes]
) -> tuple[Cue, int] | None:
    """The attribution of a verb before its subject: "“…,” said X", "…, said X"."""
    before = _before_helpers(reading, place)
    quoted = reading.quotation_before(before + 1)
    content = quoted.span if quoted else None
    if quoted is None and Takes.CLAUSE in takes and reading.key(before) in COMMAS:
        content = reading.stretch(0, before)
    if content is None:
        return None
    via = reading.through(source.after)
    span = Span(reading.found[place].start, reading.found[after - 1].end)
    return Cue(source, span, content, place, via=via), source.after


def _cue(
    reading: Reading, source: Source, place: int, after: int, takes: Sequence[Takes]
) -> tuple[Cue, int] | None:
    """The attribution of a verb behind its subject, if it has what it takes."""
    hearer = _hearer(reading, place, after)
    behind = hearer.after if hearer else after
    for kind in (Takes.CLAUSE,) if hearer else takes:
        if kind is Takes.FINDING and source.kind not in _FINDERS:
            continue
        content = content_of(reading, source, behind, kind)
        if content:
            span = Span(reading.found[place].start, reading.found[after - 1].end)
            source = reading.sources.apposed(source)
            told = hearer is not None and reading.is_media(hearer)
            via = (hearer.span,) if hearer and told else reading.through(behind)
            return Cue(source, span, content, source.first, kind is Takes.AS, via=via), behind
    return None


def _hearer(reading: Reading, place: int, after: int) -> Source | None:
    """Whom it was told: "told IRNA that", "told reporters"."""
    if reading.key(place) not in reading.said.told or after >= len(reading.found):
        return None
    return reading.sources.at(after)


_FINDERS = (SourceKind.DOCUMENT, SourceKind.ORGANISATION)
