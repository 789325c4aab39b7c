"""`assess`: every option, given and taken back, and what is refused."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from commandline import Listed, Run, one_sentence, unchanged

NOTHING: dict[str, Any] = {
    "confidence": None,
    "because": None,
    "by": None,
    "wording": None,
    "taken": None,
    "type": None,
    "flag": None,
    "facts": [],
    "relations": [],
    "why": None,
}


def held(run: Run, article: str, claim: str = "2") -> dict[str, Any]:
    """What `assess` says is held, without what it is held of."""
    result = run("assess", article, claim, "--json")
    assert result.status == 0, result.err
    found: dict[str, Any] = result.json
    return {name: value for name, value in found.items() if name in NOTHING}


def edits(library: Path) -> int:
    with sqlite3.connect(library) as connection:
        (count,) = connection.execute("SELECT count(*) FROM edits").fetchone()
    connection.close()
    return int(count)


def claim_id(listed: Listed, number: int) -> str:
    found: str = listed()["claims"][number]["id"]
    return found


@pytest.mark.parametrize(
    ("options", "holds", "back"),
    [
        (("--confidence", "2"), {"confidence": 2}, ("--confidence", "none")),
        (("--type", "number"), {"type": "number"}, ("--type", "none")),
        (
            ("--flag", "ring: the  mayor ", "--day", "3 Jan 2026"),
            {"flag": {"kind": "ring", "text": "the mayor", "day": "2026-01-03"}},
            ("--flag", "none"),
        ),
        (
            ("--flag", "reply"),
            {"flag": {"kind": "reply", "text": None, "day": None}},
            ("--flag", "none"),
        ),
        (
            ("--wording", " It cost 11 million. ", "--taken", "no"),
            {"wording": "It cost 11 million.", "taken": False},
            ("--wording", "none"),
        ),
        (("--wording", "Better."), {"wording": "Better."}, ("--wording", "")),
        (("--because", "outdated"), {"because": "outdated"}, ("--because", "none")),
        (
            ("--fact", "12 million kronor=right", "--fact", "mayor=wrong"),
            {
                "facts": [
                    {"start": 61, "end": 78, "text": "12 million kronor", "right": True},
                    {"start": 84, "end": 89, "text": "mayor", "right": False},
                ]
            },
            ("--fact", "12 million kronor=open", "--fact", "mayor=open"),
        ),
    ],
)
def test_each_option_is_saved_and_taken_back(
    run: Run,
    article: str,
    library: Path,
    options: tuple[str, ...],
    holds: dict[str, Any],
    back: tuple[str, ...],
) -> None:
    run("tag", article, "2", "disputed")

    result = run("assess", article, "2", *options)

    assert result.status == 0, result.err
    assert result.out == ""
    assert result.err == "What you say of claim 2 is saved.\n"
    assert held(run, article) == NOTHING | holds
    with unchanged(library):
        again = run("assess", article, "2", *options)
        assert again.err == "What you say of claim 2 was so already: nothing was saved.\n"
    assert run("assess", article, "2", *back).status == 0
    assert held(run, article) == NOTHING
    assert run("undo", article).status == 0
    assert held(run, article) != NOTHING


def test_several_options_are_one_transaction(run: Run, article: str, library: Path) -> None:
    run("tag", article, "2", "disputed")
    before = edits(library)
    options = ("--confidence", "3", "--because", "conflicting", "--type", "event", "--flag", "ask")

    result = run("assess", article, "2", *options, "--json")

    assert result.json["tag"] == "disputed"
    assert result.json["confidence"] == 3
    assert edits(library) == before + 4
    with unchanged(library):
        refused = run("assess", article, "2", "--confidence", "1", "--day", "2026-02-30")
    assert refused.status == 2
    assert "There is no 30 February 2026" in one_sentence(refused)


def test_what_contradicts_it_is_a_claim_or_evidence_that_serves_it(
    run: Run, article: str, listed: Listed
) -> None:
    run("tag", article, "2", "disputed")
    item = run(
        "evidence", "add", article, "2", "--stance", "contradicts", "--title", "A map"
    ).out.strip()
    other = run(
        "evidence", "add", article, "3", "--stance", "context", "--title", "Else"
    ).out.strip()

    run("assess", article, "2", "--because", "contradicted", "--by", item[:6])
    assert held(run, article)["by"] == item
    assert "“A map”" in run("assess", article, "2").out
    run("assess", article, "2", "--by", "3")
    assert (held(run, article)["because"], held(run, article)["by"]) == (
        "contradicted",
        claim_id(listed, 3),
    )
    assert "claim 3" in run("assess", article, "2").out
    run("assess", article, "2", "--because", "conflicting")
    assert held(run, article)["by"] == claim_id(listed, 3)
    run("assess", article, "2", "--by", claim_id(listed, 4))
    assert held(run, article)["by"] == claim_id(listed, 4)
    for wrong in (other, other[:8], "zz", "no-such", "99"):
        assert "neither evidence that serves" in one_sentence(
            run("assess", article, "2", "--by", wrong)
        )
    assert "against itself" in one_sentence(run("assess", article, "2", "--by", "2"))
    run("assess", article, "2", "--by", "none")
    assert (held(run, article)["because"], held(run, article)["by"]) == ("conflicting", None)


def test_claims_are_related_and_no_longer(run: Run, article: str, listed: Listed) -> None:
    options = ("--relates", "contradicts", "3", "--relates", "depends-on", "T")
    assert run("assess", article, "2", *options).status == 0
    assert held(run, article)["relations"] == [
        {"relation": "contradicts", "claim": claim_id(listed, 3)},
        {"relation": "depends-on", "claim": claim_id(listed, 0)},
    ]
    out = run("assess", article, "2").out
    assert "contradicts claim 3" in out
    assert "depends on the title" in out
    run("assess", article, "2", "--relates", "same", "3", "--relates", "none", "3")
    assert [one["relation"] for one in held(run, article)["relations"]] == ["depends-on"]


def test_a_new_flag_keeps_the_day_and_a_day_the_flag(run: Run, article: str) -> None:
    run("assess", article, "2", "--flag", "ring:Anna", "--day", "2026-01-03")
    run("assess", article, "2", "--flag", "lawyer")
    assert held(run, article)["flag"] == {"kind": "lawyer", "text": None, "day": "2026-01-03"}
    run("assess", article, "2", "--day", "2026-02-03")
    run("assess", article, "2", "--flag", "lawyer:a: b")
    assert held(run, article)["flag"] == {"kind": "lawyer", "text": "a: b", "day": "2026-02-03"}
    run("assess", article, "2", "--day", "none")
    assert held(run, article)["flag"]["day"] is None


def test_whether_a_wording_was_taken_is_said_later(run: Run, article: str) -> None:
    run("assess", article, "2", "--wording", "Better.")
    run("assess", article, "2", "--taken", "yes")
    assert (held(run, article)["wording"], held(run, article)["taken"]) == ("Better.", True)
    run("assess", article, "2", "--wording", "Better.", "--taken", "none")
    run("assess", article, "2", "--taken", "none")
    assert held(run, article)["taken"] is None


def test_a_wording_is_read_from_standard_input(run: Run, article: str) -> None:
    run("assess", article, "2", "--wording", "-", stdin="Bättre.\n".encode())
    assert held(run, article)["wording"] == "Bättre."


def test_what_is_held_is_printed_for_people(run: Run, article: str) -> None:
    nothing = run("assess", article, "2")
    assert (nothing.status, nothing.out) == (0, "")
    assert nothing.err == "You hold nothing of claim 2 yet.\n"
    run("tag", article, "2", "not-checkable", "--why", "an opinion")
    run("assess", article, "2", "--confidence", "1", "--flag", "ask:Anna", "--type", "opinion")
    run("assess", article, "2", "--wording", "Better.", "--taken", "yes", "--fact", "mayor=wrong")
    lines = run("assess", article, "2").out.splitlines()
    assert [line.split(maxsplit=1) for line in lines] == [
        ["WHAT", "HELD"],
        ["tag", "not checkable"],
        ["why", "an opinion"],
        ["confidence", "not very"],
        ["type", "opinion"],
        ["flag", "ask “Anna”"],
        ["wording", "Better."],
        ["taken", "yes"],
        ["fact", "mayor: wrong"],
    ]


def test_it_stands_in_the_listing_by_analyst(run: Run, article: str, listed: Listed) -> None:
    run("assess", article, "2", "--confidence", "3", "--flag", "ring:Anna")
    run("--analyst", "Berit", "assess", article, "2", "--confidence", "1")
    found = {one["analyst"]: one for one in listed()["claims"][2]["assessments"]}
    assert len(found) == 2
    assert found["Berit"]["confidence"] == 1
    (mine,) = (one for name, one in found.items() if name != "Berit")
    assert (mine["confidence"], mine["flag"]["text"]) == (3, "Anna")
    assert mine["tag"] is None


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--confidence", "0"), "'0' is not one of"),
        (("--confidence", "4"), "'4' is not one of"),
        (("--because", "outdated"), "claim 2 is not: tag it disputed first"),
        (("--by", "3"), "claim 2 is not: tag it disputed first"),
        (("--because", "boring"), "'boring' is not one of"),
        (("--type", "poem"), "'poem' is not one of"),
        (("--flag", "shout"), "There is no flag “shout”"),
        (("--flag", "ring:a\x1bb"), "control character"),
        (("--flag", ""), "There is no flag “”"),
        (("--day", "2026-01-03"), "A day belongs to a flag"),
        (("--flag", "none", "--day", "2026-01-03"), "A day belongs to a flag"),
        (("--flag", "ring", "--day", "2023-02-29"), "There is no 29 February 2023"),
        (("--flag", "ring", "--day", "2023-02"), "needs a day"),
        (("--taken", "yes"), "No wording is proposed"),
        (("--taken", "yes", "--wording", "none"), "No wording is proposed"),
        (("--wording", "\ud800"), "lone surrogate"),
        (("--wording", "a\x07b"), "The wording holds a control character"),
        (("--wording", "a" * 100_001), "longer than 100,000"),
        (("--relates", "same", "2"), "not related to itself"),
        (("--relates", "same", "99"), "no claim 99"),
        (("--relates", "like", "3"), "'like' is not one of"),
        (("--relates", "same"), "--relates"),
        (("--fact", "12 million=maybe"), "does not say what the fact is"),
        (("--fact", "12 million"), "does not say what the fact is"),
        (("--fact", "nowhere=right"), "does not stand in the claim"),
        (("--fact", "=right"), "does not stand in the claim"),
        (("--fact", "Nobody was hurt=right"), "does not stand in the claim"),
    ],
)
def test_a_refused_assessment_changes_nothing(
    run: Run, article: str, library: Path, options: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = run("assess", article, "2", *options)
    assert result.status == 2
    assert says in one_sentence(result)


@pytest.mark.parametrize("claim", ["99", "x", "-"])
def test_no_claim_by_that_name(run: Run, article: str, library: Path, claim: str) -> None:
    with unchanged(library):
        assert "no claim" in one_sentence(run("assess", article, claim, "--confidence", "1"))


def test_why_belongs_to_not_checkable(run: Run, article: str, library: Path) -> None:
    with unchanged(library):
        assert "--why says" in one_sentence(run("tag", article, "2", "disputed", "--why", "x"))
    run("tag", article, "2", "3", "not-checkable", "--why", "an opinion")
    assert [held(run, article, one)["why"] for one in ("2", "3")] == ["an opinion"] * 2
    run("tag", article, "2", "not-checkable", "--why", "")
    assert held(run, article)["why"] is None
    assert "control character" in one_sentence(
        run("tag", article, "2", "not-checkable", "--why", "a\x07")
    )
