"""Who is named before or behind the words that attribute, with all that belongs to the phrase."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import Span
from annotator.domain.attribution import SourceKind
from annotator.text.dates import mention_at
from annotator.text.naming import POSSESSIVE
from annotator.text.source import NounPhrases, Source
from annotator.text.wordbook import Wordbook
from annotator.text.words import Word, adjacent

LONGEST = 12
"""No phrase that names a source has more words."""

COMMAS = frozenset(",،")

_WHOLE = 7
"""Nor more than these where nothing but a comma tells where it ends."""

_ADJECTIVES = 2
_LINKED = 7
"""So many small words may follow its noun, and so many "of", "for" or "from"."""


class Sources:
    """Finds the phrases around a cue; ``found`` are the words of ``text[span]``."""

    __slots__ = ("_book", "_found", "_phrases", "_said")

    def __init__(self, text: str, span: Span, found: Sequence[Word], book: Wordbook) -> None:
        self._found, self._book, self._said = found, book, book.said
        self._phrases = NounPhrases(text, span, found, book)

    def at(self, place: int) -> Source | None:
        """The phrase that begins with that word, and nothing that is linked to it."""
        return self._phrases.at(place)

    def from_word(self, place: int) -> Source | None:
        """The phrase that begins with that word, with what is linked to it."""
        found = self._phrases.at(place)
        if found is None or not found.head or self._said.interview.at(self._found, found.after):
            return found
        return self._linked(found, 0)

    def ending_at(self, after: int, edge: int) -> Source | None:
        """The longest phrase that ends right before ``after`` and begins at ``edge`` or later."""
        if self._said.caseless:
            return self._whole(edge, self._stop(edge, after))
        begin = max(edge, after - LONGEST)
        if begin >= after or not self._may_end(after - 1):
            return None
        if any(self._key(place) in self._said.negations for place in range(begin, after)):
            return None
        for first in range(begin, after):
            if first > edge and self._goes_on(first):
                continue
            found = self._phrases.at(first)
            if found and found.after < after:
                found = self.with_adjectives(self._linked(found, after), after)
            if found and found.after == after:
                return found
        return None

    def with_adjectives(self, found: Source, after: int) -> Source:
        """With the small words up to that place, where they can be adjectives of its noun."""
        between = range(found.after, after)
        if not found.head or not self._said.adjectives_after or len(between) > _ADJECTIVES:
            return found
        if any(self._ends(at) or not self._is_small(at) for at in between):
            return found
        return found._replace(after=after, span=Span(found.span.start, self._found[after - 1].end))

    def up_to_mark(self, place: int) -> Source | None:
        """All words up to a mark or to "that", where no capitals tell a name from others."""
        return self._whole(place, self._stop(place, len(self._found)))

    def apposed(self, source: Source) -> Source:
        """The name behind a comma in place of the office: "the minister, Bahram Einollahi,"."""
        at = source.after + 1
        is_there = self._key(source.after) in COMMAS and at < len(self._found)
        named = self._phrases.names.at(at) if is_there else None
        if named is None or source.head not in self._said.people:
            return source
        if named[1] < len(self._found) and not self._found[named[1]].is_mark:
            return source
        return Source(source.first, named[1], named[0], SourceKind.NAMED)

    def _key(self, place: int) -> str:
        return self._found[place].key if 0 <= place < len(self._found) else ""

    def _is_small(self, place: int) -> bool:
        word = self._found[place]
        plain = word.kind == "word" and not word.capital
        return plain and word.key not in self._said.prepositions

    def _may_end(self, place: int) -> bool:
        """Whether the phrase can end with that word: quickly, for the many where none does."""
        word, said = self._found[place], self._said
        if word.is_mark or word.key in said.determiners:
            return False
        if word.key in said.boundaries or word.key in said.prepositions:
            return False
        return not said.is_verb(word.key) or word.key in self._book.names.documents

    def _goes_on(self, place: int) -> bool:
        """Whether what stands before belongs to the phrase, so that none begins here."""
        before, word = self._found[place - 1], self._found[place]
        if before.key in self._said.prepositions:
            return before.key not in self._said.with_words
        if before.key in self._book.numbers.joiners and place > 1:
            before = self._found[place - 2]
        if POSSESSIVE.search(before.text):
            return False
        named = before.capital and word.capital and before.kind == "word"
        return named or adjacent(self._found, place)

    def _stop(self, place: int, limit: int) -> int:
        """Where a phrase without capitals ends: at a mark, before a clause, before a time."""
        at, limit = place, min(limit, place + _WHOLE + 1)
        while at < limit and not self._found[at].is_mark:
            clause = self._key(at) in self._said.boundaries
            if clause or mention_at(self._found, at, self._book):
                break
            at += 1
        return at

    def _whole(self, first: int, after: int) -> Source | None:
        if not 0 < after - first <= _WHOLE:
            return None
        start, keys = self._found[first].start, {self._key(at) for at in range(first, after)}
        prefix = self._said.prefix
        if prefix and self._found[first].text.startswith(prefix):
            keys.add(self._key(first)[len(prefix) :])
            start += len(prefix)
        pronoun = self._phrases.pronoun(first) if after == first + 1 else ""
        span = Span(start, self._found[after - 1].end)
        return Source(first, after, span, self._kind_of(keys), pronoun=pronoun)

    def _kind_of(self, keys: set[str]) -> SourceKind:
        """By a noun in it; where there is none it is taken for a name."""
        if keys & self._said.organisations:
            return SourceKind.ORGANISATION
        if keys & self._book.names.documents:
            return SourceKind.DOCUMENT
        return SourceKind.ANONYMOUS if keys & self._said.people else SourceKind.NAMED

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
        """Whether the phrase cannot go on with that word: a mark, a verb, "that"."""
        word, said = self._found[place], self._said
        if word.is_mark:
            inside = word.text == "." and adjacent(self._found, place)
            return not inside or place + 1 == len(self._found)
        clause = word.key in said.boundaries and word.key not in said.prepositions
        return clause or said.is_verb(word.key)
