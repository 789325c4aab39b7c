"""Making a library, and bringing an older one up to this version.

Alembic takes 0.3 s to import, so it is imported here only, and this module only
where a library is made, is older, or has to be told apart from a foreign file.
"""

from __future__ import annotations

import os
import secrets
import threading
from pathlib import Path

from alembic import command
from alembic.config import Config

from annotator.domain.errors import AnnotatorError
from annotator.store import schema, searchdue
from annotator.store.derive import derive_anew
from annotator.store.library import Library, connect

_ONE_AT_A_TIME = threading.Lock()
"""Alembic keeps what it works on in a global variable."""


def create(path: Path) -> None:
    """Makes an empty library, whole or not at all: built beside its place, then put there.

    Another process may make the same one in the meantime; then that one stands.
    Raises AnnotatorError when the folder cannot be written.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        os.close(descriptor)
        _fill(draft)
        if not path.exists():
            _put(draft, path)
    except AnnotatorError as error:
        raise AnnotatorError(str(error).replace(str(draft), str(path))) from error
    except OSError as error:
        raise AnnotatorError(
            f"No library can be made in {path.parent} ({error.strerror}): "
            "make the folder writable, or name another with --library."
        ) from error
    finally:
        for leftover in (draft, draft.with_name(draft.name + "-journal")):
            leftover.unlink(missing_ok=True)


def _put(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        draft.rename(path)


def _fill(draft: Path) -> None:
    with Library(draft, connect(draft, write=True)) as library:
        upgrade(library)


def upgrade(library: Library, wait: float = 5.0) -> None:
    """Runs the migrations that this library has not had yet, in one transaction."""
    with _ONE_AT_A_TIME, library.writing(wait):
        library.run(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        _migrate(library, "head")
        library.run(f"PRAGMA user_version = {schema.VERSION}")
        # What an older version kept without understanding it may count now.
        derive_anew(library)
        searchdue.write_few(library)


def _migrate(library: Library, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = library.connection
    command.upgrade(config, to)


def objects_as_made(version: int = schema.VERSION) -> dict[tuple[str, str], str]:
    """What the migrations up to a version make: (type, name) → its text in the schema."""
    with (
        Library(Path(":memory:"), connect(None, write=True)) as library,
        _ONE_AT_A_TIME,
        library.writing(0),
    ):
        _migrate(library, f"{version:04}")
        return {(row[0], row[1]): row[3] for row in library.rows(schema.OBJECTS)}
