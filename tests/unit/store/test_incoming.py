"""Files that nobody can trust: one sentence, or what can be taken of them; they are never written."""

from __future__ import annotations

import hashlib
import importlib
import os
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.article import ArticleId, Span, claim_id
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.form import Edit, PartClass, Stamp
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.writes import Cut, Own, Say
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Tag
from annotator.store import arrivals, cells, doctor, incoming, leftout, log, migrate, schema
from annotator.store.library import Library, connect
from annotator.store.write import Applied, absorb_all, apply
from factories import ANNA, BEN, TEXT, bring_in, claims_of, new_library

ARTICLE = ArticleId("")


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """What Ben sent: a library with an article, two tags and a note."""
    path = tmp_path / "sent" / "ben.db"
    path.parent.mkdir()
    with new_library(path) as theirs:
        article = bring_in(theirs, BEN)
        claims = claims_of(article)
        apply(theirs, BEN, [SetTag(article, claims[:2], Tag.VERIFIED)])
        apply(theirs, BEN, [SetNote(article, claims[2], "why")])
    return path


def take_in(library: Library, *files: Path) -> tuple[Applied, list[tuple[str, str]]]:
    """Brings the files in; gives what was left out too."""
    left = []
    applied = None
    for file in files:
        with incoming.incoming(file, wait=0.2) as source:
            applied = absorb_all(library, [source])
            left += [(one.what, one.why) for one in source.left_out.rows()]
    assert applied is not None
    return applied, left


@contextmanager
def untouched(*folders: Path) -> Iterator[None]:
    """Every file keeps its bytes and its moment, and none is made or lost."""

    def held() -> dict[Path, tuple[bytes, int]]:
        files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}

    before = held()
    yield
    assert held() == before


def refused(library: Library, path: Path) -> str:
    """The sentence with which a file is refused; library and file stay as they were."""
    with untouched(library.path.parent, path.parent), pytest.raises(AnnotatorError) as caught:
        take_in(library, path)
    said = str(caught.value)
    assert said.endswith(".")
    assert "\n" not in said
    assert "--library" not in said
    return said


def altered(path: Path, *statements: str, values: tuple[Any, ...] = ()) -> None:
    """Statements by hand, triggers and foreign keys out of the way, the schema as it was after."""
    raw = sqlite3.connect(path, isolation_level=None)
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement, values if "?" in statement else ())
    for _, sql in triggers:
        raw.execute(sql)
    raw.close()


def test_what_is_whole_comes_in(library: Library, sent: Path) -> None:
    with untouched(sent.parent):
        applied, left = take_in(library, sent)
    assert left == []
    assert applied.last == 8
    assert doctor.examine(library) == ()
    with untouched(library.path.parent, sent.parent):
        again, _ = take_in(library, sent, sent)
    assert again.changes == ()


# -- files that are none ------------------------------------------------------------------


def empty(path: Path) -> None:
    path.write_bytes(b"")


def words(path: Path) -> None:
    path.write_text("SQLite format 3 is what this is not. " * 9)


