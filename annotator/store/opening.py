"""Looking at a file before it is trusted with anybody's work.

Never through a file handle of our own: closing one would drop the locks that
SQLite holds for this process (a trap of POSIX locks). SQLite itself is asked.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

from annotator import paths
from annotator.domain.errors import AnnotatorError, DamagedError
from annotator.store import schema
from annotator.store.library import Library, connect
from annotator.store.trouble import damaged, sentence

QUICK_CHECK_UP_TO = 64 * 1024 * 1024
"""Bytes: up to this size SQLite looks through the whole file on opening (about 1 ms a MB)."""

ELSE = "or name another with --library"
_CHOOSE = "name a library of Annotator with --library. Nothing was changed."


def opened(path: Path, *, create: bool, wait: float, bring_up: bool = True) -> Library:
    """See ``library.open_library``. Without ``bring_up`` an older library stays as it is."""
    look_at(path, create)
    if not path.exists():
        from annotator.store import migrate

        migrate.create(path)
    library = _connected(path, wait)
    try:
        if trust(library) < schema.VERSION and bring_up:
            _bring_up(library, wait)
            trust(library)
        _one_file(library)
        return library
    except BaseException:
        library.close()
        raise


def trust(library: Library) -> int:
    """Whether it is a whole library that this version can read; gives its version.

    Raises AnnotatorError or DamagedError. Reads only.
    """
    path = library.path
    try:
        with library.reading():
            version = _version(library)
            _whole(library)
            if version == schema.VERSION:
                _as_made(library)
    except DamagedError:
        raise
    except (sqlite3.Error, UnicodeError) as error:
        raise _trouble(error, path, 0) from error
    return version


def _trouble(error: BaseException, path: Path, wait: float) -> AnnotatorError:
    """What SQLite says while a file is looked at: whatever else it may be, it is the file's fault."""
    try:
        return sentence(error, path, wait)
    except sqlite3.Error:
        return damaged(path, f"SQLite says of it: {' '.join(str(error).split())}")


def look_at(path: Path, create: bool) -> None:
    """What the file system alone can tell."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        _look_at_folder(path, create)
        return
    except OSError as error:
        raise AnnotatorError(
            f"The library {path} cannot be reached ({error.strerror}): "
            f"look at its folder's permissions, {ELSE}."
        ) from error
    if stat.S_ISDIR(mode):
        raise AnnotatorError(f"{path} is a folder, not a library: name a file in it, {ELSE}.")
    if not stat.S_ISREG(mode):
        raise AnnotatorError(f"{path} is no plain file: name a library's file, {ELSE}.")
    if not os.access(path, os.R_OK):
        raise AnnotatorError(f"The library {path} may not be read: give yourself leave, {ELSE}.")
    if path.stat().st_size == 0:
        raise AnnotatorError(f"{path} is an empty file, not a library: delete it, {ELSE}.")


def _look_at_folder(path: Path, create: bool) -> None:
    if path.is_symlink():
        raise AnnotatorError(f"{path} is a link to nothing: mend it, {ELSE}.")
    if not path.parent.is_dir() and path.parent.resolve() != paths.data_dir().resolve():
        raise AnnotatorError(f"There is no folder {path.parent}: make it first, {ELSE}.")
    if not create:
        raise AnnotatorError(f"There is no library at {path} yet: import an article first, {ELSE}.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise AnnotatorError(f"The folder {path.parent} may not be written to: allow it, {ELSE}.")


def _connected(path: Path, wait: float) -> Library:
    try:
        return Library(path, connect(path, write=os.access(path, os.W_OK), wait=wait), wait=wait)
    except (sqlite3.Error, UnicodeError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            raise AnnotatorError(
                f"{path} is not a library but some other file: {_CHOOSE}"
            ) from error
        raise _trouble(error, path, wait) from error


def _one_file(library: Library) -> None:
    """A library that some tool put into WAL mode becomes one whole file again, if it may be."""
    if os.access(library.path, os.W_OK) and library.rows("PRAGMA journal_mode") == [("wal",)]:
        library.rows("PRAGMA journal_mode = DELETE")


def _version(library: Library) -> int:
    path = library.path
    application = library.rows("PRAGMA application_id")[0][0]
    version = int(library.rows("PRAGMA user_version")[0][0])
    if application != schema.APPLICATION_ID:
        raise AnnotatorError(f"{path} is another program's database: {_CHOOSE}")
    if version > schema.VERSION:
        raise AnnotatorError(
            f"The library {path} was made by a newer version of Annotator: "
            f"install that version, {ELSE}. Nothing was changed."
        )
    return version


def _whole(library: Library) -> None:
    pages = library.rows("PRAGMA page_count")[0][0]
    page_size = library.rows("PRAGMA page_size")[0][0]
    size = library.path.stat().st_size
    if size != pages * page_size:
        raise damaged(library.path, f"it has {size} bytes and should have {pages * page_size}")
    if size <= QUICK_CHECK_UP_TO:
        quick_check(library)


def check(library: Library) -> None:
    """SQLite's own look through the whole file, indexes too. Raises DamagedError."""
    quick_check(library, "integrity_check")


def quick_check(library: Library, how: str = "quick_check") -> None:
    """SQLite's own look through the file: about 1 ms a MB. Raises DamagedError."""
    found = library.rows(f"PRAGMA {how}(1)")
    if found != [("ok",)]:
        raise damaged(library.path, f"SQLite finds in it: {found[0][0]}")


def _as_made(library: Library) -> None:
    objects = library.rows(schema.OBJECTS)
    if schema.fingerprint(objects) != schema.FINGERPRINT:
        raise _foreign(library)


def _foreign(library: Library) -> AnnotatorError:
    """Says what in the schema is not ours, or is not as we make it."""
    from annotator.store.migrate import objects_as_made

    wrong = differences(library, objects_as_made())
    return damaged(library.path, "; ".join(wrong[:3]))


def differences(library: Library, made: dict[tuple[str, str], str]) -> list[str]:
    """How the schema differs from what the migrations make, one sentence's part each."""
    found = {(row[0], row[1]): row[3] for row in library.rows(schema.OBJECTS)}
    wrong = [
        f"it holds {'an' if kind == 'index' else 'a'} {kind} called {name} that Annotator did not make"
        for kind, name in sorted(found.keys() - made.keys())
    ]
    wrong += [f"its {kind} {name} is missing" for kind, name in sorted(made.keys() - found.keys())]
    wrong += [
        f"its {kind} {name} is not as Annotator makes it"
        for kind, name in sorted(found.keys() & made.keys())
        if found[kind, name] != made[kind, name]
    ]
    return wrong


def _bring_up(library: Library, wait: float) -> None:
    """An older library: a backup first, then the migrations, with one line for the person."""
    import sys

    from annotator.store import backup, migrate

    kept = backup.keep(library, "before-migration")
    print(f"Bringing {library.path} up to this version; a backup is {kept}.", file=sys.stderr)
    migrate.upgrade(library, wait)
