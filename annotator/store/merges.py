"""Around a merge: the backup just before it, going back to that, and a rehearsal on a copy."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator import paths
from annotator.domain.errors import AnnotatorError
from annotator.store import backup, opening, schema
from annotator.store.library import Library, connect
from annotator.store.trouble import sentence

MERGE = "merge"
"""The kind of the row in ``local`` that remembers the last merge."""

WHY = "before-merge"


@dataclass(frozen=True, slots=True)
class Merge:
    """The last merge: when (microseconds since 1970), of which files, and where it can go back to.

    ``backup`` is a file's name among the backups; ``last`` the place of what came in last.
    """

    backup: str
    last: int
    when: int
    files: tuple[str, ...]


def keep(library: Library) -> Path:
    """The backup just before a merge, while the library is held for writing; keeps the newest 14."""
    with opened(library.path) as reader:
        return backup.keep(reader, WHY)


def opened(copy: Path) -> Library:
    """A copy of a library, to be read."""
    return Library(copy, connect(copy, write=False))


def forget_older(library: Library) -> None:
    """Of the backups made before merges the newest 14 are kept."""
    folder = paths.backups_dir(library.path)
    for old in sorted(folder.glob(f"{WHY}-*"))[: -backup.KEPT]:
        old.unlink(missing_ok=True)


def remember(library: Library, kept: Path, last: int, files: Sequence[str]) -> None:
    """Inside of the merge's transaction: what ``take_back`` needs to know."""
    value = {"files": list(files), "last": last, "when": time.time_ns() // 1000}
    library.run("DELETE FROM local WHERE kind = ?", (MERGE,))
    library.run(
        "INSERT INTO local (kind, about, value) VALUES (?, ?, ?)",
        (MERGE, kept.name, json.dumps(value, ensure_ascii=False)),
    )


def last_merge(library: Library) -> Merge | None:
    """The last merge that can still be named, whether or not anything was changed since."""
    rows = library.rows("SELECT about, value FROM local WHERE kind = ?", (MERGE,))
    if not rows:
        return None
    value = json.loads(rows[0][1])
    return Merge(rows[0][0], value["last"], value["when"], tuple(value["files"]))


def unchanged_since(library: Library) -> Merge | None:
    """The last merge, where nothing was changed since and its backup is there."""
    merge = last_merge(library)
    if merge is None or library.last_edit() != merge.last:
        return None
    return merge if _place(library, merge).is_file() else None


def _place(library: Library, merge: Merge) -> Path:
    return paths.backups_dir(library.path) / merge.backup


def take_back(library: Library, *, wait: float = 5.0) -> Merge:
    """Goes back to the backup made before the last merge, in the open file; wholly or not at all.

    Places and texts being typed stay. Raises AnnotatorError where there was no merge, or
    anything was changed since.
    """
    merge = _last(library)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        staged = Path(folder, "before.db")
        _stage(library, merge, staged)
        with Library(staged, connect(staged, write=True)) as before:
            library.set_wait(wait)
            with library.alone():
                _last(library)
                _carry_over(library, before)
                _put_back(before, library)
    return merge


def _last(library: Library) -> Merge:
    merge = last_merge(library)
    if merge is None:
        raise AnnotatorError("There is no merge here to take back.")
    if library.last_edit() != merge.last:
        raise AnnotatorError(
            "Something was changed since the last merge, so it can no longer be taken back: "
            "hide a colleague instead.",
            command="annotator colleague hide NAME",
        )
    return merge


def _stage(library: Library, merge: Merge, staged: Path) -> None:
    """A private copy of the backup, checked and of this version."""
    kept = _place(library, merge)
    try:
        shutil.copyfile(kept, staged)
    except OSError as error:
        raise AnnotatorError(
            f"The backup from before the merge, {kept}, cannot be read ({error.strerror}), "
            "so nothing was taken back."
        ) from error
    try:
        with Library(staged, connect(staged, write=True)) as before:
            if opening.trust(before) < schema.VERSION:
                from annotator.store.migrate import upgrade

                upgrade(before)
            opening.check(before)
    except (AnnotatorError, sqlite3.Error, UnicodeError) as error:
        raise AnnotatorError(
            f"The backup from before the merge, {kept}, is damaged, so nothing was taken back."
        ) from error


def _carry_over(library: Library, before: Library) -> None:
    """Places, kept searches and texts being typed are no part of the merge: they go back with it."""
    drafts = library.rows(f"SELECT {_DRAFT} FROM drafts")
    known = {row[0] for row in before.rows("SELECT id FROM articles")}
    if any(row[3] not in known for row in drafts):
        raise AnnotatorError(
            "Something is being typed in an article that came in with the merge, so it was not "
            "taken back: save or empty that first."
        )
    places = library.rows("SELECT kind, about, value FROM local WHERE kind IN ('place', 'filter')")
    with before.writing(0):
        before.run("DELETE FROM drafts")
        before.many(f"INSERT INTO drafts ({_DRAFT}) VALUES (?, ?, ?, ?, ?, ?)", drafts)
        before.run("DELETE FROM local WHERE kind IN ('place', 'filter')")
        before.many("INSERT INTO local (kind, about, value) VALUES (?, ?, ?)", places)


_DRAFT = "analyst, claim, field, article, text, at"


def _put_back(before: Library, library: Library) -> None:
    """SQLite copies page by page in one transaction: a crash in it leaves all as it was."""
    try:
        waiting = backup.Waiting(library.path)
        before.driver.backup(library.driver, pages=backup.PAGES, progress=waiting, sleep=0.01)
    except sqlite3.Error as error:
        raise sentence(error, library.path, 0) from error


@contextmanager
def rehearsal(library: Library | None) -> Iterator[tuple[Library, Library]]:
    """Two whole copies of a library, or of an empty one: as it is, and to be merged into.

    The library itself is only read; its copies are of this version and are gone at the end.
    """
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        then, now = Path(folder, "then.db"), Path(folder, "now.db")
        try:
            _copy(library, then)
            shutil.copyfile(then, now)
        except OSError as error:
            raise _no_room(folder) from error
        with (
            opened(then) as before,
            Library(now, connect(now, write=True)) as after,
        ):
            yield before, after


def _copy(library: Library | None, target: Path) -> None:
    if library is None:
        from annotator.store.migrate import create

        create(target)
        return
    target.touch(0o600)
    with Library(target, connect(target, write=True)) as copy:
        waiting = backup.Waiting(library.path)
        try:
            library.driver.backup(copy.driver, pages=backup.PAGES, progress=waiting, sleep=0.01)
        except sqlite3.OperationalError as error:
            raise _no_room(str(target.parent)) from error
        except (sqlite3.Error, UnicodeError) as error:
            raise sentence(error, library.path, 0) from error
        if copy.rows("PRAGMA user_version")[0][0] < schema.VERSION:
            from annotator.store.migrate import upgrade

            upgrade(copy)


def _no_room(folder: str) -> AnnotatorError:
    return AnnotatorError(
        f"What a merge would do is tried on a copy, and there is no room for one in {folder}: "
        "make room there. Nothing was brought in."
    )
