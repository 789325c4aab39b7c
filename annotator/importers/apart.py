"""Reading in a process of its own, with an end to its time and its memory.

Parsers of PDF and of office files are large, and a file can be made to crash them, or to keep
them busy for ever. What the process gives back is JSON and is read strictly: whoever took the
parser over has no way into this program, only a text of their own choosing, which the file
could have held anyway.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import IO

from annotator.domain.article import Passage, PassageKind
from annotator.domain.canonical import Json
from annotator.domain.enclosed import read_enclosed
from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.importers.imported import ImportedArticle
from annotator.importers.watch import Watch

SECONDS = 60
MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""

_TICK = 0.1
_LONGEST_ANSWER = 400_000_000
"""Characters: a text of 50 MB with every letter escaped, and its passages."""

CRASHED = "Reading it failed; it is damaged or made to harm: open it in its own program, and save it as text."
TOO_LONG = f"Reading it took more than {SECONDS} seconds: save its article as plain text (.txt) and open that."
TOO_LARGE = (
    "Reading it took more than 1 GB of memory: save its article as plain text (.txt) and open that."
)


def read_apart(
    importer: str, data: bytes, *, encoding: str | None, whole: bool, watch: Watch
) -> ImportedArticle:
    """What the importer of this name makes of the bytes, read in a process of its own.

    Raises AnnotatorError with the importer's own sentence, or one for a reader that crashed,
    took more than a minute or more than 1 GB; CancelledError where ``watch`` says to stop.
    """
    command = [sys.executable, "-I", "-m", "annotator.importers.child", importer]
    command += [encoding or "", "whole" if whole else ""]
    child = subprocess.Popen(  # noqa: S603 - this Python, and a module of ours
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        said = _answer(child, data, watch)
    finally:
        child.kill()
        child.wait()
    return _article(said, data)


def _answer(child: subprocess.Popen[bytes], data: bytes, watch: Watch) -> dict[str, Json]:
    """The last line it says; those before tell how far it has come."""
    assert child.stdin is not None
    assert child.stdout is not None
    lines: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_feed, args=(child.stdin, data), daemon=True).start()
    threading.Thread(target=_listen, args=(child.stdout, lines), daemon=True).start()
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        watch.check()
        with suppress(queue.Empty):
            said = _said(lines.get(timeout=_TICK))
            if "step" not in said:
                return said
            share = said.get("share")
            watch.step(str(said["step"]), share if isinstance(share, float) else None)
    raise AnnotatorError(TOO_LONG)


def _feed(stream: IO[bytes], data: bytes) -> None:
    with suppress(OSError), stream:  # it may have ended before it read everything
        stream.write(data)


def _listen(stream: IO[bytes], lines: queue.Queue[bytes]) -> None:
    """An empty line says that there will be no more."""
    with stream:
        while line := stream.readline(_LONGEST_ANSWER):
            lines.put(line)
    lines.put(b"")


def _said(line: bytes) -> dict[str, Json]:
    try:
        said = json.loads(line) if line else {}
    except ValueError:
        said = {}
    return said if isinstance(said, dict) else {}


def _article(said: dict[str, Json], data: bytes) -> ImportedArticle:
    match said:
        case {"refused": str(sentence), "whole": bool(whole)}:
            raise NoArticleError(sentence) if whole else AnnotatorError(sentence)
        case {"large": True}:
            raise AnnotatorError(TOO_LARGE)
        case {"article": dict(fields)}:
            with suppress(KeyError, TypeError, ValueError):
                return _read(fields, data)
    raise AnnotatorError(CRASHED)


def article_json(article: ImportedArticle) -> dict[str, Json]:
    """The article without its original bytes, which the asking process has."""
    return {
        "text": article.text,
        "encoding": article.encoding,
        "encoding_note": article.encoding_note,
        "passages": None
        if article.passages is None
        else [[one.kind.value, one.start, one.end] for one in article.passages],
        "enclosed": dict(article.enclosed.registers()),
        "notices": list(article.notices),
        "attachments": article.attachments,
        "running": article.running,
    }


def _read(fields: dict[str, Json], data: bytes) -> ImportedArticle:
    text = fields["text"]
    if not isinstance(text, str):
        raise TypeError("no text")
    text.encode()  # what cannot be stored is no text
    passages = fields["passages"]
    return ImportedArticle(
        text,
        data,
        str(fields["encoding"]),
        str(fields["encoding_note"]),
        None if passages is None else _passages(passages, len(text)),
        read_enclosed(fields["enclosed"], len(text)),
        tuple(map(str, fields["notices"])),
        int(fields["attachments"]),
        running=fields["running"] is True,
    )


def _passages(rows: Json, length: int) -> tuple[Passage, ...]:
    found = []
    last = 0
    for kind, start, end in rows:
        if not last <= start < end <= length:
            raise ValueError("passages that overlap")
        found.append(Passage(PassageKind(kind), start, end))
        last = end
    return tuple(found)
