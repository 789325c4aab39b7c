"""What claims are narrowed to beside their words, and such filters kept under a name.

A filter is kept in the library's local table, for each analyst: it is in backups and in no
file that leaves.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_line
from annotator.domain.article import ArticleId
from annotator.domain.assessment import ClaimType, FlagKind
from annotator.domain.errors import AnnotatorError
from annotator.domain.reminders import RULES
from annotator.domain.tags import ROW, STANDINGS, Standing
from annotator.store import keptfilters
from annotator.store.narrowing import ANY, Wanted

__all__ = ["ANY", "NO_FILTER", "Filters", "Saved", "remove", "save", "saved"]

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Filters:
    """What a claim has to be, all of it together; what is empty or None does not matter.

    ``standings`` are those of ``analyst`` (a person's id; "" is the acting one). ``since`` and
    ``until`` are days, both of them in it: when what the analyst holds of it was last changed.
    ``reminder`` is a rule's id (``domain/reminders.py``) or ANY, ``flag`` a kind of flag or ANY.
    """

    standings: frozenset[Standing] = frozenset()
    analyst: str = ""
    article: ArticleId | None = None
    since: date | None = None
    until: date | None = None
    has_evidence: bool | None = None
    reminder: str = ""
    flag: str = ""
    type: ClaimType | None = None

    @property
    def of_claims(self) -> bool:
        """Whether anything is asked of the claims themselves, but for their article."""
        return self != Filters(article=self.article)

    def wanted(self, me: str) -> Wanted:
        """What the store is asked for."""
        analyst = self.analyst or me
        return Wanted(
            analyst,
            self.standings,
            None if self.since is None else _midnight(self.since),
            None if self.until is None else _midnight(self.until + timedelta(days=1)),
            self.has_evidence,
            self.flag,
            self.type.value if self.type else "",
            private=analyst == me,
            held=analyst != me and Standing.UNTAGGED not in self.standings,
        )

    def json(self) -> dict[str, Any]:
        """As it is kept; what does not matter is left out."""
        value = {
            "standings": sorted(ROW[one].word for one in self.standings),
            "analyst": self.analyst,
            "article": self.article,
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
            "has_evidence": self.has_evidence,
            "reminder": self.reminder,
            "flag": self.flag,
            "type": self.type.value if self.type else "",
        }
        return {name: one for name, one in value.items() if one not in ("", None, [])}


NO_FILTER = Filters()


def _midnight(day: date) -> int:
    """When this day begins where the person is, in microseconds since 1970."""
    return round(datetime.combine(day, time()).timestamp() * 1_000_000)


def read_filters(value: object) -> Filters:
    """From what ``Filters.json`` gave; what is none counts as empty."""
    given: Mapping[str, Any] = value if isinstance(value, dict) else {}
    words = {row.word: row.standing for row in STANDINGS}
    flags = {ANY, *FlagKind}
    rules = {ANY, *(rule.id for rule in RULES)}
    types = {one.value: one for one in ClaimType}
    standings = given.get("standings")
    evidence = given.get("has_evidence")
    return Filters(
        frozenset(words[one] for one in standings if one in words)
        if isinstance(standings, list)
        else frozenset(),
        str(given.get("analyst", "")),
        ArticleId(str(given["article"])) if given.get("article") else None,
        _day(given.get("since")),
        _day(given.get("until")),
        evidence if isinstance(evidence, bool) else None,
        str(given.get("reminder", "")) if given.get("reminder") in rules else "",
        str(given.get("flag", "")) if given.get("flag") in flags else "",
        types.get(str(given.get("type", ""))),
    )


def _day(value: object) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(str(value)) if value else None
    return None


@dataclass(frozen=True, slots=True)
class Saved:
    """A search that was kept: what was typed, and what it was narrowed to."""

    name: str
    typed: str
    filters: Filters


def save(library: OpenLibrary, name: str, typed: str, filters: Filters) -> Saved:
    """Keeps a search under a name; one of that name is replaced.

    Raises AnnotatorError for a name that is empty or too long, and where there is nothing to keep.
    """
    called = kept_line(name, "The name", LONGEST_NAME)
    if not called:
        raise AnnotatorError("The name is empty: type one to find the search again.")
    words = kept_line(typed, "What is searched")
    if not words and filters == NO_FILTER:
        raise AnnotatorError("There is nothing to keep: type a word, or choose a filter first.")
    value = json.dumps({"typed": words, "filters": filters.json()}, ensure_ascii=False)
    keptfilters.keep(library.store, library.author.id, called, value, wait=library.wait)
    return Saved(called, words, filters)


def saved(library: OpenLibrary) -> tuple[Saved, ...]:
    """The searches that the acting analyst kept, by name."""
    found = []
    for name, value in keptfilters.kept(library.store, library.author.id):
        with suppress(ValueError):
            held = json.loads(value)
            if isinstance(held, dict):
                found.append(
                    Saved(name, str(held.get("typed", "")), read_filters(held.get("filters")))
                )
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.name)))


def remove(library: OpenLibrary, name: str) -> bool:
    """Forgets a search; says whether there was one of that name."""
    return keptfilters.forget(library.store, library.author.id, name, wait=library.wait)
