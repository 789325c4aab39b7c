"""After something was erased: nothing of it is left in free pages, in the search, or in backups.

Outside of the transaction that erased it, for SQLite writes a file anew only so. What was
begun and not finished is remembered in the library (``erased.is_unclean``) and done with the
next cleaning. EDITS.md, section 8.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.errors import AnnotatorError, BusyError, DamagedError
from annotator.store import backup, erased, forgotten, log, opening, schema, searchdue
from annotator.store.derive import Derivation
from annotator.store.erasable import Draft
from annotator.store.erasing import drop_article, drop_drafts
from annotator.store.library import Library
from annotator.store.union import Given, Union

PORTION = 2000
"""Rows that are written into the search in one transaction."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """``mended``: how many backups hold nothing of it now. ``deleted`` could not be read.

    ``left`` may hold it still: they were in use, or could not be written.
    """

    mended: int = 0
    deleted: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def clean(library: Library, *, wait: float = 5.0) -> Cleaned:
    """Writes the library anew without what was erased, and does the same to its backups.

    Raises BusyError and AnnotatorError; what is left to be done stays remembered.
    """
    _write_anew(library, wait)
    drafts = [tuple(row) for text in erased.unclean_values(library) for row in json.loads(text)]
    mended = 0
    deleted: list[Path] = []
    left: list[Path] = []
    for path in backup.every_copy(library.path):
        try:
            with _readable(path, wait) as copy:
                _mend(copy, library, drafts, wait)
            mended += 1
        except (_UnreadableError, DamagedError):
            (deleted if _delete(path) else left).append(path)
        except (AnnotatorError, sqlite3.Error, OSError):
            left.append(path)
    if not left:
        with library.writing(wait):
            erased.now_clean(library)
    return Cleaned(mended, tuple(deleted), tuple(left))


def _write_anew(library: Library, wait: float) -> None:
    """What is due for the search is written, its indexes are made anew, and then the whole file."""
    portions = searchdue.Portions(library)
    while portions.write(PORTION, wait):
        pass
    with library.writing(wait):
        for name in schema.INDEXES:
            library.run(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
    library.set_wait(wait)
    library.run("PRAGMA temp_store = FILE")  # a whole library need not fit into memory
    try:
        library.run("VACUUM")
    finally:
        library.run("PRAGMA temp_store = MEMORY")


class _UnreadableError(Exception):
    """A backup that no version of this program, or none that is as old, can bring back."""


@contextmanager
def _readable(path: Path, wait: float) -> Iterator[Library]:
    """The backup, opened; it is as old afterwards as it was. Raises BusyError, _UnreadableError."""
    times = path.stat()
    try:
        copy = opening.opened(path, create=False, wait=wait, bring_up=False)
    except BusyError:
        raise
    except AnnotatorError as error:
        raise _UnreadableError from error
    with copy:
        yield copy
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _mend(copy: Library, library: Library, drafts: Iterable[Draft], wait: float) -> None:
    """Erases in a backup what is erased in the library, and writes it anew."""
    if opening.trust(copy) < schema.VERSION:
        from annotator.store.migrate import upgrade

        upgrade(copy, wait)
    copy.rows("PRAGMA secure_delete = ON")
    with copy.writing(wait):
        _take_out(copy, library)
        drop_drafts(copy, drafts)
    _write_anew(copy, wait)
    opening.check(copy)


def _take_out(copy: Library, library: Library) -> None:
    derivation = Derivation(copy)
    rows = library.rows("SELECT id FROM edits WHERE kind = 'Erase'")
    union = Union(copy, derivation)
    for batch in Given(log.edits(library, [row[0] for row in rows]), {}).batches(copy):
        union.take(batch)
    forgotten.put(copy, forgotten.rows(library))
    away = forgotten.forgotten(copy)
    edits = {place.edit for place in away.parts}
    for article in away.articles:
        edits |= {row[0] for row in copy.rows(_OF_ARTICLE, (article,))}
    parts = erased.placed(copy, edits)
    derivation.take_out([one for one in parts if away.takes(one[1], one[2])])
    for (article,) in log.in_chunks(copy, _TEXTS, sorted(away.articles)):
        drop_article(copy, derivation, article)
    erased.close_gaps(copy)
    erased.now_clean(copy)
    derivation.changes()


_OF_ARTICLE = "SELECT edit FROM parts WHERE article = ?"
_TEXTS = "SELECT id FROM articles WHERE id IN ({})"


def _delete(path: Path) -> bool:
    """A backup that cannot be read any more, with what SQLite keeps beside it."""
    try:
        backup.delete(path)
    except OSError:
        return False
    return True
