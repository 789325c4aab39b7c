"""What a wordbook may hold: how a language writes numbers, times, names and who says what.

The fields say it; a file of ``wordbooks/`` may leave each of them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from annotator.domain.article import Span
from annotator.text.words import Word, words

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases with what each stands for; the longest that fits is found."""

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[tuple[str, T]], *, elisions: bool = False) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in entries:
            found = words(phrase, Span(0, len(phrase)), elisions=elisions)
            keys = tuple(word.key for word in found)
            by_first.setdefault(keys[0], []).append((keys, meaning))
        self._by_first = {
            first: tuple(sorted(those, key=lambda one: -len(one[0])))
            for first, those in by_first.items()
        }

    def __contains__(self, key: str) -> bool:
        """Whether a phrase begins with this word."""
        return key in self._by_first

    def at(self, found: Sequence[Word], place: int) -> tuple[T, int] | None:
        """What stands at that word, and the place of the word behind it."""
        those = self._by_first.get(found[place].key) if place < len(found) else None
        if those is None:
            return None
        for keys, meaning in those:
            end = place + len(keys)
            if end <= len(found) and keys == tuple([word.key for word in found[place:end]]):
                return meaning, end
        return None

    @property
    def firsts(self) -> frozenset[str]:
        return frozenset(self._by_first)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language writes numbers. ``groups`` and ``decimal`` are the marks in digits."""

    small: Mapping[str, int]
    """0 to 19."""
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    """Hundred, thousand, million; in the file a table from the number to its words."""
    ordinals: Mapping[str, int]
    joiners: frozenset[str]
    """Between parts of a number: "and"."""
    vague: frozenset[str]
    bounds: Phrases[str]
    counted: frozenset[str]
    alike: Mapping[str, str]
    """A counted noun → the first of those that are counted alike; in the file a list."""
    idle: Phrases[str]
    ordinal_ends: frozenset[str]
    no_numbers: frozenset[str]
    """Number words that are mostly articles: "un", "eine"; never taken for one."""
    groups: str = ""
    decimal: str = ""
    spaced: bool = False
    """Whether a plain blank parts thousands: "3 000"."""
    plurals: bool = False
    """Whether a noun that ends in "s" is many."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language speaks of time. ``months`` from 1, ``weekdays`` from Monday, 0."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short: frozenset[str]
    """Those of both that stand only beside a number: "Sun", "Mar"; in the file with a dot."""
    other_months: frozenset[str]
    """Months of another calendar, which are dates, but are not worked out."""
    last: frozenset[str]
    this: frozenset[str]
    next: frozenset[str]
    between: frozenset[str]
    """What may stand between day, month and year: "of", "de"."""
    before: frozenset[str]
    """What stands before a year or a month that is alone: "in", "since"."""
    before_year: frozenset[str]
    """Those before which it is a year even with things behind it: "in 2020 protests"."""
    articles: frozenset[str]
    """What may stand before a year, and is no part of the phrase: "the 1979 revolution"."""
    clock: Phrases[str]
    future: Phrases[str]
    ago: Phrases[str]
    """Behind a number and a period: "two days ago"."""
    ago_before: Phrases[str]
    """Before them: "vor zwei Tagen"."""
    span_of: Phrases[str]
    """Before them, of a stretch up to now: "the past five years"."""
    span_after: Phrases[str]
    """Behind them: "los dos años pasados"."""
    periods: Mapping[str, str]
    phrases: Phrases[str]
    month_first: bool = False
    """Whether "January 3" is written as well as "3 January"; 3/1/2024 is then no date one
    could be sure of."""
    capital_dates: bool = False
    """Whether names of months and days have a capital."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """What is a name, and what only looks like one."""

    particles: frozenset[str]
    titles: frozenset[str]
    """What stands before a person's name and is no part of it: "President", "Gen"."""
    of: frozenset[str]
    """A word with which a name goes on only from one of ``heads``: "Bank of England"."""
    heads: frozenset[str]
    title_words: frozenset[str]
    """What may stand before such a title: "Prime", "Foreign"."""
    not_names: frozenset[str]
    documents: frozenset[str]
    determiners: frozenset[str]
    national: frozenset[str]
    """Adjectives that say of what nation or faith something is."""
    nouns_capital: bool = False
    """Whether every noun has a capital (German): two must stand together to be a name."""


@dataclass(frozen=True, slots=True)
class SayingWords:
    """How a language says who says something."""

    according: Phrases[str]
    according_after: Phrases[str]
    """Behind the source: "X'e göre"."""
    say: frozenset[str]
    that_verbs: frozenset[str]
    told: frozenset[str]
    """Those of them that say to whom: "told IRNA that"."""
    findings: frozenset[str]
    verb_phrases: Phrases[str]
    object_verbs: Phrases[str]
    as_verbs: frozenset[str]
    that: frozenset[str]
    adverbs: frozenset[str]
    """Ends of adverbs, which may stand before a verb: "ly"."""
    passive: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    relative: frozenset[str]
    """What begins an aside on a source: "who", "which"."""
    clauses: frozenset[str]
    """What begins another clause: "while", "although"."""
    as_words: frozenset[str]
    boundaries: frozenset[str]
    prepositions: frozenset[str]
    links: frozenset[str]
    """Prepositions that a source goes on with: "a spokesman for the ministry"."""
    part_of: frozenset[str]
    """Between a count and those it is of: "two of the officials"."""
    he: frozenset[str]
    she: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    with_words: frozenset[str]
    quoting: Phrases[str]
    by_words: Phrases[str]
    interview: Phrases[str]
    determiners: frozenset[str]
    """What a source may begin with: "the", "several"."""
    definite: frozenset[str]
    """Those that point back to what was named before: "the", "these"."""
    offices: frozenset[str]
    """Heads that are as good as a name: "the health minister"."""
    people: frozenset[str]
    organisations: frozenset[str]
    modifiers: frozenset[str]
    bodies: frozenset[str]
    body_words: frozenset[str]
    media: frozenset[str]
    cues: frozenset[str] = frozenset()
    """The first words of all verbs and phrases (worked out, not in the files)."""
    prefix: str = ""
    """What is written together with a source behind ``according``: Arabic "ل"."""
    adjectives_after: bool = False
    """Whether adjectives stand behind their noun: "deux responsables américains"."""
    caseless: bool = False
    """Whether there are no capitals: then a source is what stands up to a comma or "that"."""
    verb_first: bool = False
    """Whether the verb stands before its subject: "قال X إن"."""

    def is_verb(self, key: str) -> bool:
        """Whether it is a verb of speech, or "is" and the like."""
        return key in self.say or key in self.that_verbs or key in self.passive
