"""Attributions by a phrase: "according to the Fars news agency, …", "… göre"."""

from __future__ import annotations

from annotator.domain.article import Span
from annotator.text.reading import Cue, Reading
from annotator.text.source import Source
from annotator.text.sources import COMMAS

_ADJECTIVES = 3
_ASIDE = 16
"""So many words may stand between two commas behind a name."""


def phrase_at(reading: Reading, place: int) -> tuple[Cue, int] | None:
    """The phrase that begins with that word, and the place to go on from."""
    behind = reading.said.according_after.at(reading.found, place)
    if behind:
        return _behind_source(reading, place, behind[1])
    phrase = (
        None if _is_ordinal(reading, place) else reading.said.according.at(reading.found, place)
    )
    source = _source(reading, phrase[1]) if phrase else None
    if phrase is None or source is None or source.pronoun == "it":
        return None
    source = reading.sources.apposed(source)
    span = Span(reading.found[place].start, reading.found[phrase[1] - 1].end)
    content = _content(reading, place, source)
    via = reading.through(source.after)
    return Cue(source, span, content, place, is_phrase=True, via=via), source.after


def _behind_source(reading: Reading, place: int, after: int) -> tuple[Cue, int] | None:
    """A phrase that stands behind its source: "Fars haber ajansına göre, …"."""
    source = reading.sources.ending_at(place, reading.edge(place))
    if source is None:
        return None
    span = Span(reading.found[place].start, reading.found[after - 1].end)
    content = reading.stretch(after, len(reading.found)) if source.first == 0 else None
    return Cue(source, span, content, source.first, is_phrase=True), after


def _source(reading: Reading, place: int) -> Source | None:
    """Whom the phrase names; where there are no capitals, all up to the next comma."""
    if reading.said.caseless:
        return reading.sources.up_to_mark(place)
    source = reading.sources.from_word(place)
    if source is None:
        return None
    comma = reading.comma(source.after, source.after + _ADJECTIVES)
    return reading.sources.with_adjectives(source, comma) if comma > 0 else source


def _is_ordinal(reading: Reading, place: int) -> bool:
    """Whether Italian "secondo" is the second, and not "according to"."""
    amid = place > 0 and not reading.is_break(place - 1)
    return amid and reading.key(place) in reading.book.numbers.ordinals


def _content(reading: Reading, place: int, source: Source) -> Span | None:
    """What is said: behind the phrase where it opens the sentence, else before it."""
    if _opens(reading, place):
        return reading.stretch(_behind(reading, source.after), len(reading.found))
    if reading.key(source.after) in COMMAS and not _is_aside(reading, source.after + 1):
        return None  # it stands amid what is said: "the toll, according to ISNA, was 95"
    return reading.stretch(0, place)


def _opens(reading: Reading, place: int) -> bool:
    """Whether nothing stands before it but a word like "However"."""
    return place == 0 or (place == 2 and reading.is_break(1) and reading.is_opener(0))


def _behind(reading: Reading, after: int) -> int:
    """Where what is said begins: behind the comma, and behind an aside between two commas."""
    if reading.key(after) not in COMMAS:
        return after
    comma = reading.comma(after + 1, after + 1 + _ASIDE)
    return comma + 1 if comma > 0 and _is_aside(reading, after + 1) else after + 1


def _is_aside(reading: Reading, place: int) -> bool:
    """Whether what follows tells more of the source: "a former CIA officer", "who had"."""
    said, key = reading.said, reading.key(place)
    if key in said.prepositions or key in said.relative:
        return True
    source = reading.sources.at(place) if key in said.determiners else None
    return source is not None and source.head in said.people | said.organisations
