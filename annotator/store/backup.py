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
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
_JOURNALS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file, each named after it."""


def backup(library: Library, target: Path, *, force: bool = False) -> Path:
    """A whole, checked copy. Raises AnnotatorError when ``target`` exists, unless forced."""
    try:
        place = place_of(target)
        if same_file(place, library.path):
            raise AnnotatorError(f"{target} is the library itself: name another file.")
        if place.exists() and not force:
            raise AnnotatorError(f"{target} is there already: name another file, or give --force.")
        with beside(place) as draft:
            _copy(library, draft, target)
            draft.replace(place)
    except OSError as error:
        raise AnnotatorError(
            f"No backup can be written to {target} ({error.strerror}): name another place."
        ) from error
    return target


def rotate(library: Library) -> Path | None:
    """The day's automatic backup, if anything changed since the last one; keeps the newest 14.

    Gives its path, or None where none was needed.
    """
    folder = _folder(library.path)
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
    target = _folder(library.path) / f"{why}-{_now()}{mark}{_SUFFIX}"
    return backup(library, target, force=True)


def _folder(library: Path) -> Path:
    """Where the backups of a library are kept. Raises AnnotatorError where that cannot be made."""
    try:
        return paths.backups_dir(library)
    except OSError as error:
        raise AnnotatorError(
            f"No backup can be kept in your data folder, {error.filename} ({error.strerror}): "
            "make it writable."
        ) from error


def newest_good(path: Path) -> Path | None:
    """The newest backup of the library at ``path`` that can be trusted, or None."""
    try:
        folder = paths.backups_dir(path)
        copies = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda copy: copy.stat().st_mtime_ns)
    except OSError:  # no home, no backups in it
        return None
    for copy in reversed(copies):
        if _good(copy):
            return copy
    return None


def every_copy(path: Path) -> list[Path]:
    """Every backup of the library at ``path``, whatever it was made for."""
    try:
        return sorted(paths.backups_dir(path).glob(f"*{_SUFFIX}"))
    except OSError:  # no home, no backups in it
        return []


def delete(copy: Path) -> None:
    """Deletes a backup, and what SQLite keeps beside it. Raises OSError."""
    for end in ("", *_JOURNALS):
        _with(copy, end).unlink(missing_ok=True)


def restore(path: Path, source: Path, *, wait: float = 5.0) -> Path | None:
    """Puts a copy in the place of the library at ``path``, whatever state that is in.

    The copy is looked through first. What it replaces is kept among the backups; gives
    where, or None where nothing was there. Raises AnnotatorError when the copy is no
    library, or another program has the library open.
    """
    try:
        place = place_of(path)
        _look_for(source)
        if same_file(source, place):
            raise AnnotatorError(f"{source} is the library itself: name a backup.")
        with beside(place) as draft:
            with _opened(source, wait) as copy:
                _copy(copy, draft, path)
            if place.exists():
                _let_go(place, wait)
            kept = _set_aside(place)
            draft.replace(place)
    except OSError as error:
        raise AnnotatorError(
            f"Nothing can be written to {path.parent} ({error.strerror}), "
            "so nothing was restored: make the folder writable."
        ) from error
    return kept


def place_of(path: Path) -> Path:
    """Where a file of this name really lies: a link stays one, and leads to the copy.

    Raises AnnotatorError for what no copy may replace: a folder, a device, a pipe.
    """
    place = Path(os.path.realpath(path))
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    if stat.S_ISDIR(mode):
        raise AnnotatorError(f"{path} is a folder: name a file in it.")
    if not stat.S_ISREG(mode):
        raise AnnotatorError(f"{path} is no plain file: name another.")
    if not place.parent.is_dir():
        raise AnnotatorError(f"There is no folder {place.parent}: make it first.")
    return place


def _opened(source: Path, wait: float) -> Library:
    """The copy to restore. What is wrong with it is not mended by naming another library."""
    try:
        return opening.opened(source, create=False, wait=wait, bring_up=False)
    except AnnotatorError as error:
        raise type(error)(str(error).replace(" with --library", "")) from error


def _look_for(source: Path) -> None:
    try:
        source.stat()
    except FileNotFoundError as error:
        raise AnnotatorError(f"There is no backup {source}: check its name and folder.") from error
    except OSError:  # whoever opens it says what is wrong with it
        return


def _copy(library: Library, draft: Path, target: Path) -> None:
    """Fills the draft; ``target`` is what the person calls it."""
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with Library(draft, connect(draft, write=True)) as copy:
        waiting = Waiting(library.path)
        try:
            library.driver.backup(copy.driver, pages=PAGES, progress=waiting, sleep=0.01)
        except (sqlite3.Error, UnicodeError) as error:
            # A full disk is the copy's trouble; damage is the library's own.
            place = target if isinstance(error, sqlite3.OperationalError) else library.path
            raise sentence(error, place, 0) from error
        opening.check(copy)


class Waiting:
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
    except (sqlite3.Error, UnicodeError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise busy(path, wait) from error
    others = users(path)
    if others:
        raise AnnotatorError(
            f"{' and '.join(others)} has the library {path} open, so nothing was restored: "
            "close it there first."
        )


def _set_aside(path: Path) -> Path | None:
    """Keeps what is replaced, with its journal: SQLite would play that into the copy.

    Nothing is taken away before all of it is kept.
    """
    kept = _folder(path) / f"replaced-{_now()}{_SUFFIX}"
    there = [end for end in ("", *_JOURNALS) if _with(path, end).exists()]
    try:
        for end in there:
            shutil.copy2(_with(path, end), _with(kept, end))
            _with(kept, end).chmod(0o600)
    except OSError as error:
        for end in there:
            _with(kept, end).unlink(missing_ok=True)
        raise AnnotatorError(
            f"{path} cannot be kept in {kept.parent} ({error.strerror}), so nothing was restored: "
            "make room there, and see that the library may be read."
        ) from error
    for end in _JOURNALS:
        _with(path, end).unlink(missing_ok=True)
    return kept if "" in there else None


def _with(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _good(path: Path) -> bool:
    try:
        opening.opened(path, create=False, wait=0.1, bring_up=False).close()
    except AnnotatorError:
        return False
    return True


def same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to one file."""
    try:
        return one.samefile(other)
    except OSError:
        return False


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A name beside the target that is gone at the end, whatever happens."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        yield draft
    finally:
        for end in ("", "-journal"):
            _with(draft, end).unlink(missing_ok=True)


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
