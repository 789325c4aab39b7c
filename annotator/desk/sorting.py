"""Which of some files bring tags in, and which are articles: by what they hold, not by their names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.store import parcels

SUFFIX = parcels.SUFFIX
"""What the name of a file for a colleague ends with."""

_LIBRARY = b"SQLite format 3\0"
"""What every library begins with (sqlite.org/fileformat.html, "Magic Header String")."""


def brings_tags(path: Path) -> bool:
    """Whether this is a library, a file of a format that is read back, or called like a colleague's.

    A damaged file that was sent by a colleague must be refused as what it was meant to
    be, so its name counts too; a library that was given another name is one all the same.
    """
    if path.suffix.lower() == SUFFIX:
        return path.is_file()
    try:
        with path.open("rb") as file:
            if file.read(len(_LIBRARY)) == _LIBRARY:
                return True
    except OSError:
        return False
    from annotator.desk.reading_back import format_at  # no window waits for that at its start

    return format_at(path) is not None


def sorted_out(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The files that bring tags in, and all the others, each in their order."""
    tags = [path for path in paths if brings_tags(path)]
    return tags, [path for path in paths if path not in tags]
