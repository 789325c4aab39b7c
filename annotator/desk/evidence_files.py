"""A file that somebody attaches: read from disk once, or given as bytes, and how it is called."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from annotator.desk.words import kept_line
from annotator.domain.assessment import Audience
from annotator.domain.errors import AnnotatorError, LargeFileError
from annotator.domain.evidence import KeptFile
from annotator.importers.names import shown, shown_name

File = tuple[str, bytes]
"""A name and what is in it: a picture that was pasted."""

ASKED = 50 * 1024 * 1024
"""Bytes of a file that is kept without asking."""

LARGEST = 150 * 1024 * 1024
"""Bytes of a file that is kept at all: no merge takes a larger one (``store/cells.py``)."""

_LONGEST_NAME = 200
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)

FROM_DISK, PASTED = "copied from a file", "pasted"
"""How a file came to be kept, in words."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file to be kept; ``how`` it came, in words, where there is more to say than from where.

    Without an ``audience`` the desk may read it, or whoever may already.
    """

    file: Path | File
    how: str = ""
    audience: Audience | None = None


def kept_file(attached: Attached, *, large: bool = False) -> tuple[KeptFile, bytes]:
    """The file as the library keeps it, and its bytes.

    Raises LargeFileError over 50 MB that are not said to be ``large``, and AnnotatorError for
    whatever is not there any more or is no plain file.
    """
    file = attached.file
    if isinstance(file, tuple):
        name, data = display_name(file[0]), file[1]
        _refuse_large(name, len(data), large=large)
    else:
        name, data = display_name(str(file)), _read(file, large=large)
    how = kept_line(attached.how, "How it was kept")
    how = how or (PASTED if isinstance(file, tuple) else FROM_DISK)
    digest = hashlib.sha256(data).hexdigest()
    now = time.time_ns() // 1000
    return KeptFile(digest, name, len(data), now, how, attached.audience or Audience.DESK), data


def display_name(name: str) -> str:
    """The last part of a path, of whichever system, with nothing in it that would harm a screen."""
    last = re.split(r"[/\\]", name.rstrip("/\\"))[-1].strip()
    plain = shown_name(last) if last not in ("", ".", "..") else "file"
    if len(plain) <= _LONGEST_NAME:
        return plain
    stem, dot, end = plain.rpartition(".")
    kept = f"{dot}{end}" if stem and len(end) <= 10 else ""
    return plain[: _LONGEST_NAME - len(kept)] + kept


def _read(path: Path, *, large: bool) -> bytes:
    name = shown(path)
    try:
        handle = os.open(path, _FLAGS | getattr(os, "O_BINARY", 0))
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise AnnotatorError(f"{name} is no plain file: choose a file to attach.")
            _refuse_large(name, status.st_size, large=large)
            with os.fdopen(os.dup(handle), "rb") as opened:
                data = opened.read(LARGEST + 1)
        finally:
            os.close(handle)
    except (FileNotFoundError, NotADirectoryError, ValueError) as fault:
        raise AnnotatorError(
            f"{name} is not there (any more), so nothing was saved: choose the file again."
        ) from fault
    except OSError as fault:
        raise AnnotatorError(
            f"{name} could not be read ({fault.strerror}), so nothing was saved: "
            "allow it, or copy the file elsewhere first."
        ) from fault
    _refuse_large(name, len(data), large=large)
    return data


def _refuse_large(name: str, size: int, *, large: bool) -> None:
    if size > LARGEST:
        raise AnnotatorError(
            f"{name} has more than 150 MB: keep it elsewhere, and write down where."
        )
    if size > ASKED and not large:
        raise LargeFileError(
            f"{name} has {size / 1024 / 1024:,.0f} MB, and whoever gets the library carries it: "
            "say that it is to be kept all the same.",
            command="--large",
        )
