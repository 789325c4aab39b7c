"""Nothing acknowledged is lost: by SIGKILL at any write, by a full disk, by two at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.domain.article import ArticleId
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Tag
from annotator.store import doctor, history, reading
from annotator.store.library import Library, open_library
from annotator.store.write import apply
from factories import ANNA, BEN, claims_of, new_library

TESTS = Path(__file__).parents[2]

CHILD = """
import os, signal, sys
from pathlib import Path
from factories import ANNA, BEN, CHLOE, claims_of
from annotator.domain.edits.tagging import SetTag
from annotator.domain.tags import Tag
from annotator.store.library import Library, open_library
from annotator.store.write import apply

path, article, who, times, die_at = sys.argv[1:6]
author = {"anna": ANNA, "ben": BEN, "chloe": CHLOE}[who]
library = open_library(Path(path), create=False)
claims = claims_of(article)
left = int(die_at)

def trace(statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

library.driver.set_trace_callback(trace)
for number in range(int(times)):
    tag = list(Tag)[number % 3]
    done = apply(library, author, [SetTag(article, (claims[number % 5],), tag)], wait=60)
    print(done.edits[-1].header.id, flush=True)
"""


def child(path: Path, article: str, who: str, times: int, die_at: int = 0) -> list[str]:
    return [sys.executable, "-c", CHILD, str(path), article, who, str(times), str(die_at)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent)))}


def ids(path: Path) -> set[str]:
    with open_library(path, create=False) as library:
        assert doctor.examine(library) == ()
        return {row[0] for row in library.rows("SELECT id FROM edits")}


@pytest.mark.parametrize("die_at", range(1, 80, 6))
def test_killed_at_any_statement(
    path: Path, library: Library, article: ArticleId, die_at: int
) -> None:
    """A tag takes some thirty statements; the child dies before one of them."""
    library.close()
    killed = subprocess.run(
        child(path, article, "anna", 50, die_at),
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    acknowledged = killed.stdout.split()
    assert set(acknowledged) <= ids(path)
    with open_library(path, create=False) as again:
        assert len(history.history(again, article)) >= len(acknowledged)


@pytest.mark.parametrize("after", [1, 2, 5, 13])
def test_killed_inside_of_a_commit(
    path: Path, library: Library, article: ArticleId, after: int
) -> None:
    """Pages are being written: what was begun is rolled back from the journal."""
    claims = claims_of(article)
    apply(library, ANNA, [SetTag(article, claims[:1], Tag.VERIFIED)])
    library.close()
    code = (
        "import os, signal, sqlite3, sys\n"
        "held = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "held.execute('PRAGMA cache_size = 1')\n"
        "held.execute('PRAGMA cache_spill = 1')\n"
        "held.execute('BEGIN IMMEDIATE')\n"
        "for number in range(int(sys.argv[2])):\n"
        "    held.execute('UPDATE claims SET live = 1 - live, furniture = ?', (number % 2,))\n"
        "    held.execute(\"INSERT INTO local (kind, about) VALUES ('x', hex(randomblob(9000)))\")\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(path), str(after)], check=False)
    assert killed.returncode == -signal.SIGKILL
    journal = path.with_name(path.name + "-journal")
    assert journal.exists(), "the crash left work to roll back"
    assert len(ids(path)) == 3
    assert not journal.exists()


def test_undo_after_the_kill_of_what_another_process_did(
    path: Path, library: Library, article: ArticleId
) -> None:
    """Ctrl+Z needs no stack: it is a query on the log."""
    subprocess.run(
        child(path, article, "anna", 9, 40), env=environment(), capture_output=True, check=False
    )
    assert reading.snapshot(library, article, ANNA.id).done > 0
    while (row := history.undo_target(library, ANNA.id, article)) is not None:
        apply(library, ANNA, [Undo(row.id)])
    snapshot = reading.snapshot(library, article, ANNA.id)
    assert snapshot.done == 0
    assert doctor.examine(library) == ()


FULL = """
import resource, sys
from pathlib import Path
from factories import ANNA, claims_of
from annotator.domain.edits.notes import SetNote
from annotator.domain.errors import AnnotatorError
from annotator.store.library import open_library
from annotator.store.write import apply

path, article, more = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
library = open_library(path, create=False)
limit = path.stat().st_size + more
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    for number in range(200):
        done = apply(library, ANNA, [SetNote(article, claims_of(article)[number % 5], f"{number} " * 900)])
        print(done.edits[-1].header.id, flush=True)
except AnnotatorError as error:
    print(error, file=sys.stderr)
    assert library.rows("SELECT count(*) FROM edits")
"""


@pytest.mark.parametrize("more", [0, 10_000, 70_000])
def test_a_full_disk_loses_nothing_acknowledged(
    path: Path, library: Library, article: ArticleId, more: int
) -> None:
    library.close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path), article, str(more)],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("The disk is full")
    assert done.stderr.count("\n") == 1
    acknowledged = set(done.stdout.split())
    assert len(ids(path)) == len(acknowledged) + 2
    assert acknowledged < ids(path)


def test_two_processes_at_once_lose_nothing(
    path: Path, library: Library, article: ArticleId
) -> None:
    library.close()
    both = [
        subprocess.Popen(
            child(path, article, who, 60), stdout=subprocess.PIPE, text=True, env=environment()
        )
        for who in ("ben", "chloe", "anna")
    ]
    printed = [process.communicate()[0].split() for process in both]
    assert [len(lines) for lines in printed] == [60, 60, 60]
    assert {one for lines in printed for one in lines} < ids(path)
    with open_library(path, create=False) as again:
        ats = [row[0] for row in again.rows("SELECT at FROM edits ORDER BY seq")]
        assert ats == sorted(set(ats)), "each is later than all that were there"


def test_a_failure_half_way_rolls_everything_back(library: Library, article: ArticleId) -> None:
    before = library.rows("SELECT count(*), max(seq) FROM edits")
    claims = claims_of(article)
    tag = SetTag(article, claims[:1], Tag.VERIFIED)
    with pytest.raises(AnnotatorError, match="one's own"):
        apply(library, BEN, [tag, Undo(library.rows("SELECT id FROM edits")[0][0])])
    assert library.rows("SELECT count(*), max(seq) FROM edits") == before
    assert doctor.examine(library) == ()
    apply(library, BEN, [tag])
    assert new_library(library.path.with_name("other.db")).last_edit() == 0
