"""What the text itself tells of its article, offered beside what its file says; nothing is known by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice

from annotator.domain.article import Passage
from annotator.domain.enclosed import Enclosed, Offered
from annotator.text.language import codes
from annotator.text.recognise import recognise

WORDS = "the words of the text"
ENOUGH = 100
"""Letters of a text that tell its language; fewer may be a name in another."""

_LETTER = re.compile(r"[^\W\d_]")
_LANGUAGE = "language"


def with_read(enclosed: Enclosed, text: str, passages: Sequence[Passage]) -> Enclosed:
    """What came with a text, and what its words say of it: its language, and its dateline.

    The likelier stands first. Programs write their own language into files of any, so the
    words come before what a file says, where they are enough to tell. A dateline may name an
    agency that another publisher had it from, so it stands behind what the file says.
    """
    spoken = spoken_in(enclosed, text)
    offered = (*enclosed.offered, *_of_dateline(text, passages, spoken))
    said = [one for one in offered if one.field == _LANGUAGE]
    if spoken is not None and not (said and said[0].value == spoken):
        likely = next((one for one in said if one.value == spoken), None)
        first = likely or Offered(_LANGUAGE, spoken, WORDS)
        offered = (first, *(one for one in offered if one is not likely))
    return replace(enclosed, offered=offered)


def _of_dateline(text: str, passages: Sequence[Passage], spoken: str | None) -> Iterator[Offered]:
    """Who publishes, and the day where its year is named: without it, it could be of any."""
    from annotator.text.dateline import dateline  # which a window need not load to open

    found = dateline(text, passages, spoken)
    if found is None:
        return
    source = f"the dateline “{' '.join(text[found.start : found.end].split())} –”"
    if found.agency:
        yield Offered("publisher", " ".join(text[slice(*found.agency)].split()), source)
    if found.day:
        from annotator.text.days import read_day  # its wordbooks take a moment

        with suppress(ValueError):
            day = read_day(text[slice(*found.day)])
            if len(day) == len("2026-01-03"):
                yield Offered("published", day, source)


def spoken_in(enclosed: Enclosed, text: str) -> str | None:
    """The language a text seems to be in, by its words and its file; None: neither tells.

    A file's language that no word list here knows is believed: nothing could tell otherwise.
    """
    said = [one.value for one in enclosed.offered if one.field == _LANGUAGE]
    if said and _base(said[0]) not in codes():
        return said[0]
    enough = len(list(islice(_LETTER.finditer(text), ENOUGH))) == ENOUGH
    told = recognise(text) if enough else ""
    if not told:
        return said[0] if said else None
    return next((code for code in said if _base(code) == told), told)


def _base(code: str) -> str:
    return re.split("[-_]", code.strip().lower(), maxsplit=1)[0]
