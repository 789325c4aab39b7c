"""Each migration has its test here, and together they make the schema this version expects."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Connection

from annotator.domain.attribution import Attribution, Quoted, source_id
from annotator.domain.edits.assessing import SetConfidence
from annotator.domain.edits.attributing import NameSources, SetAttribution
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.evidence import AddEvidence
from annotator.domain.edits.people import SetName
from annotator.domain.edits.reviewing import Submit
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Link, Stance
from annotator.domain.tags import Tag
from annotator.store import migrate, schema
from annotator.store.doctor import examine
from annotator.store.library import Library, connect, open_library
from annotator.store.recorded import records_of, source_names
from annotator.store.write import apply
from factories import ANNA, BEN, bring_in, claims_of, noted

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
        named = {*schema.INSERT_ONLY, *schema.LOCAL, *schema.DERIVED, *schema.SEARCH}
        indexes = (*schema.INDEXES, *schema.TERMS)
        tables = {table for table in tables if not table.startswith(indexes)}
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
        rows = {table: newer.rows(f"SELECT * FROM {table}") for table in tables}
    as_of(path, 1, rows)
    with open_library(path, create=False) as library:
        fields = [row[0] for row in library.rows("SELECT field FROM sayings ORDER BY at")]
        assert fields == ["submitted", "comment"]
        assert not examine(library)
    assert "a backup is" in capsys.readouterr().err


def as_of(path: Path, version: int, rows: dict[str, list[tuple[object, ...]]]) -> None:
    """A library as this version left it: the set, and tables that say what it understood of that."""
    objects = migrate.objects_as_made(version)
    with Library(path, connect_new(path)) as library:
        for kind in ("table", "index", "trigger"):
            for (of, _), sql in objects.items():
                if of == kind and sql:
                    library.run(sql)
        library.run(f"INSERT INTO alembic_version VALUES ('{version:04}')")
        library.run(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        library.run(f"PRAGMA user_version = {version}")
        library.run("PRAGMA foreign_keys = OFF")
        for table, held in rows.items():
            if ("table", table) in objects:
                for row in held:
                    library.run(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def test_0003_understands_what_an_older_version_kept_and_derives_what_it_knew(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Edits of kinds that a program of version 2 took in, sent on and left out of what it showed."""
    with open_library(path.with_name("new.db"), create=True) as newer:
        article = bring_in(newer)
        claims = claims_of(article)
        tag = SetTag(article, claims[:1], Tag.DISPUTED, noted(article, claims[:1], "why"))
        link = Link(ITEM, Stance.CONTRADICTS, "“1,800 feet”")
        add = AddEvidence(ITEM, {"there": True, "title": "A map"}, {(article, claims[0]): link})
        said = SetAttribution(article, Attribution(OTHER, claims[0], Quoted("ISNA")))
        names = NameSources({article: {"ISNA": "the agency"}})
        apply(newer, ANNA, [tag, SetConfidence(article, claims[:1], 2), add, said, names])
        tables = (*schema.INSERT_ONLY, "local", "names", "records", "claims", "passages")
        rows = {table: newer.rows(f"SELECT * FROM {table}") for table in tables}
        held = records_of(newer, claims[:1], ANNA.id)
    as_of(path, 2, rows)
    with Library(path, connect(path, write=True)) as older:
        older.run(
            f"INSERT INTO assessments VALUES ({', '.join('?' * 15)})",
            (article, ANNA.id, 0, 9, claims[0], *OLD_ASSESSMENT),
        )
    with open_library(path, create=False) as library:
        (row,) = library.rows("SELECT tag, note, confidence FROM assessments")
        assert row == ("disputed", "why", 2)
        assert records_of(library, claims[:1], ANNA.id) == held
        assert source_names(library, article) == {source_id("ISNA"): "the agency"}
        assert library.rows("SELECT count(*) FROM files") == [(0,)]
        assert not examine(library)
    assert "a backup is" in capsys.readouterr().err


ITEM, OTHER = (f"e000000{n}-0000-4000-8000-000000000000" for n in (1, 2))
OLD_ASSESSMENT = (2, 1, "disputed", 0, 0, "desk", "", "[]", "why", 1)
"""What version 2 made of it: no column for anything else."""


def test_0004_makes_what_an_older_version_held_findable(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_library(path.with_name("new.db"), create=True) as newer:
        article = bring_in(newer)
        claims = claims_of(article)
        apply(newer, ANNA, [*noted(article, claims[:1], "Ask the survey.")])
        tables = (*schema.INSERT_ONLY, "local")
        rows = {table: newer.rows(f"SELECT * FROM {table}") for table in tables}
        words = [
            newer.rows(f"SELECT words FROM {table} ORDER BY words")
            for table in ("claim_words", "other_words")
        ]
    as_of(path, 3, rows)
    with open_library(path, create=False) as library:
        assert ("ask the survey",) in words[1]
        assert words == [
            library.rows(f"SELECT words FROM {table} ORDER BY words")
            for table in ("claim_words", "other_words")
        ]
        assert not examine(library)
    assert "a backup is" in capsys.readouterr().err


@pytest.mark.parametrize("table", schema.INSERT_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE {} SET rowid = 99", "DELETE FROM {}"])
def test_the_set_only_grows(library: Library, table: str, verb: str) -> None:
    library.run("PRAGMA foreign_keys = OFF")
    apply(library, ANNA, [Submit(bring_in(library))], files=[b"a map"])
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
