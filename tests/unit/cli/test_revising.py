"""`versions`, `compare` and `carry`: what differs between two texts, and what comes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandline import Run, one_sentence, unchanged
from revising import FIRST, SECOND


@pytest.fixture
def ids(run: Run, library: Path, tmp_path: Path) -> tuple[str, str]:
    """Two versions; every claim of the first is verified."""
    assert not library.exists()
    for name, text in (("one.txt", FIRST), ("two.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    old = run("import", tmp_path / "one.txt", "--json").json["imported"][0]["article"]
    run("tag", old, "T", "verified")
    for number in range(1, 7):
        run("tag", old, str(number), "verified")
    new = run("import", tmp_path / "two.txt", "--revision", "--json").json["imported"][0]["article"]
    return old, new


def test_versions_are_listed_with_what_waits(run: Run, ids: tuple[str, str]) -> None:
    old, new = ids
    found = run("versions", old, "--json").json["versions"]
    assert [one["article"] for one in found] == [old, new]
    assert [one["is_this"] for one in found] == [True, False]
    waits = {"carried": 2, "check_again": 1, "asked": 3, "to_carry": 0}
    assert found[1] == found[1] | waits
    table = run("versions", new)
    assert table.out.split("\n")[0].split()[-2:] == ["CARRY", "TITLE"]
    assert [line.split()[0] for line in table.out.splitlines()[1:]] == [old[:8], new[:8]]
    assert table.err == ""


def test_an_article_without_another_version_says_so(run: Run, article: str) -> None:
    assert run("versions", article).err == "This article has no other version here.\n"


def test_what_differs_is_shown_with_its_words_marked(run: Run, ids: tuple[str, str]) -> None:
    shown = run("compare", *ids).out
    assert "7 claims before: 2 carried, 4 changed, 1 gone; 1 is new." in shown
    assert (
        "1 → 1  check again: number 95 → 103\n    Two explosions killed [-95-]{+103+} people"
        in shown
    )
    assert "4 → 4  slightly changed: is it the same claim?" in shown
    assert "6 → ·  gone\n    [-The minister spoke on television.-]" in shown
    assert "· → 6  new\n    {+A new sentence stands here.+}" in shown
    assert run("compare", *reversed(ids)).out == shown


def test_what_differs_is_one_document(run: Run, ids: tuple[str, str]) -> None:
    found = run("compare", *ids, "--json").json
    assert (found["carried"], found["changed"], found["gone"], found["new"]) == (2, 4, 1, 1)
    fates = [one["fate"] for one in found["claims"]]
    expected = ["carried", "again", "asked", "carried", "proposed", "asked", "gone", "new"]
    assert fates == expected
    again = found["claims"][1]
    assert again["weighs"] == ["number 95 → 103"]
    assert (again["before"]["number"], again["after"]["number"]) == (1, 1)
    assert ["dropped", "95"] in again["words"]


def test_what_was_asked_is_carried_by_its_number_and_taken_back(
    run: Run, ids: tuple[str, str]
) -> None:
    _, new = ids
    said = run("carry", new, "2", "4=4", "--json")
    assert said.json == {"carried": 2}
    assert said.err == (
        "2 claims are the same as in the earlier version, and what you hold came along.\n"
    )
    assert run("versions", new, "--json").json["versions"][1]["carried"] == 4
    assert "Taken back: carried from the earlier version" in run("undo", new).out
    assert run("carry", new).err == "What you hold came along to 2 claims.\n"
    assert run("carry", new).err == "There is nothing to carry: nothing was saved.\n"
    assert run("carry", new, "--from", ids[0]).err.endswith(" There was nothing to carry.\n")
    assert run("doctor").status == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("1",), "number 95 → 103"),
        (("6",), "Claim 6 is no claim of the earlier version"),
        (("9",), "no claim 9"),
        (("2=99",), "no claim 99"),
        (("2", "--from", "nowhere"), "No article is called"),
    ],
)
def test_what_cannot_be_carried_is_refused(
    run: Run, ids: tuple[str, str], library: Path, words: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = run("carry", ids[1], *words)
    assert result.status == 2
    assert says.lower() in one_sentence(result).lower()


def test_a_version_without_an_earlier_one_is_refused(
    run: Run, ids: tuple[str, str], library: Path
) -> None:
    old, new = ids
    with unchanged(library):
        assert "no earlier version here" in one_sentence(run("carry", old, "2"))
        assert "is the later of the two" in one_sentence(run("carry", old, "2", "--from", new))
        assert "with itself" in one_sentence(run("compare", old, old))
        assert "no version of itself" in one_sentence(run("carry", old, "--from", old))
        assert "the other way round" in one_sentence(run("carry", old, "--from", new))


def test_a_claim_that_may_be_several_wants_to_be_named(
    run: Run, library: Path, tmp_path: Path
) -> None:
    assert not library.exists()
    one = "Talks\n\nA story. He denied it. She left. He denied it. The end.\n"
    two = "Talks\n\nA tale. He denied it. An end.\n"
    for name, text in (("one.txt", one), ("two.txt", two)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    old, new = (
        run("import", tmp_path / name, "--separate", "--json").json["imported"][0]["article"]
        for name in ("one.txt", "two.txt")
    )
    run("tag", old, "2", "verified")
    tied = run("carry", new, "--from", old)
    assert "6 claims before: 1 carried" in tied.err
    assert "? 2  He denied it." in run("compare", old, new).out
    assert "may be any of 2 claims" in one_sentence(run("carry", new, "2"))
    assert run("carry", new, "2=2", "--json").json == {"carried": 1}
