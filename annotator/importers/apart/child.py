"""The process that reads a file apart: bytes on standard input, JSON lines on standard output.

Started by ``apart/reading.py`` and by nobody else. It limits itself before it looks at a byte: time,
memory, no file to write, no network, no other program. The limits are the system's where it
has them (Windows has none of these; there ``apart/reading.py`` still ends it after its time).
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from contextlib import suppress
from typing import IO

from annotator.domain.canonical import Json
from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.importers.apart.answers import article_json
from annotator.importers.apart.reading import SECONDS
from annotator.importers.table import Importer, importers
from annotator.importers.watch import reporting_to

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""

_OFTEN = 0.05
"""Seconds between two words of how far it has come."""

_REFUSED = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.sendto",
    "subprocess.Popen",
)
_REFUSED_BEGINNINGS = ("os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system")
"""What no reader of a file has to do (Python's audit events)."""


def main(name: str, encoding: str, whole: str) -> None:
    """Reads standard input as the importer of this name does, and says what came of it."""
    out = _alone()
    _limit()
    data = sys.stdin.buffer.read()
    teller = _Teller(out)
    try:
        line = _line(_read(_named(name), data, encoding, whole, teller))
    except MemoryError:
        del data
        line = _line({"large": True})
    out.write(line)
    out.flush()
    # What a library left behind (threads, handlers at exit) has no say any more.
    os._exit(0)


def _alone() -> IO[bytes]:
    """Standard output for the answer alone: what a library prints goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return out


def _limit() -> None:
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if hasattr(signal, "alarm"):
        signal.alarm(SECONDS + 5)  # should the asking process be gone
    sys.addaudithook(_refuse)


def _refuse(event: str, _args: object) -> None:
    if event in _REFUSED or event.startswith(_REFUSED_BEGINNINGS):
        raise PermissionError(f"a reader does not {event}")


def _named(name: str) -> Importer:
    return next(row for row in importers() if row.name == name)


def _read(
    row: Importer, data: bytes, encoding: str, whole: str, teller: _Teller
) -> dict[str, Json]:
    read = row.whole if whole and row.whole else row.read
    try:
        with reporting_to(teller):
            article = read(data, encoding=encoding or None)
        return {"article": article_json(article)}
    except NoArticleError as error:
        return {"refused": str(error), "whole": True}
    except AnnotatorError as error:
        return {"refused": str(error), "whole": False}


class _Teller:
    """Tells how far the reader has come, not more often than somebody looks."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._last = 0.0

    def __call__(self, says: str, share: float | None) -> None:
        now = time.monotonic()
        if now - self._last >= _OFTEN:
            self._last = now
            self._out.write(_line({"step": says, "share": share}))
            self._out.flush()


def _line(said: dict[str, Json]) -> bytes:
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
