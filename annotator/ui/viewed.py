"""A kept file as a copy that another program may look at: made only when somebody asks.

The copy lies in a folder of this process that nobody else may enter, and goes with it.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path, PurePath

from annotator.domain.errors import AnnotatorError

_PROGRAMS = re.compile(
    r"\.(app|appimage|bash|bat|cmd|com|command|cpl|csh|deb|desktop|dll|dmg|exe|gadget|hta|inf|"
    r"jar|js|jse|ksh|lnk|msc|msi|msp|pif|pkg|ps1|psm1|py|pyw|rb|reg|rpm|run|scf|scpt|scr|sh|url|"
    r"vb|vbe|vbs|webloc|wsf|wsh|zsh)[. ]*$",
    re.IGNORECASE,
)
"""Endings of what a system might run instead of showing it."""


def refuse_program(name: str) -> None:
    """Raises AnnotatorError for what opening might run."""
    if _PROGRAMS.search(name):
        raise AnnotatorError(
            f"{name} is a program, and opening it would run it: save it, and look at it first."
        )


def viewed_copy(name: str, data: bytes) -> Path:
    """Writes the copy, for its reader alone, and says where it lies. Raises AnnotatorError.

    ``name`` is as ``desk.evidence_files.display_name`` gives it: no path, and never "..".
    """
    folder = _folder() / hashlib.sha256(data).hexdigest()[:16]
    target = folder / PurePath(name).name
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if not target.exists():
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
    except OSError as fault:
        raise AnnotatorError(
            f"{name} could not be opened ({fault.strerror}): save it somewhere else instead."
        ) from fault
    return target


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="annotator-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
