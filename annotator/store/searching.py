"""Asking the search: which claims have the words that were typed, and what else has.

Nothing is ranked. FTS5 gives what it finds in the order of the places (``searchplaces.py``),
so the first of them are there at once, however many more there may be.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from annotator.domain.findquery import Query, Unit
from annotator.store.library import Library
from annotator.store.searchothers import KEY, Key
from annotator.store.searchplaces import Range
from annotator.store.searchtables import CLAIM, OTHER

INDEXED = 3
"""Of so many characters FTS5 knows which words begin with them."""

MOST_TERMS = 64
"""Words that half words may stand for, all of them together, and that are looked up one by one."""

PAGE = 100
"""What is read at a time where much of it may have to be left out."""

FEW = 1000
"""So many claims are all found at once, whatever part of them is asked for."""

EVERYWHERE = (0, (1 << 63) - 1)
FOREVER = float("inf")


class Found(NamedTuple):
    """Places in order; ``whole``: there are no more."""

    places: list[int]
    whole: bool


class Other(NamedTuple):
    """A note, evidence, a source or an article's record that has the words."""

    place: int
    key: Key


class Finder:
    """One search in one library. After ``until`` (``time.perf_counter``) it gives what it has."""

    def __init__(self, library: Library, query: Query, until: float = FOREVER) -> None:
        self.library = library
        self.query = query
        self.until = until

    @property
    def late(self) -> bool:
        return time.perf_counter() > self.until

    def claims(self, between: Range, most: int, *, last_first: bool = False) -> Found:
        """Claims in this range of places, ``most`` of them."""
        every = self._every
        if not every.whole and len(every.places) > FEW:
            return self._claims_in(between, most, last_first=last_first)
        first, last = bisect_left(every.places, between[0]), bisect_right(every.places, between[1])
        found = every.places[first:last]
        if last_first:
            found.reverse()
        return Found(found[:most], every.whole and len(found) <= most)

    @cached_property
    def _every(self) -> Found:
        """All claims, where they are few: FTS5 looks beyond the end of a range for the next one."""
        return self._claims_in(EVERYWHERE, FEW + 1, last_first=False)

    def _claims_in(self, between: Range, most: int, *, last_first: bool) -> Found:
        if self.late:
            return Found([], whole=False)
        if self._claims is None:
            return Found([], whole=True)
        order = "DESC" if last_first else "ASC"
        rows, whole = self.library.rows_by(
            self.until,
            "SELECT rowid FROM claim_search WHERE claim_search MATCH ? "
            f"AND rowid BETWEEN ? AND ? ORDER BY rowid {order} LIMIT ?",
            (self._claims, *between, most),
        )
        return Found([row[0] for row in rows], whole and len(rows) < most)

    def others(self, between: Range) -> Iterator[Other]:
        """What else there is in this range, what was written last first."""
        if self._others is None:
            return
        first, last = between
        while not self.late:
            rows, whole = self.library.rows_by(
                self.until, _OTHERS, (self._others, first, last, PAGE)
            )
            for place, *key in rows:
                yield Other(place, Key(*key))
            if len(rows) < PAGE or not whole:
                return
            last = rows[-1][0] - 1

    @cached_property
    def _claims(self) -> str | None:
        return expression(self.library, CLAIM, self.query)

    @cached_property
    def _others(self) -> str | None:
        return expression(self.library, OTHER, self.query)


_OTHERS = (
    f"SELECT found.rowid, {KEY} FROM other_search AS found "
    "CROSS JOIN other_words ON place = found.rowid "
    "WHERE other_search MATCH ? AND found.rowid BETWEEN ? AND ? "
    "ORDER BY found.rowid DESC LIMIT ?"
)


def expression(library: Library, name: str, query: Query) -> str | None:
    """The query in the language of FTS5; None where nothing is asked for, or nothing has all of it.

    FTS5 reads all that begins with half a word before it gives the first of it, unless it
    has an index of such beginnings; so longer ones are spelt out where they are few words.
    """
    left = MOST_TERMS
    parts = []
    for unit in query.units:
        terms: Sequence[str] | None = None
        if unit.half and len(unit.words[-1]) > INDEXED and left > 0:
            terms = _beginning_with(library, name, unit.words[-1], left)
            if terms is not None and not terms:
                return None
            left -= len(terms) if terms is not None else left
        parts.append(_written(unit, terms))
    return " AND ".join(parts) or None


def _written(unit: Unit, terms: Sequence[str] | None) -> str:
    """One unit; ``terms``: the words that its last one may stand for, where they are known.

    Each is quoted, so that nothing in it is taken for an operator, and none has a quotation
    mark (``findwords.py``).
    """
    if terms is None:
        return f'"{" ".join(unit.words)}"{"*" if unit.half else ""}'
    phrases = (" ".join((*unit.words[:-1], term)) for term in terms)
    return "(" + " OR ".join(f'"{phrase}"' for phrase in phrases) + ")"


def _beginning_with(library: Library, name: str, begins: str, most: int) -> list[str] | None:
    """The words of the index that begin so; None where they are more than ``most``."""
    found: list[str] = []
    after = begins
    while rows := library.rows(f"SELECT term FROM {name}_terms WHERE term >= ? LIMIT 1", (after,)):
        term = str(rows[0][0])
        if not term.startswith(begins):
            break
        if len(found) == most:
            return None
        found.append(term)
        after = term + "\x01"  # the first that can follow it, whatever it is
    return found
