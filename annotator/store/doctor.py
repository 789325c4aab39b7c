"""Looking through a library: is it whole, and do its tables follow from its log.

Every derived table is derived again in memory, by the pure law of
``domain/edits/state.py`` and not by the code that filled the table, and compared row
by row. Reading only; ``repair`` fills the derived tables anew.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.errors import AnnotatorError
from annotator.store import expected, opening, schema, searchdoctor, searchdue, soundness
from annotator.store.derive import derive_anew
from annotator.store.erased import is_unclean
from annotator.store.library import Library
from annotator.store.soundness import Finding

if TYPE_CHECKING:
    from annotator.store.cleaning import Cleaned

__all__ = ["Finding", "examine", "repair"]

SHOWN = 20
"""Findings of one table; of a ruined one nobody reads a hundred thousand."""


def examine(library: Library) -> tuple[Finding, ...]:
    """Everything that is found, in plain words; nothing when the library is sound."""
    with library.reading():
        found = [*_whole(library), *_schema(library)]
        if found:
            return tuple(found)
        found = list(soundness.set_findings(library))
        found += soundness.local_findings(library)
        found += soundness.unclean(library)
        found += soundness.notes_on_edits(library, time.time_ns() // 1000)
        wrong: list[Finding] = []
        for table, rows in expected.tables(library).items():
            wrong += _few(table, _compare(library, table, rows))
        if not wrong:  # what is searched can be compared with tables that are right only
            wrong += _few("the search", searchdoctor.findings(library))
    return tuple(found + wrong)


def _whole(library: Library) -> Iterator[Finding]:
    try:
        rows = library.rows("PRAGMA integrity_check(20)")
    except AnnotatorError as error:
        yield Finding("file", str(library.path), str(error))
        return
    for (says,) in rows:
        if says != "ok":
            yield Finding("file", str(library.path), f"SQLite finds: {says}.")
    for row in library.rows("PRAGMA foreign_key_check"):
        yield Finding("file", row[0], f"A row of {row[0]} names one of {row[2]} that is not there.")


def _schema(library: Library) -> Iterator[Finding]:
    if library.rows("SELECT version_num FROM alembic_version") != [(f"{schema.VERSION:04}",)]:
        yield Finding(
            "alembic_version", "version_num", "The table alembic_version names another version."
        )
    if schema.fingerprint(library.rows(schema.OBJECTS)) == schema.FINGERPRINT:
        return
    from annotator.store.migrate import objects_as_made

    for wrong in opening.differences(library, objects_as_made()):
        yield Finding("schema", str(library.path), f"In the library's schema, {wrong}.")


def _compare(library: Library, table: str, rows: expected.Rows) -> Iterator[Finding]:
    """The rows of a derived table against those that follow from the log."""
    columns = [row[1] for row in library.rows(f"PRAGMA table_info({table})")]
    keys = expected.KEYS[table]
    listed = ", ".join(f'"{column}"' for column in columns)
    held = {
        tuple(row[columns.index(key)] for key in keys): row
        for row in library.rows(f"SELECT {listed} FROM {table}")
    }
    for key in sorted(held.keys() - rows.keys(), key=repr):
        yield Finding(table, _where(keys, key), f"{_a_row(table, keys, key)} follows from no edit.")
    for key in sorted(rows.keys() - held.keys(), key=repr):
        yield Finding(
            table,
            _where(keys, key),
            f"{_a_row(table, keys, key)} follows from the log, but is missing.",
        )
    for key in held.keys() & rows.keys():
        yield from _compare_row(table, columns, key, held[key], rows[key])


def _compare_row(
    table: str,
    columns: list[str],
    key: tuple[object, ...],
    held: tuple[object, ...],
    wanted: dict[str, object],
) -> Iterator[Finding]:
    keys = expected.KEYS[table]
    for column, value in zip(columns, held, strict=True):
        if column not in keys and (type(value), value) != (type(wanted[column]), wanted[column]):
            yield Finding(
                table,
                _where(keys, key),
                f"In {_a_row(table, keys, key)[0].lower()}{_a_row(table, keys, key)[1:]}, "
                f"{column} is {_short(value)}; from the log it is {_short(wanted[column])}.",
            )


def _few(table: str, findings: Iterable[Finding]) -> list[Finding]:
    listed = list(findings)
    if len(listed) <= SHOWN:
        return listed
    more = Finding(table, table, f"And {len(listed) - SHOWN} more of the kind in {table}.")
    return [*listed[:SHOWN], more]


def _a_row(table: str, keys: tuple[str, ...], key: tuple[object, ...]) -> str:
    return f"A row of the table {table} ({_where(keys, key)})"


def _where(keys: tuple[str, ...], key: tuple[object, ...]) -> str:
    return ", ".join(f"{name} {_short(value)}" for name, value in zip(keys, key, strict=True))


def _short(value: object) -> str:
    text = "nothing" if value is None else repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


@dataclass(frozen=True, slots=True)
class Repaired:
    """How many edits the derived tables were filled from, and what was cleaned where it had to be."""

    edits: int
    cleaned: Cleaned | None = None


def repair(library: Library, *, wait: float = 5.0) -> Repaired:
    """Empties every derived table and fills it from the log, in one transaction.

    The set itself is not touched but for what was erased; what is wrong in it stays, and
    ``examine`` says so. Erasing that was broken off is brought to its end.
    """
    with library.roomy(), library.writing(wait):
        edits = derive_anew(library)
        searchdue.write_anew(library)
    if not is_unclean(library):
        return Repaired(edits)
    from annotator.store.cleaning import clean  # what hardly any library needs

    return Repaired(edits, clean(library, wait=wait))
