"""`merge` and `import` take what was exported, and what other programs wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator import paths
from annotator.desk.example import fill
from commandline import Run, one_sentence, unchanged


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "example.db"
    fill(path)
    return path


def exported(run: Run, example: Path, form: str, file: Path, *more: str) -> Path:
    told = ("export", "latest", "--format", form, "--output", file, *more)
    assert run("--library", example, "--analyst", "Analyst A", *told).status == 0
    return file


def test_json_comes_into_a_library_that_is_made_for_it(
    run: Run, library: Path, example: Path, tmp_path: Path
) -> None:
    file = exported(run, example, "json", tmp_path / "a.json")
    tried = run("merge", file, "--dry-run", "--json")
    assert not library.exists()
    merged = run("merge", file, "--json")
    assert merged.json == tried.json
    assert (merged.json["new"], merged.json["left_out"]) == (147, [])
    again = tmp_path / "again.json"
    assert run("export", "latest", "--format", "json", "--output", again).status == 0
    assert again.read_bytes() == file.read_bytes()
    with unchanged(library):
        assert "Nothing new is in it" in run("merge", file).err


def test_import_hands_an_article_with_its_work_on(
    run: Run, library: Path, example: Path, tmp_path: Path
) -> None:
    file = exported(run, example, "json", tmp_path / "a.json")
    (row,) = run("import", file, "--json").json["imported"]
    assert (row["claims"], row["new"], row["file"]) == (49, True, str(file))
    assert len(run("list", row["article"], "--json").json["claims"][0]["assessments"]) == 3
    assert run("remove", row["article"]).status == 0
    (row,) = run("import", file, "--json").json["imported"]
    assert row["new"] is False
    assert [one["id"] for one in run("list", "--json").json["articles"]] == [row["article"]]
    assert library.exists()


@pytest.mark.parametrize(("form", "then"), [("json", "import"), ("webannotation", "merge")])
def test_import_takes_no_export_for_a_text_because_it_comes_on_standard_input(
    run: Run, library: Path, example: Path, tmp_path: Path, form: str, then: str
) -> None:
    file = exported(run, example, form, tmp_path / "a.export")
    refused = run("import", "-", stdin=file.read_bytes())
    assert refused.status == 2
    assert f"name that to `annotator {then}`" in one_sentence(refused)
    assert not library.exists()


def test_import_takes_no_file_that_only_says_what_people_hold(
    run: Run, library: Path, example: Path, tmp_path: Path
) -> None:
    file = exported(run, example, "webannotation", tmp_path / "a.jsonld")
    result = run("import", file)
    assert result.status == 2
    assert "bring it in with `annotator merge`" in one_sentence(result)
    assert not library.exists()
    data = run("import", file, "--json").json
    assert data["imported"] == []
    assert len(data["failed"]) == 1


@pytest.mark.parametrize("form", ["json", "webannotation"])
def test_a_damaged_one_is_refused_by_both(
    run: Run, library: Path, example: Path, tmp_path: Path, form: str
) -> None:
    file = exported(run, example, form, tmp_path / "a.json")
    file.write_bytes(file.read_bytes()[:-20])
    for command in ("merge", "import"):
        result = run(command, file)
        assert result.status == 2
        one_sentence(result)
        assert not library.exists()


def test_a_public_copy_of_each(run: Run, library: Path, example: Path, tmp_path: Path) -> None:
    """JSON without a log is refused; annotations without names are nobody's."""
    file = exported(run, example, "json", tmp_path / "p.json", "--public")
    result = run("merge", file)
    assert "it is a public copy, which holds no edits" in one_sentence(result)
    run("import", paths.sample())
    file = exported(run, example, "webannotation", tmp_path / "p.jsonld", "--public")
    found = run("merge", file, "--json").json
    assert [one["analyst"] for one in found["analysts"]] == ["Somebody (Web Annotation)"]
    assert found["conflicting"] == 0
    assert library.exists()


def test_what_another_program_marked_is_told_as_claims_cut_anew(
    run: Run, article: str, tmp_path: Path
) -> None:
    file = tmp_path / "x.jsonld"
    selector = {"type": "TextQuoteSelector", "exact": "Traffic returned"}
    row = {"type": "Annotation", "bodyValue": "disputed", "target": {"selector": selector}}
    odd = {
        "type": "Annotation",
        "bodyValue": "x\u001b[2J",
        "target": {"selector": selector | {"exact": "\u001b[31m"}},
    }
    file.write_text(json.dumps([row, odd]))
    result = run("merge", file)
    assert result.status == 0
    assert "1 claim cut anew, for words that were no claim of their own." in result.err
    assert "From Somebody (Web Annotation) (1 claim judged)." in result.err
    assert "\x1b" not in result.out + result.err
    assert article
