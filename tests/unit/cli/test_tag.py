"""`tag` and `note`."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from commandline import Listed, Run, one_sentence, unchanged


def edits(library: Path) -> int:
    with sqlite3.connect(library) as connection:
        (count,) = connection.execute("SELECT count(*) FROM edits").fetchone()
    connection.close()
    return int(count)


@pytest.mark.parametrize(
    ("word", "said", "holds"),
    [
        ("verified", "verified", {"tag": "verified"}),
        ("disputed", "disputed", {"tag": "disputed"}),
        ("unattributed", "unattributed", {"tag": "unattributed"}),
        ("on-source", "on its source", {"tag": None, "on_source": True, "confirmed": True}),
        ("not-checkable", "not checkable", {"tag": None, "not_checkable": True}),
    ],
)
def test_each_word_is_saved_and_cleared(
    run: Run, article: str, listed: Listed, word: str, said: str, holds: dict[str, object]
) -> None:
    result = run("tag", article, "2", word)

    assert result.status == 0
    assert result.out == ""
    assert result.err == f"Claim 2 is {said}.\n"
    claim = listed()["claims"][2]
    assert {name: claim[name] for name in holds} == holds

    assert run("tag", article, "2", "clear").status == 0
    claim = listed()["claims"][2]
    assert (claim["tag"], claim["confirmed"], claim["not_checkable"]) == (None, False, False)


def test_several_claims_are_one_edit(run: Run, article: str, library: Path, listed: Listed) -> None:
    claim = listed()["claims"][4]["id"]
    before = edits(library)

    result = run("tag", article, "T", "1", claim, "1", "verified")

    assert result.status == 0
    assert edits(library) == before + 1
    tags = [claim["tag"] for claim in listed()["claims"]]
    assert tags == ["verified", "verified", None, None, "verified", None]


def test_what_is_so_already_writes_no_edit(run: Run, article: str, library: Path) -> None:
    run("tag", article, "1", "2", "verified", "--note", "seen")
    with unchanged(library):
        result = run("tag", article, "1", "2", "verified", "--note", "seen")
        assert result.status == 0
        assert result.err == "Claims 1 and 2 were verified already: nothing was saved.\n"
        assert run("tag", article, "3", "clear").status == 0


def test_a_note_goes_with_the_tag(run: Run, article: str, library: Path, listed: Listed) -> None:
    before = edits(library)
    run("tag", article, "1", "disputed", "--note", "The ministry says 95.")
    assert edits(library) == before + 1
    assert listed()["claims"][1]["note"] == "The ministry says 95."


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("99", "verified"), "no claim 99 in this article: claims run from 1 to 5"),
        (("1", "99", "verified"), "no claim 99"),
        (("0x1", "verified"), "There is no claim 0x1"),
        (("-1", "verified"), "No such option"),
        (("1", "--note", "\0"[:0] + "\ud800", "verified"), "lone surrogate"),
        (("1", "maybe"), "There is no tag “maybe”"),
    ],
)
def test_a_refused_tag_changes_nothing(
    run: Run, article: str, library: Path, args: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = run("tag", article, *args)
    assert result.status == 2
    assert says in one_sentence(result)


def test_no_article_by_that_name(run: Run, article: str) -> None:
    assert "No article is called" in one_sentence(run("tag", "moon", "1", "verified"))


def test_furniture_takes_no_tag(run: Run, article: str, library: Path, listed: Listed) -> None:
    claim = listed()["claims"][3]
    run("furniture", article, "3", "on")
    with unchanged(library):
        result = run("tag", article, claim["id"], "verified")
    assert result.status == 2
    assert f"--at {claim['start']} off" in one_sentence(result)


def test_a_note_is_written_kept_and_taken_away(
    run: Run, article: str, library: Path, listed: Listed
) -> None:
    assert run("note", article, "1", "first\r\nsecond").err == "The note of claim 1 is saved.\n"
    assert listed()["claims"][1]["note"] == "first\nsecond"
    with unchanged(library):
        assert "nothing was saved" in run("note", article, "1", "first\nsecond").err
    run("note", article, "T", "-", stdin="from outside: é\n".encode())
    assert listed()["claims"][0]["note"] == "from outside: é"
    assert run("note", article, "1", "").err == "The note of claim 1 is taken away.\n"
    assert listed()["claims"][1]["note"] is None


def test_the_audience_is_kept_until_it_is_changed(run: Run, article: str, listed: Listed) -> None:
    def audience() -> str:
        found: str = listed()["claims"][1]["assessments"][0]["audience"]
        return found

    run("note", article, "1", "a")
    assert audience() == "desk"
    run("note", article, "1", "b", "--audience", "public")
    run("note", article, "1", "c")
    assert audience() == "public"
    run("note", article, "1", "c", "--audience", "me")
    assert audience() == "me"


def test_a_note_that_is_no_text_is_refused(run: Run, article: str, library: Path) -> None:
    with unchanged(library):
        result = run("note", article, "1", "-", stdin=b"caf\xe9")
    assert result.status == 2
    assert "UTF-8" in one_sentence(result)


def test_a_note_may_begin_with_a_dash_after_two(run: Run, article: str, listed: Listed) -> None:
    assert "--" in one_sentence(run("note", article, "1", "-5 degrees"))
    assert run("note", article, "1", "--", "-5 degrees").status == 0
    assert listed()["claims"][1]["note"] == "-5 degrees"


def test_who_acts(run: Run, article: str, monkeypatch: pytest.MonkeyPatch, listed: Listed) -> None:
    run("--analyst", "Berit", "tag", article, "1", "verified")
    monkeypatch.setenv("ANNOTATOR_ANALYST", "Berit")
    run("tag", article, "2", "disputed")
    monkeypatch.setenv("ANNOTATOR_ANALYST", "")

    held = [claim["assessments"] for claim in listed()["claims"]]

    assert [one["analyst"] for one in held[1] + held[2]] == ["Berit", "Berit"]
    (berit,) = {one["analyst_id"] for one in held[1] + held[2]}
    run("--analyst", berit, "tag", article, "3", "verified")
    assert listed()["claims"][3]["assessments"][0]["analyst"] == "Berit"
    assert "name is empty" in one_sentence(run("--analyst", "", "tag", article, "3", "verified"))


def test_a_confirmation_beside_a_tag_says_that_the_tag_stays(run: Run, article: str) -> None:
    assert run("tag", article, "2", "on-source").err == "Claim 2 is on its source.\n"
    run("tag", article, "1", "verified")
    said = run("tag", article, "1", "on-source").err
    assert said == "Claim 1 is on its source; a tag beside that stays.\n"
    assert "was on its source already" in run("tag", article, "1", "on-source").err
