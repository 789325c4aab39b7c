"""A second connection to an open library, for work on another thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from annotator.desk.library import OpenLibrary
from annotator.domain.errors import BusyError
from annotator.store.library import open_library
from annotator.store.trouble import busy

WAIT = 30.0
"""Long work is in no hurry: it waits for the window, whose writes are short."""
_TRY = 1.0
"""Seconds of waiting after which somebody may say that it should stop."""

Found = TypeVar("Found")


@contextmanager
def opened_beside(library: OpenLibrary, *, wait: float | None = None) -> Iterator[OpenLibrary]:
    """The same library and the same analyst; to be used on one thread, and closed at the end.

    It waits ``wait`` seconds for other programs, ``WAIT`` unless said.
    """
    wait = WAIT if wait is None else wait
    beside = OpenLibrary(
        open_library(library.path, create=False, wait=wait), library.author, wait=wait
    )
    try:
        yield beside
    finally:
        beside.close()


def when_free(
    library: OpenLibrary, work: Callable[[OpenLibrary], Found], waits: Callable[[], None]
) -> Found:
    """What ``work`` finds or saves beside, done anew while another program holds the library.

    It writes in one transaction at most. ``waits`` is called about every second meanwhile; what
    it raises ends the waiting. Raises BusyError after ``WAIT`` seconds.
    """
    until = time.monotonic() + WAIT
    while True:
        try:
            with opened_beside(library, wait=_TRY) as beside:
                return work(beside)
        except BusyError as error:
            if time.monotonic() >= until:
                raise busy(library.path, WAIT) from error
            waits()
