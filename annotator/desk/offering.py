"""What the text itself tells of its article, offered beside what its file says; nothing is known by it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from annotator.domain.enclosed import Enclosed, Offered
from annotator.text.language import codes
from annotator.text.recognise import recognise

WORDS = "the words of the text"
ENOUGH = 100
"""Letters of a text that tell its language; fewer may be a name in another."""

_LETTER = re.compile(r"[^\W\d_]")
_LANGUAGE = "language"


def with_read(enclosed: Enclosed, text: str) -> Enclosed:
    """What came with a text, and what its words say of it: its language.

    The likelier stands first. Programs write their own language into files of any, so the
    words come before what a file says, where they are enough to tell.
    """
    spoken = spoken_in(enclosed, text)
    said = [one for one in enclosed.offered if one.field == _LANGUAGE]
    if spoken is None or (said and said[0].value == spoken):
        return enclosed
    likely = next((one for one in said if one.value == spoken), None)
    first = likely or Offered(_LANGUAGE, spoken, WORDS)
    others = (one for one in enclosed.offered if one is not likely)
    return replace(enclosed, offered=(first, *others))


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
