"""A package that is installed adds a format both ways: one module, one row, one entry point."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from annotator import paths
from annotator.desk.example import fill
from annotator.desk.formats import format_named, formats, readable
from annotator.desk.sorting import brings_tags
from annotator.interchange.table import INTERCHANGE, installed
from commandline import Run, one_sentence

PACKAGE = Path(__file__).parents[2] / "packages" / "quotes"


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package, as if it were installed."""
    monkeypatch.syspath_prepend(str(PACKAGE))
    monkeypatch.delitem(sys.modules, "annotator_quotes", raising=False)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "example.db"
    fill(path)
    return path


def test_without_it_there_is_no_such_format(run: Run, library: Path) -> None:
    assert "quotes" not in run("export", "--format", "help").out
    result = run("export", "latest", "--format", "quotes", "--output", "-")
    assert result.status == 2
    assert "There is no format “quotes”" in one_sentence(result)
    assert library.parent.exists()


@pytest.mark.usefixtures("added")
def test_it_stands_in_every_list(run: Run) -> None:
    assert [row.name for row in installed()] == ["quotes"]
    assert [row.name for row in formats()][-1] == "quotes"
    assert [row.name for row in readable()] == [*(row.name for row in INTERCHANGE), "quotes"]
    assert format_named("quotes").label == "Quotes"
    (line,) = [x for x in run("export", "--format", "help").out.splitlines() if "quotes" in x]
    assert "a line for each tag (not: the result, why disputed, notes" in line


@pytest.mark.usefixtures("added")
def test_what_it_wrote_comes_back_into_another_library(
    run: Run, library: Path, example: Path, tmp_path: Path
) -> None:
    file = tmp_path / "example.quotes"
    to_file = ("export", "latest", "--format", "quotes", "--output", file)
    written = run("--library", example, "--analyst", "Analyst A", *to_file)
    assert written.status == 0
    assert "49 of 49 claims" in written.err
    assert brings_tags(file)
    assert run("import", paths.sample()).status == 0
    tried = run("merge", file, "--dry-run", "--json").json
    merged = run("merge", file, "--json").json
    assert merged == tried
    assert (merged["new"], merged["left_out"], merged["claims_added"]) == (147, [], 0)
    assert [one["analyst"] for one in merged["analysts"]] == [f"Analyst {x}" for x in "ABC"]
    (theirs,) = run("--library", example, "list", "--json").json["articles"]
    assert run("merge", file, "--json").json["same"] == 147

    def tags(of: Path) -> list[object]:
        told = run("--library", of, "list", theirs["id"], "--json").json["claims"]
        return [
            [(one["analyst"], one["tag"]) for one in claim["assessments"] if one["tag"]]
            for claim in told
        ]

    assert tags(library) == tags(example)


@pytest.mark.usefixtures("added")
def test_what_is_odd_in_it_is_listed(run: Run, article: str, tmp_path: Path) -> None:
    words = json.dumps("Nobody was hurt.")
    file = tmp_path / "odd.quotes"
    file.write_text(
        f'#quotes 1 {article}\nOla\tverified\t0\t0\t{words}\nOla\tverified\nOla\ttrue\t0\t5\t"x"\n'
    )
    found = run("merge", file, "--json").json
    assert found["new"] == 1
    assert [row["what"] for row in found["left_out"]] == [
        "line 3 in odd.quotes",
        "line 4 in odd.quotes",
    ]


FAULTY = """
from annotator.domain.formats import Interchange
def fails(data):
    raise KeyError("no such thing")
ROW = Interchange("faulty", "Faulty", (".faulty",), "nothing", lambda d: d.startswith(b"!"), fails)
BLIND = Interchange("blind", "Blind", (".blind",), "nothing", fails, fails)
NONE = "no format"
"""


def test_a_package_that_fails_is_named_and_does_no_harm(
    run: Run, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert article
    about = tmp_path / "faulty-1.0.dist-info"
    about.mkdir()
    about.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: faulty\nVersion: 1.0\n")
    about.joinpath("entry_points.txt").write_text(
        "[annotator.interchange]\nfaulty = faulty:ROW\nblind = faulty:BLIND\nnone = faulty:NONE\n"
        "gone = not_there:ROW\njson = faulty:ROW\n"
    )
    tmp_path.joinpath("faulty.py").write_text(FAULTY)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "faulty", raising=False)
    file = tmp_path / "x.faulty"
    file.write_bytes(b"! anything")
    result = run("merge", file)
    assert result.status == 2
    said = one_sentence(result)
    assert "cannot be read as Faulty" in said
    assert "the package that reads it failed" in said
    file.write_bytes(b"nothing known")
    assert "nor of another format" in one_sentence(run("merge", file))
