"""One phrase that can say who says something: a name, or a noun of people, bodies, documents.

A phrase is taken only where its head is a name, or a noun that the wordbook lists: a wrong
source costs an analyst more than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.domain.article import Span
from annotator.domain.attribution import SourceKind
from annotator.text.elsewhere import is_place
from annotator.text.naming import POSSESSIVE, Names, is_acronym
from annotator.text.wordbook import Wordbook
from annotator.text.words import Word, adjacent

_ADJECTIVES = 6
_NOUNS = 4
"""So many words may stand before the noun, and so many nouns behind one another."""


class Source(NamedTuple):
    """A phrase from the word ``first`` to the one before ``after``, and whom it names.

    ``span``: the name in it ("ISNA" of "the semiofficial news agency ISNA"), else all of it.
    ``head``: its noun, as a key; empty for a name. ``pronoun``: "he", "she", "they" or "it".
    ``definite``: it points back to what was named before ("the report").
    """

    first: int
    after: int
    span: Span
    kind: SourceKind
    head: str = ""
    pronoun: str = ""
    definite: bool = False


class NounPhrases:
    """Reads such phrases in one claim; ``found`` are the words of ``text[span]``."""

    __slots__ = ("_book", "_found", "_said", "_span", "_text", "names")

    def __init__(self, text: str, span: Span, found: Sequence[Word], book: Wordbook) -> None:
        self._text, self._span, self._found, self._book = text, span, found, book
        self._said = book.said
        self.names = Names(text, span, found, book)

    def at(self, place: int) -> Source | None:
        """The phrase that begins with that word: two with "and" between them are one."""
        found = self._simple(place)
        joined = found and self._key(found.after) in self._book.numbers.joiners
        if found is None or found.pronoun or not joined:
            return found
        other = self._simple(found.after + 1)
        if other is None or other.pronoun or other.definite or other.kind is SourceKind.DOCUMENT:
            return found
        span = Span(self._found[found.first].start, other.span.end)
        return found._replace(after=other.after, span=span, definite=False)

    def pronoun(self, place: int) -> str:
        """For any form of it "he", "she", "they" or "it"; else nothing."""
        said, key = self._said, self._key(place)
        listed = (("he", said.he), ("she", said.she), ("they", said.they), ("it", said.it))
        return next((pronoun for pronoun, forms in listed if key in forms), "")

    def _key(self, place: int) -> str:
        return self._found[place].key if 0 <= place < len(self._found) else ""

    def _simple(self, place: int) -> Source | None:
        pronoun = self.pronoun(place)
        owned = pronoun and self._key(place) in self._said.determiners
        if owned and (described := self._described(place)):
            return described
        if pronoun:
            word = self._found[place]
            kind = SourceKind.NAMED if pronoun in {"he", "she"} else SourceKind.ANONYMOUS
            return Source(place, place + 1, Span(word.start, word.end), kind, pronoun=pronoun)
        if self._key(place + 1) in self._said.part_of and self._is_count(place):
            whole = self._described(place + 2)
            if whole is None or not whole.head:
                return None
            return whole._replace(first=place, span=Span(self._found[place].start, whole.span.end))
        return self._described(place)

    def _is_count(self, place: int) -> bool:
        """Whether the word says how many: "two of the officials"."""
        key = self._key(place)
        return key in self._book.numbers.small or key in self._said.determiners

    def _described(self, place: int) -> Source | None:
        """A name or noun with what stands before it: "the semiofficial news agency ISNA"."""
        for at in range(place, min(place + _ADJECTIVES + 1, len(self._found))):
            named = self.names.at(at)
            if named:
                noun = self._noun(named[1])
                return self._with_noun(place, noun) if noun else self._name(place, at, named)
            if self._is_noun(at):
                return self._with_noun(place, at)
            if not self._may_stand_before(at, place):
                return None
        return None

    def _is_noun(self, place: int) -> bool:
        key, said = self._key(place), self._said
        return key in said.people or key in said.organisations or key in self._book.names.documents

    def _noun(self, place: int) -> int:
        """The noun that a name only began ("Fars news agency", "Iran’s health minister"), or 0."""
        at = place
        while self._key(at) in self._said.modifiers and at < place + _NOUNS:
            if self._is_noun(at):
                break
            at += 1
        return at if self._is_noun(at) else 0

    def _may_stand_before(self, place: int, first: int) -> bool:
        """Whether the word can be part of the phrase before its noun: an adjective, "four"."""
        word, said = self._found[place], self._said
        if word.kind == "mark":
            return word.text == "-"
        if word.key in said.determiners and place > first:
            return self._key(place - 1) in said.determiners
        if word.key in said.boundaries or word.key in said.negations:
            return word.key in self._book.numbers.joiners and place > first
        return word.key not in said.prepositions and not said.is_verb(word.key)

    def _with_noun(self, first: int, place: int) -> Source:
        """A phrase with a noun, and the name right behind it: "president Ebrahim Raisi"."""
        at = place
        for _ in range(_NOUNS):
            at = self._further(at) or at
        noun = self._found[at]
        named = self.names.at(at + 1) if at + 1 < len(self._found) else None
        kind = self._kind_of_noun(noun.key, first)
        if named and not adjacent(self._found, at + 1):
            kind = SourceKind.NAMED if noun.key in self._said.people else kind
            return Source(first, named[1], named[0], kind)
        span = Span(self._found[first].start, noun.end)
        definite = self._key(first) in self._said.definite
        return Source(first, at + 1, span, kind, noun.key, definite=definite)

    def _further(self, place: int) -> int:
        """A later noun of the phrase ("official and counterterrorism expert"), or 0."""
        at = place + 1
        if self._key(at) in self._book.numbers.joiners:
            at += 1
        elif self._is_noun(at):
            return 0 if self._said.is_verb(self._key(at)) else at
        noun = self._noun(at)
        return noun if noun > place + 1 else 0

    def _kind_of_noun(self, key: str, first: int) -> SourceKind:
        if key in self._said.organisations:
            return SourceKind.ORGANISATION
        if key in self._book.names.documents:
            return SourceKind.DOCUMENT
        owned = POSSESSIVE.search(self._found[first].text)
        known = owned or self._key(first) in self._said.definite
        return SourceKind.NAMED if known and key in self._said.offices else SourceKind.ANONYMOUS

    def _name(self, first: int, at: int, named: tuple[Span, int]) -> Source | None:
        """A name. With an article before it all of it is the source: "the Islamic State"."""
        if any(self._is_other_name(place) for place in range(first, at)):
            return None
        before = {self._key(place) for place in range(first, at)}
        whole = bool(before) and before <= self._said.determiners
        span = Span(self._found[first].start, named[0].end) if whole else named[0]
        return Source(first, named[1], span, self._kind_of_name(named[0], article=whole))

    def _is_other_name(self, place: int) -> bool:
        """Whether a word before a name may be another name: "Smith and Jones"."""
        key, said, names = self._key(place), self._said, self._book.names
        listed = key in said.determiners or key in said.modifiers or key in names.national
        return key in self._book.numbers.joiners or (self._found[place].capital and not listed)

    def _kind_of_name(self, span: Span, *, article: bool) -> SourceKind:
        """A person, or a body: by its words, an article, capitals, or that things are in it."""
        name = self._text[span.start : span.end]
        keys = {word.key for word in self._book.words(self._text, span)}
        body = bool(keys & self._said.body_words) or bool(keys & self._said.bodies)
        if body or article or is_acronym(name.split()[0]):
            return SourceKind.ORGANISATION
        person = " " in name or self.names.in_full(name) is not None
        place = not person and is_place(self._text, self._span, name)
        return SourceKind.ORGANISATION if place else SourceKind.NAMED
