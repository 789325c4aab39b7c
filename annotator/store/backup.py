"""Copies of a library: whole, checked, and readable by their owner only.

A copy is made by SQLite's backup, 256 pages at a time, so that a tag in between
waits no longer than that; it is written beside its place and then put there.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
import shutil
import sqlite3
import time
from pathlib import Path

from annotator import paths
from annotator.domain.errors import AnnotatorError, DamagedError
from annotator.store import opening
from annotator.store.holders import users
from annotator.store.library import Library, connect
from annotator.store.trouble import busy, sentence

KEPT = 14
"""How many automatic backups of a library are kept."""

PAGES = 256
GIVE_UP = 5.0
"""Seconds."""

_DAILY = "daily"
_SUFFIX = ".db"


def backup(library: Library, target: Path, *, force: bool = False) -> Path:
    """A whole, checked copy. Raises AnnotatorError when ``target`` exists, unless forced."""
    if target.is_dir():
        raise AnnotatorError(f"{target} is a folder: name a file in it.")
    if target.exists() and _same(target, library.path):
        raise AnnotatorError(f"{target} is the library itself: name another file.")
    if target.exists() and not force:
        raise AnnotatorError(f"{target} is there already: name another file, or give --force.")
    if not target.parent.is_dir():
        raise AnnotatorError(f"There is no folder {target.parent}: make it first.")
    draft = _beside(target)
    try:
        _copy(library, draft)
        draft.replace(target)
    except OSError as error:
        raise AnnotatorError(
            f"No backup can be written to {target} ({error.strerror}): name another place."
        ) from error
    finally:
        _clear(draft)
    return target


def rotate(library: Library) -> Path | None:
    """The day's automatic backup, if anything changed since the last one; keeps the newest 14.

    Gives its path, or None where none was needed.
    """
    folder = paths.backups_dir(library.path)
    earlier = _of_kind(folder, _DAILY)
    today = _DAILY + "-" + _today()
    if any(path.name.startswith(today) for path in earlier):
        return None
    if earlier and _mark(earlier[-1]) == library.last_edit():
        return None
    made = keep(library, _DAILY, f"-{library.last_edit()}")
    for old in _of_kind(folder, _DAILY)[:-KEPT]:
        old.unlink(missing_ok=True)
    return made


def keep(library: Library, why: str, mark: str = "") -> Path:
    """A copy in the user's data folder, its name saying why and when."""
    target = paths.backups_dir(library.path) / f"{why}-{_now()}{mark}{_SUFFIX}"
    return backup(library, target, force=True)


def newest_good(path: Path) -> Path | None:
    """The newest backup of the library at ``path`` that can be trusted, or None."""
    folder = paths.backups_dir(path)
    copies = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda copy: copy.stat().st_mtime_ns)
    for copy in reversed(copies):
        if _good(copy):
            return copy
    return None


def restore(path: Path, source: Path, *, wait: float = 5.0) -> Path | None:
    """Puts a copy in the place of the library at ``path``, whatever state that is in.

    The copy is looked through first. What it replaces is kept among the backups; gives
    where, or None where nothing was there. Raises AnnotatorError when the copy is no
    library, or another program has the library open.
    """
    if source.exists() and path.exists() and _same(source, path):
        raise AnnotatorError(f"{source} is the library itself: name a backup.")
    if path.is_dir():
        raise AnnotatorError(f"{path} is a folder, not a library: name a file in it.")
    draft = _beside(path)
    try:
        with opening.opened(source, create=False, wait=wait, bring_up=False) as copy:
            _copy(copy, draft)
        if path.exists():
            _let_go(path, wait)
        kept = _set_aside(path)
        draft.replace(path)
    except OSError as error:
        raise AnnotatorError(
            f"Nothing can be written to {path.parent} ({error.strerror}), "
            "so nothing was restored: make the folder writable."
        ) from error
    finally:
        _clear(draft)
    return kept


def _copy(library: Library, draft: Path) -> None:
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with Library(draft, connect(draft, write=True)) as copy:
        waiting = _Waiting(library.path)
        try:
            library.driver.backup(copy.driver, pages=PAGES, progress=waiting, sleep=0.01)
        except sqlite3.Error as error:
            raise sentence(error, draft, 0) from error
        opening.check(copy)


class _Waiting:
    """Gives up a copy when another program has held the library for five seconds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._moved = time.monotonic()
        self._left = -1

    def __call__(self, _status: int, left: int, _pages: int) -> None:
        if left != self._left:
            self._left, self._moved = left, time.monotonic()
        elif time.monotonic() - self._moved > GIVE_UP:
            raise busy(self._path, GIVE_UP)


def _let_go(path: Path, wait: float) -> None:
    """Raises AnnotatorError while another program has the library open: it would not notice."""
    try:
        with Library(path, connect(path, write=True, wait=wait), wait=wait) as library:
            library.run("BEGIN EXCLUSIVE")
            library.driver.rollback()
    except DamagedError:
        pass  # what is damaged is what is replaced
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise busy(path, wait) from error
    others = users(path)
    if others:
        raise AnnotatorError(
            f"{' and '.join(others)} has the library {path} open, so nothing was restored: "
            "close it there first."
        )


def _set_aside(path: Path) -> Path | None:
    """Keeps what is replaced, with its journal: SQLite would play that into the copy."""
    kept = paths.backups_dir(path) / f"replaced-{_now()}{_SUFFIX}"
    journal = path.with_name(path.name + "-journal")
    if journal.exists():
        shutil.move(journal, kept.with_name(kept.name + "-journal"))
    if not path.exists():
        return None
    shutil.copy2(path, kept)
    kept.chmod(0o600)
    return kept


def _good(path: Path) -> bool:
    try:
        opening.opened(path, create=False, wait=0.1, bring_up=False).close()
    except AnnotatorError:
        return False
    return True


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")


def _clear(draft: Path) -> None:
    for leftover in (draft, draft.with_name(draft.name + "-journal")):
        leftover.unlink(missing_ok=True)


def _of_kind(folder: Path, why: str) -> list[Path]:
    """The backups made for this reason, the oldest first."""
    return sorted(folder.glob(f"{why}-*{_SUFFIX}"))


def _mark(path: Path) -> int:
    """The last edit's place that stands in the name of a backup; -1 where none does."""
    last = path.stem.rpartition("-")[2]
    return int(last) if last.isdigit() else -1


def _today() -> str:
    return dt.datetime.now().astimezone().strftime("%Y-%m-%d")


def _now() -> str:
    return dt.datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S-%f")
