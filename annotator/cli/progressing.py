"""A line on the terminal that follows long work; nothing where standard error is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from annotator.cli import output

_ERASE = "\r\x1b[K"


def erase() -> None:
    """Takes the line away, before something else is said."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(_ERASE)
        sys.stderr.flush()


@contextmanager
def progress_line() -> Iterator[Callable[[str], None] | None]:
    """Draws what it is given, each time in place of what was there; None without a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return

    def draw(now: str) -> None:
        sys.stderr.write(f"{_ERASE}{output.line(now)}")
        sys.stderr.flush()

    try:
        yield draw
    finally:
        erase()
