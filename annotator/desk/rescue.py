"""Backups that nobody has to think of: one a day, and the newest good one when it is needed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from annotator.desk.library import OpenLibrary
from annotator.domain.errors import AnnotatorError
from annotator.store import backup


def back_up_today(library: OpenLibrary) -> Path | None:
    """The day's backup if anything changed since the last one; None where none was made.

    A backup that cannot be made must not keep anybody from quitting: the next day makes one.
    """
    try:
        return backup.rotate(library.store)
    except AnnotatorError:
        return None


def newest_backup(path: Path) -> tuple[Path, str] | None:
    """The newest backup of this library that can be trusted, and when it was made."""
    found = backup.newest_good(path)
    if found is None:
        return None
    made = datetime.fromtimestamp(found.stat().st_mtime).astimezone()
    return found, f"{made.day} {made:%b %Y, %H:%M}"
