"""`export`: to a file, to a folder, to standard output, and never over something."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from commandline import TEXT, Run, one_sentence, unchanged


@pytest.mark.parametrize("form", ["html", "json", "csv"])
def test_an_article_is_written_to_a_file_or_to_standard_output(
    run: Run, article: str, library: Path, tmp_path: Path, form: str
) -> None:
    run("tag", article, "1", "disputed", "--note", "Rudaw says 95.")
    target = tmp_path / f"out.{form}"
    with unchanged(library):
        result = run("export", article, "--format", form, "--output", target)
        printed = run("export", article, "--format", form, "--output", "-")

    assert result.status == printed.status == 0
    assert result.out == ""
    assert result.err == f"Written: {target} (6 of 6 claims, 1 note)\n"
    assert printed.err == ""
    assert b"Rudaw says 95." in target.read_bytes()
    assert b"Rudaw says 95." in printed.data


def test_json_is_the_same_bytes_each_time(run: Run, article: str) -> None:
    run("tag", article, "1", "disputed")
    one = run("export", article, "--format", "json", "--output", "-")
    other = run("--analyst", "Berit", "export", article, "--format", "json", "--output", "-")
    assert one.data == other.data
    assert json.loads(one.data)["article"]["text"] == TEXT


def test_csv_has_a_row_a_claim(run: Run, article: str) -> None:
    rows = list(
        csv.reader(run("export", "latest", "--format", "csv", "--output", "-").out.splitlines())
    )
    assert len([row for row in rows if any("Nobody was hurt." in cell for cell in row)]) == 1


def test_a_note_for_oneself_leaves_in_no_format(run: Run, article: str) -> None:
    run("note", article, "1", "my hunch", "--audience", "me")
    for form in ("html", "json", "csv"):
        printed = run("export", article, "--format", form, "--output", "-")
        assert printed.status == 0
        assert b"my hunch" not in printed.data


def test_what_was_for_others_leaves_with_no_json_once_it_is_for_oneself(
    run: Run, article: str
) -> None:
    run("tag", article, "1", "2", "3", "verified", "--note", "my hunch of both")
    run("note", article, "3", "said of the third alone")
    run("note", article, "1", "my hunch of the first", "--audience", "me")
    claims = run("export", article, "--format", "json", "--output", "-").json["claims"]
    said = [
        (claim["number"], of.get("note"), of["tag"])
        for claim in claims
        for of in claim["assessments"].values()
    ]
    assert said == [
        (1, None, "verified"),
        (2, "my hunch of both", "verified"),
        (3, "said of the third alone", "verified"),
    ]
    run("note", article, "3", "said of the third alone", "--audience", "me")
    printed = run("export", article, "--format", "json", "--output", "-")
    assert b"of the first" not in printed.data
    assert b"of the third" not in printed.data


def test_an_existing_file_wants_force(run: Run, article: str, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("somebody's work")
    with unchanged(target):
        result = run("export", article, "--output", target)
    assert result.status == 2
    assert "--force" in one_sentence(result)
    assert run("export", article, "--output", target, "--force").status == 0
    assert "somebody" not in target.read_text()


def test_several_go_into_a_folder(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("A road closes\n\nIt closed. Nobody knows why it did.\n")
    run("import", tmp_path / "other.txt")
    folder = tmp_path / "reports"

    result = run("export", "--all", "--format", "json", "--output", folder)

    assert result.status == 0
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 2
    assert f"A bridge opens in Lund {article[:8]}.json" in names
    assert len(result.err.splitlines()) == 2
    two = tmp_path / "two"
    assert run("export", "road", "bridge", "--output", two).status == 0
    assert len(list(two.iterdir())) == 2


def test_one_existing_file_refuses_the_whole_folder(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("A road closes\n\nIt closed. Nobody knows why it did.\n")
    run("import", tmp_path / "other.txt")
    folder = tmp_path / "reports"
    run("export", "--all", "--format", "json", "--output", folder)
    bridge, road = sorted(folder.iterdir())
    bridge.unlink()

    result = run("export", "--all", "--format", "json", "--output", folder)

    assert result.status == 2
    assert "--force" in one_sentence(result)
    assert list(folder.iterdir()) == [road], "nothing is half done"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("export", "latest", "--output", "no/such/folder/x.html"), "There is no folder"),
        (("export", "moon", "--output", "x.html"), "No article is called"),
        (("export", "latest", "--format", "odt", "--output", "x"), "choose one of html, "),
        (("export", "latest", "--output", "."), "is a folder"),
    ],
)
def test_a_refusal_writes_nothing(
    run: Run,
    article: str,
    tmp_path: Path,
    args: tuple[str, ...],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    result = run(*args)
    assert result.status == 2
    assert says in one_sentence(result)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["itself", "a link to it", "another name of it"])
def test_no_export_takes_the_place_of_the_library(
    run: Run, article: str, library: Path, tmp_path: Path, name: str
) -> None:
    target = library if name == "itself" else tmp_path / "report.html"
    if name == "a link to it":
        target.symlink_to(library)
    elif name == "another name of it":
        target.hardlink_to(library)
    with unchanged(library, target):
        result = run("export", article, "--output", target, "--force")
    assert result.status == 2
    assert "is the library itself" in one_sentence(result)


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_no_export_takes_the_place_of_what_belongs_to_an_open_library(
    run: Run, article: str, library: Path, end: str
) -> None:
    """What was written last may lie there alone, while another program has the library open."""
    beside = library.with_name(library.name + end)
    result = run("export", article, "--output", beside, "--force")
    assert result.status == 2
    assert "is a part of the library" in one_sentence(result)
    assert not beside.exists()


@pytest.mark.parametrize("name", ["", "  "])
def test_a_blank_name_is_no_file(
    run: Run, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert "Say where to" in one_sentence(run("export", article, "--output", name))
    assert sorted(tmp_path.iterdir()) == before


def test_a_link_into_a_folder_that_is_not_there(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "report.html").symlink_to(tmp_path / "gone" / "report.html")
    result = run("export", article, "--output", tmp_path / "report.html")
    assert result.status == 2
    assert f"There is no folder {tmp_path / 'gone'}:" in one_sentence(result)
