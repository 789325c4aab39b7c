"""A second connection to an open library, for work on another thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from annotator.desk.library import OpenLibrary
from annotator.store.library import open_library

WAIT = 30.0
"""Long work is in no hurry: it waits for the window, whose writes are short."""


@contextmanager
def opened_beside(library: OpenLibrary) -> Iterator[OpenLibrary]:
    """The same library and the same analyst; to be used on one thread, and closed at the end."""
    beside = OpenLibrary(
        open_library(library.path, create=False, wait=WAIT), library.author, wait=WAIT
    )
    try:
        yield beside
    finally:
        beside.close()
