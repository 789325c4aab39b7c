"""What the readers of a claim need to know of a language, from ``wordbooks/*.toml``.

A new language is a new file named by its ISO 639-1 code; nothing else changes. What a file
may hold is said at the fields in ``wordlists``. A string lists words with blanks
between them, ``|`` parts forms of one word where the order counts, and a list holds phrases.
Words are kept as ``words.key_of`` writes them. (``languages/`` is for cutting sentences.)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from annotator.domain.article import Span
from annotator.text.recognise import SAMPLE, recognise
from annotator.text.wordlists import DateWords, NameWords, NumberWords, Phrases, SayingWords
from annotator.text.words import Word, key_of, words

_FOLDER = files("annotator.text").joinpath("wordbooks")
FALLBACK = "en"
"""Taken for a language without a file, without its number words: "ten" is Polish for "this"."""

T = TypeVar("T")


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
        _with_cues(_part(SayingWords, elisions, own.get("said", {}))),
        elisions,
    )


def _with_cues(said: SayingWords) -> SayingWords:
    phrases = (said.verb_phrases, said.object_verbs, said.according, said.according_after)
    verbs = said.say | said.that_verbs | said.findings | said.as_verbs
    return replace(said, cues=verbs.union(*(those.firsts for those in phrases)))


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
