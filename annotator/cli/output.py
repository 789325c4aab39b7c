"""What is printed: data on standard output, everything said on standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any, TextIO

from annotator.importers import names

Json = Any
"""None, a bool, a number, a str, a list of these, or a dict from str to these."""


def say(sentence: str) -> None:
    """One line for the person, on standard error; what is done is done where nobody can read it."""
    try:
        print(line(sentence), file=sys.stderr, flush=True)
    except OSError:
        let_go(sys.stderr)


def let_go(stream: TextIO) -> None:
    """Sends what is still buffered nowhere, so that Python does not complain when it ends."""
    try:
        stream.flush()
    except (OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            return
        finally:
            os.close(nowhere)


def put(text: str = "") -> None:
    """One line of data, on standard output. What would steer a terminal is shown instead."""
    print(shown(text))


def put_bytes(data: bytes) -> None:
    """Bytes as they are, on standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def put_json(value: Json) -> None:
    """One JSON document in UTF-8, whatever encoding the terminal has."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    # Half a surrogate pair has no UTF-8; "\udc80" is what JSON calls it.
    put_bytes(text.encode("utf-8", "backslashreplace"))


def put_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns side by side; the last one is cut to the terminal, where there is one."""
    cells = [[line(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(heads, *cells, strict=True)]
    for row in [list(heads), *cells]:
        first = "  ".join(_padded(cell, wide) for cell, wide in zip(row, widths, strict=True))
        print(fitted(first.rstrip()))


def shown(text: str) -> str:
    """The text with what would steer a terminal, or has no UTF-8, written out."""
    return names.shown(text)


def line(text: str) -> str:
    """The text on one line, with nothing in it that would steer a terminal."""
    return shown(" ".join(text.split()))


def fitted(text: str) -> str:
    """The text cut to the terminal's width; whole where it goes into a file or a pipe."""
    if not sys.stdout.isatty():
        return text
    room = shutil.get_terminal_size().columns
    if width(text) <= room:
        return text
    taken = 0
    for at, character in enumerate(text):
        taken += width(character)
        if taken > room - 1:
            return text[:at].rstrip() + "…"
    return text


def width(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters two, marks none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - width(text))
