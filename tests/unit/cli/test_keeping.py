"""`backup`, `restore` and `doctor`."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from annotator import paths
from commandline import Listed, Run, one_sentence, unchanged


def test_a_backup_is_a_whole_library(
    run: Run, article: str, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("tag", article, "1", "verified")
    copy = tmp_path / "copy.db"
    with unchanged(library):
        result = run("backup", "--output", copy)

    assert result.status == 0
    assert result.out == f"{copy}\n"
    monkeypatch.setenv("ANNOTATOR_LIBRARY", str(copy))
    assert run("list", "--json").json["articles"][0]["tags"]["verified"] == 1
    assert run("doctor").status == 0
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_backup_goes_to_the_data_folder_by_itself(run: Run, article: str, home: Path) -> None:
    made = Path(run("backup").out.rstrip("\n"))
    assert made.is_relative_to(home)
    assert made.read_bytes().startswith(b"SQLite format 3\0")


def test_a_backup_may_go_to_standard_output(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(run("backup", "--output", "-").data)
    copied = run("--library", tmp_path / "copy.db", "list", "--json")
    assert copied.json["articles"][0]["id"] == article


def test_a_backup_is_not_put_over_something(run: Run, article: str, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("somebody's work")
    with unchanged(target):
        assert "--force" in one_sentence(run("backup", "--output", target))
    assert run("backup", "--output", target, "--force").status == 0


def test_restore_keeps_what_it_replaces_and_says_where(
    run: Run, article: str, library: Path, tmp_path: Path, listed: Listed
) -> None:
    copy = tmp_path / "copy.db"
    run("backup", "--output", copy)
    run("tag", article, "1", "verified")

    result = run("restore", copy)

    assert result.status == 0
    assert listed()["claims"][1]["tag"] is None
    kept = result.err.rstrip(".\n").rpartition(" ")[2]
    run("restore", kept)
    assert listed()["claims"][1]["tag"] == "verified"


def test_restore_makes_a_library_where_there_is_none(
    run: Run, article: str, library: Path, tmp_path: Path
) -> None:
    run("backup", "--output", tmp_path / "copy.db")
    library.unlink()
    assert run("restore", tmp_path / "copy.db").status == 0
    assert run("list", "--json").json["articles"][0]["id"] == article


def test_what_is_no_library_is_not_restored(
    run: Run, article: str, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "text.db").write_text("This is a text.")
    with unchanged(library):
        for name in ("text.db", "nowhere.db", "."):
            result = run("restore", tmp_path / name)
            assert result.status == 2
            one_sentence(result)


def test_doctor_finds_nothing_in_a_sound_library(run: Run, article: str, library: Path) -> None:
    run("tag", article, "1", "verified", "--note", "x")
    run("split", article, "2", "60")
    run("undo")
    with unchanged(library):
        result = run("doctor", "--json")
        spoken = run("doctor")
    assert result.json == {"findings": []}
    assert result.status == 0
    assert "Nothing wrong" in one_sentence(spoken)


def test_doctor_names_a_wrong_cell_and_repairs_it(run: Run, article: str, library: Path) -> None:
    run("tag", article, "1", "verified")
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE assessments SET tag = 'disputed'")
    connection.close()

    with unchanged(library):
        result = run("doctor", "--json")
    assert result.status == 1
    findings = result.json["findings"]
    assert all(set(finding) == {"kind", "where", "says"} for finding in findings)
    assert any("disputed" in finding["says"] for finding in findings)
    assert run("doctor").status == 1
    assert "disputed" in run("doctor").out

    repaired = run("doctor", "--repair")
    assert repaired.status == 0
    assert "disputed" in repaired.err
    assert run("doctor").status == 0
    assert run("list", article, "--json").json["claims"][1]["tag"] == "verified"


def test_doctor_does_not_say_of_what_it_cannot_repair_that_it_did(
    run: Run, article: str, library: Path
) -> None:
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE local SET value = 'odd'")
    connection.close()
    result = run("doctor", "--repair")
    assert result.status == 1
    assert "about nothing here" in result.out
    assert result.err == ""


def test_doctor_of_a_damaged_file_is_a_finding_that_names_a_backup(
    run: Run, article: str, library: Path
) -> None:
    backup = run("backup").out.rstrip("\n")
    library.write_bytes(library.read_bytes()[:5000])
    with unchanged(library):
        result = run("doctor", "--json")
    assert result.status == 1
    assert backup in result.json["findings"][0]["says"]


def test_doctor_repairs_the_library_and_no_article(run: Run, article: str) -> None:
    assert "leave the article out" in one_sentence(run("doctor", article, "--repair"))
    assert "moon" in one_sentence(run("doctor", "moon"))


def test_the_days_first_edit_makes_a_backup_and_the_next_makes_none(
    run: Run, library: Path, article: str
) -> None:
    kept = [path.name for path in paths.backups_dir(library).iterdir()]
    assert len(kept) == 1, "the import is backed up"
    assert run("tag", "latest", "5", "verified").status == 0
    assert run("list").status == 0
    assert [path.name for path in paths.backups_dir(library).iterdir()] == kept


def test_doctor_lists_what_is_missing_of_an_article_and_finds_nothing_where_nothing_is(
    run: Run, article: str, library: Path
) -> None:
    assert run("doctor", article).status == 0
    run("tag", article, "1", "verified")
    run("tag", article, "T", "disputed")
    with unchanged(library):
        result = run("doctor", article, "--json")
        spoken = run("doctor", article)

    assert (result.status, spoken.status) == (1, 1)
    assert result.json == {
        "findings": [
            {"kind": "no-reason", "where": "the title", "says": "disputed, but no reason"},
            {"kind": "no-evidence", "where": "claim 1", "says": "verified, but no evidence yet"},
        ]
    }
    assert spoken.out.splitlines() == [
        "the title: disputed, but no reason",
        "claim 1: verified, but no evidence yet",
    ]
