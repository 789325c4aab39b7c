"""What a fact-checker ticks in a claim: its numbers, dates, names and quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.article import Span
from annotator.text.dates import mention_at
from annotator.text.figures import Figure, figure_at
from annotator.text.naming import Names
from annotator.text.quantities import unit_behind
from annotator.text.quotations import quotations
from annotator.text.wordbook import Wordbook, wordbook
from annotator.text.words import Word, key_of


class FactKind(StrEnum):
    """What is to be checked. A document that is referred to ("the report") is a name."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to be ticked, at ``span`` of the article's text."""

    span: Span
    kind: FactKind


def facts(text: str, span: Span, language: str | None = None) -> tuple[Fact, ...]:
    """The facts in ``text[span]``, in order, apart.

    A number stands with its unit and with what changes it ("at least 95"), a year with its
    "in" or "since". A quotation is one fact, whatever is said in it. A name that stands twice
    is found once. The first word of a sentence is a name where the article around it says so.
    """
    book = wordbook(text, language)
    found = book.words(text, span)
    quoted = [Fact(one.span, FactKind.QUOTATION) for one in quotations(text, span)]
    return tuple(_once(text, _merged(quoted, _Reader(text, span, found, book).facts(quoted))))


def _merged(quoted: Sequence[Fact], others: Iterator[Fact]) -> list[Fact]:
    return sorted([*quoted, *others], key=lambda fact: fact.span)


def _once(text: str, found: Sequence[Fact]) -> Iterator[Fact]:
    """Without names that stood before."""
    names = set()
    for fact in found:
        if fact.kind is FactKind.NAME:
            name = key_of(text[slice(*fact.span)])
            if name in names:
                continue
            names.add(name)
        yield fact


class _Reader:
    """Goes through the words of a claim once; what is read at a word decides where to go on."""

    def __init__(self, text: str, span: Span, found: Sequence[Word], book: Wordbook) -> None:
        self._found, self._book = found, book
        self._names = Names(text, span, found, book)

    def facts(self, quoted: Sequence[Fact]) -> Iterator[Fact]:
        """The facts outside the quotations."""
        place, waiting = 0, list(reversed(quoted))
        while place < len(self._found):
            while waiting and waiting[-1].span.end <= self._found[place].start:
                waiting.pop()
            if waiting and self._found[place].start >= waiting[-1].span.start:
                place += 1
                continue
            fact, place = self._at(place)
            if fact and not (waiting and fact.span.end > waiting[-1].span.start):
                yield fact

    def _at(self, place: int) -> tuple[Fact | None, int]:
        """The fact that begins with that word, and the place to go on from."""
        numbers, said = self._book.numbers, self._book.said
        idle = numbers.idle.at(self._found, place)
        if place == 0 and not idle:
            idle = said.according.at(self._found, place)
        if idle:
            return None, idle[1]
        dated = mention_at(self._found, place, self._book)
        if dated:
            return Fact(dated[0].span, FactKind.DATE), dated[1]
        number = self._number(place)
        if number:
            return number
        named = self._document(place) or self._names.at(place)
        if named:
            return Fact(named[0], FactKind.NAME), named[1]
        return None, place + 1

    def _number(self, place: int) -> tuple[Fact, int] | None:
        """A number with its unit, and with what changes it before it."""
        bound = self._book.numbers.bounds.at(self._found, place)
        at = bound[1] if bound else place
        figure = figure_at(self._found, at, self._book) if at < len(self._found) else None
        if figure is None:
            return None
        unit = None if figure.ordinal else unit_behind(self._found, figure, self._book)
        if not unit and (figure.rest or (not bound and self._is_article(figure))):
            return None
        after = unit[1] if unit else figure.after
        end = self._found[after - 1].end if unit else figure.end
        return Fact(
            Span(self._found[place].start if bound else figure.start, end), FactKind.NUMBER
        ), after

    def _is_article(self, figure: Figure) -> bool:
        """Whether "one" is no number: "one of the", "one notable incident"."""
        word = self._found[figure.after - 1]
        if (
            figure.value != 1
            or figure.ordinal
            or not word.text[0].isalpha()
            or word.kind == "number"
        ):
            return False
        following = self._found[figure.after : figure.after + 1]
        return not following or following[0].key not in self._book.numbers.counted

    def _document(self, place: int) -> tuple[Span, int] | None:
        """Such as "the report", "this latest statement"."""
        found, names = self._found, self._book.names
        if found[place].key not in names.determiners:
            return None
        for at in (place + 1, place + 2):
            if at < len(found) and found[at].key in names.documents:
                return Span(found[place].start, found[at].end), at + 1
            if at >= len(found) or found[at].kind != "word":
                return None
            if found[at].key in self._book.numbers.small:
                return None
        return None
