"""All attributions of one sentence: phrases and verbs, in order, past what is quoted."""

from __future__ import annotations

from annotator.domain.article import Span
from annotator.text.cue_phrases import phrase_at
from annotator.text.cue_verbs import verb_at
from annotator.text.reading import Cue, Reading
from annotator.text.wordbook import Wordbook

MOST = 12
"""No sentence has more attributions; a claim of a whole page is read so far."""


def cues(text: str, span: Span, book: Wordbook) -> tuple[Reading, list[Cue]]:
    """The attributions in ``text[span]``, in order, ``MOST`` at most, and what was read."""
    reading = Reading(text, span, book)
    found: list[Cue] = []
    waiting = list(reversed(reading.quoted))
    place = 0
    while place < len(reading.found) and len(found) < MOST:
        start = reading.found[place].start
        while waiting and waiting[-1].span.end <= start:
            waiting.pop()
        within = bool(waiting) and waiting[-1].span.start <= start
        may = not within and reading.found[place].key in book.said.cues
        cue = (phrase_at(reading, place) or verb_at(reading, place)) if may else None
        if cue:
            found.append(cue[0])
        elif found and not within:
            found[-1] = _cited(reading, found[-1], place)
        place = cue[1] if cue else place + 1
    return reading, found


def _cited(reading: Reading, cue: Cue, place: int) -> Cue:
    """The one whom the source cites in its place: "the newspaper reported, citing officials"."""
    phrase = reading.said.quoting.at(reading.found, place)
    source = reading.sources.from_word(phrase[1]) if phrase else None
    if source is None or source.pronoun:
        return cue
    return cue._replace(source=source, via=(cue.source.span, *cue.via))


def chained(reading: Reading, found: list[Cue]) -> list[Cue]:
    """The attributions with what names them in turn: "the ministry said …, according to IRNA".

    One whose content begins with another ("IRNA reported that the ministry said") is on whose
    authority that one is named, and so is a phrase behind the others.
    """
    result: list[Cue] = []
    outer: Cue | None = None
    for cue in found:
        if cue.is_phrase and result and _is_last(cue, found) and _stands_behind(cue, result):
            result = [_through(reading, one, cue) for one in result]
            continue
        if outer and _begins_with(reading, outer, cue):
            result[-1] = cue._replace(via=(*cue.via, outer.source.span, *outer.via))
        else:
            result.append(cue)
        outer = result[-1]
    return _apart(reading, result)


def _through(reading: Reading, one: Cue, phrase: Cue) -> Cue:
    """One attribution on the authority of a phrase that stands behind it."""
    via = (*one.via, phrase.source.span, *phrase.via)
    return _cut(reading, one, phrase.first)._replace(via=via)


def _cut(reading: Reading, cue: Cue, after: int) -> Cue:
    """With what is attributed up to that word, and without "and" or a comma at its end."""
    content, said = cue.content, reading.said
    if content is None or not content.start < reading.found[after].start < content.end:
        return cue
    while after > cue.first and (
        reading.key(after - 1) in said.boundaries or reading.is_break(after - 1)
    ):
        after -= 1
    end = reading.found[after - 1].end
    return cue._replace(content=Span(content.start, end) if end > content.start else None)


def _is_last(cue: Cue, found: list[Cue]) -> bool:
    return cue is found[-1]


def _stands_behind(cue: Cue, before: list[Cue]) -> bool:
    """Whether the phrase names on whose authority all of the sentence stands."""
    return cue.content is not None and cue.content.start <= before[0].source.span.start


def _begins_with(reading: Reading, outer: Cue, cue: Cue) -> bool:
    """Whether what is attributed begins with the other attribution."""
    if outer.content is None or outer.source.pronoun:
        return False
    return 0 <= reading.found[cue.first].start - outer.content.start <= 1


def _apart(reading: Reading, found: list[Cue]) -> list[Cue]:
    """Contents cut where the next attribution begins: "X said that A, and Y said that B"."""
    pairs = zip(found, [*found[1:], None], strict=False)
    return [_cut(reading, one, following.first) if following else one for one, following in pairs]
