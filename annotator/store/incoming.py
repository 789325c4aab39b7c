"""A library or a parcel that somebody sent: looked at before anything is taken from it.

It is never written, nor is anything made beside it: one that has to be brought up to this
version, or that was left in the middle of a write, is so in a private copy. Nothing in it
is believed: ids, seals and hashes are checked by whoever takes it in.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.domain.errors import AnnotatorError
from annotator.store import opening, schema
from annotator.store.arrivals import Arrivals
from annotator.store.foreign import Foreign, no_library, said, untrusted

LARGEST = 1024**3
"""Bytes: the largest file that is taken in."""

LARGEST_READ = 256 * 1024 * 1024
"""Bytes: the largest file of another format, which has to lie in memory as a whole."""

HEADER = 100
"""Bytes that every SQLite file begins with (sqlite.org/fileformat.html, "The Database Header")."""

_MAGIC = b"SQLite format 3\0"
_WAL = 2
"""What the bytes 18 and 19 of the header are in write-ahead mode."""

_COMPANIONS = ("-journal", "-wal")


@contextmanager
def incoming(path: Path, *, wait: float = 5.0) -> Iterator[Arrivals]:
    """The file, looked through and ready to be read.

    Raises AnnotatorError in one sentence for whatever is no whole library of this
    version or an older one.
    """
    head = _look_at(path, LARGEST)
    if not _is_library(head):
        raise no_library(path)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        library = _opened(path, head, Path(folder), wait)
        try:
            yield Arrivals(library, path.name)
        finally:
            library.close()


def other_format(path: Path) -> bytes | None:
    """The bytes of a file that is no library and no parcel; None for one that is.

    Raises AnnotatorError in one sentence for what cannot be read, or is too large.
    """
    head = _look_at(path, LARGEST)
    if _is_library(head):
        return None
    _look_at(path, LARGEST_READ)
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreachable(path, error) from error


def _is_library(head: bytes) -> bool:
    return len(head) == HEADER and head.startswith(_MAGIC)


def _opened(path: Path, head: bytes, folder: Path, wait: float) -> Foreign:
    """The file itself where it can be read as it lies there, else a private copy."""
    library = None if _WAL in head[18:20] else _at_rest(path, wait)
    if library is None:
        library = _recovered(path, folder, wait)
    try:
        if _trusted(library) < schema.VERSION:
            library = _brought_up(library, folder / "brought-up.db", wait)
        library.hold()
    except BaseException:
        library.close()
        raise
    return library


def _look_at(path: Path, largest: int) -> bytes:
    """What the file system tells, and the first bytes."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no plain file"
            raise AnnotatorError(f"{path} is {kind}: name the file that you were sent.")
        if status.st_size > largest:
            raise _too_large(path, status.st_size, largest)
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            head = os.read(handle, HEADER)
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise _unreachable(path, error) from error
    return head


def _too_large(path: Path, size: int, largest: int) -> AnnotatorError:
    most = "1 GB" if largest == LARGEST else f"{largest // 1024**2} MB of this format"
    return AnnotatorError(
        f"{path} has {size / LARGEST:.1f} GB, and at most {most} can be brought "
        "in: ask for fewer articles at a time."
    )


def _at_rest(path: Path, wait: float) -> Foreign | None:
    """The file opened to be read only; None where a write was left half done in it."""
    try:
        library = Foreign(path, path, write=False, wait=wait)
        library.driver.execute("SELECT 1 FROM sqlite_master").fetchall()
    except sqlite3.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return None
        raise said(path, error, wait) from error
    except (sqlite3.Error, UnicodeError) as error:
        raise said(path, error, wait) from error
    return library


def _recovered(path: Path, folder: Path, wait: float) -> Foreign:
    """A private copy, with the journal that says what was half done; SQLite finishes it there."""
    copy = folder / "copy.db"
    try:
        for end in ("", *_COMPANIONS):
            beside = path.with_name(path.name + end)
            if not end or beside.is_file():
                shutil.copyfile(beside, copy.with_name(copy.name + end))
    except OSError as error:
        raise _unreachable(path, error) from error
    try:
        return Foreign(copy, path, write=True, wait=wait)
    except (sqlite3.Error, UnicodeError) as error:
        raise said(path, error, wait) from error


def _trusted(library: Foreign) -> int:
    """Gives the version of a whole library whose schema is as Annotator makes it."""
    named = library.named
    application = library.rows("PRAGMA application_id")[0][0]
    version = int(library.rows("PRAGMA user_version")[0][0])
    if application != schema.APPLICATION_ID or version < 1:
        raise no_library(named)
    if version > schema.VERSION:
        raise AnnotatorError(
            f"{named} was made by a newer version of Annotator, so nothing was brought in: "
            "install that version, or ask for the file from an older one."
        )
    _whole(library)
    objects = library.rows(schema.OBJECTS)
    if version == schema.VERSION and schema.fingerprint(objects) == schema.FINGERPRINT:
        return version
    from annotator.store.migrate import objects_as_made

    wrong = opening.differences(library, objects_as_made(version))
    if wrong:
        raise untrusted(named, "; ".join(wrong[:3]))
    return version


def _whole(library: Foreign) -> None:
    """Indexes too: through one that says otherwise than its table an edit would be missed."""
    pages = library.rows("PRAGMA page_count")[0][0]
    size = library.path.stat().st_size
    expected = pages * library.rows("PRAGMA page_size")[0][0]
    if size != expected:
        raise untrusted(library.named, f"it has {size} bytes and should have {expected}")
    found = library.rows("PRAGMA integrity_check(1)")
    if found != [("ok",)]:
        raise untrusted(library.named, f"SQLite finds in it: {found[0][0]}")


def _brought_up(library: Foreign, copy: Path, wait: float) -> Foreign:
    """The same library as this version has it, in a private copy."""
    from annotator.store import migrate

    copy.touch(0o600)
    upgraded = Foreign(copy, library.named, write=True, wait=wait)
    try:
        library.driver.backup(upgraded.driver)
        library.close()
        migrate.upgrade(upgraded, wait)
    except sqlite3.Error as error:
        upgraded.close()
        raise said(library.named, error, wait) from error
    except BaseException:
        upgraded.close()
        raise
    return upgraded


def _unreachable(path: Path, error: OSError | ValueError) -> AnnotatorError:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return AnnotatorError(f"There is no file {path}: check its name and folder.")
    if isinstance(error, PermissionError):
        return AnnotatorError(f"{path} may not be read: give yourself leave, or copy it elsewhere.")
    return AnnotatorError(f"{path} could not be read ({error.strerror}): copy it elsewhere first.")
