"""`split`, `join`, `claim` and `furniture`."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandline import TEXT, Listed, Run, one_sentence, unchanged


def texts(listed: Listed) -> list[str]:
    return [claim["text"] for claim in listed()["claims"]]


def test_split_and_join_again(run: Run, article: str, listed: Listed) -> None:
    before = texts(listed)
    at = TEXT.index("million")

    result = run("split", article, "2", str(at))

    assert result.status == 0
    assert result.out == ""
    assert result.err == f"Claim 2 is cut in two at {at}; both parts are untagged.\n"
    after = texts(listed)
    assert after[2:4] == ["It cost 12", "million kronor, the mayor said."]
    assert [claim["number"] for claim in listed()["claims"]] == list(range(7))

    assert run("join", article, "2").status == 0
    assert texts(listed) == before


def test_what_had_been_judged_before_is_said_to_be(run: Run, article: str) -> None:
    at = str(TEXT.index("million"))
    run("tag", article, "2", "verified")
    assert run("split", article, "2", at).err.endswith("; both parts are untagged.\n")
    run("tag", article, "3", "on-source")
    joined = run("join", article, "2")
    assert joined.err == "Claim 2 is joined with the next one, and verified.\n"
    again = run("split", article, "2", at)
    assert again.err.endswith(f"in two at {at}; its parts are untagged and on its source.\n")
    start = str(TEXT.index("Traffic"))
    run("furniture", article, "--at", start, "on")
    run("claim", "add", article, "24", str(len(TEXT) - 1))
    assert "page furniture" in run("split", article, "1", start).err


def test_a_stretch_becomes_a_claim_and_gets_other_borders(
    run: Run, article: str, listed: Listed
) -> None:
    start, end = TEXT.index("12 million"), TEXT.index(" kronor")

    assert "is claim 3 now" in run("claim", "add", article, str(start), str(end + 1)).err
    assert texts(listed)[3] == "12 million"
    assert run("claim", "borders", article, "3", str(start), str(end + 7)).status == 0
    assert texts(listed)[3] == "12 million kronor"
    so_already = run("claim", "borders", article, "3", str(start), str(end + 7))
    assert so_already.status == 0
    assert "already: nothing was saved" in so_already.err


def test_a_claim_becomes_furniture_and_a_claim_again(
    run: Run, article: str, listed: Listed
) -> None:
    before = texts(listed)
    start = listed()["claims"][3]["start"]

    assert run("furniture", article, "3", "on").status == 0
    assert texts(listed) == before[:3] + before[4:]
    assert "already" in run("furniture", article, "--at", str(start), "on").err
    assert run("furniture", article, "--at", str(start), "off").status == 0
    assert texts(listed) == before
    assert "already" in run("furniture", article, "3", "off").err


def test_furniture_is_named_by_any_character_of_its_passage(
    run: Run, article: str, listed: Listed
) -> None:
    at = TEXT.index("mayor")
    assert run("furniture", article, "--at", str(at), "on").status == 0
    assert [claim["number"] for claim in listed()["claims"]] == [0, 1, 2]
    passage = next(one for one in listed()["passages"] if one["kind"] == "boilerplate")
    assert passage["start"] <= at < passage["end"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("split", "A", "1", "0"), "not inside claim 1"),
        (("split", "A", "1", "999999"), "not inside claim 1"),
        (("split", "A", "77", "30"), "no claim 77"),
        (("join", "A", "5"), "No claim follows claim 5"),
        (("join", "A", "nobody"), "no claim nobody"),
        (("claim", "add", "A", "9", "9"), "no stretch of this article"),
        (("claim", "add", "A", "9", "3"), "no stretch of this article"),
        (("claim", "add", "A", "0", "999999"), "no stretch of this article"),
        (("claim", "add", "A", "22", "24"), "nothing visible"),
        (("claim", "add", "A", "0", "22"), "That is the title already"),
        (("claim", "borders", "A", "1", "0", "22"), "That is the title already"),
        (("claim", "borders", "A", "88", "0", "22"), "no claim 88"),
        (("furniture", "A", "--at", "22", "on"), "No passage holds character 22"),
        (("furniture", "A", "--at", "999999", "on"), "No passage holds"),
        (("furniture", "A", "66", "on"), "no claim 66"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_refusal_changes_nothing(
    run: Run, article: str, library: Path, args: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = run(*(article if arg == "A" else arg for arg in args))
    assert result.status == 2
    assert says in one_sentence(result)
