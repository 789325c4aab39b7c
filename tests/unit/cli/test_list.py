"""`list`: what the JSON holds, key by key, and what people see."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandline import TEXT, Listed, Run, one_sentence, unchanged

ASSESSMENT = {
    "analyst",
    "analyst_id",
    "tag",
    "on_source",
    "confirmed",
    "not_checkable",
    "note",
    "audience",
    "confidence",
    "because",
    "by",
    "wording",
    "taken",
    "type",
    "flag",
    "facts",
    "relations",
    "why",
    "attribution",
    "evidence",
}
CLAIM = {
    "id",
    "number",
    "start",
    "end",
    "text",
    "tag",
    "on_source",
    "confirmed",
    "not_checkable",
    "note",
    "assessments",
    "decision",
}


def test_list_gives_the_articles(run: Run, article: str, library: Path) -> None:
    run("tag", article, "1", "2", "verified")
    run("tag", article, "3", "on-source")
    with unchanged(library):
        result = run("list", "--json")

    assert result.status == 0
    (row,) = result.json["articles"]
    assert set(row) == {"id", "title", "sha256", "claims", "tags", "imported"}
    assert row["id"] == article
    assert row["claims"] == 6
    assert row["tags"] == {
        "verified": 2,
        "disputed": 0,
        "unattributed": 0,
        "on_source": 1,
        "not_checkable": 0,
        "untagged": 3,
    }
    assert row["imported"].endswith("Z")


def test_list_of_an_article_gives_every_key(
    run: Run, article: str, listed: Listed, library: Path
) -> None:
    run("--analyst", "Berit", "tag", article, "2", "disputed", "--note", "He said 11.")
    run("tag", article, "2", "verified")
    with unchanged(library):
        found = listed()

    assert set(found) == {"article", "passages", "claims", "retired"}
    assert found["article"]["text"] == TEXT
    assert found["article"]["id"] == article
    assert all(set(passage) == {"kind", "start", "end"} for passage in found["passages"])
    assert found["passages"][0]["kind"] == "title"
    assert [claim["number"] for claim in found["claims"]] == [0, 1, 2, 3, 4, 5]
    for claim in found["claims"]:
        assert set(claim) == CLAIM
        assert claim["text"] == TEXT[claim["start"] : claim["end"]]
        assert claim["decision"] is None
    claim = found["claims"][2]
    assert (claim["tag"], claim["note"]) == ("verified", None)
    held = {one["analyst"]: one for one in claim["assessments"]}
    assert len(held) == 2
    assert set(held["Berit"]) == ASSESSMENT
    assert held["Berit"]["tag"] == "disputed"
    assert held["Berit"]["note"] == "He said 11."
    assert held["Berit"]["confidence"] is None
    assert held["Berit"]["evidence"] == held["Berit"]["attribution"] == []


def test_offsets_are_code_points_after_emoji(listed: Listed) -> None:
    last = listed()["claims"][-1]
    assert last["text"].endswith("Officials reportedly expect more of it.")


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (("--tag", "disputed"), [1]),
        (("--tag", "untagged"), [0, 3, 4, 5]),
        (("--analyst-only", "Berit"), [2, 3]),
        (("--analyst-only", "Berit", "--tag", "verified"), [3]),
        (("--analyst-only", "Berit", "--tag", "untagged"), [0, 1, 4, 5]),
        (("--tag", "not-checkable"), [2]),
    ],
)
def test_filters(run: Run, article: str, filters: tuple[str, ...], numbers: list[int]) -> None:
    run("tag", article, "1", "disputed")
    run("tag", article, "2", "not-checkable")
    run("--analyst", "Berit", "tag", article, "2", "disputed")
    run("--analyst", "Berit", "tag", article, "3", "verified")

    result = run("list", article, "--json", *filters)

    assert [claim["number"] for claim in result.json["claims"]] == numbers


def test_filters_of_the_articles(run: Run, article: str) -> None:
    run("--analyst", "Berit", "tag", article, "2", "disputed")

    assert run("list", "--json", "--tag", "disputed").json["articles"] == []
    assert "see all without --tag" in run("list", "--tag", "disputed").err
    assert run("list", "--analyst-only", "Berit").out
    berit = run("list", "--json", "--tag", "disputed", "--analyst-only", "Berit").json
    assert berit["articles"][0]["tags"]["disputed"] == 1
    refused = run("list", "--analyst-only", "Nobody")
    assert refused.status == 2
    assert "Berit" in one_sentence(refused)


def test_a_note_for_oneself_is_not_shown_to_a_colleague(run: Run, article: str) -> None:
    run("--analyst", "Berit", "note", article, "1", "my hunch", "--audience", "me")

    assert "my hunch" not in run("list", article, "--json").out
    mine = run("--analyst", "Berit", "list", article, "--json").json["claims"][1]
    assert mine["note"] == "my hunch"
    assert mine["assessments"][0]["audience"] == "me"


def test_what_a_cut_retired_is_listed_apart(run: Run, article: str, listed: Listed) -> None:
    run("tag", article, "1", "verified")
    start = listed()["claims"][1]["start"]
    assert run("split", article, "1", str(start + 10)).status == 0

    found = listed()

    assert [claim["tag"] for claim in found["claims"]] == [None] * 7
    (retired,) = found["retired"]
    assert (retired["number"], retired["tag"]) == (None, "verified")
    assert "Before a claim was cut" in run("list", article).out


def test_people_see_columns(run: Run, article: str) -> None:
    run("tag", article, "1", "disputed", "--note", "x")

    assert "1 of 6" in run("list").out
    assert "1 disputed" in run("list").out
    lines = run("list", "latest").out.splitlines()
    assert lines[0] == "A bridge opens in Lund"
    assert lines[1] == f"{article}, 5 claims and the title"
    assert lines[3].split()[:2] == ["T", "untagged"]
    assert lines[4].split()[:3] == ["1", "disputed", "note"]


def test_a_title_cannot_steer_the_terminal(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("Red \x1b[31m title \u202e here\n\nA body. It is short.\n")
    run("import", tmp_path / "odd.txt")

    for result in (run("list"), run("list", "latest"), run("history", "latest")):
        assert result.status == 0
        assert "\x1b" not in result.out
        assert "\u202e" not in result.out


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("bridge", ""),
        ("LUND", ""),
        ("latest", ""),
        ("moon", "No article is called “moon”"),
        ("", "No article is called"),
        ("\udce9", "No article is called"),
    ],
)
def test_an_article_is_found_by_what_is_typed(
    run: Run, article: str, wanted: str, says: str
) -> None:
    result = run("list", wanted, "--json")

    if says:
        assert result.status == 2
        assert says in one_sentence(result)
    else:
        assert result.json["article"]["id"] == article


def test_an_article_is_found_by_the_beginning_of_its_id(run: Run, article: str) -> None:
    assert run("list", article[:4], "--json").json["article"]["id"] == article
    assert run("list", article[:3], "--json").status == 2


def test_two_titles_that_fit_are_named(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("A bridge closes in Lund\n\nIt closed. Nobody knows why.\n")
    run("import", tmp_path / "other.txt")

    result = run("list", "bridge")

    assert result.status == 2
    assert "2 articles" in one_sentence(result)
