"""Names in a claim: runs of words with capitals that do not owe them to their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotator.domain.article import Span
from annotator.text.elsewhere import is_common, is_word_of_sentence, known_as
from annotator.text.language import language
from annotator.text.wordbook import Wordbook
from annotator.text.words import Word, adjacent, key_of

_FEWEST = 4
"""A headline has so many words, "of" and the like not counted."""

_ABBREVIATION = 4
"""A stop behind so few letters is no end: "Gen.", "W."."""

_INITIAL = 2
"""A first name may be a letter and a stop."""

_MOST = 3
"""No more of the words that may stand before a title do: "Former Deputy Foreign Minister"."""

_BEGINS = frozenset(".!?:–—-\"“«„‘'»‹•*")
POSSESSIVE = re.compile("['’][^\\W\\d_]{0,6}$")


class _Part(NamedTuple):
    """What of a word is a name: "Iran" of "Iran’s" and of "Iran-backed"; there it ends."""

    start: int
    end: int
    closes: bool


class Names:
    """Finds the names in one claim; ``found`` are the words of ``text[span]``."""

    __slots__ = ("_book", "_found", "_headline", "_known", "_span", "_text")

    def __init__(self, text: str, span: Span, found: Sequence[Word], book: Wordbook) -> None:
        self._text, self._span, self._found, self._book = text, span, found, book
        self._headline = is_headline(found, book)
        self._known: dict[str, bool] = {}

    def at(self, place: int) -> tuple[Span, int] | None:
        """The name that begins with that word, and the place of the word behind it."""
        first = self._without_titles(place)
        part = self._part(first)
        if part is None or (self._owed(first) and not self._is_name(first)):
            return None
        after, end = (first + 1, part.end) if part.closes else self._run(first, part.end)
        if self._only_titles(first, after):
            return None
        if self._book.names.nouns_capital and after == first + 1:
            return (Span(part.start, end), after) if is_acronym(self._bare(first)) else None
        return Span(part.start, end), after

    def in_full(self, surname: str) -> Span | None:
        """Where before the claim the person of this surname stands with first names."""
        return known_as(self._text, self._span, surname, self._is_first_name)

    def _is_first_name(self, word: str) -> bool:
        names, key = self._book.names, key_of(word.rstrip("."))
        listed = key in names.titles or key in names.title_words or key in names.national
        is_word = word[:1].isupper() and word not in language(self._book.code).openers
        return is_word and not listed and (word[-1].isalnum() or len(word) == _INITIAL)

    def _without_titles(self, place: int) -> int:
        """The place behind "President", "Prime Minister", "Gen."."""
        names, at = self._book.names, place
        while self._key(at) in names.title_words and at < place + _MOST:
            at += 1
        while self._is_title(at) and at < place + 2 * _MOST:
            at += 1
            if self._key(at) == "." and adjacent(self._found, at):
                at += 1
        titled = at > place and (self._is_title(at - 1) or self._key(at - 1) == ".")
        if titled and self._key(at) in names.of and self._key(at + 1) in names.title_words:
            at += 2  # "Secretary of State Tony Blinken"
        return at if titled and self._part(at) else place

    def _is_title(self, place: int) -> bool:
        """Whether the word is a title, in capitals: "President", "then-President"."""
        key = self._key(place).rpartition("-")[2]
        return key in self._book.names.titles and self._found[place].text[-len(key)].isupper()

    def _only_titles(self, first: int, after: int) -> bool:
        """Whether nobody is named: "the Prime Minister"."""
        names = self._book.names
        return all(
            self._key(place) in names.titles or self._key(place) in names.title_words
            for place in range(first, after)
        )

    def _run(self, first: int, end: int) -> tuple[int, int]:
        """The place behind the last word of a name that goes on, and where it ends."""
        place = first + 1
        while True:
            at = self._joined(place)
            part = self._part(at)
            if part is None or part.start != self._found[at].start:
                return place, end
            if self._without_titles(at) > at:
                return place, end  # another name begins: "Iranian President Ebrahim Raisi"
            place, end = at + 1, part.end
            if part.closes:
                return place, end

    def _joined(self, place: int) -> int:
        """The place behind what may stand inside a name: "of the", "bin", "W."."""
        key = self._key
        if key(place) == "." and adjacent(self._found, place):
            return place + (len(self._found[place - 1].text) <= _ABBREVIATION)
        if len(key(place)) == 1 and self._found[place].capital and key(place + 1) == ".":
            return place + 2
        at, names = place, self._book.names
        while key(at) in names.particles and at < place + 2:
            at += 1
        at += key(at) in names.of and self._bare(place - 1).lower() in names.heads
        return at + 1 if at > place and key(at) in names.determiners else at

    def _key(self, place: int) -> str:
        return self._found[place].key if place < len(self._found) else ""

    def _bare(self, place: int) -> str:
        return POSSESSIVE.sub("", self._found[place].text)

    def _part(self, place: int) -> _Part | None:
        """What of that word is a name, if it looks like one."""
        if place >= len(self._found):
            return None
        word, book = self._found[place], self._book
        key = word.key.partition("'")[0]
        if word.kind == "letters":
            return _Part(word.start, word.end, False) if word.capital else None
        if word.kind != "word" or len(word.text) < 2 or key in book.names.not_names:
            return None
        if any(key in listed for listed in (book.numbers.small, book.numbers.tens)):
            return None
        if key in book.dates.months or key in book.dates.weekdays:
            return None
        return _of_word(word, book.names.particles)

    def _owed(self, place: int) -> bool:
        """Whether the word would have its capital anyway, standing where it does."""
        if self._headline or not place:
            return True
        before = self._found[place - 1]
        if before.text != ".":
            return before.text in _BEGINS and not adjacent(self._found, place)
        ended = self._found[max(0, place - 2)]
        return len(ended.text) > _ABBREVIATION and ended.key not in self._book.names.titles

    def _is_name(self, place: int) -> bool:
        """Whether a word that has its capital by its place is a name nevertheless."""
        word, bare, names = self._found[place], self._bare(place), self._book.names
        if bare in language(self._book.code).openers or word.key in names.determiners:
            return False
        if not self._headline and is_acronym(bare):
            return True
        if names.nouns_capital or self._is_national(place):
            return False
        if key_of(bare) in self._book.said.bodies or self._begins_run(place, bare):
            return True
        if bare not in self._known:
            self._known[bare] = self._stands_elsewhere(bare)
        return self._known[bare]

    def _stands_elsewhere(self, bare: str) -> bool:
        """Whether the article has it as a name nearby, or somebody's full name ends with it."""
        forms = [bare, bare[0].lower() + bare[1:]] if "-" in bare else [bare]
        amid = any(is_word_of_sentence(self._text, self._span, form) for form in forms)
        return amid or self.in_full(bare) is not None

    def _is_national(self, place: int) -> bool:
        """An adjective like "Iranian" before a small word says nothing that is checked alone."""
        after = self._found[place + 1 : place + 2]
        national = self._key(place) in self._book.names.national and not self._headline
        return national and bool(after) and after[0].text[0].islower()

    def _begins_run(self, place: int, bare: str) -> bool:
        """Whether a name goes on behind it, and it is nowhere near a common word."""
        if self._headline or self._part(place + 1) is None:
            return False
        return not is_common(self._text, self._span, bare)


