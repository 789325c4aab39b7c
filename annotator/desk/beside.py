"""A second connection to an open library, for work on another thread."""

from __future__ import annotations

from annotator.desk.library import OpenLibrary
from annotator.store.library import open_library

WAIT = 30.0
"""Long work is in no hurry: it waits for the window, whose writes are short."""


def opened_beside(library: OpenLibrary) -> OpenLibrary:
    """The same library and the same analyst; to be used and closed on one thread."""
    store = open_library(library.path, create=False, wait=WAIT)
    return OpenLibrary(store, library.author, wait=WAIT)
