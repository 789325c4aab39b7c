"""What the rules need to know of a language, read from ``languages/*.toml``.

A new language is a new file named by its ISO 639-1 code; nothing else changes.
What a file may hold is said at the fields of ``Language``; each may be left out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

_FOLDER = files("annotator.text").joinpath("languages")
_ABBREVIATIONS = ("always", "number", "unless_opener", "ends")


@dataclass(frozen=True, slots=True)
class Language:
    """The word lists of one language, its own and those common to all together."""

    always: frozenset[str]
    """Abbreviations that never end a sentence: "Gen." """
    number: frozenset[str]
    """Abbreviations that do not end one before a number: "No. 5"."""
    unless_opener: frozenset[str]
    """Abbreviations that end one only before a word that begins sentences: "Inc." """
    states: frozenset[str]
    """Abbreviated states that a town may stand before: "Troy, Ala.", then a comma."""
    ends: frozenset[str]
    """Abbreviations that end one before any capital: "etc." """
    openers: frozenset[str]
    """Words that begin sentences, written with a capital."""
    small_openers: frozenset[str]
    """Words with which careless writers begin them in small letters, even after ! or ?"""
    units: frozenset[str]
    """Units that are written with a stop behind a number: "10 ft. high"."""
    letters: frozenset[str]
    """Words of one letter, which are no initials: "I"."""
    shortened: tuple[str, ...]
    """Endings that only words cut short have: "str" as in "Bahnhofstr."."""
    before_letter: frozenset[str]
    """Words that a letter or number closes: "Plan B", "World War I", "Platz 3"."""
    interjections: frozenset[str]
    """Words after which an exclamation mark is a comma: "oh! how"."""
    speech: frozenset[str]
    """Verbs that go with a quotation: '"Why?" she asked'."""
    unsaid: frozenset[str]
    """What follows these verbs where they say nothing: "Mary thought for a while"."""
    after_clock: frozenset[str]
    """What goes on after "a.m.": time zones, days, months."""
    months: frozenset[str]
    """Words that follow an ordinal even if they begin sentences elsewhere: "3. Mai"."""
    words: frozenset[str]
    """Frequent words, to recognise the language by; about as many for each language."""
    particles: tuple[str, ...]
    """Beginnings of what takes up a quotation where nothing parts words: 「…。」と言った."""
    particle_reach: int
    """How many characters may stand before such a particle (a speaker's name)."""
    ordinals: bool
    """Whether a stop after a number makes it an ordinal: "3. Mai"."""
    lower_starts: bool
    """Whether careless writers begin sentences with small letters more often than an
    abbreviation is missing from these lists."""
    faltering: int
    """How many characters before an ellipsis are still no sentence: "In a few words..."."""
    abbreviations: frozenset[str]
    """All classes of abbreviations together (worked out, not in the files)."""


def _cased(entries: Iterable[str]) -> frozenset[str]:
    """The forms an entry may take: "fig" also "Fig", "Gen" also "GEN" (as in headlines)."""
    forms: set[str] = set()
    for entry in entries:
        forms.update((entry, entry[:1].upper() + entry[1:]))
        if len(entry) > 2 and entry[:1].isupper():
            forms.add(entry.upper())
    return frozenset(forms)


@cache
def read(name: str) -> dict[str, Any]:
    """The data file ``languages/<name>.toml``; empty where there is none."""
    source = _FOLDER.joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text("utf-8")) if source.is_file() else {}


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a file, in alphabetical order."""
    names = (entry.name.removesuffix(".toml") for entry in _FOLDER.iterdir())
    return tuple(sorted(name for name in names if len(name) == 2))


@cache
def _language(code: str) -> Language:
    common, own = read("common"), read(code)
    values: dict[str, Any] = {}
    for field in fields(Language):
        listed = [*common.get(field.name, ()), *_list(own.get(field.name))]
        if field.name in _ABBREVIATIONS:
            values[field.name] = _cased(listed)
        elif field.type == "frozenset[str]":
            values[field.name] = frozenset(listed)
        elif field.type == "tuple[str, ...]":
            values[field.name] = tuple(listed)
        else:
            values[field.name] = own.get(field.name, 0)
    values["abbreviations"] = frozenset().union(*(values[name] for name in _ABBREVIATIONS))
    return Language(**values)


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def language(code: str | None) -> Language:
    """The language with this code, such as ``"de"`` or ``"pt-BR"``.

    Only what stands before the first ``-`` or ``_`` counts. A language without
    a file, or none, gets what is common to all.
    """
    short = (code or "").replace("_", "-").split("-")[0].lower()
    return _language(short if short in codes() else "")
