"""What is said of files that a word processor wrote, the same for each of their formats."""

from __future__ import annotations

from annotator.domain.errors import AnnotatorError
from annotator.office.archive import LockedError
from annotator.office.xml import DamagedError


def changes_notice(count: int) -> str:
    """That tracked changes were read as accepted; empty where there were none."""
    if not count:
        return ""
    many = f"{count:,} tracked changes were" if count > 1 else "1 tracked change was"
    return f"{many} read as accepted."


def unreadable_notice(count: int) -> str:
    """That some characters stand as a sign for "unknown"; empty where there are none."""
    if not count:
        return ""
    many = f"{count:,} characters" if count > 1 else "1 character"
    return f"{many} could not be read and stand as \ufffd: look at the original there."


def refused(error: DamagedError) -> AnnotatorError:
    """What is wrong with the file, as one sentence that says what to do, too."""
    said = str(error)
    said = f"{said[:1].upper()}{said[1:]}"
    if isinstance(error, LockedError):
        return AnnotatorError(f"{said}.")
    return AnnotatorError(f"{said}; open it in its own program, and save it anew.")
