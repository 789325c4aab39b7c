"""What is no library of ours, or cannot be trusted, is refused in one sentence and not touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from annotator import paths
from annotator.domain.article import ArticleId
from annotator.domain.edits.people import SetName
from annotator.domain.errors import AnnotatorError, BusyError, DamagedError
from annotator.store import backup, doctor, reading, schema
from annotator.store.library import Library, open_library
from annotator.store.write import Author, apply
from factories import ANNA, BEN, TEXT, bring_in, new_library


def refused(path: Path, *, create: bool = True, kind: type[AnnotatorError] = AnnotatorError) -> str:
    """The sentence of the refusal; the file, if any, is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as caught:
        open_library(path, create=create, wait=0.1)
    assert (path.read_bytes() if path.is_file() else None) == before
    said = str(caught.value)
    assert "\n" not in said
    assert said.endswith(".")
    return said


def test_a_new_library_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "ä ? # %20.db"
    with open_library(path, create=True) as library:
        assert library.rows("PRAGMA application_id") == [(schema.APPLICATION_ID,)]
        assert library.rows("PRAGMA journal_mode") == [("delete",)]
        assert library.rows("PRAGMA synchronous") == [(2,)]
        assert library.rows("PRAGMA foreign_keys") == [(1,)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_the_default_place_is_made(home: Path) -> None:
    assert home.is_dir()
    open_library(paths.library_path(), create=True).close()
    assert stat.S_IMODE(paths.data_dir().stat().st_mode) == 0o700


def test_two_that_make_the_same_library_share_it(path: Path) -> None:
    barrier = threading.Barrier(2)

    def work(author: Author) -> None:
        barrier.wait()
        with open_library(path, create=True) as library:
            apply(library, author, [SetName(author.id, author.name)])

    threads = [threading.Thread(target=work, args=(author,)) for author in (ANNA, BEN)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_library(path, create=False) as library:
        assert [one.name for one in reading.analysts(library)] == ["Anna", "Ben"]
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_where_there_is_none(tmp_path: Path) -> None:
    assert "import an article first" in refused(tmp_path / "no.db", create=False)
    assert "There is no folder" in refused(tmp_path / "no" / "no.db")
    assert not (tmp_path / "no").exists()


def test_a_folder_a_pipe_and_a_dangling_link(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert "no plain file" in refused(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert "link to nothing" in refused(tmp_path / "link")


def test_no_permission(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked of the system, which gives root every permission: so the answer is put in here."""
    new_library(path.with_name("other.db")).close()
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    assert "may not be written" in refused(path)
    path.with_name("other.db").rename(path)
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.R_OK)
    assert "may not be read" in refused(path)


@pytest.mark.parametrize("content", [b"", b"just a text\n", b"SQLite format 3\0" + b"x" * 2000])
def test_other_files(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    said = refused(path)
    assert "not a library" in said or "cannot be trusted" in said


def test_another_programs_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (a)")
    other.close()
    assert "another program's database" in refused(path)


def test_a_newer_library(path: Path, library: Library) -> None:
    library.run(f"PRAGMA user_version = {schema.VERSION + 1}")
    library.close()
    assert "newer version" in refused(path)


def test_truncated(path: Path, library: Library, article: ArticleId) -> None:
    library.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    refused(path, kind=DamagedError)
    path.write_bytes(whole[:-100])
    refused(path, kind=DamagedError)
    path.write_bytes(whole + b"\0" * 4096)
    assert article
    refused(path, kind=DamagedError)


def test_damaged_inside_and_the_newest_good_backup(path: Path, library: Library) -> None:
    bring_in(library)
    kept = backup.rotate(library)
    assert kept is not None
    bad = backup.keep(library, "bad")
    bad.write_bytes(bad.read_bytes()[:-1])
    library.close()
    whole = bytearray(path.read_bytes())
    for page in range(3, len(whole) // 4096):
        whole[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(whole)
    said = refused(path, kind=DamagedError)
    assert str(kept) in said
    assert str(bad) not in said


@pytest.mark.parametrize(
    "foreign",
    [
        "CREATE TRIGGER spy AFTER INSERT ON edits BEGIN DELETE FROM claims; END",
        "CREATE VIEW spy AS SELECT 1",
        "CREATE TABLE spy (a)",
        "CREATE INDEX spy ON edits (kind)",
    ],
)
def test_foreign_objects_in_the_schema(path: Path, library: Library, foreign: str) -> None:
    library.run(foreign)
    library.close()
    said = refused(path, kind=DamagedError)
    assert "spy that Annotator did not make" in said
    assert " a index" not in said


def test_bytes_that_are_no_text_are_damage(path: Path, library: Library, tmp_path: Path) -> None:
    """In a text, where only a reader meets them, and in the schema, where SQLite trips itself."""
    article = bring_in(library)
    copy = backup.backup(library, tmp_path / "copy.db")
    library.close()
    whole = path.read_bytes()
    text = TEXT.encode()[:40]
    assert text in whole
    path.write_bytes(whole.replace(text, b"\xff" + text[1:]))
    with open_library(path, create=False) as ruined:
        with pytest.raises(DamagedError, match="bytes that are no text"):
            reading.article(ruined, article)
        with pytest.raises(DamagedError, match="bytes that are no text"):
            doctor.examine(ruined)
    begin = whole.index(b"CREATE TABLE edits")
    for at in (begin, begin + 9, begin + 14):
        path.write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
        refused(path, kind=DamagedError)
    assert backup.restore(path, copy) is not None
    assert path.read_bytes() == copy.read_bytes()


def test_a_format_that_sqlite_does_not_know_is_damage(path: Path, library: Library) -> None:
    library.close()
    whole = bytearray(path.read_bytes())
    whole[47] = 248
    path.write_bytes(whole)
    assert "unsupported file format" in refused(path, kind=DamagedError)


def test_a_missing_guard(path: Path, library: Library) -> None:
    library.run("DROP TRIGGER edits_no_update")
    library.close()
    assert "edits_no_update is missing" in refused(path, kind=DamagedError)


HOLD = """
import sqlite3, sys
sys.argv.insert(0, "annotator")
held = sqlite3.connect(sys.argv[2], isolation_level=None)
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_locked_by_another_process(path: Path, library: Library) -> None:
    name = path.parent / "annotator"
    name.write_text(HOLD)
    with subprocess.Popen(
        [sys.executable, str(name), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        said = refused(path, kind=BusyError)
        assert "waited 0.1 s" in said
        with pytest.raises(BusyError) as caught:
            apply(library, ANNA, [SetName(ANNA.id, "Anna")], wait=0.25)
        assert "waited 0.25 s" in str(caught.value)
        if Path("/proc/locks").read_text():
            assert f"annotator (process {other.pid})" in str(caught.value)
        other.communicate()
    apply(library, ANNA, [SetName(ANNA.id, "Anna")], wait=0.25)
    assert reading.analysts(library)[0].name == "Anna"


def test_reading_leaves_the_file_as_it_is(path: Path, library: Library) -> None:
    article = bring_in(library)
    library.close()
    path.chmod(0o400)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with open_library(path, create=False) as opened:
        assert len(reading.article_rows(opened, ANNA.id)) == 1
        reading.snapshot(opened, article, ANNA.id)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_another_tools_wal_mode_is_left(path: Path, library: Library) -> None:
    library.rows("PRAGMA journal_mode = WAL")
    library.close()
    with open_library(path, create=False) as opened:
        assert opened.rows("PRAGMA journal_mode") == [("delete",)]
        apply(opened, ANNA, [SetName(ANNA.id, "Anna")])
        assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_read_only_library_in_wal_mode_is_read(
    path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = bring_in(library)
    library.rows("PRAGMA journal_mode = WAL")
    library.close()
    before = path.read_bytes()
    may = os.access
    monkeypatch.setattr(os, "access", lambda file, mode: mode != os.W_OK and may(file, mode))
    with open_library(path, create=False) as opened:
        assert reading.article(opened, article).text == TEXT
    assert path.read_bytes() == before


def test_a_read_only_library_takes_no_edit(path: Path, library: Library) -> None:
    from annotator.store.library import connect

    with Library(path, connect(path, write=False)) as only_read:
        with pytest.raises(AnnotatorError, match="may only be read"):
            apply(only_read, ANNA, [SetName(ANNA.id, "Anna")])
        assert reading.analysts(only_read) == ()


def test_a_library_replaced_under_us_takes_no_edit(path: Path, library: Library) -> None:
    new_library(path.with_name("other.db")).close()
    shutil.move(path.with_name("other.db"), path)
    with pytest.raises(AnnotatorError, match="replaced"):
        apply(library, ANNA, [SetName(ANNA.id, "Anna")])


def test_plain_opening_imports_no_alembic(path: Path, library: Library) -> None:
    code = (
        "import sys; from pathlib import Path; from annotator.store.library import open_library; "
        "open_library(Path(sys.argv[1]), create=False).close(); "
        "print([m for m in ('alembic', 'sqlalchemy.orm', 'PySide6') if m in sys.modules])"
    )
    assert library.path == path
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
