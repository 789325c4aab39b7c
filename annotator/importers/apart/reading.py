"""Reading in a process of its own, with an end to its time and its memory.

Parsers of PDF and of office files are large, and a file can be made to crash them, or to keep
them busy for ever. What the process gives back is a text of the file's choosing at worst,
which the file could have held anyway: ``apart/answers.py`` reads it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from annotator.domain.canonical import Json
from annotator.domain.errors import AnnotatorError
from annotator.importers.apart.answers import TOO_LARGE, article_of, read_line, step
from annotator.importers.imported import ImportedArticle
from annotator.importers.watch import Watch

SECONDS = 60
TOO_LONG = f"Reading it took more than {SECONDS} seconds: save its article as plain text (.txt) and open that."

_TICK = 0.05
_LONGEST_ANSWER = 128 * 1024 * 1024
"""Bytes: more than any text of 50 MB with its passages."""

_LONGEST_TALK = 16 * 1024 * 1024
"""Bytes of lines that tell how far it has come: a million of them."""

_ENVIRONMENT = (
    "PATH",
    "LANG",
    "LC_ALL",
    "TZ",
    "SYSTEMROOT",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
)
"""What of the surroundings the process needs to start; it learns nothing else of them."""

_START = (
    "import sys, json; given = json.loads(sys.argv[1]); "
    "sys.path += [one for one in given if one not in sys.path]; "
    "from annotator.importers.apart.child import main; main(*sys.argv[2:])"
)
"""It finds the packages that this process finds, installed ones that add formats too."""


def read_apart(
    importer: str, data: bytes, *, encoding: str | None, whole: bool, watch: Watch
) -> ImportedArticle:
    """What the importer of this name makes of the bytes, read in a process of its own.

    Raises AnnotatorError with the importer's own sentence, or one for a reader that crashed,
    took more than a minute or more than 1 GB; CancelledError where ``watch`` says to stop.
    """
    child = _started(importer, encoding or "", "whole" if whole else "")
    assert child.stdin is not None
    assert child.stdout is not None
    listener = _Listener(child.stdout)
    feeder = threading.Thread(target=_feed, args=(child.stdin, data), daemon=True)
    feeder.start()
    try:
        said = _answer(listener, watch)
    finally:
        _end(child)
        for thread in (feeder, listener.thread):
            thread.join(1)
    _refuse_killed(said, child.returncode)
    return article_of(said, data)


def _started(*words: str) -> subprocess.Popen[bytes]:
    places = [str(Path(one).absolute()) for one in sys.path if one and Path(one).exists()]
    command = [sys.executable, "-I", "-B", "-c", _START, json.dumps(places), *words]
    known = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    try:
        return subprocess.Popen(  # noqa: S603 - this Python, and a module of ours
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=known,
            start_new_session=True,
        )
    except OSError as fault:
        reason = os.strerror(fault.errno or 0)
        raise AnnotatorError(
            f"No process could be started to read it ({reason}): close other programs, and try again."
        ) from fault


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ends it and whatever it started, and leaves no entry in the system's table."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.wait()


def _answer(listener: _Listener, watch: Watch) -> dict[str, Json]:
    """What it says at last; empty where it ended without."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        watch.check()
        ended = listener.ended.wait(_TICK)
        far = listener.far
        if far is not None:
            listener.far = None
            watch.step(*far)
        if ended:
            return listener.answer
    raise AnnotatorError(TOO_LONG)


def _refuse_killed(said: dict[str, Json], code: int) -> None:
    """The system's own end to its time shows in how it ended."""
    if not said and hasattr(signal, "SIGXCPU") and code in (-signal.SIGXCPU, -signal.SIGALRM):
        raise AnnotatorError(TOO_LONG)


def _feed(stream: IO[bytes], data: bytes) -> None:
    with suppress(OSError), stream:  # it may have ended before it read everything
        stream.write(data)


class _Listener:
    """Reads what the process says, as fast as it comes, and keeps the last of it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.far: tuple[str, float | None] | None = None
        self.answer: dict[str, Json] = {}
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def _listen(self) -> None:
        try:
            with suppress(OSError, ValueError), self._stream:
                self._read()
        finally:
            self.ended.set()

    def _read(self) -> None:
        talk = 0
        while line := self._stream.readline(_LONGEST_ANSWER):
            if len(line) >= _LONGEST_ANSWER:
                self.answer = {"refused": TOO_LARGE, "whole": False}
                return
            said = read_line(line)
            far = step(said)
            talk += len(line)
            if far is None or talk > _LONGEST_TALK:
                self.answer = said if far is None else {}
                return
            self.far = far
