"""A format whose reader does what a file can make a reader do: the file names it in its first word."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable

from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.importers.imported import ImportedArticle
from annotator.importers.table import Importer
from annotator.importers.watch import report


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """Does it, and gives the article that is left to give."""
    word = data.split(b"\n", 1)[0].decode()
    text = DEEDS[word](data) or f"Read as {encoding or 'nothing'}."
    return ImportedArticle(text, data, encoding or "", "")


def whole(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """Everything."""
    del encoding
    return ImportedArticle("All of it.", data, "", "")


def _everywhere(said: bytes) -> None:
    """Writes on whatever is open: one of them is where the answer goes."""
    for handle in range(1, 20):
        try:
            os.write(handle, said)
        except OSError:
            continue


def _half_a_line() -> None:
    _everywhere(b'{"article": {"text": "x"')
    os._exit(0)


def _endless() -> None:
    while True:
        _everywhere(b"x" * 65_536)


def _spin() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (1, 2))
    while True:
        pass


def _sleep() -> None:
    report(f"I am {os.getpid()}", 0.5)
    time.sleep(600)


def _thread() -> None:
    threading.Thread(target=time.sleep, args=(600,)).start()


def _child() -> None:
    """A process that holds on to the way back: in C, where Python does not see it."""
    if ctypes.CDLL(None).fork() == 0:
        time.sleep(600)


def _steps() -> None:
    for at in range(300):
        report(f"page {at}", at / 300)
        time.sleep(0.001)


def _refuse(error: type[AnnotatorError]) -> None:
    raise error("It is not what it seems; take another.")


def _recurse(data: bytes) -> str:
    return _recurse(data) + "x"


def _tries(deed: Callable[[], object]) -> str:
    try:
        deed()
    except (OSError, PermissionError) as fault:
        return f"No: {type(fault).__name__}."
    return "It went through."


def _write_file() -> None:
    with tempfile.NamedTemporaryFile("w", delete=True) as file:
        file.write("x" * 100_000)
        file.flush()


def _connect() -> None:
    with socket.socket() as one:
        one.settimeout(1)
        one.connect(("127.0.0.1", 9))


DEEDS: dict[str, Callable[[bytes], str | None]] = {
    "well": lambda _: None,
    "segfault": lambda _: str(ctypes.string_at(0)),
    "kill": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "abort": lambda _: os.abort(),
    "exit": lambda _: sys.exit(0),
    "leave": lambda _: os._exit(0),
    "raise": lambda _: str(1 // 0),
    "recurse": _recurse,
    "print": lambda _: print("hello"),
    "garbage": lambda _: _everywhere(b"\xff\xfe{garbage\n"),
    "other json": lambda _: _everywhere(b'{"article": {"text": 5}}\n'),
    "a list": lambda _: _everywhere(b"[1, 2]\n"),
    "half a line": lambda _: _half_a_line(),
    "endless line": lambda _: _endless(),
    "spin": lambda _: _spin(),
    "sleep": lambda _: _sleep(),
    "thread": lambda _: _thread(),
    "child": lambda _: _child(),
    "steps": lambda _: _steps(),
    "memory": lambda _: str(len(bytearray(2 << 30))),
    "refuse": lambda _: _refuse(AnnotatorError),
    "no article": lambda _: _refuse(NoArticleError),
    "surrogate": lambda _: "half \ud800",
    "nul": lambda _: "a\0b",
    "length": lambda data: f"{len(data)} bytes.",
    "write": lambda _: _tries(_write_file),
    "connect": lambda _: _tries(_connect),
    "run": lambda _: _tries(lambda: subprocess.run(["true"], check=False)),
    "surroundings": lambda _: " ".join(sorted(os.environ)),
    "close early": lambda _: os.close(0),
}

IMPORTER = Importer(
    "misbehaving",
    "Misbehaving",
    (".bad",),
    lambda _data, suffix: suffix == ".bad",
    read,
    whole,
    apart=True,
)
