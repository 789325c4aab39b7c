"""What the readers of a claim need to know of a language, from ``wordbooks/*.toml``.

A new language is a new file named by its ISO 639-1 code; nothing else changes. What a file
may hold is said at the fields below; each may be left out. A string lists words with blanks
between them, ``|`` parts forms of one word where the order counts, and a list holds phrases.
Words are kept as ``words.key_of`` writes them. (``languages/`` is for cutting sentences.)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from annotator.domain.article import Span
from annotator.text.recognise import SAMPLE, recognise
from annotator.text.words import Word, key_of, words

_FOLDER = files("annotator.text").joinpath("wordbooks")
FALLBACK = "en"
"""Taken for a language without a file, without its number words: "ten" is Polish for "this"."""

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
        if place >= len(found):
            return None
        for keys, meaning in self._by_first.get(found[place].key, ()):
            end = place + len(keys)
            if end <= len(found) and all(
                found[at].key == key for at, key in enumerate(keys, place)
            ):
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
    prefix: str = ""
    """What is written together with a source behind ``according``: Arabic "ل"."""
    adjectives_after: bool = False
    """Whether adjectives stand behind their noun: "deux responsables américains"."""
    caseless: bool = False
    """Whether there are no capitals: then a source is what stands up to a comma or "that"."""
    verb_first: bool = False
    """Whether the verb stands before its subject: "قال X إن"."""


@dataclass(frozen=True, slots=True)
class Wordbook:
    """The words of one language, its own and those common to all together."""

    code: str
    numbers: NumberWords
    units: Phrases[str]
    """A unit in words → its id in ``units.UNITS``."""
    dates: DateWords
    names: NameWords
    said: SayingWords
    elisions: bool = False

    def words(self, text: str, span: Span) -> list[Word]:
        return words(text, span, elisions=self.elisions)


_ORDERED = {
    "small": (0, 1),
    "tens": (20, 10),
    "ordinals": (1, 1),
    "months": (1, 1),
    "weekdays": (0, 1),
}
"""Lists whose order counts: the value of the first, and the step."""


def wordbook(text: str, language: str | None = None) -> Wordbook:
    """The words of the language with this code ("de", "pt-BR"); without one the text's own."""
    return _named((language or "").strip() or _guessed(text[:SAMPLE]))


@lru_cache(maxsize=8)
def _guessed(sample: str) -> str:
    return recognise(sample) or FALLBACK


@lru_cache(maxsize=64)
def _named(code: str) -> Wordbook:
    return _book(code.replace("_", "-").split("-")[0].lower())


@cache
def _book(short: str) -> Wordbook:
    source = _FOLDER.joinpath(f"{short}.toml") if short.isalpha() and len(short) == 2 else None
    if source is not None and source.is_file():
        return _read(short, tomllib.loads(source.read_text("utf-8")))
    book = _book(FALLBACK)
    numbers = replace(book.numbers, small={}, tens={}, scales={}, ordinals={}, vague=frozenset())
    return replace(book, code=short, numbers=numbers)


def months_of(code: str) -> Mapping[str, int]:
    """The names of the months in a language, with their numbers."""
    return _book(code).dates.months


def codes() -> tuple[str, ...]:
    """The languages that have a wordbook, in alphabetical order."""
    names = (entry.name.removesuffix(".toml") for entry in _FOLDER.iterdir())
    return tuple(sorted(name for name in names if len(name) == 2))


def _read(code: str, own: Mapping[str, Any]) -> Wordbook:
    common = tomllib.loads(_FOLDER.joinpath("common.toml").read_text("utf-8"))
    dates: Mapping[str, Any] = own.get("dates", {})
    elisions: bool = own.get("elisions", False)
    return Wordbook(
        code,
        _part(NumberWords, elisions, own),
        Phrases(_meant(common["units"], own.get("units", {})), elisions=elisions),
        _part(DateWords, elisions, {**own, **dates, "short": _shorts(dates)}),
        _part(NameWords, elisions, own.get("names", {}), common),
        _part(SayingWords, elisions, own.get("said", {})),
        elisions,
    )


def _part(kind: type[T], elisions: bool, *tables: Mapping[str, Any]) -> T:
    """A part of a book, each field as its type says; what no table has is empty."""
    values: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]  # T is one of the dataclasses above
        given = [table[field.name] for table in tables if field.name in table]
        if field.name in _ORDERED:
            values[field.name] = _ordered(given, *_ORDERED[field.name])
        elif field.type == "frozenset[str]":
            values[field.name] = frozenset(key_of(one) for text in given for one in text.split())
        elif field.type == "Phrases[str]":
            values[field.name] = Phrases(_entries(given), elisions=elisions)
        elif field.type == "Mapping[str, int]":
            values[field.name] = {key: int(value) for key, value in _turned(given)}
        elif field.type == "Mapping[str, str]":
            values[field.name] = dict(_turned(given))
        elif given:
            values[field.name] = given[0]
    return kind(**values)


def _ordered(given: Sequence[str], first: int, step: int) -> dict[str, int]:
    return {
        key_of(form.rstrip(".")): first + step * place
        for text in given
        for place, forms in enumerate(text.split())
        for form in forms.split("|")
    }


def _shorts(dates: Mapping[str, Any]) -> str:
    """The forms of months and weekdays that the file writes with a dot, without it."""
    both = f"{dates.get('months', '')} {dates.get('weekdays', '')}".replace("|", " ")
    return " ".join(form[:-1] for form in both.split() if form.endswith("."))


def _entries(given: Sequence[Any]) -> Iterable[tuple[str, str]]:
    for value in given:
        if isinstance(value, dict):
            yield from _meant(value)
        else:
            yield from ((phrase, phrase) for phrase in value)


def _meant(*tables: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, str]]:
    return (
        (phrase, meaning)
        for table in tables
        for meaning, phrases in table.items()
        for phrase in phrases
    )


def _turned(given: Sequence[Any]) -> Iterable[tuple[str, str]]:
    """Words → what they stand for, from a table of words by meaning, or from lists of likes."""
    for value in given:
        rows = (
            value.items() if isinstance(value, dict) else ((one.split()[0], one) for one in value)
        )
        for meaning, listed in rows:
            yield from ((key_of(word), key_of(meaning)) for word in listed.split())
