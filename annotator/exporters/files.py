"""Writing an export: whole or not at all, and under a name that every system takes."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from annotator.domain.errors import AnnotatorError, TakenError

NAME_BYTES = 120
"""The longest name we make, in UTF-8: every file system takes it, and so does an archive."""

_RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"
}
"""Names of devices: Windows opens these and no file, whatever follows the first dot."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')


def write_file(path: Path, data: bytes, *, force: bool, mode: int | None = None) -> None:
    """Writes the data beside the target under a temporary name and renames it.

    An existing target keeps its mode unless one is given, and a link stays a link. Raises
    AnnotatorError, having left nothing behind and the target as it was: when it
    exists and ``force`` is not given, or when it cannot be written.
    """
    write_files([(path, data)], force=force, mode=mode)


def write_files(
    contents: Iterable[tuple[Path, bytes]],
    *,
    force: bool,
    look: Callable[[Path, Path], None] | None = None,
    mode: int | None = None,
) -> None:
    """Writes all of them or none, each as ``write_file`` does: all are there before one is renamed.

    ``look`` is shown each file as it lies on the disk, before it gets its name, and the name it is
    to get; what it raises stops the whole.
    """
    with ExitStack() as stack:
        staged = []
        for path, data in contents:
            beside, place = stack.enter_context(_staged(path, data, force, mode))
            staged.append((beside, place))
            if look is not None:
                look(beside, path)
        _place(staged, force)


def _place(staged: Sequence[tuple[Path, Path]], force: bool) -> None:
    """Gives each file its name; where one cannot get it, the others are as they were."""
    with ExitStack() as done, ExitStack() as undo:
        for beside, place in staged:
            with _in_words(place):
                if force or not _linked(beside, place):
                    _replace(beside, place, done, undo)
                else:
                    undo.callback(_take_away, place)
                _sync_folder(place.parent)
        undo.pop_all()


def _replace(beside: Path, place: Path, done: ExitStack, undo: ExitStack) -> None:
    """What is there goes by another name until all files have theirs."""
    before = place.with_name(f".{secrets.token_hex(8)}.tmp")
    there = place.exists()
    try:
        os.link(place, before)
    except OSError:  # nothing is there, or the file system has no second names
        beside.replace(place)
        if not there:
            undo.callback(_take_away, place)
        return
    done.callback(_take_away, before)
    beside.replace(place)
    undo.callback(before.replace, place)


def _take_away(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def refuse(path: Path, *, force: bool) -> None:
    """Raises AnnotatorError where ``write_file`` would: before the work is done, and not after it."""
    with _in_words(path):
        _mode_of(path, force=force)
        if not path.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))


@contextmanager
def folder_for(folder: Path) -> Iterator[None]:
    """Makes the folder, and those above it, where it is not there. Raises AnnotatorError.

    Where nothing comes to lie in it, those that were made are taken away again.
    """
    made = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    try:
        _make_folder(folder)
        yield
    except BaseException:
        for one in made:
            with suppress(OSError):
                one.rmdir()
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise AnnotatorError(f"{folder} is no folder: choose another name.") from error
    except OSError as error:
        raise AnnotatorError(_sentence(error, folder)) from error


def safe_name(title: str, article_id: str, suffix: str) -> str:
    """A file's name made of the title, 8 characters of the id, and the suffix with its dot.

    As ``plain_name``; without an id it is the title alone.
    """
    return plain_name(title, _plain(article_id)[:8], suffix)


def plain_name(words: str, end: str, suffix: str) -> str:
    """A file's name that every system takes: the words, then ``end`` behind a blank, then the suffix.

    It has no separators, control or bidi characters, does not begin with a dot or
    a dash, is no device of Windows, and has at most ``NAME_BYTES`` bytes; what is too long
    loses words, never its end.
    """
    tail = f" {end}{suffix}" if end else suffix
    words = _plain(words).lstrip(".-~ ").rstrip(". ") or "article"
    if words.split(".")[0].strip().upper() in _RESERVED:
        words = f"_{words}"
    return _shorten(words, NAME_BYTES - len(tail.encode())) + tail


def _mode_of(path: Path, *, force: bool) -> int | None:
    """The mode of the target, None when there is none. Refuses what must not be replaced."""
    if path.is_dir():
        raise AnnotatorError(f"{path} is a folder: name a file in it.")
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise AnnotatorError(f"{path} is no ordinary file: choose another name.")
    if not force:
        raise _taken(path)
    return stat.S_IMODE(found.st_mode)


def _taken(path: Path) -> TakenError:
    return TakenError(f"{path} exists: choose another name or add --force.")


@contextmanager
def _staged(
    path: Path, data: bytes, force: bool, wanted: int | None
) -> Iterator[tuple[Path, Path]]:
    """The data in a file of its own, and the place it is for; the file is gone at the end."""
    with _in_words(path):
        mode = _mode_of(path, force=force)
        place = path.resolve() if path.is_symlink() else path
    beside = place.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with _in_words(place):
            _fill(beside, data, mode if wanted is None else wanted)
        yield beside, place
    finally:
        with suppress(OSError):
            beside.unlink()


def _fill(beside: Path, data: bytes, mode: int | None) -> None:
    with beside.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        beside.chmod(mode)


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """What the system says of this file becomes a sentence."""
    try:
        yield
    except OSError as error:
        raise AnnotatorError(_sentence(error, path)) from error


def _linked(beside: Path, path: Path) -> bool:
    """Gives the file its name unless somebody took that name meanwhile.

    A rename would replace what another program has just written there; a second
    name never does. False where the file system has no second names.
    """
    try:
        os.link(beside, path)
    except FileExistsError:
        raise _taken(path) from None
    except OSError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """So that the new name outlasts a power cut; some systems cannot, and need not."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _sentence(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return f"There is no folder {path.parent}: make it, or choose another."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"{path} may not be written: choose another folder."
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return f"The disk is full: {path} was not written. Make room or choose another folder."
        case errno.ENAMETOOLONG:
            return f"The name {path.name[:40]}… is too long: choose a shorter one."
        case errno.ELOOP:
            return f"{path} is a link that leads nowhere: choose another name."
    return f"{path} could not be written ({error.strerror}): choose another place."


def _plain(text: str) -> str:
    """The text without what a name may not hold; blanks are single."""
    text = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    kept = (" " if unicodedata.category(c)[0] in "CZ" else c for c in text)
    return " ".join("".join(kept).split())


def _shorten(words: str, size: int) -> str:
    """At most ``size`` bytes of UTF-8, without half a character at the end."""
    if len(words.encode()) <= size:
        return words
    cut = words.encode()[:size].decode(errors="ignore")
    if " " in cut[len(cut) // 2 :]:
        cut = cut.rpartition(" ")[0]
    while cut and unicodedata.combining(words[len(cut)]):
        cut = cut[:-1]
    return cut.rstrip(". ") or "article"
