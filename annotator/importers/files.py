"""Reading a file from disk: never blocked, never more than the limit, always one sentence."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from annotator.domain.errors import AnnotatorError
from annotator.importers.names import shown

LIMIT = 50 * 1024 * 1024
"""An article has at most so many bytes."""

_PIECE = 1024 * 1024
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def read_file(path: Path) -> bytes:
    """The bytes of a plain file of at most 50 MB.

    Raises ``AnnotatorError`` for whatever is not there, not readable, no plain
    file (a pipe is not opened, so nothing waits) or too large.
    """
    name = shown(path)
    try:
        _refuse_odd(path.stat(), name)
        handle = os.open(path, _FLAGS | getattr(os, "O_BINARY", 0))
        try:
            # Looked at again: the name may lead elsewhere by now.
            _refuse_odd(os.fstat(handle), name)
            data = _read(handle)
        finally:
            os.close(handle)
    except (OSError, ValueError) as fault:
        raise AnnotatorError(_sentence(fault, path, name)) from fault
    if len(data) > LIMIT:
        raise AnnotatorError(too_large(name, len(data)))
    return data


def files_at(path: Path) -> tuple[Path, ...]:
    """The file itself, or the files directly in a folder, by name; hidden ones are left out.

    Raises ``AnnotatorError`` for a folder that may not be looked into or has no file.
    """
    # Not Path.is_dir: that raises for a name that is too long or lies in a closed folder.
    if not os.path.isdir(path):  # noqa: PTH112
        return (path,)
    name = shown(path)
    try:
        with os.scandir(path) as entries:
            inside = sorted(entry.name for entry in entries if _may_be_article(entry))
    except OSError as fault:
        reason = os.strerror(fault.errno or 0)
        raise AnnotatorError(f"{name} may not be looked into ({reason}): allow it.") from fault
    if not inside:
        raise AnnotatorError(f"{name} is a folder without an article: name an article's file.")
    return tuple(path / one for one in inside)


def _may_be_article(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and not entry.is_dir()


def too_large(name: str, size: int) -> str:
    """The sentence for an article over the limit."""
    return (
        f"{name} has more than 50 MB ({size / 1024 / 1024:,.1f} MB); "
        "split it into smaller articles and open those."
    )


def _read(handle: int) -> bytes:
    data = bytearray()
    while len(data) <= LIMIT:
        piece = os.read(handle, _PIECE)
        if not piece:
            break
        data += piece
    return bytes(data)


def _refuse_odd(status: os.stat_result, name: str) -> None:
    for is_kind, words in _KINDS:
        if is_kind(status.st_mode):
            raise AnnotatorError(f"{name} is {words}, not a file; choose the article's file.")
    if status.st_size > LIMIT:
        raise AnnotatorError(too_large(name, status.st_size))


def _sentence(fault: OSError | ValueError, path: Path, name: str) -> str:
    code = fault.errno if isinstance(fault, OSError) else None
    if code in (errno.EACCES, errno.EPERM):
        return f"You have no permission to read {name}; ask its owner for it, or copy it elsewhere."
    if code == errno.ELOOP:
        return f"{name} is a link that leads to itself; choose the article's own file."
    if code == errno.ENOENT and path.is_symlink():
        return f"{name} is a link to a file that is not there; choose the article's own file."
    if code in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG) or code is None:
        return f"There is no file {name}; check its name and folder."
    reason = os.strerror(code)
    return f"{name} could not be read ({reason}); try again, or copy it elsewhere first."
