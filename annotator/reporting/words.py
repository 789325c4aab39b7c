"""How the report names and draws an outcome, and other small words it needs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from annotator.domain.edition import Edition
from annotator.domain.report import Outcome
from annotator.domain.snapshot import TITLE_NUMBER, number_label
from annotator.domain.tags import STANDINGS
from annotator.reporting.characters import FORBIDDEN
from annotator.reporting.labels import ENGLISH, Labels, labels

_ODD = re.compile(r"[\s\x00-\x20\x7f-\x9f]")
"""What stands in no address."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class Look(NamedTuple):
    """An outcome as it is drawn: its CSS class, glyph, word, and what it means."""

    name: str
    glyph: str
    word: str
    meaning: str
    outcome: Outcome


OPEN_GLYPH = "≠"
OPEN_MEANS = "Analysts differ, and nobody has settled it. Each one's tag is listed."
NOT_SETTLED_MEANS = "The check came to no result that can be published."


def _looks(t: Labels, *, public: bool) -> dict[Outcome, Look]:
    looks = {
        Outcome(row.word): Look(
            row.role, row.glyph, t(row.label.lower()), t(row.meaning), Outcome(row.word)
        )
        for row in STANDINGS
    }
    word, means = ("not settled", NOT_SETTLED_MEANS) if public else ("open", OPEN_MEANS)
    looks[Outcome.OPEN] = Look("open", OPEN_GLYPH, t(word), t(means), Outcome.OPEN)
    return looks


class Terms:
    """The words of one edition: its labels, how outcomes are drawn, what claims are called.

    ``t`` gives a label. What is open in the editor's copy is "not settled" in a public one.
    """

    def __init__(self, t: Labels, *, public: bool) -> None:
        self.t = t
        self.language = t.language
        self.look = _looks(t, public=public)
        self.standing = {row.standing: self.look[Outcome(row.word)] for row in STANDINGS}
        self._refs: dict[int, Ref] = {}

    def ref(self, number: int | None) -> Ref:
        """The three names of the claim with this number; 0 is the title."""
        number = number or TITLE_NUMBER
        found = self._refs.get(number)
        if found is None:
            label = number_label(number)
            name = self.t("the title") if label == "T" else self.t("claim {n}", n=number)
            found = self._refs[number] = Ref(label, name, label)
        return found


def terms_of(edition: Edition) -> Terms:
    """The words of this edition."""
    return _terms(edition.labels, edition.public)


@lru_cache(maxsize=8)
def _terms(language: str, public: bool) -> Terms:
    return Terms(labels(language), public=public)


LOOK: dict[Outcome, Look] = _looks(labels(ENGLISH), public=False)
"""In English, as the editor's copy has them; their names, glyphs and outcomes are everybody's."""

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


def figures(counts: Mapping[Outcome, int], terms: Terms) -> list[tuple[Look, int]]:
    """The counts: the tags and "on its source" always, the others where there are any."""
    shown = [(terms.look[outcome], counts.get(outcome, 0)) for outcome in ORDER]
    return [(look, n) for index, (look, n) in enumerate(shown) if n or index < 4]


def how_many(names: Iterable[str]) -> list[str]:
    """Who has how many, the most first: "Anna (6)"; who has no name is left out."""
    counted: dict[str, int] = {}
    for name in filter(None, names):
        counted[name] = counted.get(name, 0) + 1
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0].casefold()))
    return [f"{name} ({count})" for name, count in ordered]


class Ref(NamedTuple):
    """How a claim is called: "5" or "T", "claim 5" or "the title", and the end of its ids."""

    label: str
    name: str
    key: str


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
