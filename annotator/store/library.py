"""One connection to one library file: how it is opened, read and written.

Reads fetch all and end their transaction before anything is computed; a write is
BEGIN IMMEDIATE, so that it never has to give up half way.
"""

from __future__ import annotations

import json
import sqlite3
import time
import urllib.parse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from annotator.domain.errors import AnnotatorError
from annotator.store.trouble import sentence

Row = tuple[Any, ...]

_CACHE = "PRAGMA cache_size = -16000"

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
    _CACHE,
)

ROOM = 64 * 1024 * 1024
"""Bytes of the file that are held in memory by ``Library.roomy``."""


_STEPS = 100
"""Of SQLite's own machine, between two looks at the clock: a fraction of a millisecond."""


def connect(path: Path | None, *, write: bool, wait: float = 5.0) -> Connection:
    """A connection to a file, or to a database in memory. Transactions are begun by hand."""
    address = ":memory:"
    if path is not None:
        mode = "rw" if write else "ro"
        address = f"file:{urllib.parse.quote(bytes(path.absolute()))}?mode={mode}"
    raw = sqlite3.connect(address, timeout=wait, isolation_level=None, uri=path is not None)
    for pragma in _PRAGMAS:
        raw.execute(pragma)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT")


class Library:
    """One connection to one library file; not thread safe, one for each thread."""

    def __init__(self, path: Path, connection: Connection, *, wait: float = 5.0) -> None:
        self.path = path
        self.connection = connection
        """For Alembic and the backup only; everybody else goes through the methods."""
        self._wait = wait
        self._depth = 0
        self._file = _identity(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. Calling it twice does no harm."""
        if not self.connection.closed:
            engine = self.connection.engine
            self.connection.close()
            engine.dispose()

    @property
    def driver(self) -> sqlite3.Connection:
        """SQLite's own connection, for what has no SQL: its backup."""
        driver = self.connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return driver

    def data_version(self) -> int:
        """A number that differs when another connection has committed since it was asked last."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def last_edit(self) -> int:
        """The place of what came in last: edits and their parts are counted together."""
        return max(row[0] or 0 for row in self.rows(_LAST))

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query, as plain tuples."""
        try:
            result = self.connection.exec_driver_sql(sql, tuple(params))
            found = result.cursor.fetchall()
            result.close()
        except (DBAPIError, sqlite3.Error, UnicodeError) as error:
            raise self._sentence(error) from error
        return [*found]

    def first(self, sql: str) -> Row:
        """The only row of a query that every key asks: of the driver, which is quicker about it."""
        try:
            found: Row = self.driver.execute(sql).fetchone()
        except (sqlite3.Error, UnicodeError) as error:
            raise self._sentence(error) from error
        return found

    def rows_by(self, until: float, sql: str, params: Sequence[Any] = ()) -> tuple[list[Row], bool]:
        """The rows found by then (``time.perf_counter``), and whether those are all there are."""
        found: list[Row] = []
        self.driver.set_progress_handler(lambda: time.perf_counter() > until, _STEPS)
        try:
            for row in self.driver.execute(sql, tuple(params)):
                found.append(row)  # noqa: PERF402 - what was found before it was too late counts
        except (sqlite3.Error, UnicodeError) as error:
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
                raise self._sentence(error) from error
            return found, False
        finally:
            self.driver.set_progress_handler(None, 0)
        return found, True

    def columns(self, names: Sequence[str], sql: str, params: Sequence[Any]) -> list[list[int]]:
        """Columns of numbers, four times as quickly as rows of them: SQLite writes them as JSON."""
        arrays = ", ".join(f"json_group_array({name})" for name in names)
        return [json.loads(text) for text in self.rows(f"SELECT {arrays} FROM ({sql})", params)[0]]

    def run(self, sql: str, params: Sequence[Any] = ()) -> int:
        """Runs a statement; gives back how many rows it concerned."""
        try:
            return self.connection.exec_driver_sql(sql, tuple(params)).rowcount
        except (DBAPIError, sqlite3.Error, UnicodeError) as error:
            raise self._sentence(error) from error

    def many(self, sql: str, rows: list[Row]) -> None:
        """Runs a statement once for each row."""
        if not rows:
            return
        try:
            self.connection.exec_driver_sql(sql, rows)
        except (DBAPIError, sqlite3.Error, UnicodeError) as error:
            raise self._sentence(error) from error

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several reads that see one moment. Inside of another transaction it is that one."""
        if self._depth:
            yield
            return
        self._turn("BEGIN")
        self._depth = 1
        try:
            yield
        finally:
            self._depth = 0
            if self.driver.in_transaction:
                self._turn("ROLLBACK")

    def set_wait(self, wait: float) -> None:
        """So many seconds every read and write waits for others from now on."""
        if wait != self._wait:
            self.run(f"PRAGMA busy_timeout = {round(wait * 1000)}")
            self._wait = wait

    @contextmanager
    def roomy(self) -> Iterator[None]:
        """More of the file stays in memory meanwhile: what comes in by the thousand goes everywhere."""
        self.run(f"PRAGMA cache_size = -{ROOM // 1024}")
        try:
            yield
        finally:
            self.run(_CACHE)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else reads or writes meanwhile, and no transaction is open on this connection.

        So a whole copy can be put in the library's place by SQLite's backup. Raises BusyError.
        """
        self._same_file()
        self.driver.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            self._turn("BEGIN EXCLUSIVE")
            self._turn("COMMIT")
            yield
        finally:
            self.driver.execute("PRAGMA locking_mode = NORMAL")
            self.rows("SELECT 1 FROM sqlite_master LIMIT 1")  # only then the lock is let go

    @contextmanager
    def writing(self, wait: float) -> Iterator[None]:
        """One transaction that is kept whole or not at all; waits ``wait`` seconds for others.

        Raises BusyError when others held the library all the while, AnnotatorError
        when it cannot be written.
        """
        self._same_file()
        self.set_wait(wait)
        self._turn("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
            self._turn("COMMIT")
        finally:
            self._depth = 0
            if self.driver.in_transaction:
                self.driver.rollback()

    def _turn(self, sql: str) -> None:
        """Begins or ends a transaction: asked of the driver, which is ten times as quick about it."""
        try:
            self.driver.execute(sql)
        except (sqlite3.Error, UnicodeError) as error:
            raise self._sentence(error) from error

    def _same_file(self) -> None:
        """A library that was replaced under us would take edits that nobody finds again."""
        if _identity(self.path) != self._file:
            raise AnnotatorError(
                f"The library {self.path} was replaced or taken away while it was open, "
                "so nothing was saved: close it and open it again."
            )

    def _sentence(self, error: BaseException) -> AnnotatorError:
        original = error.orig if isinstance(error, DBAPIError) else error
        assert original is not None
        return sentence(original, self.path, self._wait)


_LAST = "SELECT max(seq) FROM edits UNION ALL SELECT max(seq) FROM parts"


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def open_library(path: Path, *, create: bool, wait: float = 5.0) -> Library:
    """Opens a library, after looking whether it is one and can be trusted.

    ``create`` makes one where there is none. Raises AnnotatorError (BusyError,
    DamagedError) with one sentence, and changes nothing then. A library of an older
    version is backed up and brought up to this one.
    """
    from annotator.store.opening import opened

    return opened(path, create=create, wait=wait)
