"""When what became due is written into the search: a little at once, more of it in portions."""

from __future__ import annotations

import time

from annotator.store import searchothers, searchrows, searchtables
from annotator.store.library import Library
from annotator.store.searchrows import PIECE, Due, Texts

FEW = 200
"""Rows of each sort that are written in the transaction that made them due: 8 ms at most."""

FEW_ARTICLES = 4

_ANY = "SELECT EXISTS (SELECT 1 FROM due_others), EXISTS (SELECT 1 FROM due_claims)"


def any_due(library: Library) -> bool:
    """Whether anything of the library is not in the search yet, or may be there otherwise."""
    others, claims = library.first(_ANY)
    return bool(others or claims)


def write_few(library: Library) -> None:
    """Writes what is due where that is little, in the transaction that made it so.

    What is more waits for ``Portions``: no key is held up by it.
    """
    others, claims = library.first(_ANY)
    if others:
        keys = searchothers.due(library, FEW + 1)
        if len(keys) <= FEW:
            searchothers.write_others(library, keys)
    if claims:
        due = searchrows.due(library, FEW_ARTICLES + 1)
        if len(due) <= FEW_ARTICLES and _are_few(library, due):
            texts = Texts(library)
            for one in due:
                searchrows.write_claims(library, texts, one, FEW + 1)


def _are_few(library: Library, due: list[Due]) -> bool:
    """Whether these are few claims, of texts of which a piece is read at once."""
    left = FEW
    for one in due:
        length = library.rows("SELECT length FROM articles WHERE id = ?", (one.article,))
        left -= searchrows.count_due(library, one, left + 1)
        if left < 0 or (length and length[0][0] > PIECE):
            return False
    return True


def write_anew(library: Library) -> None:
    """Writes all that is searched from nothing, whatever was there. Inside of a transaction."""
    searchtables.empty(library)
    library.run("DELETE FROM shelves")
    library.run("DELETE FROM due_others")
    searchrows.doubt_all(library)
    searchothers.doubt_all(library)
    texts = Texts(library)
    while any_due(library):
        _portion(library, texts, MANY)


MANY = 5000
"""Rows that are written at a time where nobody waits for a key."""


LOOKS = 8
"""So often a portion looks on where it found nothing to write: most of it may be right already."""


def _portion(library: Library, texts: Texts, most: int) -> None:
    """Writes about so many rows of what is due. Inside of a transaction."""
    keys = searchothers.due(library, most)
    searchothers.write_others(library, keys)
    left = most - len(keys)
    for _ in range(LOOKS):
        due = searchrows.due(library, 1) if left > 0 else []
        if not due:
            return
        left -= searchrows.write_claims(library, texts, due[0], left)


class Portions:
    """Writes what is due bit by bit, each bit a transaction of its own."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._texts = Texts(library)
        self.worked = 0.0
        """Seconds that the last portion took without its commit, which waits for the disk."""

    def write(self, most: int, wait: float) -> bool:
        """One portion of about so many rows; says whether anything is left.

        ``wait``: seconds for others who write. Raises BusyError, and AnnotatorError where the
        library cannot be written.
        """
        library = self._library
        if not any_due(library):
            return False
        with library.writing(wait):
            began = time.perf_counter()
            _portion(library, self._texts, most)
            searchtables.merge_some(library)
            self.worked = time.perf_counter() - began
        return any_due(library)
