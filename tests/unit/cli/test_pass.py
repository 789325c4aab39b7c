"""`pass`: submit, return, approve, settle, reopen; how far an article has come, and what waits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commandline import Result, Run, one_sentence, unchanged


@pytest.fixture
def tagged(run: Run, article: str) -> str:
    """Berit and Caj differ on 2; Berit handed in."""
    run("--analyst", "Berit", "tag", article, "2", "disputed")
    run("--analyst", "Caj", "tag", article, "2", "3", "verified")
    assert passes(run, "Berit", "submit", article).err == "Your pass is handed in.\n"
    return article


def passes(run: Run, who: str, *args: str) -> Result:
    return run("--analyst", who, "pass", *args)


def progress(run: Run, article: str, who: str = "Caj") -> Any:
    result = passes(run, who, article, "--json")
    assert result.status == 0, result.err
    return result.json


def state(run: Run, article: str, of: str = "Berit") -> Any:
    found = progress(run, article)["passes"]
    return next(one for one in found if one["analyst"] == of)


def test_it_says_how_far_everybody_has_come(run: Run, tagged: str, library: Path) -> None:
    with unchanged(library):
        out = passes(run, "Caj", tagged).out.splitlines()
        found = progress(run, tagged)
    assert out[:2] == ["A bridge opens in Lund", "in review"]
    assert out[2].split() == ["WHO", "JUDGED", "PASS"]
    assert out[3].split() == ["Caj", "2", "draft"]
    assert out[4].startswith("Berit  1       submitted ")
    assert found["stage"] == "in review"
    assert (found["analyst"], found["at"], found["changed_since"]) == (None, None, 0)
    assert set(found["passes"][0]) == {
        "analyst",
        "analyst_id",
        "state",
        "submitted",
        "answered",
        "answered_by",
        "reason",
        "judged",
        "changed",
    }
    assert state(run, tagged)["submitted"].endswith("Z")


def test_a_pass_goes_back_and_comes_again(run: Run, tagged: str, library: Path) -> None:
    why = ("--analyst-of", "Berit", "--reason", "Claim 2 has no source.")
    assert passes(run, "Caj", "return", tagged, *why).err == "Berit's pass is returned.\n"
    with unchanged(library):
        assert "with that reason already" in passes(run, "Caj", "return", tagged, *why).err
    found = state(run, tagged)
    assert (found["state"], found["answered_by"], found["reason"]) == (
        "returned",
        "Caj",
        "Claim 2 has no source.",
    )
    assert "returned by Caj: Claim 2 has no source." in passes(run, "Caj", tagged).out
    assert passes(run, "Berit", "submit", tagged).err == "Your pass is handed in.\n"
    with unchanged(library):
        assert "nothing changed since" in passes(run, "Berit", "submit", tagged).err
    approved = passes(run, "Caj", "approve", tagged, "--analyst-of", "Berit")
    assert approved.err == "Berit's pass is approved.\n"
    with unchanged(library):
        again = passes(run, "Caj", "approve", tagged, "--analyst-of", "Berit")
        assert "approved already" in again.err
    assert state(run, tagged)["state"] == "approved"


def test_an_article_is_settled_and_opened_again(run: Run, tagged: str, library: Path) -> None:
    settled = passes(run, "Caj", "settle", tagged)
    assert settled.status == 0
    assert settled.err.splitlines() == [
        "The article is settled, and takes no edits by hand until it is reopened.",
        "1 claim waits for a decision still; `annotator decide` settles them once reopened.",
    ]
    assert progress(run, tagged)["stage"] == "settled"
    assert "settled by Caj, " in passes(run, "Berit", tagged).out
    with unchanged(library):
        assert "settled already" in passes(run, "Berit", "settle", tagged).err
        for args in (
            ("tag", tagged, "1", "verified"),
            ("note", tagged, "1", "x"),
            ("comment", tagged, "1", "x"),
            ("decide", tagged, "2", "verified"),
            ("draw", tagged, "1", "--seed", "7"),
            ("join", tagged, "1"),
            ("undo", tagged),
            ("pass", "submit", tagged),
        ):
            refused = run("--analyst", "Caj", *args)
            assert refused.status == 2, args
            assert "annotator pass reopen" in one_sentence(refused)
    reopened = passes(run, "Berit", "reopen", tagged, "--reason", "The mayor corrected himself.")
    assert reopened.err == "The article is reopened.\n"
    found = progress(run, tagged)
    assert (found["stage"], found["analyst"], found["reason"]) == (
        "reopened",
        "Berit",
        "The mayor corrected himself.",
    )
    assert run("--analyst", "Caj", "tag", tagged, "1", "verified").status == 0


def test_json_after_an_act_says_how_far_it_is_now(run: Run, tagged: str) -> None:
    result = passes(run, "Caj", "submit", tagged, "--json")
    assert [one["state"] for one in result.json["passes"]] == ["submitted", "submitted"]
    assert result.err == "Your pass is handed in.\n"


def test_with_nothing_it_lists_what_waits(
    run: Run, tagged: str, library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Port strike\n\nNobody has gone back.\n")
    run("import", other)
    passes(run, "Caj", "return", tagged, "--analyst-of", "Berit", "--reason", "No source.")
    with unchanged(library):
        out = passes(run, "Berit").out.splitlines()
        (first, second) = passes(run, "Caj", "--json").json["queue"]
    assert out[0].split() == ["ID", "WAITING", "SETTLED", "STAGE", "TITLE"]
    assert out[1].split()[1:3] == ["1", "0"]
    assert out[3] == f"{tagged[:8]} your pass was returned by Caj: No source."
    assert (first["title"], first["open"], second["open"]) == ("A bridge opens in Lund", 1, 0)
    assert [one["analyst"] for one in first["sent_back"]] == ["Berit"]
    assert first["pass"] == {"state": "draft", "answered_by": None, "reason": None}


def test_an_empty_list_waits_for_nothing(run: Run, article: str) -> None:
    run("remove", article)
    assert "There is no article on your list" in run("pass").err
    assert run("pass", "--json").json == {"queue": []}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("submit",), "Name one article: `annotator pass submit ARTICLE`"),
        (("submit", "a", "b"), "Name one article"),
        (("finish", "latest"), "There is no state “finish”: choose one of submit, return"),
        (("return", "latest", "--reason", "x"), "Say whose pass to return: add --analyst-of NAME"),
        (("return", "latest", "--analyst-of", "Berit"), "wants --reason TEXT"),
        (("return", "latest", "--analyst-of", "Berit", "--reason", " "), "wants --reason TEXT"),
        (("approve", "latest"), "Say whose pass to approve"),
        (("approve", "latest", "--analyst-of", "Caj"), "That is your own pass"),
        (("approve", "latest", "--analyst-of", "Nobody"), "There is no analyst Nobody"),
        (("approve", "latest", "--analyst-of", "Berit", "--reason", "x"), "--reason goes with"),
        (("submit", "latest", "--analyst-of", "Berit"), "--analyst-of goes with"),
        (("latest", "--reason", "x"), "--reason goes with"),
        (("reopen", "latest"), "wants --reason TEXT"),
        (("reopen", "latest", "--reason", "x"), "is not settled"),
        (("submit", "moon"), "No article is called"),
    ],
)
def test_a_wrong_pass_is_one_sentence(
    run: Run, tagged: str, library: Path, args: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = passes(run, "Caj", *args)
    assert result.status == 2
    assert says in one_sentence(result)
    assert result.out == ""


def test_who_judged_nothing_submits_nothing(run: Run, tagged: str, library: Path) -> None:
    with unchanged(library):
        result = passes(run, "Dag", "submit", tagged)
    assert "nothing to submit" in one_sentence(result)


def test_who_did_not_submit_is_not_answered(run: Run, tagged: str, library: Path) -> None:
    with unchanged(library):
        result = passes(run, "Berit", "approve", tagged, "--analyst-of", "Caj")
    assert "Caj has not submitted this article" in one_sentence(result)
