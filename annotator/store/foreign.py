"""A library's file that is not ours: what is wrong with it is said of the file that was sent."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from annotator.domain.errors import AnnotatorError
from annotator.store.library import Library, connect
from annotator.store.trouble import busy

_LOW_BYTE = 0xFF


class Foreign(Library):
    """One connection to such a file, or to a private copy of it; ``named`` is what was sent."""

    def __init__(self, path: Path, named: Path, *, write: bool, wait: float) -> None:
        self.named = named
        super().__init__(path, connect(path, write=write, wait=wait), wait=wait)

    def hold(self) -> None:
        """From now on everything is read as it is at this moment."""
        self._turn("BEGIN")
        self.rows("SELECT 1 FROM sqlite_master")

    def sentence(self, error: BaseException) -> AnnotatorError:
        """What to say of the file that was sent, for whatever SQLite says."""
        return said(self.named, error, self._wait)

    def _sentence(self, error: BaseException) -> AnnotatorError:
        return self.sentence(error)


def said(path: Path, error: BaseException, wait: float) -> AnnotatorError:
    """The error to raise for what SQLite says of a file that was sent."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    low = None if code is None else code & _LOW_BYTE
    if low in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return busy(path, wait)
    if low == sqlite3.SQLITE_NOTADB:
        return no_library(path)
    if low in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return AnnotatorError(
            f"{path} cannot be looked through, so nothing was brought in: make room in "
            f"{tempfile.gettempdir()}, where a copy of it is made, or copy it elsewhere."
        )
    if isinstance(original, UnicodeError):
        return untrusted(path, "it holds bytes that are no text")
    # It may quote a table of the schema, which is written on several lines.
    return untrusted(path, f"SQLite says: {' '.join(str(original).split())}")


def no_library(path: Path) -> AnnotatorError:
    """The file is something else."""
    return AnnotatorError(
        f"{path} is no library of Annotator and no parcel, so nothing was brought in: "
        "choose a file whose name ends with .annotations or .db."
    )


def untrusted(path: Path, what: str) -> AnnotatorError:
    """The file is a library that is damaged, or that somebody altered."""
    return AnnotatorError(
        f"{path} cannot be trusted, so nothing was brought in: {what.rstrip('.')}. "
        "Ask for the file again."
    )
