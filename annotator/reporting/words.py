"""How the report names and draws an outcome, and other small words it needs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from annotator.domain.report import Outcome
from annotator.domain.snapshot import claim_name, number_label
from annotator.domain.tags import STANDINGS, Standing

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
"""What HTML cannot hold: controls but tab and line feed, surrogates, noncharacters."""

_ODD = re.compile(r"[\s\x00-\x20\x7f-\x9f]")
"""What stands in no address."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class Look(NamedTuple):
    """An outcome as it is drawn: its CSS class, glyph, word, and what it means."""

    name: str
    glyph: str
    word: str
    meaning: str


def _looks() -> dict[Outcome, Look]:
    looks = {
        Outcome(row.word): Look(row.role, row.glyph, row.label.lower(), row.meaning)
        for row in STANDINGS
    }
    looks[Outcome.OPEN] = Look(
        "open", "≠", "open", "Analysts differ, and nobody has settled it. Each one's tag is listed."
    )
    return looks


LOOK: dict[Outcome, Look] = _looks()

STANDING_LOOK: dict[Standing, Look] = {row.standing: LOOK[Outcome(row.word)] for row in STANDINGS}

ORDER = (
    Outcome.VERIFIED,
    Outcome.DISPUTED,
    Outcome.UNATTRIBUTED,
    Outcome.ON_SOURCE,
    Outcome.NOT_CHECKABLE,
    Outcome.OPEN,
    Outcome.UNTAGGED,
)
"""The order of figures and key."""


class Ref(NamedTuple):
    """How a claim is called: "5" or "T", "claim 5" or "the title", and the end of its ids."""

    label: str
    name: str
    key: str


def ref(number: int) -> Ref:
    """The three names of the claim with this number; 0 is the title."""
    return Ref(number_label(number), claim_name(number), number_label(number))


def letters(index: int) -> str:
    """The mark of the note with this index: a to z, then aa, ab and so on."""
    mark = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        mark = chr(ord("a") + digit) + mark
    return mark


def first_words(text: str, size: int = 140) -> str:
    """The beginning, cut at a blank where there is one; ``size`` is in code points."""
    if len(text) <= size:
        return text
    head = text[:size]
    return (head.rpartition(" ")[0] or head) + "…"


@lru_cache(maxsize=4096)
def direction(text: str) -> str:
    """Right to left ("rtl") or "ltr", by the first character that has a direction."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return "ltr"


def language(tag: str) -> str:
    """The tag if it has the form of one (BCP 47), else nothing: HTML takes no other."""
    return tag if _LANGUAGE.fullmatch(tag) else ""


def web_address(address: str) -> str:
    """The address if it can be a link: http or https with a host, and nothing odd in it."""
    if not address or _ODD.search(address) or FORBIDDEN.search(address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""
