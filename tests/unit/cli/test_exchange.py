"""`send` and `merge`: what the contract says of them, and one sentence for whatever is refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commandline import TEXT, Result, Run, one_sentence, unchanged

LATER = TEXT.replace("12 million", "14 million")

Colleague = Callable[..., Result]


@pytest.fixture
def ben(run: Run, tmp_path: Path) -> Colleague:
    """Runs a command line as Ben, in a library of his own."""

    def run_it(*args: str | Path) -> Result:
        result = run("--library", tmp_path / "ben.db", "--analyst", "Ben", *args)
        assert result.status == 0, result.err
        return result

    file = tmp_path / "lund.txt"
    file.write_text(TEXT)
    run_it("import", file)
    run_it("tag", "latest", "2", "3", "disputed", "--note", "Ben's word")
    return run_it


@pytest.fixture
def sent(ben: Colleague, tmp_path: Path) -> Path:
    target = tmp_path / "ben.annotations"
    ben("send", "latest", "--output", target)
    return target


def test_sent_and_brought_in(run: Run, library: Path, article: str, sent: Path) -> None:
    run("tag", "latest", "2", "verified")
    result = run("merge", sent, "--json")
    assert result.status == 0, result.err
    found = result.json
    assert found["articles"] == [{"id": article, "title": "A bridge opens in Lund", "new": False}]
    counts = {name: found[name] for name in ("new", "changed", "same", "conflicting")}
    assert counts == {"new": 2, "changed": 0, "same": 0, "conflicting": 1}
    assert found["left_out"] == []
    assert [(one["analyst"], one["claims"]) for one in found["analysts"]] == [("Ben", 2)]
    assert "From Ben (2 claims judged)." in result.err
    assert "--take-back" in result.err
    claims = run("list", "latest", "--json").json["claims"]
    holders = {one["analyst"]: one["tag"] for one in claims[2]["assessments"]}
    assert holders["Ben"] == "disputed"
    assert run("doctor").status == 0


def test_again_changes_nothing(run: Run, library: Path, article: str, sent: Path) -> None:
    assert run("merge", sent).status == 0
    with unchanged(library):
        result = run("merge", sent, sent, "--json")
    assert result.status == 0
    assert {name: result.json[name] for name in ("new", "changed", "same", "conflicting")} == {
        "new": 0,
        "changed": 0,
        "same": 2,
        "conflicting": 0,
    }
    assert "Nothing new is in it" in result.err


def test_a_dry_run_is_what_the_merge_does(
    run: Run, library: Path, article: str, sent: Path
) -> None:
    with unchanged(library, sent):
        tried = run("merge", "--dry-run", "--json", sent)
    assert "nothing was changed" in tried.err
    assert run("merge", "--json", sent).json == tried.json


def test_a_dry_run_into_a_library_that_is_not_there(run: Run, library: Path, sent: Path) -> None:
    result = run("merge", "--dry-run", sent)
    assert result.status == 0
    assert "A bridge opens in Lund" in result.out
    assert not library.exists()
    assert run("merge", sent).status == 0
    assert library.exists()


def test_back_to_before(run: Run, library: Path, article: str, sent: Path) -> None:
    before = run("export", "latest", "--format", "json", "--output", "-").data
    run("merge", sent)
    result = run("merge", "--take-back")
    assert result.status == 0
    assert result.err.startswith("The library is as it was before ben.annotations came in")
    assert run("export", "latest", "--format", "json", "--output", "-").data == before
    assert "no merge here" in one_sentence(run("merge", "--take-back"))
    run("merge", sent)
    run("tag", "latest", "1", "verified")
    with unchanged(library):
        assert "changed since" in one_sentence(run("merge", "--take-back"))


def test_another_copy_of_the_text(run: Run, library: Path, article: str, tmp_path: Path) -> None:
    def ben(*args: str | Path) -> Result:
        return run("--library", tmp_path / "ben.db", "--analyst", "Ben", *args)

    (tmp_path / "later.txt").write_text(LATER)
    ben("import", tmp_path / "later.txt")
    ben("tag", "latest", "2", "disputed")
    target = tmp_path / "later.annotations"
    ben("send", "--all", "--output", target)
    result = run("merge", target, "--json")
    kinds = [row["what"].rsplit("(", 1)[1].rstrip(")") for row in result.json["left_out"]]
    assert sorted(set(kinds)) == ["changed", "moved"]
    assert kinds.count("changed") == 1
    assert "is another copy of" in result.err
    assert "--confirm moved,changed takes them as the same" in result.err
    again = run("merge", target, "--confirm", "moved,changed", "--json")
    assert again.status == 0
    assert again.json["left_out"] == []
    with sqlite3.connect(library) as raw:
        assert raw.execute("SELECT count(*) FROM pairs").fetchone() == (6,)


def test_somebody_with_my_name(run: Run, library: Path, article: str, tmp_path: Path) -> None:
    laptop = tmp_path / "laptop.db"
    name = run("list", "latest", "--json").json and _name(library)
    run("--library", laptop, "--analyst", "Ben", "import", tmp_path / "lund.txt")
    run("--library", laptop, "--analyst", "Ben", "tag", "latest", "1", "verified")
    with sqlite3.connect(laptop) as raw:
        other = raw.execute("SELECT analyst FROM names").fetchone()[0]
    result = run("--analyst", "Ben", "merge", laptop)
    assert f"`annotator colleague same {other}`" in result.err
    assert f"`annotator colleague other {other}`" in result.err
    assert name != "Ben"


def _name(library: Path) -> str:
    with sqlite3.connect(library) as raw:
        found: str = raw.execute("SELECT name FROM names").fetchone()[0]
    return found


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("merge",), "Name the file that you were sent."),
        (("merge", "x.annotations"), "There is no file x.annotations"),
        (("merge", "lund.txt"), "is no library of Annotator and no parcel"),
        (("merge", "."), "is a folder"),
        (("merge", "library.db"), "is this library itself"),
        (("merge", "lund.txt", "--confirm", "exact"), "--confirm takes moved, changed, or both"),
        (("merge", "lund.txt", "--take-back"), "--take-back stands alone"),
        (("merge", "--take-back"), "There is no merge here to take back."),
        (("send",), "Name the articles to send"),
        (("send", "latest"), "Say where to with --output"),
        (("send", "latest", "--all", "--output", "x"), "Name the articles to send"),
        (("send", "nonsense", "--output", "x"), "nonsense"),
        (("send", "latest", "--output", "x", "--only", "moods"), "--only moods says nothing"),
        (("send", "latest", "--output", "x", "--blind", "--only", "tags"), "leave --only out"),
        (("send", "latest", "--output", "library.db", "--force"), "is the library itself"),
        (("send", "latest", "--output", "lund.txt"), "is there already"),
        (("send", "latest", "--output", "none/x"), "There is no folder"),
    ],
)
def test_what_is_refused(
    run: Run,
    library: Path,
    article: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    args: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    with unchanged(library, tmp_path / "lund.txt"):
        result = run(*args)
    assert result.status == 2
    assert says in one_sentence(result)
    assert result.out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("bad", ["lund.txt", "x.annotations", "."])
def test_what_is_refused_makes_no_library(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lund.txt").write_text(TEXT)
    for args in (("merge", bad), ("merge", bad, "--dry-run")):
        one_sentence(run(*args))
    assert not library.exists()


def test_only_the_chosen_goes(run: Run, ben: Colleague, tmp_path: Path) -> None:
    target = tmp_path / "tags.annotations"
    result = ben("send", "latest", "--only", "tags", "--output", target)
    assert result.err.rstrip().endswith("with 1 edit of tags; notes and files not sent.")
    assert b"Ben's word" not in target.read_bytes()
    result = ben("send", "latest", "--only", "tags,notes", "--output", target, "--force")
    assert result.err.rstrip().endswith("1 edit of tags and 1 edit of notes; files not sent.")
    assert b"Ben's word" in target.read_bytes()


def test_evidence_goes_or_is_said_to_stay(
    run: Run, library: Path, ben: Colleague, tmp_path: Path
) -> None:
    target = tmp_path / "evidence.annotations"
    ben("evidence", "add", "latest", "2", "--stance", "supports", "--title", "Ben's map")
    result = ben("send", "latest", "--only", "tags", "--output", target)
    assert result.err.rstrip().endswith("; notes, evidence and files not sent.")
    assert b"Ben's map" not in target.read_bytes()
    result = ben("send", "latest", "--only", "evidence", "--output", target, "--force")
    assert result.err.rstrip().endswith("1 edit of evidence; tags, notes and files not sent.")
    run("merge", target)
    held = [one for one in _assessments(run) if one["evidence"]]
    assert [one["title"] for each in held for one in each["evidence"]] == ["Ben's map"]


def test_under_a_pseudonym(
    run: Run, library: Path, ben: Colleague, sent: Path, tmp_path: Path
) -> None:
    target = tmp_path / "nobody.annotations"
    result = ben("send", "latest", "--pseudonym", "Nobody", "--output", target)
    assert "ben.annotations, in the same folder, was sent under your own name" in result.err
    run("merge", target)
    names = [one["analyst"] for one in _assessments(run)]
    assert set(names) == {"Nobody"}


def _assessments(run: Run) -> list[Any]:
    claims = run("list", "latest", "--json").json["claims"]
    return [one for claim in claims for one in claim["assessments"]]


def test_a_blind_check(run: Run, library: Path, ben: Colleague, tmp_path: Path) -> None:
    target = tmp_path / "blind.annotations"
    result = ben("send", "latest", "--blind", "--output", target)
    assert "with nothing of yours but your name; tags, notes and files not sent." in result.err
    assert "blind" in " ".join(
        one["does"] for one in ben("history", "latest", "--json").json["edits"]
    )
    run("merge", target)
    assert _assessments(run) == []


def test_to_standard_output(run: Run, ben: Colleague, tmp_path: Path) -> None:
    result = ben("send", "latest", "--output", "-")
    assert result.data.startswith(b"SQLite format 3\0")
    piped = tmp_path / "piped.annotations"
    piped.write_bytes(result.data)
    assert run("--library", tmp_path / "c.db", "merge", piped).status == 0


def test_what_was_left_out_is_listed(run: Run, library: Path, article: str, sent: Path) -> None:
    raw = sqlite3.connect(sent, isolation_level=None)
    (sql,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'parts_no_update'").fetchone()
    raw.execute("DROP TRIGGER parts_no_update")
    raw.execute("UPDATE parts SET body = replace(body, 'disputed', 'verified')")
    raw.execute(sql)
    raw.close()
    result = run("merge", sent, "--dry-run")
    assert "Left out: 1 part of an edit in ben.annotations: altered" in result.out
    (row,) = run("merge", sent, "--json").json["left_out"]
    assert row["what"] == "1 part of an edit in ben.annotations"
    assert row["why"].startswith("altered")
    for args in (("list",), ("history", "latest"), ("doctor",), ("list", "latest", "--json")):
        assert run(*args).status == 0


def test_an_empty_pseudonym_never_sends_under_one_s_own_name(
    run: Run, library: Path, article: str, tmp_path: Path
) -> None:
    """Such as a variable of a script that was not set."""
    target = tmp_path / "anna.annotations"
    for name in ("", " "):
        with unchanged(library, target):
            result = run("send", article, "--output", target, "--pseudonym", name)
        assert result.status == 2
        assert "The name is empty" in one_sentence(result)
