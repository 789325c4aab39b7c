"""Each migration has its test here, and together they make the schema this version expects."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from sqlalchemy import Connection

from annotator.domain.edits.comments import Comment
from annotator.domain.edits.people import SetName
from annotator.domain.edits.reviewing import Submit
from annotator.domain.errors import AnnotatorError
from annotator.store import migrate, schema
from annotator.store.doctor import examine
from annotator.store.library import Library, connect, open_library
from annotator.store.write import apply
from factories import ANNA, BEN, bring_in, claims_of

VERSIONS = Path(migrate.__file__).parent / "migrations" / "versions"


def revisions() -> list[str]:
    return sorted(path.name[1:5] for path in VERSIONS.glob("m[0-9]*.py"))


def test_every_migration_has_its_test() -> None:
    tested = set(re.findall(r"def test_(\d{4})_", Path(__file__).read_text()))
    assert set(revisions()) == tested
    assert revisions()[-1] == f"{schema.VERSION:04}"


def test_0001_makes_the_first_schema(path: Path) -> None:
    migrate.create(path)
    with open_library(path, create=False) as library:
        assert library.rows("PRAGMA user_version") == [(schema.VERSION,)]
        assert schema.fingerprint(library.rows(schema.OBJECTS)) == schema.FINGERPRINT
        tables = {row[1] for row in library.rows(schema.OBJECTS) if row[0] == "table"}
        named = {*schema.INSERT_ONLY, *schema.LOCAL, *schema.DERIVED}
        assert tables == named | {"alembic_version"}


def test_0002_derives_anew_what_an_older_version_left(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A library as version 1 left it, with edits that it kept without understanding them."""
    with open_library(path.with_name("new.db"), create=True) as newer:
        article = bring_in(newer)
        apply(newer, ANNA, [Submit(article)])
        apply(newer, BEN, [Comment(article, claims_of(article)[0], "Whence?")])
        tables = (*schema.INSERT_ONLY, "local")
        alembic = migrate.objects_as_made()["table", "alembic_version"]
        rows = {table: newer.rows(f"SELECT * FROM {table}") for table in tables}
    first = importlib.import_module("annotator.store.migrations.versions.m0001_first")
    with Library(path, connect_new(path)) as library:
        for statement in (*first.SET, *first.LOCAL, *first.DERIVED, *first.stays()):
            library.run(statement)
        library.run(alembic)
        library.run("INSERT INTO alembic_version VALUES ('0001')")
        library.run(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        library.run("PRAGMA user_version = 1")
        library.run("PRAGMA foreign_keys = OFF")
        for table in tables:
            for row in rows[table]:
                library.run(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    with open_library(path, create=False) as library:
        fields = [row[0] for row in library.rows("SELECT field FROM sayings ORDER BY at")]
        assert fields == ["submitted", "comment"]
        assert not examine(library)
    assert "a backup is" in capsys.readouterr().err


@pytest.mark.parametrize("table", schema.INSERT_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE {} SET rowid = 99", "DELETE FROM {}"])
def test_the_set_only_grows(library: Library, table: str, verb: str) -> None:
    library.run("PRAGMA foreign_keys = OFF")
    bring_in(library)
    with pytest.raises(Exception, match=f"{table} only grows"):
        library.run(verb.format(table))


def test_an_older_library_is_backed_up_and_brought_up(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty library of number 0 stands in for the oldest there could be."""
    with Library(path, connect_new(path)) as library:
        library.run(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        library.run("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        library.run("DROP TABLE alembic_version")
    with open_library(path, create=False) as library:
        apply(library, ANNA, [SetName(ANNA.id, "Anna")])
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    kept = Path(said.rstrip().rstrip(".").rpartition(" ")[2])
    assert kept.is_file()


def connect_new(path: Path) -> Connection:
    path.touch(0o600)
    return connect(path, write=True)


def test_a_failed_migration_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(migrate, "_fill", fail)
    with pytest.raises(AnnotatorError, match="No space left"):
        migrate.create(path)
    assert list(path.parent.iterdir()) == []
