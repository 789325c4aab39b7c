"""`erase`: out of the log too, asked before, and refused in one sentence."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from annotator import paths
from annotator.cli import door
from commandline import Listed, Run, one_sentence, unchanged

NAME = "Mr Nameless"


@pytest.fixture
def noted(run: Run, article: str) -> str:
    assert run("note", article, "2", f"{NAME} told me").status == 0
    return article


def held(library: Path) -> list[str]:
    """The files that hold the name: the library, its backups, and whatever lies beside."""
    folders = (library.parent, paths.backups_dir(library))
    files = [path for folder in folders for path in folder.iterdir() if path.is_file()]
    return [path.name for path in files if NAME.encode() in path.read_bytes()]


def entered(run: Run, article: str, title: str, *more: str) -> str:
    """Evidence for claim 2, and its id."""
    how = ("--stance", "supports", "--title", title, *more)
    added = run("evidence", "add", article, "2", *how)
    assert added.status == 0, added.err
    return added.out.strip()


def test_a_note_is_erased_from_the_library_and_its_backups(
    run: Run, library: Path, noted: str, listed: Listed
) -> None:
    assert run("backup").status == 0
    assert len(held(library)) == 2, "the library and its backup"
    result = run("erase", noted, "2", "--what", "note", "--force")
    assert result.status == 0, result.err
    assert held(library) == []
    assert result.out == ""
    assert "Your note of claim 2 would be erased, in every wording that the log holds" in result.err
    assert "2 backups in your data folder" in result.err
    assert "Copies that were sent already" in result.err
    assert result.err.splitlines()[-1] == "Your note of claim 2 is erased."
    assert NAME not in str(listed())
    history = run("history", noted).out
    assert "erased what 1 edit said" in history
    assert "what it said was erased" in history
    assert run("doctor").status == 0
    undone = run("undo", noted)
    assert NAME not in undone.out + undone.err


def test_evidence_a_contact_and_a_file(
    run: Run, library: Path, article: str, tmp_path: Path
) -> None:
    kept = tmp_path / "from-outside" / "map.txt"
    kept.parent.mkdir()
    kept.write_text(f"drawn by {NAME}")
    item = entered(run, article, "A map", "--file", str(kept))
    asked = run("evidence", "contact", item, "--whom", NAME).out.strip()
    assert held(library)
    sha = run("evidence", "file", item).out.splitlines()[1].split()[0]
    for args in ((article, "2", asked, "--what", "contact"), (article, sha, "--what", "file")):
        result = run("erase", *args, "--force")
        assert result.status == 0, result.err
        assert "“A map”" in result.err
    assert held(library) == []
    assert "A map" in run("evidence", "list", article).out, "the rest of it stays"
    assert run("erase", article, item[:8], "--what", "evidence", "--force").status == 0
    assert b"A map" not in library.read_bytes()
    assert run("doctor").status == 0


def test_a_whole_article(run: Run, library: Path, noted: str, tmp_path: Path) -> None:
    result = run("erase", noted, "--what", "article", "--force")
    assert result.status == 0, result.err
    assert b"12 million kronor" not in library.read_bytes()
    assert held(library) == []
    assert "There is no article" in one_sentence(run("history", noted))
    assert run("doctor").status == 0
    again = run("import", "--json", tmp_path / "lund.txt")
    assert again.json["imported"][0]["article"] == noted


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("2",), "Missing option '--what'"),
        (("2", "--what", "tag"), "'tag' is not one of 'note', 'contact'"),
        (("--what", "note"), "The note of which claim?"),
        (("2", "3", "--what", "note"), "The note of which claim?"),
        (("99", "--what", "note"), "There is no claim 99"),
        (("3", "--what", "note"), "There is nothing to erase: your note of claim 3 is not here."),
        (("2", "--what", "article"), "An article is erased as a whole"),
        (("--what", "contact"), "Which contact?"),
        (("1", "2", "3", "--what", "file"), "Which file?"),
        (("abc", "--what", "evidence"), "the first 4 characters of it or more"),
        (("x'; --", "--what", "evidence"), "the first 4 characters of it or more"),
        (("0123abcd", "--what", "contact"), "There is no contact 0123abcd"),
    ],
)
def test_bad_input_changes_nothing(
    run: Run, library: Path, noted: str, args: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = run("erase", noted, *args, "--force")
    assert result.status == 2
    assert says in one_sentence(result)


def test_without_a_terminal_it_wants_force(run: Run, library: Path, noted: str) -> None:
    with unchanged(library):
        result = run("erase", noted, "2", "--what", "note", stdin=b"yes\n")
    assert result.status == 2
    assert "say it with --force" in result.err.splitlines()[-1]
    assert held(library)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "gone"), [("yes\n", True), ("y\n", False), ("", False)])
def test_on_a_terminal_it_asks_and_takes_yes_alone(
    run: Run,
    library: Path,
    noted: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    gone: bool,
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    status = door.main(["erase", noted, "2", "--what", "note"])
    said = capsys.readouterr().err
    assert "Type yes to erase it:" in said
    assert (status, held(library) == []) == ((0, True) if gone else (2, False))
    assert run("doctor").status == 0


def test_a_colleague_s_evidence_is_only_forgotten_here(
    run: Run, library: Path, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "ben"
    theirs.mkdir()
    parcel, back = theirs / "to-ben.annotations", theirs / "from-ben.annotations"
    assert run("send", article, "--output", parcel).status == 0
    with monkeypatch.context() as patched:
        patched.setenv("ANNOTATOR_LIBRARY", str(theirs / "ben.db"))
        patched.setenv("ANNOTATOR_ANALYST", "Ben")
        assert run("merge", parcel).status == 0
        item = entered(run, article, f"{NAME} has a map")
        assert run("send", article, "--output", back).status == 0
    assert run("tag", article, "2", "verified").status == 0
    assert run("merge", back).status == 0
    result = run("erase", article, item, "--what", "evidence", "--force")
    assert result.status == 0, result.err
    assert "It is Ben’s, and not yours to erase: it is forgotten here" in result.err
    assert held(library) == []
    again = run("merge", back)
    assert again.status == 0
    assert "forgotten in this library" in again.out + again.err
    assert held(library) == []
    assert run("doctor").status == 0
