"""What SQLite says when it cannot go on, in words for the person in front of the screen."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from annotator.domain.errors import AnnotatorError, BusyError, DamagedError
from annotator.store.holders import holders

_LOW_BYTE = 0xFF


def sentence(error: BaseException, path: Path, waited: float) -> AnnotatorError:
    """The error to raise for what the driver raised; ``waited`` in seconds.

    What is no fault of the file, the disk or another program is raised again as it
    is: it is a mistake of ours, and hiding it would hide the mistake.
    """
    if isinstance(error, UnicodeEncodeError):
        return AnnotatorError(
            "The text holds half a character (a lone surrogate), which cannot be saved: "
            "take it out and try again."
        )
    if _unreadable(error):
        return damaged(path, "it holds bytes that are no text")
    if not isinstance(error, sqlite3.Error):
        raise error
    code = getattr(error, "sqlite_errorcode", None)
    code = None if code is None else code & _LOW_BYTE
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return busy(path, waited)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, "it is damaged")
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return AnnotatorError(
            f"The disk is full or fails, so nothing was saved to {path}: "
            "make room on it, then try again."
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return AnnotatorError(
            f"The library {path} or its folder may only be read, so nothing was saved: "
            "make both writable, or name another library with --library."
        )
    raise error


def _unreadable(error: BaseException) -> bool:
    """Whether bytes that are no UTF-8 stand in a text, or in the schema that SQLite complains of."""
    without_code = getattr(error, "sqlite_errorcode", None) is None
    said = isinstance(error, sqlite3.OperationalError) and "decode to UTF-8" in str(error)
    return isinstance(error, UnicodeDecodeError) or (said and without_code)


def busy(path: Path, waited: float) -> BusyError:
    """Names the program in the way where it can be found out."""
    others = holders(path)
    who = " and ".join(others) if others else "Another program"
    verb = "hold" if len(others) > 1 else "holds"
    return BusyError(
        f"{who} {verb} the library {path}: waited {waited:g} s, nothing was saved. "
        "Close that program, or try again."
    )


def damaged(path: Path, what: str) -> DamagedError:
    """Says what is wrong, and names the newest good backup where there is one."""
    from annotator.store.backup import newest_good

    good = newest_good(path)
    advice = (
        f"bring the newest good backup back with `annotator restore {good}`"
        if good
        else "there is no good backup of it here; keep the file, and ask for help"
    )
    return DamagedError(
        f"The library {path} cannot be trusted: {what}. Nothing was written to it; {advice}."
    )
