"""`comment`: asking, answering, wording otherwise, and reading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commandline import Result, Run, one_sentence, unchanged


def comment(run: Run, who: str, *args: str) -> Result:
    return run("--analyst", who, "comment", *args)


def said(run: Run, article: str, claim: str = "2") -> Any:
    return comment(run, "Caj", article, claim, "--json").json["comments"]


def test_a_comment_prints_its_id_and_is_answered_by_it(run: Run, article: str) -> None:
    asked = comment(run, "Berit", article, "2", "From which blast?")
    assert asked.status == 0
    assert asked.err == "The comment on claim 2 is saved.\n"
    first = asked.out.strip()
    answered = comment(run, "Caj", article, "2", "The first one.", "--answer", first[:8], "--json")
    one, other = said(run, article)
    assert one == {
        "id": first,
        "answers": None,
        "analyst": "Berit",
        "analyst_id": one["analyst_id"],
        "at": one["at"],
        "text": "From which blast?",
    }
    assert (other["id"], other["answers"]) == (answered.json["id"], first)
    assert (other["analyst"], other["text"]) == ("Caj", "The first one.")
    table = comment(run, "Berit", article, "2").out.splitlines()
    assert table[0].split() == ["ID", "ANSWERS", "WHEN", "WHO", "TEXT"]
    assert table[2].split()[:2] == [other["id"][:8], first[:8]]


def test_one_s_own_is_worded_otherwise_and_taken_away(
    run: Run, article: str, library: Path
) -> None:
    first = comment(run, "Berit", article, "2", "From which blast?").out.strip()
    comment(run, "Caj", article, "2", "The first one.", "--answer", first)
    edited = comment(run, "Berit", article, "2", "Which blast?", "--edit", first)
    assert edited.err == "The comment is worded otherwise.\n"
    assert edited.out == ""
    with unchanged(library):
        again = comment(run, "Berit", article, "2", "Which blast?", "--edit", first)
        assert "says that already" in again.err
        foreign = comment(run, "Caj", article, "2", "x", "--edit", first)
        assert "a colleague's comment" in one_sentence(foreign)
    assert comment(run, "Berit", article, "2", "", "--edit", first).err == (
        "The comment is taken away.\n"
    )
    gone, answer = said(run, article)
    assert (gone["id"], gone["text"], gone["analyst"], gone["at"]) == (first, None, None, None)
    assert answer["answers"] == first
    assert "(taken away, or not here)" in comment(run, "Caj", article, "2").out


def test_a_claim_nobody_commented_on(run: Run, article: str, library: Path) -> None:
    with unchanged(library):
        result = comment(run, "Caj", article, "T")
    assert (result.status, result.out) == (0, "")
    assert result.err == "Nobody has commented on the title yet.\n"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("2", ""), "The comment is empty"),
        (("2", "a\ud800"), "lone surrogate"),
        (("2", "--answer", "abcdefgh"), "Type what the comment says"),
        (("2", "x", "--answer", "abcdefgh"), "There is no comment abcdefgh on this claim"),
        (("2", "x", "--edit", "abcdefgh"), "There is no comment abcdefgh on this claim"),
        (("2", "x", "--edit", "abcdefgh", "--answer", "abcdefgh"), "do not go together"),
        (("99", "x"), "no claim 99"),
    ],
)
def test_a_refused_comment_changes_nothing(
    run: Run, article: str, library: Path, args: tuple[str, ...], says: str
) -> None:
    comment(run, "Caj", article, "2", "From which blast?")
    with unchanged(library):
        result = comment(run, "Caj", article, *args)
    assert result.status == 2
    assert says in one_sentence(result)


def test_an_answer_belongs_to_its_claim(run: Run, article: str, library: Path) -> None:
    first = comment(run, "Berit", article, "2", "From which blast?").out.strip()
    with unchanged(library):
        result = comment(run, "Caj", article, "3", "x", "--answer", first)
    assert "on this claim" in one_sentence(result)


def test_a_comment_from_standard_input(run: Run, article: str) -> None:
    assert run("comment", article, "2", "-", stdin=b"From a pipe.\n").status == 0
    assert [one["text"] for one in said(run, article)] == ["From a pipe."]
    refused = run("comment", article, "2", "-", stdin=b"\xff")
    assert "no text in UTF-8" in one_sentence(refused)