def short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def plug(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


def loop(path: Path) -> None:
    path.symlink_to(path)


def nothing(_path: Path) -> None:
    pass


def another_program(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE songs (title TEXT)")
    raw.close()


def too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(incoming.LARGEST + 1)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (empty, "no library of Annotator and no parcel"),
        (words, "no library of Annotator and no parcel"),
        (short, "no library of Annotator and no parcel"),
        (folder, "is a folder"),
        (pipe, "is no plain file"),
        (plug, "is no plain file"),
        (loop, "could not be read"),
        (nothing, "There is no file"),
        (another_program, "no library of Annotator and no parcel"),
        (too_large, "has 1.0 GB, and at most 1 GB can be brought in"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_what_is_no_library(
    library: Library, tmp_path: Path, make: Callable[[Path], None], says: str
) -> None:
    path = tmp_path / "sent" / "file.annotations"
    path.parent.mkdir()
    make(path)
    with pytest.raises(AnnotatorError, match=says):
        take_in(library, path)
    assert library.last_edit() == 0


def test_a_device_is_no_file(library: Library) -> None:
    with pytest.raises(AnnotatorError, match="no plain file"):
        take_in(library, Path("/dev/null"))


# -- damage -------------------------------------------------------------------------------


def test_of_a_newer_version(library: Library, sent: Path) -> None:
    altered(sent, f"PRAGMA user_version = {schema.VERSION + 1}")
    assert "newer version" in refused(library, sent)


@pytest.mark.parametrize("version", [0, -1])
def test_of_no_version(library: Library, sent: Path, version: int) -> None:
    altered(sent, f"PRAGMA user_version = {version}")
    assert "no library of Annotator" in refused(library, sent)


@pytest.mark.parametrize("size", [99, 100, 4096, 4097, 60_000])
def test_truncated(library: Library, sent: Path, size: int) -> None:
    sent.write_bytes(sent.read_bytes()[:size])
    refused(library, sent)


@pytest.mark.parametrize("seed", range(25))
def test_flipped_bytes(library: Library, sent: Path, seed: int) -> None:
    """Refused in a sentence, or what is still sound is taken: never anything else."""
    chance = random.Random(seed)
    data = bytearray(sent.read_bytes())
    for _ in range(chance.choice((1, 8, 200))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    sent.write_bytes(data)
    whole = sqlite3.connect(sent)
    before = library.path.read_bytes()
    said = ""
    with untouched(sent.parent):
        try:
            take_in(library, sent)
        except AnnotatorError as error:
            said = str(error)
    whole.close()
    assert "\n" not in said
    assert not said or library.path.read_bytes() == before
    assert doctor.examine(library) == ()


def test_an_index_that_says_otherwise_than_its_table(library: Library, sent: Path) -> None:
    """Through such an index a part would be missed, or be taken for another edit's."""
    raw = sqlite3.connect(sent)
    (edit,) = raw.execute("SELECT id FROM edits WHERE kind = 'SetNote'").fetchone()
    index = "SELECT rootpage FROM sqlite_master WHERE name = 'parts_edit'"
    (root,) = raw.execute(index).fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    data = bytearray(sent.read_bytes())
    place = data.index(edit.encode(), (root - 1) * size, root * size) + len(edit) - 1
    data[place] ^= 1
    sent.write_bytes(data)
    assert "cannot be trusted" in refused(library, sent)


def test_a_schema_of_bytes_that_are_no_text(library: Library, sent: Path) -> None:
    data = sent.read_bytes()
    sent.write_bytes(data.replace(b"BEFORE UPDATE ON edits", b"BEFORE UPDATE ON edit\xcc", 1))
    assert "cannot be trusted" in refused(library, sent)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER late AFTER INSERT ON edits BEGIN DELETE FROM drafts; END",
        "CREATE VIEW all_edits AS SELECT * FROM edits",
        "CREATE TABLE songs (title TEXT)",
        "CREATE INDEX edits_kind ON edits (kind)",
        "DROP INDEX edits_at",
        "DROP TABLE drafts",
        "ALTER TABLE edits ADD COLUMN mood TEXT",
    ],
)
def test_another_schema(library: Library, sent: Path, statement: str) -> None:
    altered(sent, statement)
    assert "cannot be trusted" in refused(library, sent)


def test_a_schema_that_was_written_by_hand(library: Library, sent: Path) -> None:
    """A view under the name of a table would be read in its place."""
    altered(
        sent,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'salt TEXT', 'salt BLOB') WHERE name = 'parts'",
        "PRAGMA writable_schema = OFF",
    )
    assert "cannot be trusted" in refused(library, sent)


# -- never written ------------------------------------------------------------------------


def older(path: Path, new: Path) -> None:
    """The same library as version 1 had it."""
    first = importlib.import_module("annotator.store.migrations.versions.m0001_first")
    path.touch(0o600)
    with (
        Library(new, connect(new, write=False)) as newer,
        Library(path, connect(path, write=True)) as library,
    ):
        for statement in (*first.SET, *first.LOCAL, *first.DERIVED, *first.stays()):
            library.run(statement)
        library.run(migrate.objects_as_made()["table", "alembic_version"])
        library.run("INSERT INTO alembic_version VALUES ('0001')")
        library.run(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        library.run("PRAGMA user_version = 1")
        for table in schema.INSERT_ONLY:
            for row in newer.rows(f"SELECT * FROM {table}"):
                library.run(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def test_of_an_older_version_it_is_brought_up_in_a_copy(library: Library, sent: Path) -> None:
    old = sent.with_name("old.db")
    older(old, sent)
    with untouched(sent.parent):
        applied, left = take_in(library, old)
    assert (applied.last, left) == (8, [])
    assert doctor.examine(library) == ()


def test_an_older_version_with_a_trigger_of_somebody_s(library: Library, sent: Path) -> None:
    """It would run while the copy is brought up."""
    old = sent.with_name("old.db")
    older(old, sent)
    altered(old, "CREATE TRIGGER late AFTER INSERT ON claims BEGIN DELETE FROM drafts; END")
    assert "a trigger called late" in refused(library, old)


def test_in_write_ahead_mode(library: Library, sent: Path) -> None:
    raw = sqlite3.connect(sent, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("INSERT INTO local (kind, about) VALUES ('place', 'x')")
    assert sent.with_name("ben.db-wal").stat().st_size > 0
    with untouched(sent.parent):
        applied, _ = take_in(library, sent)
    raw.close()
    assert applied.last == 8


def test_left_in_the_middle_of_a_write(library: Library, sent: Path) -> None:
    """A hot journal beside it: what was half done is undone in a copy, not in the file."""
    code = (
        "import os, signal, sqlite3, sys\n"
        "held = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "held.execute('PRAGMA cache_size = 1')\n"
        "held.execute('BEGIN IMMEDIATE')\n"
        "for number in range(40):\n"
        "    held.execute('UPDATE claims SET live = 1 - live')\n"
        "    held.execute(\"INSERT INTO local (kind, about) VALUES ('x', hex(randomblob(9000)))\")\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(sent)], check=False)
    assert sent.with_name("ben.db-journal").stat().st_size > 0
    with untouched(sent.parent):
        applied, _ = take_in(library, sent)
    assert applied.last == 8
    assert doctor.examine(library) == ()


def test_that_may_only_be_read(library: Library, sent: Path) -> None:
    sent.chmod(0o400)
    sent.parent.chmod(0o500)
    try:
        take_in(library, sent)
    finally:
        sent.parent.chmod(0o700)
    assert library.last_edit() == 8


def test_held_by_another_program(library: Library, sent: Path) -> None:
    raw = sqlite3.connect(sent, isolation_level=None)
    raw.execute("BEGIN EXCLUSIVE")
    assert "holds the library" in refused(library, sent)
    raw.close()


# -- rows by hand -------------------------------------------------------------------------


def sealed(*writes: tuple[PartClass, ArticleId | None, Any], kind: str = "SetTag") -> Edit:
    return Stamp(BEN.id, 1_900_000_000_000_000, 5).seal(kind, 1, writes)


def put(path: Path, *edits: Edit) -> None:
    """Puts edits into a file with whatever they hold."""
    with new_library(path.with_name("scratch.db")) as scratch:
        last = sqlite3.connect(path).execute("SELECT count(*) * 3 FROM edits").fetchone()[0] + 100
        placed = [(last + 2 * at, edit) for at, edit in enumerate(edits)]
        scratch.run("PRAGMA foreign_keys = OFF")
        log.put_headers(scratch, [(place, edit.header) for place, edit in placed])
        log.put_parts(scratch, [(place + 1, part) for place, e in placed for part in e.parts[:1]])
        raw = sqlite3.connect(path, isolation_level=None)
        for table in ("edits", "parts"):
            for row in scratch.rows(f"SELECT * FROM {table}"):
                raw.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        raw.close()
    path.with_name("scratch.db").unlink()


BY_HAND = {
    "a header with another analyst": (
        f"UPDATE edits SET analyst = '{ANNA.id}' WHERE kind = 'SetTag'",
        ("1 edit in ben.db", "altered: its id was made of something else"),
    ),
    "an analyst who is none": (
        "UPDATE edits SET analyst = 'me' WHERE kind = 'SetTag'",
        ("1 edit in ben.db", "not in the form of an edit"),
    ),
    "a header that is a blob": (
        "UPDATE edits SET analyst = x'00ff' WHERE kind = 'SetTag'",
        ("1 edit in ben.db", "not in the form of an edit"),
    ),
    "seals that are no JSON": (
        "UPDATE edits SET seals = '[' WHERE kind = 'SetTag'",
        ("1 edit in ben.db", "not in the form of an edit"),
    ),
    "seals without end": (
        "UPDATE edits SET seals = replace(hex(zeroblob(9000)), '0', '[') WHERE kind = 'SetTag'",
        ("1 edit in ben.db", "not in the form of an edit"),
    ),
    "text that is no UTF-8": (
        "UPDATE edits SET nonce = CAST(x'ff41' AS TEXT) WHERE kind = 'SetTag'",
        ("1 edit in ben.db", "not in the form of an edit"),
    ),
    "a kind as long as a book": (
        "UPDATE edits SET kind = hex(zeroblob(9000)) WHERE kind = 'SetTag'",
        ("1 edit in ben.db", "not in the form of an edit"),
    ),
    "a date that is none": (
        "UPDATE edits SET at = 'today' WHERE kind = 'SetTag'",
        ("1 edit in ben.db", "not in the form of an edit"),
    ),
    "an id that is none": (
        "UPDATE edits SET id = 'x' WHERE kind = 'SetTag'",
        ("1 edit in ben.db", "not in the form of an edit"),
    ),
    "another body": (
        "UPDATE parts SET body = replace(body, 'verified', 'disputed')",
        ("1 part of an edit in ben.db", "altered: its edit has another seal for it"),
    ),
    "another salt": (
        "UPDATE parts SET salt = 'x' WHERE body LIKE '%verified%'",
        ("1 part of an edit in ben.db", "altered: its edit has another seal for it"),
    ),
    "a salt that is a blob": (
        "UPDATE parts SET salt = x'00' WHERE body LIKE '%verified%'",
        ("1 part of an edit in ben.db", "too large, or not a text"),
    ),
    "a body that is no UTF-8": (
        "UPDATE parts SET body = CAST(x'ff5b5d' AS TEXT) WHERE body LIKE '%verified%'",
        ("1 part of an edit in ben.db", "too large, or not a text"),
    ),
    "another article": (
        f"UPDATE parts SET article = '{ANNA.id}' WHERE body LIKE '%verified%'",
        ("1 part of an edit in ben.db", "altered: its edit has another seal for it"),
    ),
    "a part of nobody's": (
        "INSERT INTO parts VALUES (99, 'x', 'tags', NULL, 'x', '[]')",
        ("1 part of an edit in ben.db", "the file does not hold its edit"),
    ),
    "a text that is not its article's": (
        "UPDATE articles SET text = 'Another text'",
        ("1 article's text in ben.db", "not the text that its article's id says"),
    ),
    "a text that is no UTF-8": (
        "UPDATE articles SET text = CAST(x'ff41' AS TEXT)",
        ("1 article's text in ben.db", "too long, or not a text"),
    ),
    "a text that is a number": (
        "UPDATE articles SET text = x'31'",
        ("1 article's text in ben.db", "too long, or not a text"),
    ),
    "an original that is another": (
        "UPDATE originals SET bytes = x'00'",
        ("1 original in ben.db", "not the bytes that its hash says, or too many"),
    ),
}


@pytest.mark.parametrize("what", BY_HAND)
def test_rows_by_hand(library: Library, sent: Path, what: str) -> None:
    """What is malformed is left out and counted; all else comes in, and comes in again later."""
    statement, left_out = BY_HAND[what]
    whole = shutil.copyfile(sent, sent.with_name("whole.db"))
    altered(sent, statement)
    _, left = take_in(library, sent)
    # Who alters a header leaves its part behind without one that fits it.
    assert left_out in left
    assert [one.kind for one in doctor.examine(library)] == []
    _, left = take_in(library, whole)
    assert left == []
    assert doctor.examine(library) == ()
    with new_library(library.path.with_name("other.db")) as other:
        take_in(other, whole, sent)
        for table in ("assessments", "claims", "records", "names"):
            assert other.rows(f"SELECT * FROM {table}") == library.rows(f"SELECT * FROM {table}")


def test_parts_that_make_no_sense_are_kept_and_count_for_nothing(
    library: Library, sent: Path
) -> None:
    article = sqlite3.connect(sent).execute("SELECT id FROM articles").fetchone()[0]
    nonsense = sealed((PartClass.TAGS, article, Own("claim", "not an id", "judgement", None)))
    mood = sealed((PartClass.TAGS, article, Own("claim", BEN.id, "x", 1)), kind="SetMood")
    put(sent, nonsense, mood)
    _, left = take_in(library, sent)
    assert left == [
        (
            "1 part of an edit in ben.db",
            "in no form that Annotator writes: kept, and counted as empty",
        ),
        (
            "1 edit of the kind SetMood (version 1) in ben.db",
            leftout.UNKNOWN,
        ),
    ]
    held = {row[0] for row in library.rows("SELECT id FROM edits")}
    assert {nonsense.header.id, mood.header.id} < held
    assert [one.kind for one in doctor.examine(library)] == ["unknown kind"]
    _, left = take_in(library, sent)
    assert left == [], "what is here already was told when it came"


def test_what_has_no_effect_by_the_law(library: Library, sent: Path) -> None:
    """Spans outside of the text, unknown tags, comments in a circle: edits like any other."""
    article = ArticleId(sqlite3.connect(sent).execute("SELECT id FROM articles").fetchone()[0])
    outside = claim_id(article, Span(10**6, 10**6 + 5))
    inside = claims_of(article)[1]
    at = 1_900_000_000_000_000
    first = Stamp(BEN.id, at, 5).seal("Comment", 1, Comment(article, inside, "first").writes())
    answer = Comment(article, inside, "answers itself", first.header.id)
    circle = Stamp(BEN.id, at - 5, 5).seal("Comment", 1, answer.writes())
    put(
        sent,
        sealed((PartClass.TAGS, article, Own("claim", outside, "judgement", {"tag": "verified"}))),
        sealed((PartClass.TAGS, article, Own("claim", inside, "judgement", {"tag": "true"}))),
        sealed((PartClass.TAGS, article, Say("claim", outside, "comment", {"text": "where?"}))),
        first,
        circle,
    )
    _, left = take_in(library, sent)
    assert left == []
    assert doctor.examine(library) == ()


def test_a_cut_of_another_article_s_claims_is_void(library: Library, sent: Path) -> None:
    article = ArticleId(sqlite3.connect(sent).execute("SELECT id FROM articles").fetchone()[0])
    other = bring_in(library, ANNA, "Another title\n\nAnother sentence.", title="Another")
    claims = [row[0] for row in library.rows("SELECT id FROM claims WHERE article = ?", (other,))]
    take_in(library, sent)
    put(sent, sealed((PartClass.TAGS, article, Cut(tuple(claims), ()))))
    take_in(library, sent)
    live = library.rows("SELECT id FROM claims WHERE article = ? AND live = 1", (other,))
    assert [row[0] for row in live] == claims
    assert doctor.examine(library) == ()


def test_an_edit_in_several_large_parts(
    library: Library, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read piece by piece: the second piece finds the edit begun already."""
    other = ArticleId("2fbd3ebc-899b-5578-b3ac-fa9241710000")
    claims = [claim_id(other, Span(at, at + 1)) for at in range(40)]
    with new_library(sent.with_name("large.db")) as theirs:
        apply(
            theirs,
            BEN,
            [SetTag(other, tuple(claims), Tag.VERIFIED, (SetNote(other, claims[0], "n" * 900),))],
        )
        wanted = theirs.rows("SELECT count(*) FROM parts")
    monkeypatch.setattr(cells, "PIECE", 300)
    _, left = take_in(library, sent.with_name("large.db"))
    assert left == []
    assert library.rows("SELECT count(*) FROM parts") == wanted
    assert doctor.examine(library) == ()


def test_what_is_too_large_is_left_out(
    library: Library, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cells over the limit are not read into memory; the rows around them are."""
    article = sqlite3.connect(sent).execute("SELECT id FROM articles").fetchone()[0]
    big = sealed((PartClass.NOTES, article, Own("claim", BEN.id, "note", {"text": "x" * 9000})))
    fine = sealed((PartClass.TAGS, article, Own("claim", BEN.id, "confirmed", True)))
    put(sent, big, fine)
    monkeypatch.setattr(cells, "LARGEST_CELL", 5000)
    _, left = take_in(library, sent)
    assert left == [("1 part of an edit in ben.db", "too large, or not a text")]
    held = {row[0] for row in library.rows("SELECT edit FROM parts")}
    assert fine.header.id in held
    assert big.header.id not in held
    assert library.rows("SELECT 1 FROM edits WHERE id = ?", (big.header.id,))
    monkeypatch.undo()
    _, left = take_in(library, sent)
    assert left == []
    assert library.rows("SELECT 1 FROM parts WHERE edit = ?", (big.header.id,))
    assert doctor.examine(library) == ()


def test_a_text_longer_than_any_article(
    library: Library, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "LONGEST_TEXT", len(TEXT) - 1)
    _, left = take_in(library, sent)
    assert left == [("1 article's text in ben.db", "too long, or not a text")]
    assert library.rows("SELECT * FROM articles") == []
    monkeypatch.undo()
    take_in(library, sent)
    assert len(library.rows("SELECT * FROM records WHERE imported_by <> ''")) == 1
    assert doctor.examine(library) == ()


def test_places_that_nobody_counts_like_that(library: Library, sent: Path) -> None:
    """Negative and huge places of arrival are only an order in which to read."""
    altered(
        sent,
        "UPDATE edits SET seq = -seq",
        "UPDATE parts SET seq = 9223372036854775807 - seq",
    )
    applied, left = take_in(library, sent)
    assert (applied.last, left) == (8, [])
    assert doctor.examine(library) == ()


def test_originals_come_when_they_are_sent(library: Library, sent: Path) -> None:
    poor = shutil.copyfile(sent, sent.with_name("poor.db"))
    altered(poor, "DELETE FROM originals")
    take_in(library, poor)
    assert library.rows("SELECT * FROM originals") == []
    take_in(library, sent)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert library.rows("SELECT sha256, bytes FROM originals") == [(digest, TEXT.encode())]


def test_memory_stays_bounded(library: Library, tmp_path: Path) -> None:
    """Almost sixty megabytes of notes pass through a process that grows by much less."""
    path = tmp_path / "sent.db"
    with new_library(path) as theirs:
        article = bring_in(theirs, BEN)
    claims = claims_of(article)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous = OFF")
    raw.execute("BEGIN")
    place = 100
    for number in range(40):
        at = 1_900_000_000_000_000 + number
        act = SetNote(article, claims[number % 5], f"{number} " * 500_000)
        edit = Stamp(BEN.id, at, at).seal(act.kind, 1, act.writes())
        raw.execute(
            "INSERT INTO edits VALUES (?,?,?,?,?,?,?,?,?,?)", (place, *log.header_row(edit.header))
        )
        (part,) = edit.parts
        row = (place + 1, part.edit, part.part_class, part.article, part.salt, part.body)
        raw.execute("INSERT INTO parts VALUES (?,?,?,?,?,?)", row)
        place += 2
    raw.execute("COMMIT")
    raw.close()
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from annotator.store.incoming import incoming\n"
        "from annotator.store import library as libraries\n"
        "from annotator.store.library import open_library\n"
        "from annotator.store.write import absorb_all\n"
        "libraries.ROOM = 1024 * 1024  # what SQLite keeps is bounded anyhow\n"
        "library = open_library(Path(sys.argv[1]), create=False)\n"
        "most = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "with incoming(Path(sys.argv[2])) as source:\n"
        "    absorb_all(library, [source])\n"
        "now = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print((now - most) // 1_000_000)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(library.path), str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert path.stat().st_size > 55_000_000
    assert int(done.stdout) < 50
    assert library.rows("SELECT count(*) FROM edits") == [(42,)]


def test_the_name_of_a_file_that_was_sent_is_all_that_is_said(library: Library, sent: Path) -> None:
    with incoming.incoming(sent) as source:
        assert (source.name, source.count) == ("ben.db", 4)
        assert source.writers() == {BEN.id}
    apply(library, ANNA, [SetName(ANNA.id, "Anna")])
