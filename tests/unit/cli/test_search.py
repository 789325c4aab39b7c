"""`search` on a real library: JSON as the contract says, filters, and what is refused."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from commandline import Listed, Run, one_sentence, unchanged


def test_a_word_finds_claims_with_their_places(run: Run, article: str, listed: Listed) -> None:
    result = run("search", "bridge", "--json")
    assert result.status == 0
    claims = [hit for hit in result.json["hits"] if hit["kind"] == "claim"]
    text = listed()["article"]["text"]
    assert [hit["number"] for hit in claims] == [0, 1]
    for hit in claims:
        assert hit["article"] == article
        assert text[hit["start"] : hit["end"]] == hit["text"]
        assert [hit["text"][a:b] for a, b in hit["marks"]] == ["bridge"]
    assert claims[1]["claim"] == listed()["claims"][1]["id"]


@pytest.mark.parametrize(
    "words", [["mayor", "kronor"], ["KRON"], ["12"], ['"the mayor said"'], ["😀"]]
)
def test_half_words_phrases_numbers_and_emoji(run: Run, article: str, words: list[str]) -> None:
    found = run("search", "--json", *words).json["hits"]
    assert article in {hit["article"] for hit in found}


@pytest.mark.parametrize("words", ['"', "(NEAR* AND", "a\ud800b", "x" * 10_000, "*", "' OR 1=1"])
def test_whatever_is_typed_is_a_search(run: Run, article: str, words: str) -> None:
    assert article
    result = run("search", words)
    assert result.status == 0
    assert "Traceback" not in result.err


def test_what_was_noted_and_its_filters(run: Run, article: str) -> None:
    run("tag", article, "2", "disputed", "--note", "ask the zebra")
    run("tag", article, "3", "verified")
    run(
        "evidence",
        "add",
        article,
        "2",
        "--stance",
        "contradicts",
        "--title",
        "A map",
        "--quote",
        "zebra plan",
    )
    (note,) = [
        hit for hit in run("search", "zebra", "--json").json["hits"] if hit["kind"] == "note"
    ]
    assert (note["number"], note["text"]) == (2, "ask the zebra")
    (item,) = run("search", "plan", "--json").json["hits"]
    assert (item["kind"], item["text"], item["number"]) == ("evidence", "zebra plan", 2)
    for options, numbers in (
        (["--tag", "disputed"], [2]),
        (["--tag", "disputed", "--tag", "verified"], [2, 3]),
        (["--evidence"], [2]),
        (["--tag", "verified", "--no-evidence"], [3]),
        (["--reminder", "no-evidence"], [3]),
        (["--since", "2020-01-01"], [2, 3]),
        (["--until", "2020-01-01"], []),
        (["--flag", "any"], []),
        (["--type", "event"], []),
        (["--article", article, "--tag", "disputed"], [2]),
        (["mayor", "--tag", "disputed"], [2]),
        (["--analyst-only", "Nobody else", "--tag", "disputed"], None),
    ):
        result = run("search", "--json", *options)
        if numbers is None:
            assert result.status == 2
            continue
        assert [
            hit["number"] for hit in result.json["hits"] if hit["kind"] == "claim"
        ] == numbers, options


def test_as_a_table_and_how_many(run: Run, article: str) -> None:
    run("note", article, "2", "the kronor desk")
    result = run("search", "kronor")
    assert result.out.splitlines()[0].split() == ["FOUND", "ARTICLE", "CLAIM", "TEXT"]
    assert len(result.out.splitlines()) == 3
    result = run("search", "kronor", "--limit", "1")
    assert len(result.out.splitlines()) == 2
    assert result.err == "These are the first 1: print more with --limit.\n"
    run("note", article, "3", "word " * 9_000 + "ostrich " + "word " * 9_000)
    result = run("search", "ostrich")
    assert "…" in result.out
    assert "ostrich" in result.out
    assert len(result.out) < 1_000
    assert len(run("search", "ostrich", "--json").json["hits"][0]["text"]) > 90_000
    assert run("search", "kronor", "--limit", str(1 << 70)).out.count("kronor") == 2, "all"
    result = run("search", "giraffe")
    assert (result.status, result.out, result.err) == (0, "", "Nothing was found.\n")


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["  "],
        ["--limit", "0", "x"],
        ["--tag", "maybe"],
        ["--since", "2026-02-30"],
        ["--until", "soon"],
        ["--reminder", "x"],
        ["--flag", "x"],
        ["--type", "x"],
        ["--article", "nowhere"],
        ["--analyst-only", "Nobody"],
    ],
)
def test_what_is_refused_in_one_sentence(
    run: Run, article: str, library: Path, options: list[str]
) -> None:
    assert article
    with unchanged(library):
        result = run("search", *options)
        if options == ["  "]:
            assert result.status == 0
            return
        assert result.status == 2
        one_sentence(result)


def test_searching_writes_nothing(run: Run, article: str, library: Path) -> None:
    assert article
    with unchanged(library):
        assert run("search", "bridge").status == 0


def test_import_and_merge_bring_all_of_it_in_before_they_end(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "long.txt"
    file.write_text("\n\n".join(f"Zebra {number} ran away quickly." for number in range(600)))
    assert run("import", file).status == 0
    assert run("doctor").status == 0
    assert len(run("search", "zebra", "--limit", "999", "--json").json["hits"]) == 601
    parcel = tmp_path / "all.annotations"
    assert run("send", "--all", "--output", parcel).status == 0
    other = tmp_path / "other.db"
    monkeypatch.setenv("ANNOTATOR_LIBRARY", str(other))
    assert run("merge", parcel).status == 0
    with unchanged(other):
        assert run("doctor").status == 0
        assert len(run("search", "zebra", "--limit", "999", "--json").json["hits"]) == 601
    assert library.exists()


def test_what_is_missing_in_the_search_is_a_finding_that_repair_mends(
    run: Run, article: str, library: Path
) -> None:
    assert article
    with sqlite3.connect(library) as connection:
        connection.execute("DELETE FROM claim_words WHERE words LIKE '%mayor%'")
    connection.close()
    result = run("doctor", "--json")
    assert result.status == 1
    assert any("not in the search" in one["says"] for one in result.json["findings"])
    result = run("doctor", "--repair")
    assert result.status == 0
    assert "Made anew" in result.err
    assert run("search", "mayor", "--json").json["hits"]
