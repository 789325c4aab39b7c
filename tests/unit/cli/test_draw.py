"""`draw`: claims at random, the same ones for the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandline import Listed, Run, one_sentence, unchanged


def test_a_draw_prints_its_claims_and_is_kept(run: Run, article: str, listed: Listed) -> None:
    result = run("draw", article, "3", "--seed", "2026", "--json")
    assert result.status == 0
    assert result.err == "3 claims are drawn with the seed 2026.\n"
    found = result.json
    assert (found["n"], found["seed"], len(found["claims"])) == (3, "2026", 3)
    claims = {claim["id"]: claim for claim in listed()["claims"]}
    for one in found["claims"]:
        assert one["article"] == article
        assert {key: one[key] for key in ("number", "start", "end", "text")} == {
            key: claims[one["id"]][key] for key in ("number", "start", "end", "text")
        }
    numbers = [one["number"] for one in found["claims"]]
    assert numbers == sorted(numbers)
    again = run("--analyst", "Berit", "draw", article, "3", "--seed", "2026")
    assert [line.split()[0] for line in again.out.splitlines()[1:]] == [
        str(number) if number else "T" for number in numbers
    ]
    assert "drew claims at random" in run("history", article).out


def test_without_a_seed_one_is_made_up_and_said(run: Run, article: str) -> None:
    result = run("draw", article, "1", "--json")
    assert result.err == f"1 claim is drawn with the seed {result.json['seed']}.\n"


def test_a_draw_over_the_library(run: Run, article: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Port strike\n\nNobody has gone back.\n")
    second = run("import", "--json", other).json["imported"][0]["article"]
    found = run("draw", "--all", "8", "--seed", "7", "--json").json["claims"]
    assert [one["article"] for one in found] == sorted([article] * 6 + [second] * 2)
    table = run("draw", "--all", "2", "--seed", "7").out.splitlines()
    assert table[0].split() == ["ARTICLE", "CLAIM", "TEXT"]
    run("pass", "settle", second)
    found = run("draw", "--all", "6", "--seed", "7", "--json").json["claims"]
    assert {one["article"] for one in found} == {article}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), "Name the article and how many claims to draw"),
        (("latest",), "Name the article and how many claims to draw"),
        (("latest", "3", "--all"), "Name the article and how many claims to draw"),
        (("latest", "many"), "“many” is no number of claims"),
        (("latest", "1.5"), "“1.5” is no number of claims"),
        (("latest", "0"), "0 is no sample"),
        (("latest", "7"), "There are 6 claims in this article, so 7 cannot be drawn"),
        (("latest", "3", "--seed", ""), "The seed is one line"),
        (("--all", "900"), "so 900 cannot be drawn"),
        (("moon", "3"), "No article is called"),
    ],
)
def test_a_refused_draw_changes_nothing(
    run: Run, article: str, library: Path, args: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = run("draw", *args)
    assert result.status == 2
    assert says in one_sentence(result)
    assert result.out == ""


def test_agreement_is_measured_on_what_was_drawn(run: Run, article: str) -> None:
    drawn = run("draw", article, "3", "--seed", "7", "--json").json["claims"]
    names = ["T" if not one["number"] else str(one["number"]) for one in drawn]
    for who, tag in (("Ada", "verified"), ("Berit", "disputed")):
        for name in ("T", "1", "2", "3", "4", "5"):
            said = tag if name == names[0] else "verified"
            run("--analyst", who, "tag", article, name, said)
    assert run("agreement", article, "--json").json["units"] == 6
    found = run("agreement", article, "--drawn", "--json").json
    assert (found["units"], found["percent"]) == (3, pytest.approx(200 / 3))
    assert found["in_words"].endswith("Only what was drawn for a second check counts: 3 claims.")
    assert "3 claims." in run("agreement", "--drawn").out


def test_nothing_drawn_is_said(run: Run, article: str) -> None:
    said = one_sentence(run("agreement", article, "--drawn"))
    assert said.startswith("No claim of that article was drawn for a second check")
    said = one_sentence(run("agreement", "--table", "x.csv", "--drawn"))
    assert "leave ARTICLE, --as and --drawn away" in said
