"""`colleague`: hidden, shown, the same person, another one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from commandline import Run, one_sentence, unchanged


@pytest.fixture
def other(run: Run, library: Path, article: str, tmp_path: Path) -> str:
    """Ben's id: his tags have come into the library."""
    theirs = tmp_path / "ben.db"
    for args in (("import", tmp_path / "lund.txt"), ("tag", "latest", "1", "2", "disputed")):
        assert run("--library", theirs, "--analyst", "Ben", *args).status == 0
    assert run("merge", theirs).status == 0
    with sqlite3.connect(library) as raw:
        found: str = raw.execute("SELECT analyst FROM names WHERE name = 'Ben'").fetchone()[0]
    return found


def test_hidden_and_shown(run: Run, library: Path, other: str) -> None:
    result = run("colleague", "hide", "Ben")
    assert result.status == 0
    assert result.err.startswith("Ben is hidden from your views")
    with unchanged(library):
        assert "hidden already" in run("colleague", "hide", other).err
    assert run("colleague", "show", "Ben").err == "Ben is shown again.\n"
    with unchanged(library):
        assert "was not hidden" in run("colleague", "show", "Ben").err


def test_the_same_and_another(run: Run, library: Path, other: str) -> None:
    result = run("colleague", "same", "Ben")
    assert result.status == 0
    assert f"Ben ({other}) and you are one person" in result.err
    with sqlite3.connect(library) as raw:
        assert raw.execute("SELECT count(*) FROM persons").fetchone() == (1,)
    with unchanged(library):
        assert "were one person already" in run("colleague", "same", other).err
    assert run("doctor").status == 0
    result = run("colleague", "other", other)
    assert result.err.endswith("is another person than you.\n")
    with sqlite3.connect(library) as raw:
        assert raw.execute("SELECT count(*) FROM persons").fetchone() == (0,)
    with unchanged(library):
        assert "was another person already" in run("colleague", "other", other).err
    assert run("doctor").status == 0


@pytest.mark.parametrize("what", ["hide", "show", "same", "other"])
def test_who_is_refused(run: Run, library: Path, other: str, what: str) -> None:
    with sqlite3.connect(library) as raw:
        (me,) = raw.execute("SELECT analyst FROM names WHERE name <> 'Ben'").fetchone()
    with unchanged(library):
        assert "is you: name a colleague" in one_sentence(run("colleague", what, me))
        assert "There is no analyst Zed" in one_sentence(run("colleague", what, "Zed"))
        assert "Missing argument" in one_sentence(run("colleague", what))


def test_two_of_one_name_want_an_id(
    run: Run, library: Path, article: str, other: str, tmp_path: Path
) -> None:
    second = tmp_path / "second.db"
    for args in (("import", tmp_path / "lund.txt"), ("tag", "latest", "1", "verified")):
        assert run("--library", second, "--analyst", "Ben", *args).status == 0
    run("merge", second)
    with unchanged(library):
        assert "Two analysts are called Ben" in one_sentence(run("colleague", "hide", "Ben"))
    assert run("colleague", "hide", other).status == 0


def test_no_library(run: Run, library: Path) -> None:
    assert "There is no library" in one_sentence(run("colleague", "hide", "Ben"))
    assert not library.exists()
