"""What stood in a register before an edit, and what stood at an earlier moment: from the log."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from annotator.domain.canonical import Json
from annotator.domain.order import Stamp
from annotator.store import log
from annotator.store.assess import REGISTERS
from annotator.store.library import Library, Row
from annotator.store.log import CHUNK
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON

Written = tuple[list[Stamp], list[str]]
"""The places of the edits that wrote a register, in the total order, and the value of each."""


class Before:
    """Looks up what counted before an edit; it asks nothing twice."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._joined: dict[str, str] = dict(library.rows("SELECT analyst, person FROM persons"))
        self._found: dict[tuple[str, str, str], dict[str, Written]] = {}

    def person(self, analyst: str) -> str:
        """Whose id this is."""
        return self._joined.get(analyst, analyst)

    def value(self, about: str, key: str, field: str, analyst: str, order: Stamp) -> Json:
        """What the last edit that still counts had written before that place; None for nothing.

        ``about`` and ``key`` name a claim, an item or an attribution; ``analyst`` is any of
        a person's ids.
        """
        places, values = self._written(about, key, analyst).get(field, ([], []))
        at = bisect_left(places, order)
        return json.loads(values[at - 1]) if at else None

    def standing(self, about: str, key: str, analyst: str) -> dict[str, tuple[Stamp, Json]]:
        """What stands now of one item or attribution: field → (stamp, value)."""
        return {
            field: (places[-1], json.loads(values[-1]))
            for field, (places, values) in self._written(about, key, analyst).items()
        }

    def look_ahead(self, about: str, keys: Iterable[tuple[str, str]]) -> None:
        """Reads at once what will be asked of these: ``(key, analyst)``."""
        wanted: dict[str, set[str]] = {}
        for key, analyst in keys:
            person = self.person(analyst)
            if (about, key, person) not in self._found:
                wanted.setdefault(person, set()).add(key)
        for person, ids in wanted.items():
            ordered = sorted(ids)
            self._found |= {(about, key, person): {} for key in ordered}
            for start in range(0, len(ordered), CHUNK):
                chunk = ordered[start : start + CHUNK]
                rows = self._library.rows(_about(about, len(chunk)), (*chunk, person))
                for key, field, value, at, edit, _ in rows:
                    found = self._found[(about, key, person)]
                    places, values = found.setdefault(field, ([], []))
                    places.append((at, edit))
                    values.append(value)

    def _written(self, about: str, key: str, analyst: str) -> dict[str, Written]:
        of = (about, key, self.person(analyst))
        if of not in self._found:
            found: dict[str, Written] = {}
            for _, field, value, at, edit, _ in self._library.rows(_about(about, 1), of[1:]):
                places, values = found.setdefault(field, ([], []))
                places.append((at, edit))
                values.append(value)
            self._found[of] = found
        return self._found[of]


def registers_then(
    library: Library, about: str, ids: Iterable[str], person: str, then: Stamp
) -> dict[str, dict[str, Json]]:
    """What a person's registers of these held right after the edit of that place.

    What was taken back later counts, and what was taken back then and given back later
    does not: it is what the person saw. id → field → value.
    """
    wanted = sorted(set(ids))
    rows: list[Row] = []
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        rows += library.rows(_ever(about, len(chunk)), (*chunk, person))
    rows = [row for row in rows if (row[3], row[4]) <= then]
    dead = _dead_then(library, {row[4] for row in rows}, person, then)
    found: dict[str, dict[str, Json]] = {}
    for key, field, value, _, edit, _ in rows:
        if edit not in dead:
            found.setdefault(key, {})[field] = json.loads(value)
    return found


def _dead_then(library: Library, edits: Iterable[str], person: str, then: Stamp) -> frozenset[str]:
    """Those of a person's edits that were taken back at that moment."""
    last: Mapping[str, Row] = {
        row[0]: row
        for row in sorted(_marks(library, sorted(edits), person), key=lambda row: row[2:])
        if row[2:] <= then
    }
    return frozenset(edit for edit, row in last.items() if row[1] == "Undo")


def _marks(library: Library, edits: Sequence[str], person: str) -> list[Row]:
    """(target, kind, at, id) of every Undo and Redo of these by that person."""
    sql = (
        "SELECT undoes, kind, at, id FROM edits "
        f"WHERE {PERSON.format(id='edits.analyst')} = ? AND kind IN ('Undo', 'Redo') "
        "AND undoes IN ({})"
    )
    return log.in_chunks(library, sql, edits, (person,))


def _about(about: str, count: int) -> str:
    """The registers that count now of so many claims, items or attributions."""
    sql = REGISTERS.replace("about = 'claim'", f"about = '{about}'")
    return sql.format(", ".join("?" * count))


def _ever(about: str, count: int) -> str:
    """The same with what was taken back since."""
    return _about(about, count).replace(f" AND {_ALIVE}", "")


_ALIVE = ALIVE.format(edit="edits.id")