def is_headline(found: Sequence[Word], book: Wordbook) -> bool:
    """Whether all words have capitals, as in English titles: then capitals tell nothing.

    Small ones may be "of", "the" and the like.
    """
    said = book.said
    told = [word for word in found if word.kind == "word" and word.key not in said.prepositions]
    told = [w for w in told if w.key not in said.boundaries and w.key not in said.determiners]
    return len(told) >= _FEWEST and all(word.capital for word in told)


def _of_word(word: Word, particles: frozenset[str]) -> _Part | None:
    """The part of a word: before "’s" and "-backed", behind "then-"; all of "al-Adl"."""
    text = word.text
    possessive = POSSESSIVE.search(text)
    end = possessive.start() if possessive else len(text)
    head, hyphen, tail = text[:end].partition("-")
    if not word.capital:
        if not tail[:1].isupper():
            return None
        start = 0 if head in particles else len(head) + 1
        return _Part(word.start + start, word.start + end, possessive is not None)
    if hyphen and not any(part[:1].isupper() for part in tail.split("-")):
        return _Part(word.start, word.start + len(head), True) if len(head) > 1 else None
    return _Part(word.start, word.start + end, possessive is not None)


def is_acronym(text: str) -> bool:
    """Whether all its letters are capitals, two at least: "ISNA", "U.S."."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1
