"""What a file that somebody sent holds, read piece by piece so that memory stays bounded.

What is here already is not read at all. What cannot be read is counted with its reason.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from annotator.domain.article import ArticleId, article_id, text_hash
from annotator.domain.edits.form import Edit, Header, Part
from annotator.store import log
from annotator.store.foreign import Foreign
from annotator.store.leftout import Counted, Why
from annotator.store.library import Library, Row
from annotator.store.tally import Witness
from annotator.store.union import Batch, held_parts, is_id

LARGEST_CELL = 160 * 1024 * 1024
"""Bytes of one part of an edit, one text or one original: a whole article of 50 MB tagged in one edit
has less."""

LONGEST_TEXT = 50 * 1024 * 1024
"""Code points: no importer takes a text that has more."""

LONGEST_WORD = 1000
"""Code points of a kind or a nonce."""

PIECE = 8 * 1024 * 1024
"""Code points of bodies that are held at a time."""

Progress = Callable[[int, int], None]
"""Is told how many edits of how many were read; raises CancelledError to give up."""


def _no_progress(_done: int, _all: int) -> None:
    pass


class Arrivals:
    """One file, opened and looked through. ``name`` is the file's, without its folder."""

    def __init__(self, library: Foreign, name: str) -> None:
        self._library = library
        self._driver = library.driver
        self._driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_CELL)
        self.name = name
        self.left_out = Counted(name)
        self.progress: Progress = _no_progress
        self.witness: Witness | None = None
        """Is shown everything that is read; where there is one, also what is here already."""

    @property
    def count(self) -> int:
        """How many edits it holds."""
        return int(self._library.rows("SELECT count(*) FROM edits")[0][0])

    def writers(self) -> set[str]:
        """The ids of all who wrote anything in it."""
        return {row[0] for row in self._library.rows("SELECT DISTINCT analyst FROM edits")}

    def refuse(self, edit: Edit, part: Part | None) -> None:
        """Counts what was left out by whoever takes the file in."""
        self.left_out.refuse(edit, part)

    def articles(self) -> set[ArticleId]:
        """Every article that anything in the file is about."""
        rows = self._library.rows("SELECT id FROM articles UNION SELECT article FROM parts")
        return {ArticleId(row[0]) for row in rows if is_id(row[0])}

    def texts(self, library: Library) -> Iterator[tuple[ArticleId, str]]:
        """The texts that the library does not have."""
        held = {row[0] for row in library.rows("SELECT id FROM articles")}
        for place, article in self._library.rows("SELECT rowid, id FROM articles"):
            if article in held:
                continue
            text = self._cell("SELECT text FROM articles WHERE rowid = ?", place)
            if not isinstance(text, str) or len(text) > LONGEST_TEXT:
                self.left_out.add(Why.LONG_TEXT)
            elif not _is_text_of(article, text):
                self.left_out.add(Why.OTHER_TEXT)
            else:
                yield ArticleId(article), text

    def originals(self, library: Library) -> Iterator[bytes]:
        """The original bytes that the library does not have."""
        held = {row[0] for row in library.rows("SELECT sha256 FROM originals")}
        for place, digest in self._library.rows("SELECT rowid, sha256 FROM originals"):
            if digest in held:
                continue
            data = self._cell("SELECT bytes FROM originals WHERE rowid = ?", place)
            if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == digest:
                yield data
            else:
                self.left_out.add(Why.OTHER_FILE)

    def batches(self, library: Library) -> Iterator[Batch]:
        """The edits, and the parts of edits, that the library does not have."""
        count, done = self.count, 0
        for places in self._places():
            for rows in _in_pieces(self._read("edits", log.HEADER, places, Why.NO_EDIT), _seals):
                yield from self._new(library, rows)
            done += len(places)
            self.progress(done, count)
        self.left_out.add(Why.ORPHAN, self._library.rows(_ORPHANS)[0][0])

    def _places(self) -> Iterator[list[int]]:
        sql = f"SELECT seq FROM edits {{}} ORDER BY seq LIMIT {log.CHUNK}"
        rows = self._library.rows(sql.format(""))
        while rows:
            yield [row[0] for row in rows]
            rows = self._library.rows(sql.format("WHERE seq > ?"), rows[-1])

    def _new(self, library: Library, rows: Sequence[Row]) -> Iterator[Batch]:
        """Of these headers and their parts what the library does not have."""
        by_id = {row[0]: row for row in rows if is_id(row[0])}
        self.left_out.add(Why.NO_EDIT, len(rows) - len(by_id))
        there = held_parts(library, by_id)
        wanted, held = dict[int, str](), list[int]()
        for place, edit, *key in log.in_chunks(self._library, _KEYS, list(by_id)):
            if edit in there and (key[0], key[1] or "") in there[edit]:
                held.append(place)
            else:
                wanted[place] = edit
        headers = self._headers(by_id, there, {*by_id} - {*there} | {*wanted.values()})
        begun = set(there)
        for piece in _in_pieces(self._parts(list(wanted), Why.LARGE), _body):
            self._show(by_id, piece)
            edits = _edits(headers, piece)
            late = [edit for edit in edits if edit.header.id in begun]
            fresh = [edit for edit in edits if edit.header.id not in begun]
            yield Batch(fresh, late)
            begun.update(edit.header.id for edit in fresh)
        bare = [Edit(headers[edit], ()) for edit in by_id if edit in headers.keys() - begun]
        yield Batch(bare, ())
        if self.witness is not None:
            for row in by_id.values():
                self.witness.see(row)
            self._show(by_id, self._parts(held, None))

    def _headers(
        self, by_id: dict[str, Row], there: Container[str], wanted: set[str]
    ) -> dict[str, Header]:
        """The headers that are wanted; malformed ones are counted."""
        headers = {}
        for edit in by_id.keys() & wanted:
            header = _header(by_id[edit])
            if header is None:
                self.left_out.add(Why.NO_EDIT)
                continue
            headers[edit] = header
            if edit not in there:
                self.left_out.look_at(header)
        return headers

    def _parts(self, places: Sequence[int], why: Why | None) -> Iterator[Part]:
        for row in self._read("parts", log.PART, places, why):
            _, part_class, _, salt, body = row
            if isinstance(salt, str) and isinstance(body, str) and isinstance(part_class, str):
                yield log.part_of(row)
            elif why is not None:
                self.left_out.add(why)

    def _show(self, by_id: dict[str, Row], parts: Iterable[Part]) -> None:
        if self.witness is not None:
            for part in parts:
                self.witness.see_part(by_id[part.edit], part)

    def _read(
        self, table: str, columns: str, places: Sequence[int], why: Why | None
    ) -> Iterator[Row]:
        """The rows at these places. One that cannot be read is counted, and the others are read."""
        for start in range(0, len(places), log.CHUNK):
            chunk = sorted(places[start : start + log.CHUNK])
            read = 0
            try:
                for row in self._rows(table, columns, chunk):
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
                yield from self._rows(table, columns, [place])
            except sqlite3.Error as error:
                self._refuse_whole(error)
                if why is not None:
                    self.left_out.add(why)

    def _rows(self, table: str, columns: str, places: Sequence[int]) -> Iterator[Row]:
        marks = ", ".join("?" * len(places))
        sql = f"SELECT {columns} FROM {table} WHERE seq IN ({marks}) ORDER BY seq"
        yield from self._driver.execute(sql, places)

    def _refuse_whole(self, error: sqlite3.Error) -> None:
        """Raises unless only one row cannot be read: too large, or bytes that are no text."""
        too_big = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_TOOBIG
        if not too_big and "decode to UTF-8" not in str(error):
            raise self._library.sentence(error) from error

    def _cell(self, sql: str, place: int) -> Any:
        """One cell, or None where it is too large, or a text that is none."""
        try:
            return self._driver.execute(sql, (place,)).fetchone()[0]
        except sqlite3.Error as error:
            self._refuse_whole(error)
            return None


_KEYS = "SELECT seq, edit, class, article FROM parts WHERE edit IN ({})"
_ORPHANS = "SELECT count(*) FROM parts WHERE edit NOT IN (SELECT id FROM edits)"


def _edits(headers: dict[str, Header], parts: Iterable[Part]) -> list[Edit]:
    """Edits with those of these parts that are theirs."""
    gathered: dict[str, list[Part]] = {}
    for part in parts:
        gathered.setdefault(part.edit, []).append(part)
    return [Edit(headers[edit], tuple(of)) for edit, of in gathered.items() if edit in headers]


T = TypeVar("T")


def _in_pieces(values: Iterable[T], weight: Callable[[T], object]) -> Iterator[list[T]]:
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


_seals = itemgetter(-1)
_body = attrgetter("body")


def _header(row: Row) -> Header | None:
    try:
        header = log.header_of(row)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    long = any(len(str(word)) > LONGEST_WORD for word in (header.kind, header.nonce))
    return None if long else header


def _is_text_of(article: object, text: str) -> bool:
    try:
        return article == article_id(text_hash(text))
    except UnicodeEncodeError:
        return False
