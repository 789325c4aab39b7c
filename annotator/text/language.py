"""What the rules need to know of a language, read from ``languages/*.toml``.

A new language is a new file; nothing else changes. Each file may hold:

``always``         abbreviations that never end a sentence ("Gen.")
``number``         abbreviations that do not end one before a number ("No. 5")
``unless_opener``  abbreviations that end one only before a sentence opener ("Inc.")
``openers``        words that begin sentences, written with a capital
``speech``         verbs that follow a quotation ('"Why?" she asked')
``speech_first``   true where the verb stands before the speaker, as in German
``after_clock``    words that go on after "a.m." (zones, days, months)
``months``         words that follow an ordinal ("3. Mai")
``ordinals``       true where a stop after a number makes it an ordinal
``lower_starts``   true where careless writers begin sentences in small letters
``words``          frequent words, to recognise the language by
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Language:
    """The word lists of one language, its own and the common ones together."""

    code: str
    always: frozenset[str]
    number: frozenset[str]
    unless_opener: frozenset[str]
    abbreviations: frozenset[str]
    """All three together: whoever is in none of them is an ordinary word."""
    openers: frozenset[str]
    speech: frozenset[str]
    speech_first: bool
    after_clock: frozenset[str]
    months: frozenset[str]
    ordinals: bool
    lower_starts: bool
    words: frozenset[str]


def _cased(entries: Iterable[str]) -> frozenset[str]:
    """The forms an entry may take: "fig" also "Fig" and "FIG", "Gen" also "GEN"."""
    forms: set[str] = set()
    for entry in entries:
        forms.update((entry, entry[:1].upper() + entry[1:]))
        if len(entry) > 2:
            forms.add(entry.upper())
    return frozenset(forms)


def _read(code: str) -> dict[str, Any]:
    source = files("annotator.text").joinpath("languages", f"{code}.toml")
    return tomllib.loads(source.read_text("utf-8")) if source.is_file() else {}


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a file, in alphabetical order."""
    folder = files("annotator.text").joinpath("languages")
    names = (entry.name for entry in folder.iterdir())
    stems = (name[:-5] for name in names if name.endswith(".toml"))
    return tuple(sorted(stem for stem in stems if len(stem) == 2))


@cache
def _language(code: str) -> Language:
    common, own = _read("common"), _read(code)

    def listed(name: str) -> list[str]:
        return [*common.get(name, ()), *own.get(name, ())]

    always, number = _cased(listed("always")), _cased(listed("number"))
    unless_opener = _cased(listed("unless_opener"))
    return Language(
        code=code,
        always=always,
        number=number,
        unless_opener=unless_opener,
        abbreviations=always | number | unless_opener,
        openers=frozenset(listed("openers")),
        speech=frozenset(listed("speech")),
        speech_first=bool(own.get("speech_first")),
        after_clock=frozenset(listed("after_clock")),
        months=frozenset(listed("months")),
        ordinals=bool(own.get("ordinals")),
        lower_starts=bool(own.get("lower_starts")),
        words=frozenset(listed("words")),
    )


def language(code: str | None) -> Language:
    """The language with this code, such as ``"de"`` or ``"pt-BR"``.

    Only what stands before the first ``-`` or ``_`` counts. A language without
    a file, or none, gets what is common to all.
    """
    short = (code or "").replace("_", "-").split("-")[0].lower()
    return _language(short if short in codes() else "")
