"""Which processes hold a file, as far as Linux tells: a help in messages, never a rule."""

from __future__ import annotations

import os
from pathlib import Path

_PROC = Path("/proc")


def holders(path: Path) -> tuple[str, ...]:
    """The other processes that have locked the file, such as "annotator (process 4711)"."""
    try:
        status = path.stat()
        locks = (_PROC / "locks").read_text().splitlines()
    except OSError:
        return ()
    file = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
    found = {
        int(fields[4])
        for fields in map(str.split, locks)
        if len(fields) > 5 and fields[1] != "->" and fields[5] == file and fields[4].isdigit()
    }
    return tuple(_named(process) for process in sorted(found - {os.getpid(), 0}))


def users(path: Path) -> tuple[str, ...]:
    """The other processes of this user that have the file open, locked or not."""
    try:
        status = path.stat()
        processes = [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit()]
    except OSError:
        return ()
    file = (status.st_dev, status.st_ino)
    others = (process for process in sorted(processes) if process != os.getpid())
    return tuple(_named(process) for process in others if _has_open(process, file))


def _has_open(process: int, file: tuple[int, int]) -> bool:
    try:
        descriptors = list((_PROC / str(process) / "fd").iterdir())
    except OSError:
        return False
    for descriptor in descriptors:
        try:
            status = descriptor.stat()
        except OSError:
            continue
        if (status.st_dev, status.st_ino) == file:
            return True
    return False


def _named(process: int) -> str:
    try:
        words = (_PROC / str(process) / "cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return f"process {process}"
    ours = any("annotator" in Path(word).name or word == "annotator" for word in words[:3])
    return f"annotator (process {process})" if ours else f"process {process} ({words[0]})"
