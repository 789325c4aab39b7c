"""`decide`: whom it overrules, what it reminds of, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandline import Listed, Result, Run, one_sentence, unchanged


@pytest.fixture
def differing(run: Run, article: str) -> str:
    """Berit and Caj differ on 2 and 3, agree on 4; only Berit judged 5."""
    run("--analyst", "Berit", "tag", article, "2", "3", "4", "5", "disputed")
    run("--analyst", "Caj", "tag", article, "2", "3", "verified")
    run("--analyst", "Caj", "tag", article, "4", "disputed")
    run("--analyst", "Caj", "pass", "submit", article)
    return article


def caj(run: Run, *args: str) -> Result:
    return run("--analyst", "Caj", "decide", *args)


def test_a_claim_is_settled_and_whom_that_overrules_is_printed(
    run: Run, differing: str, listed: Listed
) -> None:
    result = caj(run, differing, "2", "unattributed", "--reason", "Nobody is named.")

    assert result.status == 0
    assert result.out == "Claim 2 overrules Caj (verified) and Berit (disputed).\n"
    assert result.err.splitlines() == [
        "Claim 2 is settled: unattributed.",
        "You held one of the tags of claim 2 yourself; the report says so.",
    ]
    decision = listed()["claims"][2]["decision"]
    assert (decision["tag"], decision["analyst"]) == ("unattributed", "Caj")
    assert decision["reason"] == "Nobody is named."


def test_a_third_person_is_no_party_and_looks_by_deciding(run: Run, differing: str) -> None:
    result = run("--analyst", "Dag", "decide", differing, "2", "verified", "--reason", "Seen.")

    assert result.out == "Claim 2 overrules Berit (disputed).\n"
    assert result.err.splitlines() == [
        "Claim 2 is settled: verified.",
        "You had not looked at what colleagues say of claim 2: now you have, and the history says so.",
    ]
    history = run("history", differing, "2").out
    assert "looked at colleagues' tags of it" in history
    again = run("--analyst", "Dag", "decide", differing, "2", "disputed", "--reason", "Seen.")
    assert "not looked" not in again.err


def test_without_a_reason_it_reminds(run: Run, differing: str) -> None:
    result = caj(run, differing, "4", "disputed")
    assert result.status == 0
    assert result.out == ""
    assert result.err.splitlines()[-1] == (
        "No reason was given; --reason TEXT adds one, and the report prints it."
    )


@pytest.mark.parametrize(
    "tag", ["verified", "disputed", "unattributed", "on-source", "not-checkable"]
)
def test_every_word_of_tag_is_a_decision(run: Run, differing: str, tag: str) -> None:
    result = caj(run, differing, "2", tag, "--reason", "x", "--json")
    (decided,) = result.json["decided"]
    assert decided["tag"] == tag
    assert decided["number"] == 2
    assert {one["analyst"] for one in decided["over"]} == {"Berit", "Caj"}
    assert {one["tag"] for one in decided["overruled"]} == {"verified", "disputed"} - {tag}
    assert (decided["party"], decided["looked"]) == (True, False)


def test_several_claims_are_one_edit(run: Run, differing: str) -> None:
    result = caj(run, differing, "2", "3", "T", "verified", "--reason", "x")
    assert result.err.splitlines()[0] == "The title and claim 2 and claim 3 are settled: verified."
    assert run("--analyst", "Caj", "undo", differing).status == 0
    assert "That" not in caj(run, differing, "2", "verified", "--reason", "x").err


def test_what_is_so_already_writes_nothing(run: Run, differing: str, library: Path) -> None:
    caj(run, differing, "2", "verified", "--reason", "x")
    with unchanged(library):
        result = caj(run, differing, "2", "verified", "--reason", "x")
    assert result.status == 0
    assert result.err == "That was settled so already: nothing was saved.\n"
    with unchanged(library):
        assert caj(run, differing, "2", "verified", "--reason", "x", "--json").json["decided"] == []


def test_clear_takes_one_s_own_decision_back(
    run: Run, differing: str, library: Path, listed: Listed
) -> None:
    caj(run, differing, "2", "3", "verified", "--reason", "x")
    result = caj(run, differing, "2", "3", "4", "clear")
    assert result.err == "Your decision on claims 2 and 3 is taken back.\n"
    assert listed()["claims"][2]["decision"] is None
    with unchanged(library):
        assert "nothing was saved" in caj(run, differing, "2", "clear").err


def test_a_colleague_s_decision_stands_beside_one_s_own(run: Run, differing: str) -> None:
    caj(run, differing, "2", "verified", "--reason", "x")
    result = run("--analyst", "Dag", "decide", differing, "2", "disputed", "--reason", "y")
    assert "Caj had settled claim 2 as verified; that stands beside yours." in result.err


def test_unanimous_ones_are_counted_first(
    run: Run, differing: str, library: Path, listed: Listed
) -> None:
    with unchanged(library):
        result = caj(run, differing, "--unanimous")
    assert result.status == 2
    assert one_sentence(result) == (
        "1 claim is judged alike by all who judged it, two or more, and is not settled yet "
        "(1 disputed): add --force to settle so."
    )
    result = caj(run, differing, "--unanimous", "--force", "--reason", "All agree.")
    assert result.err == "Claim 4 is settled: disputed.\n"
    assert listed()["claims"][4]["decision"]["tag"] == "disputed"
    with unchanged(library):
        assert caj(run, differing, "--unanimous", "--force").status == 0
        assert caj(run, differing, "--unanimous").status == 0


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), "Name a claim and what it is settled as"),
        (("2",), "Name a claim and what it is settled as"),
        (("2", "true"), "There is no tag “true”: choose one of verified, disputed"),
        (("2", "untagged"), "There is no tag “untagged”"),
        (("99", "verified"), "no claim 99"),
        (("2", "verified", "--reason", "\ud800"), "lone surrogate"),
        (("2", "verified", "--unanimous"), "name no claim and no tag"),
    ],
)
def test_a_refused_decision_changes_nothing(
    run: Run, differing: str, library: Path, args: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = caj(run, differing, *args)
    assert result.status == 2
    assert says in one_sentence(result)
    assert result.out == ""


def test_a_settled_article_says_how_to_open_it(run: Run, differing: str, library: Path) -> None:
    run("--analyst", "Caj", "pass", "settle", differing)
    with unchanged(library):
        result = caj(run, differing, "2", "verified")
    assert result.status == 2
    assert f"annotator pass reopen {differing[:8]} --reason" in one_sentence(result)


def test_who_checks_blind_settles_nothing(run: Run, differing: str, library: Path) -> None:
    from annotator.desk import sight
    from annotator.desk.articles import find_article
    from annotator.desk.opening import open_for

    desk = open_for(library, "Caj", create=False)
    sight.ask_blind(desk, find_article(desk, differing).id)
    desk.close()
    with unchanged(library):
        for args in (("2", "verified"), ("--unanimous",), ("--unanimous", "--force")):
            result = run("--analyst", "Berit", "decide", differing, *args)
            assert result.status == 2
            assert "submit your pass before you settle" in one_sentence(result)
    run("--analyst", "Berit", "pass", "submit", differing)
    assert run("--analyst", "Berit", "decide", differing, "2", "verified").status == 0


def test_a_reason_stands_until_another_is_given_or_it_is_decided_otherwise(
    run: Run, differing: str, listed: Listed
) -> None:
    caj(run, differing, "2", "unattributed", "--reason", "Nobody is named.")
    assert "already" in caj(run, differing, "2", "unattributed").err
    assert listed()["claims"][2]["decision"]["reason"] == "Nobody is named."
    assert "No reason was given" in caj(run, differing, "2", "verified").err
    assert listed()["claims"][2]["decision"]["reason"] is None


def test_a_claim_named_twice_is_settled_once(run: Run, article: str) -> None:
    result = run("decide", article, "2", "2", "verified", "--reason", "x", "--json")
    assert [one["number"] for one in result.json["decided"]] == [2]
    assert result.err == "Claim 2 is settled: verified.\n"
