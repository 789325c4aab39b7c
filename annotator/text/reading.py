"""One claim as the readers of attributions see it: words, quotations, phrases of sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.domain.article import Span
from annotator.text.expression import CLOSING_QUOTES, OPENING_QUOTES
from annotator.text.language import language
from annotator.text.quotations import Quotation, quotations
from annotator.text.source import Source
from annotator.text.sources import COMMAS, LONGEST, Sources
from annotator.text.wordbook import Wordbook
from annotator.text.words import Word, adjacent

_QUOTES = frozenset(OPENING_QUOTES + CLOSING_QUOTES)
_BETWEEN = COMMAS | {"–", "—", "-"}
"""What may stand between a quotation and its verb."""

_KEPT = frozenset("()[]%$€£°") | _QUOTES
"""Marks that may stand at the ends of what is attributed."""


class Cue(NamedTuple):
    """One attribution as its sentence has it.

    ``span`` are the words that attribute, ``content`` what they attribute. ``first`` is the
    place of the first word of source and cue. ``is_phrase``: it is "according to", no verb.
    ``partly``: what is quoted is a word or two of the source's. ``via``: on whose authority the
    source is named.
    """

    source: Source
    span: Span
    content: Span | None
    first: int
    partly: bool = False
    is_phrase: bool = False
    via: tuple[Span, ...] = ()


class Reading:
    """The words of ``text[span]`` and what they are to a reader of attributions."""

    __slots__ = ("_begun", "_ended", "book", "found", "quoted", "said", "sources", "span", "text")

    def __init__(self, text: str, span: Span, book: Wordbook) -> None:
        self.text, self.span, self.book, self.said = text, span, book, book.said
        self.found: Sequence[Word] = book.words(text, span)
        self.quoted: Sequence[Quotation] = quotations(text, span)
        self._begun = {one.span.start: one for one in self.quoted}
        self._ended = {one.span.end: one for one in self.quoted}
        self.sources = Sources(text, span, self.found, book)

    def key(self, place: int) -> str:
        """The key of the word there; nothing outside the claim."""
        return self.found[place].key if 0 <= place < len(self.found) else ""

    def stretch(self, first: int, after: int) -> Span | None:
        """From one word to the one before another, without marks at its ends; None for nothing."""
        while first < after and self._is_outer(first):
            first += 1
        while first < after and self._is_outer(after - 1):
            after -= 1
        return Span(self.found[first].start, self.found[after - 1].end) if first < after else None

    def _is_outer(self, place: int) -> bool:
        return self.found[place].is_mark and self.found[place].text not in _KEPT

    def is_break(self, place: int) -> bool:
        """Whether a mark there parts phrases: not a hyphen, nor the stop of "Gen."."""
        word = self.found[place]
        if not word.is_mark or word.text in "-'’":
            return False
        stops = word.text == "." and adjacent(self.found, place) and place + 1 < len(self.found)
        return not stops

    def is_quote(self, place: int) -> bool:
        """Whether it is a quotation mark."""
        return self.found[place].text in _QUOTES

    def is_opener(self, place: int) -> bool:
        """Whether the word only opens a sentence: "However", "Additionally"."""
        word = self.found[place]
        return word.text in language(self.book.code).openers or word.key.endswith(
            tuple(self.said.adverbs)
        )

    def edge(self, after: int) -> int:
        """Where the phrase that ends before ``after`` may begin at the earliest."""
        place = after
        while place > max(0, after - LONGEST) and not self.is_break(place - 1):
            place -= 1
        return place

    def comma(self, place: int, limit: int) -> int:
        """The place of the next comma from there on, before ``limit``; -1 for none."""
        for at in range(place, min(limit, len(self.found))):
            if self.key(at) in COMMAS:
                return at
        return -1

    def quotation_after(self, place: int) -> Quotation | None:
        """The quotation that begins at that word, or behind a comma or colon there."""
        at = place + (self.key(place) in COMMAS or self.key(place) == ":")
        return self._begun.get(self.found[at].start) if at < len(self.found) else None

    def quotation_before(self, place: int) -> Quotation | None:
        """The quotation that ends at the word before, or before a comma or dash there."""
        at = place - 1
        while at > max(0, place - 3) and self.key(at) in _BETWEEN:
            at -= 1
        return self._ended.get(self.found[at].end) if at >= 0 else None

    def is_media(self, source: Source) -> bool:
        """Whether it is one of those through whom others speak: an agency, a channel."""
        return any(word.key in self.said.media for word in self.found[source.first : source.after])

    def through(self, place: int) -> tuple[Span, ...]:
        """Through whom somebody spoke, from that word on: "in an interview with state TV"."""
        for at in range(place, len(self.found)):
            phrase = self.said.interview.at(self.found, at)
            source = self.sources.from_word(phrase[1]) if phrase else None
            if source and self.is_media(source):
                return (source.span,)
        return ()
