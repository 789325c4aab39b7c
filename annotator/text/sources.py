"""The phrases that can say who says something: "the Fars news agency", "two of the officials".

A phrase is taken only where its head is a name, or a noun of people, bodies or documents that
the wordbook lists: a wrong source costs an analyst more than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.domain.article import Span
from annotator.domain.attribution import SourceKind
from annotator.text.dates import mention_at
from annotator.text.elsewhere import is_place
from annotator.text.naming import POSSESSIVE, Names, is_acronym
from annotator.text.wordbook import Wordbook
from annotator.text.words import Word, adjacent

LONGEST = 12
"""No phrase that names a source has more words."""

COMMAS = frozenset(",،")

_WHOLE = 7
_AFTER = 2
_ADJECTIVES = 6
_LINKED = 7
"""So many words may follow "of", "for" or "from" in it."""


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


class Sources:
    """Finds such phrases in one claim; ``found`` are the words of ``text[span]``."""

    __slots__ = ("_book", "_found", "_names", "_said", "_span", "_text")

    def __init__(self, text: str, span: Span, found: Sequence[Word], book: Wordbook) -> None:
        self._text, self._span, self._found, self._book = text, span, found, book
        self._names = Names(text, span, found, book)
        self._said = book.said

    def ending_at(self, after: int, edge: int) -> Source | None:
        """The longest phrase that ends right before ``after`` and begins at ``edge`` or later."""
        if self._said.caseless:
            return self._whole(edge, self._stop(edge, after))
        begin = max(edge, after - LONGEST)
        if any(self._key(place) in self._said.negations for place in range(begin, after)):
            return None
        for first in range(begin, after):
            before = self._key(first - 1) if first > edge else ""
            if before in self._said.prepositions and before not in self._said.with_words:
                continue
            if first > edge and self._goes_on(first):
                continue
            found = self.at(first)
            if found and found.after < after:
                found = self.with_adjectives(self._linked(found, after), after)
            if found and found.after == after:
                return found
        return None

    def with_adjectives(self, found: Source, after: int) -> Source:
        """With the small words up to that place, where they can be adjectives of its noun."""
        between = range(found.after, after)
        if not found.head or not self._said.adjectives_after or len(between) > _AFTER:
            return found
        if any(self._found[at].kind != "word" or self._found[at].capital for at in between):
            return found
        if any(self._ends(at) or self._key(at) in self._said.prepositions for at in between):
            return found
        span = Span(found.span.start, self._found[after - 1].end)
        return found._replace(after=after, span=span)

    def up_to_mark(self, place: int) -> Source | None:
        """All words up to a mark or to "that", where no capitals tell a name from others."""
        return self._whole(place, self._stop(place, len(self._found)))

    def _stop(self, place: int, limit: int) -> int:
        """Where such a phrase ends: at a mark, a word that begins a clause, or a time."""
        said, at = self._said, place
        while at < limit and not self._found[at].is_mark and self._key(at) not in said.boundaries:
            if mention_at(self._found, at, self._book):
                break
            at += 1
        return at

    def _whole(self, first: int, after: int) -> Source | None:
        if not 0 < after - first <= _WHOLE:
            return None
        pronoun = self._pronoun(first)
        start, keys = self._found[first].start, {self._key(at) for at in range(first, after)}
        if self._said.prefix and self._found[first].text.startswith(self._said.prefix):
            keys.add(self._key(first)[len(self._said.prefix) :])
            start += len(self._said.prefix)
        kind = SourceKind.NAMED
        if keys & self._said.organisations:
            kind = SourceKind.ORGANISATION
        elif keys & self._book.names.documents:
            kind = SourceKind.DOCUMENT
        elif keys & self._said.people:
            kind = SourceKind.ANONYMOUS
        span = Span(start, self._found[after - 1].end)
        return Source(first, after, span, kind, pronoun=pronoun if after == first + 1 else "")

    def from_word(self, place: int) -> Source | None:
        """The phrase that begins with that word, with what is linked to it."""
        found = self.at(place)
        return self._linked(found, 0) if found else None

    def at(self, place: int) -> Source | None:
        """The phrase that begins with that word: the name or noun, and nothing linked to it."""
        found = self._simple(place)
        if (
            found is None
            or found.pronoun
            or self._key(found.after) not in self._book.numbers.joiners
        ):
            return found
        other = self._simple(found.after + 1)
        if other is None or other.pronoun or other.definite or other.kind is SourceKind.DOCUMENT:
            return found
        span = Span(self._found[found.first].start, other.span.end)
        return found._replace(after=other.after, span=span, definite=False)

    def apposed(self, source: Source) -> Source:
        """The name behind a comma in place of the office: "the minister, Bahram Einollahi,"."""
        at = source.after + 1
        is_there = self._key(source.after) in COMMAS and at < len(self._found)
        named = self._names.at(at) if is_there else None
        if named is None or source.head not in self._said.people:
            return source
        if named[1] < len(self._found) and not self._found[named[1]].is_mark:
            return source
        return Source(source.first, named[1], named[0], SourceKind.NAMED)

    def _key(self, place: int) -> str:
        return self._found[place].key if 0 <= place < len(self._found) else ""

    def _goes_on(self, place: int) -> bool:
        """Whether the word before belongs to the same phrase, so that none begins here."""
        before, word = self._found[place - 1], self._found[place]
        if before.key in self._book.numbers.joiners and place > 1:
            before = self._found[place - 2]
        if POSSESSIVE.search(before.text):
            return False
        named = before.capital and word.capital and before.kind == "word"
        return named or adjacent(self._found, place)

    def _simple(self, place: int) -> Source | None:
        pronoun = self._pronoun(place)
        if pronoun:
            word = self._found[place]
            kind = SourceKind.NAMED if pronoun in {"he", "she"} else SourceKind.ANONYMOUS
            return Source(place, place + 1, Span(word.start, word.end), kind, pronoun=pronoun)
        if self._key(place + 1) in self._said.part_of and self._is_count(place):
            whole = self._simple(place + 2)
            if whole is None or not whole.head:
                return None
            return whole._replace(first=place, span=Span(self._found[place].start, whole.span.end))
        return self._described(place)

    def _described(self, place: int) -> Source | None:
        """A name or noun with what stands before it: "the semiofficial news agency ISNA"."""
        for at in range(place, min(place + _ADJECTIVES + 1, len(self._found))):
            named = self._names.at(at)
            if named:
                noun = self._noun(named[1])
                return self._with_noun(place, noun) if noun else self._name(place, at, named)
            if self._is_noun(at):
                return self._with_noun(place, at)
            if not self._may_stand_before(at, place):
                return None
        return None

    def _is_count(self, place: int) -> bool:
        """Whether the word says how many: "two of the officials"."""
        key = self._key(place)
        return key in self._book.numbers.small or key in self._said.determiners

    def _pronoun(self, place: int) -> str:
        said, key = self._said, self._key(place)
        for pronoun, forms in (
            ("he", said.he),
            ("she", said.she),
            ("they", said.they),
            ("it", said.it),
        ):
            if key in forms:
                return pronoun
        return ""

    def _is_noun(self, place: int) -> bool:
        key, said = self._key(place), self._said
        return key in said.people or key in said.organisations or key in self._book.names.documents

    def _noun(self, place: int) -> int | None:
        """The noun that a name only began: "Fars news agency", "Iran’s health minister"."""
        at = place
        while self._key(at) in self._said.modifiers and not self._is_noun(at):
            at += 1
        return at if self._is_noun(at) else None

    def _may_stand_before(self, place: int, first: int) -> bool:
        """Whether the word can be part of the phrase before its noun: an adjective, "four"."""
        word, said = self._found[place], self._said
        if word.kind == "mark":
            return word.text == "-"
        if word.key in said.boundaries or word.key in said.negations:
            return word.key in self._book.numbers.joiners and place > first
        return word.key not in said.prepositions and not self._is_verb(word.key)

    def _is_verb(self, key: str) -> bool:
        said = self._said
        return key in said.say or key in said.that_verbs or key in said.passive

    def _with_noun(self, first: int, place: int) -> Source | None:
        """A phrase with a noun, and the name right behind it: "president Ebrahim Raisi"."""
        at = place
        while (more := self._further(at)) is not None:
            at = more
        noun = self._found[at]
        named = self._names.at(at + 1) if at + 1 < len(self._found) else None
        kind = self._kind_of_noun(noun.key, first)
        if named and not adjacent(self._found, at + 1):
            kind = SourceKind.NAMED if noun.key in self._said.people else kind
            return Source(first, named[1], named[0], kind)
        span = Span(self._found[first].start, noun.end)
        definite = self._key(first) in self._said.definite
        return Source(first, at + 1, span, kind, noun.key, definite=definite)

    def _further(self, place: int) -> int | None:
        """A later noun of the same phrase: "official and counterterrorism expert"."""
        at = place + 1
        if self._key(at) in self._book.numbers.joiners:
            at += 1
        elif self._is_noun(at) and not self._is_verb(self._key(at)):
            return at
        while self._key(at) in self._said.modifiers and not self._is_noun(at):
            at += 1
        return at if at > place + 1 and self._is_noun(at) else None

    def _kind_of_noun(self, key: str, first: int) -> SourceKind:
        if key in self._said.organisations:
            return SourceKind.ORGANISATION
        if key in self._book.names.documents:
            return SourceKind.DOCUMENT
        word = self._found[first]
        known = self._key(first) in self._said.definite or POSSESSIVE.search(word.text)
        return SourceKind.NAMED if known and key in self._said.offices else SourceKind.ANONYMOUS

    def _name(self, first: int, at: int, named: tuple[Span, int]) -> Source | None:
        """A name. With an article before it all of it is the source: "the Islamic State"."""
        before = {self._key(place) for place in range(first, at)}
        if any(self._is_other_name(place) for place in range(first, at)):
            return None
        whole = bool(before) and before <= self._said.determiners
        span = Span(self._found[first].start, named[0].end) if whole else named[0]
        return Source(first, named[1], span, self._kind_of_name(named[0], article=whole))

    def _is_other_name(self, place: int) -> bool:
        """Whether a word before a name may be another name: "Smith and Jones"."""
        key, said = self._key(place), self._said
        listed = (
            key in said.determiners or key in said.modifiers or key in self._book.names.national
        )
        return key in self._book.numbers.joiners or (self._found[place].capital and not listed)

    def _kind_of_name(self, span: Span, *, article: bool) -> SourceKind:
        name = self._text[span.start : span.end]
        keys = {word.key for word in self._book.words(self._text, span)}
        body = bool(keys & self._said.body_words) or bool(keys & self._said.bodies)
        if body or article or is_acronym(name.split()[0]):
            return SourceKind.ORGANISATION
        if " " in name or self._names.in_full(name):
            return SourceKind.NAMED
        return (
            SourceKind.ORGANISATION if is_place(self._text, self._span, name) else SourceKind.NAMED
        )

    def _linked(self, found: Source, after: int) -> Source:
        """The phrase with "for the ministry", "of the officials" behind it, up to ``after``.

        Without ``after``, as far as it goes.
        """
        if found.pronoun or self._key(found.after) not in self._said.links:
            return found
        at = found.after + 1
        limit = min(after or len(self._found), found.after + 1 + _LINKED)
        while at < limit and not self._ends(at):
            at += 1
        if at == found.after + 1 or (after and at != after):
            return found
        span = Span(self._found[found.first].start, self._found[at - 1].end)
        return found._replace(after=at, span=span if found.head else found.span)

    def _ends(self, place: int) -> bool:
        word = self._found[place]
        if word.is_mark:
            return not (
                word.text == "." and adjacent(self._found, place) and place + 1 < len(self._found)
            )
        stops = word.key in self._said.boundaries and word.key not in self._said.prepositions
        return stops or self._is_verb(word.key)
