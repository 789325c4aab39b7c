"""Cells of a file that nobody can trust, read so that memory stays bounded.

One that is too large, or whose bytes are no text, is left out alone; the others are read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from annotator.store import log
from annotator.store.foreign import Foreign
from annotator.store.leftout import Counted, Why
from annotator.store.library import Row

LARGEST_CELL = 160 * 1024 * 1024
"""Bytes of one part of an edit, one text or one original: a whole article of 50 MB tagged in one edit
has less."""

PIECE = 8 * 1024 * 1024
"""Code points of bodies that are held at a time."""


class Cells:
    """Reads cells of one file and counts those that it cannot read."""

    def __init__(self, library: Foreign, left_out: Counted) -> None:
        self._library = library
        self._driver = library.driver
        self._driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_CELL)
        self._left_out = left_out

    def rows(
        self, table: str, columns: str, places: Sequence[int], why: Why | None
    ) -> Iterator[Row]:
        """The rows at these places. One that cannot be read is counted, and the others are read."""
        for start in range(0, len(places), log.CHUNK):
            chunk = sorted(places[start : start + log.CHUNK])
            read = 0
            try:
                for row in self._at(table, columns, chunk):
                    read += 1
                    yield row
            except sqlite3.Error as error:
                self._refuse_whole(error)
                yield from self._one_by_one(table, columns, chunk[read:], why)

    def _one_by_one(
        self, table: str, columns: str, places: Sequence[int], why: Why | None
    ) -> Iterator[Row]:
        for place in places:
            try:
                yield from self._at(table, columns, [place])
            except sqlite3.Error as error:
                self._refuse_whole(error)
                if why is not None:
                    self._left_out.add(why)

    def _at(self, table: str, columns: str, places: Sequence[int]) -> Iterator[Row]:
        marks = ", ".join("?" * len(places))
        sql = f"SELECT {columns} FROM {table} WHERE seq IN ({marks}) ORDER BY seq"
        yield from self._driver.execute(sql, places)

    def _refuse_whole(self, error: sqlite3.Error) -> None:
        """Raises unless only one row cannot be read: too large, or bytes that are no text."""
        too_big = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_TOOBIG
        if not too_big and "decode to UTF-8" not in str(error):
            raise self._library.sentence(error) from error

    def one(self, sql: str, place: int) -> Any:
        """One cell, or None where it is too large, or a text that is none."""
        try:
            return self._driver.execute(sql, (place,)).fetchone()[0]
        except sqlite3.Error as error:
            self._refuse_whole(error)
            return None


T = TypeVar("T")


def in_pieces(values: Iterable[T], weight: Callable[[T], object]) -> Iterator[list[T]]:
    """The values in lists, so that the texts in one of them are not long together."""
    piece: list[T] = []
    size = 0
    for value in values:
        piece.append(value)
        text = weight(value)
        size += len(text) if isinstance(text, str | bytes) else 0
        if size > PIECE:
            yield piece
            piece, size = [], 0
    yield piece
