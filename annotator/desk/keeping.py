"""Keeping a library safe: copies of it, bringing one back, and looking it through."""

from __future__ import annotations

from pathlib import Path

from annotator.desk.library import OpenLibrary
from annotator.store import backup as copies
from annotator.store import doctor

Finding = doctor.Finding
"""Something that is not as it should be: what kind, where, and in plain words."""


def back_up(library: OpenLibrary, target: Path | None, *, force: bool = False) -> Path:
    """A whole, checked copy at ``target``, or among the backups in the user's data folder."""
    if target is None:
        return copies.keep(library.store, "backup")
    return copies.backup(library.store, target, force=force)


def bring_back(path: Path, source: Path) -> Path | None:
    """Puts a copy in the library's place; gives where what it replaced is kept now."""
    return copies.restore(path, source)


def examine(library: OpenLibrary) -> tuple[Finding, ...]:
    """Everything that is wrong with the library; reads only."""
    return doctor.examine(library.store)


def repair(library: OpenLibrary) -> tuple[Finding, ...]:
    """Derives everything anew that follows from the edits; gives what was wrong before."""
    found = examine(library)
    doctor.repair(library.store, wait=library.wait)
    return found
