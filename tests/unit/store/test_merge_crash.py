"""A merge is there wholly or not at all: killed at any write, on a full disk, taken back half way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.tagging import SetTag
from annotator.domain.tags import Tag
from annotator.store import doctor, merges
from annotator.store.library import open_library
from annotator.store.write import apply
from factories import ANNA, BEN, TEXT, bring_in, claims_of, new_library

TESTS = Path(__file__).parents[2]

CHILD = """
import os, resource, signal, sys
from pathlib import Path
from factories import ANNA
from annotator.desk import merging
from annotator.desk.library import OpenLibrary
from annotator.domain.errors import AnnotatorError
from annotator.store import backup
from annotator.store.library import Library, open_library

what, path, sent, die_at, more = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), *map(int, sys.argv[4:6])
library = OpenLibrary(open_library(path, create=False), ANNA)
left = die_at

def counted(real):
    def run(*given, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **named)
    return run

if die_at and what == "merge":
    for name in ("run", "many", "_turn"):
        setattr(Library, name, counted(getattr(Library, name)))
if die_at and what == "take back":
    backup.PAGES = 1
    backup.Waiting.__call__ = counted(backup.Waiting.__call__)
if more != -1:
    limit = path.stat().st_size + more
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    if what == "merge":
        merging.merge(library, [sent])
    else:
        merging.take_back(library)
except AnnotatorError as error:
    print(error, file=sys.stderr)
    sys.exit(2)
print("done")
"""


def child(
    what: str, path: Path, sent: Path, die_at: int = 0, more: int = -1
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CHILD, what, str(path), str(sent), str(die_at), str(more)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent)))},
    )


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is in a library but what stays on this machine; and it is sound."""
    with open_library(path, create=False) as library:
        assert doctor.examine(library) == ()
        names = library.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: sorted(library.rows(f"SELECT * FROM {name}"), key=repr)
            for (name,) in names
            if name != "local"
        }


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Anna's library and what Ben sent: some hundred edits and a hundred kilobytes of notes."""
    folder = tmp_path_factory.mktemp("both")
    with new_library(folder / "anna.db") as anna, new_library(folder / "ben.db") as ben:
        bring_in(anna, ANNA, "A text of hers\n\nNothing else.")
        article = bring_in(ben, BEN)
        claims = claims_of(article, TEXT)
        for number in range(60):
            tag = (*Tag,)[number % 3]
            apply(ben, BEN, [SetTag(article, claims[number % 5 : number % 5 + 1], tag)])
            apply(ben, BEN, [SetNote(article, claims[number % 5], f"{number} " * 600)])
    return folder / "anna.db", folder / "ben.db"


@pytest.fixture
def pair(both: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    return shutil.copyfile(both[0], tmp_path / "anna.db"), both[1]


@pytest.fixture(scope="module")
def states(
    both: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[object, object]:
    """The library before the merge, and after it."""
    path = shutil.copyfile(both[0], tmp_path_factory.mktemp("after") / "anna.db")
    before = rows(path)
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_DATA_HOME", str(home))
        patched.setenv("HOME", str(home))
        assert child("merge", path, both[1]).stdout == "done\n"
    return before, rows(path)


@pytest.mark.parametrize("die_at", [1, 3, 7, 12, 20, 30, 42, 55])
def test_killed_at_any_statement(
    pair: tuple[Path, Path], states: tuple[object, object], die_at: int
) -> None:
    path, sent = pair
    killed = child("merge", path, sent, die_at)
    assert killed.returncode in (-signal.SIGKILL, 0), killed.stderr
    found = rows(path)
    assert found in states, "as before, or all of it"
    assert found == states[1] or killed.returncode
    if killed.returncode and die_at % 2:
        assert child("merge", path, sent).stdout == "done\n"
        assert rows(path) == states[1]


@pytest.mark.parametrize("more", [0, 40_000, 120_000])
def test_a_full_disk(pair: tuple[Path, Path], states: tuple[object, object], more: int) -> None:
    """No file may grow further: the library is as it was, and a sentence says why."""
    path, sent = pair
    before = path.read_bytes()
    done = child("merge", path, sent, more=more)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert done.stderr.count("\n") == 1
    assert path.read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir()) == ["anna.db"]
    assert child("merge", path, sent).stdout == "done\n"
    assert rows(path) == states[1]


def test_a_disk_that_is_really_full(
    both: tuple[Path, Path], states: tuple[object, object], tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    size = both[0].stat().st_size + 60_000
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        path = shutil.copyfile(both[0], disk / "anna.db")
        before = path.read_bytes()
        done = child("merge", path, both[1])
        assert done.returncode == 2, done.stderr
        assert done.stderr.startswith("The disk is full")
        assert path.read_bytes() == before
        assert rows(path) == states[0]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("die_at", [1, 9, 36])
def test_killed_while_it_is_taken_back(
    pair: tuple[Path, Path], states: tuple[object, object], die_at: int
) -> None:
    """Pages are being put back into the open file: what was begun is rolled back."""
    path, sent = pair
    assert child("merge", path, sent).stdout == "done\n"
    killed = child("take back", path, sent, die_at)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert rows(path) == states[1]
    with open_library(path, create=False) as library:
        assert merges.unchanged_since(library) is not None
    assert child("take back", path, sent).stdout == "done\n"
    assert rows(path) == states[0]


def test_no_room_for_what_is_taken_back(
    pair: tuple[Path, Path], states: tuple[object, object]
) -> None:
    path, sent = pair
    child("merge", path, sent)
    before = path.read_bytes()
    done = child("take back", path, sent, more=50_000 - path.stat().st_size)
    assert done.returncode == 2
    assert "nothing was taken back" in done.stderr
    assert path.read_bytes() == before
    assert rows(path) == states[1]
