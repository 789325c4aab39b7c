"""Copies are whole and their owner's alone; restoring keeps what it replaces."""

from __future__ import annotations

import datetime as dt
import errno
import os
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator import paths
from annotator.domain.article import ArticleId
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Tag
from annotator.store import backup, doctor, reading
from annotator.store.library import Library, open_library
from annotator.store.write import apply
from factories import ANNA, BEN, bring_in, claims_of, new_library


@contextmanager
def room_on_disk(size: int) -> Iterator[None]:
    """No file can grow beyond this size: what a full disk is like, to those who write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def content(path: Path) -> list[tuple[object, ...]]:
    with open_library(path, create=False) as library:
        return library.rows("SELECT id FROM edits ORDER BY seq")


def test_a_backup_is_whole_and_its_owners_alone(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()
    assert backup.backup(library, target) == target
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert content(target) == library.rows("SELECT id FROM edits ORDER BY seq")
    with open_library(target, create=False) as copy:
        assert doctor.examine(copy) == ()
        assert reading.article(copy, article).text
    assert [one.name for one in target.parent.iterdir()] == ["copy.db"]


def test_an_existing_target_wants_force(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(AnnotatorError, match="--force"):
        backup.backup(library, target)
    assert target.read_text() == "precious"
    backup.backup(library, target, force=True)
    assert content(target) == []


def test_what_no_backup_can_be_written_to(library: Library, tmp_path: Path) -> None:
    for target, words in (
        (library.path, "is the library itself"),
        (tmp_path, "is a folder"),
        (tmp_path / "no" / "copy.db", "There is no folder"),
    ):
        with pytest.raises(AnnotatorError, match=words):
            backup.backup(library, target, force=True)


def test_nothing_but_a_plain_file_is_replaced(path: Path, library: Library, tmp_path: Path) -> None:
    """A pipe stands for every device: as root, /dev/null would have become a copy."""
    copy = backup.backup(library, tmp_path / "copy.db")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(AnnotatorError, match=f"{pipe} is no plain file"):
        backup.backup(library, pipe, force=True)
    with pytest.raises(AnnotatorError, match=f"{pipe} is no plain file"):
        backup.restore(pipe, copy)
    assert pipe.is_fifo()
    with pytest.raises(AnnotatorError, match=f"no folder {tmp_path / 'no'}:"):
        backup.restore(tmp_path / "no" / "library.db", copy)
    with pytest.raises(AnnotatorError, match=f"no backup {tmp_path / 'no.db'}:"):
        backup.restore(path, tmp_path / "no.db")


def test_a_link_stays_a_link(path: Path, library: Library, tmp_path: Path) -> None:
    bring_in(library)
    target, link = tmp_path / "real.db", tmp_path / "link.db"
    link.symlink_to(target)
    backup.backup(library, link)
    assert link.is_symlink()
    assert content(target) == library.rows("SELECT id FROM edits ORDER BY seq")
    apply(library, BEN, [SetName(BEN.id, "Ben")])
    library.close()
    other = tmp_path / "other.db"
    other.symlink_to(path)
    kept = backup.restore(other, target)
    assert other.is_symlink()
    assert kept is not None
    assert content(path) == content(target) != content(kept)


@pytest.mark.parametrize("room", [0, 20_000])
def test_a_full_disk_is_said_of_the_name_the_person_gave(
    library: Library, tmp_path: Path, room: int
) -> None:
    bring_in(library)
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()
    with room_on_disk(room):
        with pytest.raises(AnnotatorError, match=f"to {target}:"):
            backup.backup(library, target)
        with pytest.raises(AnnotatorError, match=f"to {target}:"):
            open_library(target, create=True)
    assert list(target.parent.iterdir()) == []


def test_at_most_one_a_day_and_only_when_something_changed(
    library: Library, article: ArticleId, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = dt.date(2027, 1, 1)
    monkeypatch.setattr(backup, "_today", lambda: f"{day:%Y-%m-%d}")
    monkeypatch.setattr(backup, "_now", lambda: f"{day:%Y-%m-%d}-100000-000000")
    assert backup.rotate(library) is not None
    assert backup.rotate(library) is None
    day += dt.timedelta(days=1)
    assert backup.rotate(library) is None, "nothing changed"
    for _ in range(20):
        day += dt.timedelta(days=1)
        tag = Tag.VERIFIED if day.day % 2 else Tag.DISPUTED
        apply(library, ANNA, [SetTag(article, claims_of(article)[:1], tag)])
        assert backup.rotate(library) is not None
    kept = sorted(paths.backups_dir(library.path).iterdir())
    assert len(kept) == backup.KEPT
    assert f"{day:%Y-%m-%d}" in kept[-1].name
    assert backup.newest_good(library.path) == kept[-1]


def test_restore_keeps_what_it_replaces(path: Path, library: Library, tmp_path: Path) -> None:
    article = bring_in(library)
    copy = backup.backup(library, tmp_path / "copy.db")
    before = content(copy)
    apply(library, ANNA, [SetTag(article, claims_of(article)[:1], Tag.VERIFIED)])
    after = library.rows("SELECT id FROM edits ORDER BY seq")
    library.close()
    kept = backup.restore(path, copy)
    assert kept is not None
    assert content(path) == before
    assert content(kept) == after
    assert stat.S_IMODE(kept.stat().st_mode) == stat.S_IMODE(path.stat().st_mode) == 0o600


def test_restore_where_the_library_is_damaged_or_gone(
    path: Path, library: Library, article: ArticleId, tmp_path: Path
) -> None:
    copy = backup.backup(library, tmp_path / "copy.db")
    library.close()
    path.write_bytes(b"ruined" * 1000)
    path.with_name(path.name + "-journal").write_bytes(b"a journal of the ruined file")
    kept = backup.restore(path, copy)
    assert kept is not None
    assert kept.read_bytes() == b"ruined" * 1000
    assert content(path) == content(copy)
    path.unlink()
    assert backup.restore(path, copy) is None
    assert content(path) == content(copy)
    assert article


def test_what_cannot_be_kept_is_not_replaced(
    path: Path, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup.backup(library, tmp_path / "copy.db")
    library.close()
    journal = path.with_name(path.name + "-journal")
    path.write_bytes(b"ruined" * 1000)
    journal.write_bytes(b"a journal of the ruined file")
    kept_in = paths.backups_dir(path)

    def full(source: Path, target: Path) -> None:
        Path(target).write_bytes(b"a half")
        if Path(source) == journal:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(backup, "_let_go", lambda *_: None)  # SQLite takes what is no journal away
        patched.setattr(shutil, "copy2", full)
        with pytest.raises(AnnotatorError, match=f"cannot be kept in {kept_in}"):
            backup.restore(path, copy)
    assert path.read_bytes() == b"ruined" * 1000
    assert journal.read_bytes() == b"a journal of the ruined file"
    assert list(kept_in.iterdir()) == []


def test_no_leftover_of_another_mode_is_played_into_the_copy(
    path: Path, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup.backup(library, tmp_path / "copy.db")
    library.close()
    path.write_bytes(b"ruined" * 1000)
    log = path.with_name(path.name + "-wal")
    log.write_bytes(b"what another program had not written yet")
    monkeypatch.setattr(backup, "_let_go", lambda *_: None)
    kept = backup.restore(path, copy)
    assert kept is not None
    assert not log.exists()
    assert kept.with_name(kept.name + "-wal").exists()


@pytest.mark.parametrize("what", ["text", "truncated", "missing", "itself", "other program"])
def test_only_a_good_library_is_restored(
    path: Path, library: Library, tmp_path: Path, what: str
) -> None:
    bring_in(library)
    copy = backup.backup(library, tmp_path / "copy.db")
    library.close()
    before = path.read_bytes()
    if what == "text":
        copy.write_text("some text")
    elif what == "truncated":
        copy.write_bytes(copy.read_bytes()[:-4096])
    elif what == "missing":
        copy.unlink()
    elif what == "itself":
        copy = path
    else:
        with open_library(copy, create=False) as other:
            other.run("PRAGMA application_id = 7")
    with pytest.raises(AnnotatorError) as caught:
        backup.restore(path, copy)
    assert "--library" not in str(caught.value), "that would name another place to restore to"
    assert path.read_bytes() == before


def test_restore_waits_for_nobody_who_has_it_open(
    path: Path, library: Library, tmp_path: Path
) -> None:
    copy = backup.backup(library, tmp_path / "copy.db")
    library.close()
    before = path.read_bytes()
    code = (
        "import sqlite3, sys; held = sqlite3.connect(sys.argv[1]); "
        "held.execute('SELECT count(*) FROM edits').fetchall(); print('open', flush=True); "
        "sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(AnnotatorError, match=f"process {other.pid}"):
            backup.restore(path, copy)
        other.communicate()
    assert path.read_bytes() == before
    backup.restore(path, copy)


def test_a_copy_made_while_somebody_writes_is_whole(path: Path, library: Library) -> None:
    bring_in(library)
    with open_library(path, create=False) as writer:
        steps = iter(range(1000))

        class Meddling(backup.Waiting):
            def __call__(self, status: int, left: int, pages: int) -> None:
                super().__call__(status, left, pages)
                if next(steps) < 2:
                    apply(writer, BEN, [SetName(BEN.id, f"Ben {left}")])

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(backup, "Waiting", Meddling)
            patched.setattr(backup, "PAGES", 4)
            copy = backup.keep(library, "test")
    with open_library(copy, create=False) as copied:
        assert doctor.examine(copied) == ()
    assert list(copy.parent.iterdir()) == [copy]


def test_no_good_backup_no_name(path: Path) -> None:
    new_library(path).close()
    assert backup.newest_good(path) is None
