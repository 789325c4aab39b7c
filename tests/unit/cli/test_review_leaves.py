"""What a review puts into `list`, `export` and `history`; and what a blind check leaves out of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.desk.opening import open_for
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.act import Act
from annotator.domain.edits.blind import AskBlind
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.people import Hide
from annotator.domain.edits.reviewing import Decide, Ruling, Submit
from annotator.domain.tags import Standing
from commandline import Listed, Run, unchanged

DECISION = {"tag", "reason", "analyst", "analyst_id", "at", "stale", "overruled"}
SECRET = "what Berit alone knows"


class Desk:
    """The library as the command line has it, for what the window does."""

    def __init__(self, path: Path, article: str, listed: Listed) -> None:
        self.path = path
        self.article = ArticleId(article)
        self._listed = listed

    def claim(self, number: int) -> ClaimId:
        return ClaimId(self._listed()["claims"][number]["id"])

    def person(self, name: str) -> str:
        library = open_for(self.path, name, create=False)
        person = library.me
        library.close()
        return person

    def does(self, name: str | None, *acts: Act) -> None:
        library = open_for(self.path, name, create=False)
        library.perform(*acts)
        library.close()

    def settles(self, name: str | None, number: int, outcome: Standing, reason: str = "") -> None:
        """A decision over what everybody holds now."""
        of_word = {row: standing for standing, row in _WORDS.items()}
        (claim,) = [one for one in self._listed()["claims"] if one["number"] == number]
        over = {one["analyst_id"]: of_word[one["tag"]] for one in claim["assessments"]}
        ruling = Ruling(ClaimId(claim["id"]), outcome, reason, over)
        self.does(name, Decide(self.article, (ruling,)))


_WORDS = {Standing.VERIFIED: "verified", Standing.DISPUTED: "disputed"}


@pytest.fixture
def desk(library: Path, article: str, listed: Listed) -> Desk:
    return Desk(library, article, listed)


@pytest.fixture
def exported(run: Run, article: str) -> Callable[..., str]:
    def export(form: str, *who: str) -> str:
        result = run(*who, "export", article, "--format", form, "--output", "-")
        assert result.status == 0, result.err
        return result.out

    return export


def test_list_says_what_was_decided_why_and_over_whom(
    run: Run, article: str, listed: Listed, desk: Desk, library: Path
) -> None:
    run("tag", article, "1", "verified")
    run("--analyst", "Berit", "tag", article, "1", "disputed")
    desk.settles("Cecilia", 1, Standing.DISPUTED, "The minutes say so.")
    with unchanged(library):
        claims = listed()["claims"]

    assert [claim["decision"] for claim in claims if claim["number"] != 1] == [None] * 5
    decision = claims[1]["decision"]
    assert set(decision) == DECISION
    me = next(one["analyst"] for one in claims[1]["assessments"] if one["tag"] == "verified")
    assert (decision["tag"], decision["reason"]) == ("disputed", "The minutes say so.")
    assert (decision["analyst"], decision["overruled"]) == ("Cecilia", [me])
    assert decision["analyst_id"] == desk.person("Cecilia")
    assert decision["stale"] is False
    assert decision["at"].endswith("Z")
    assert claims[1]["tag"] == "verified"

    run("tag", article, "1", "disputed")
    assert listed()["claims"][1]["decision"]["stale"] is True
    lines = run("list", article).out.splitlines()
    assert lines[2].split() == ["CLAIM", "TAG", "DECISION", "NOTE", "TEXT"]
    assert lines[4].split()[:5] == ["1", "disputed", "disputed,", "check", "again"]
    run("undo", article)
    assert listed()["claims"][1]["decision"]["stale"] is False


def test_a_decision_on_a_claim_that_was_cut_stays_with_it(
    run: Run, article: str, listed: Listed, desk: Desk
) -> None:
    start = listed()["claims"][1]["start"]
    desk.settles("Cecilia", 1, Standing.NOT_CHECKABLE)
    assert run("split", article, "1", str(start + 10)).status == 0
    found = listed()
    assert [one["decision"]["tag"] for one in found["retired"]] == ["not-checkable"]
    assert [one["decision"] for one in found["claims"]] == [None] * 7


def test_the_report_and_the_spreadsheet_say_it_too(
    run: Run, article: str, desk: Desk, exported: Callable[..., str]
) -> None:
    run("tag", article, "1", "2", "verified")
    run("--analyst", "Berit", "tag", article, "1", "2", "disputed")
    desk.settles("Berit", 1, Standing.DISPUTED, "The minutes say so.")
    page = exported("html")
    assert "Settled as disputed by <bdi>Berit</bdi>, who held one of these tags" in page
    assert "The minutes say so." in page
    assert "analysts differ, nobody settled" in page
    rows = {
        row["number"]: row for row in csv.DictReader(exported("csv").lstrip("\ufeff").splitlines())
    }
    assert (rows["1"]["outcome"], rows["1"]["decided_by"]) == ("disputed", "Berit")
    assert rows["2"]["outcome"] == "open"
    value = json.loads(exported("json"))
    assert [one["outcome"] for one in value["decisions"]] == ["disputed"]


def test_agreement_is_measured_in_the_report_once_two_have_judged(
    run: Run, article: str, exported: Callable[..., str]
) -> None:
    run("tag", article, "1", "2", "3", "verified")
    assert 'id="agreement"' not in exported("html")
    run("--analyst", "Berit", "tag", article, "1", "2", "disputed")
    run("--analyst", "Berit", "tag", article, "3", "verified")
    page = exported("html")
    assert 'id="agreement"' in page
    assert "<td>1 of 3</td><td>33 %</td>" in page
    run("--analyst", "Cecilia", "tag", article, "1", "verified")
    assert "All together" in exported("html")


@pytest.fixture
def blind(run: Run, article: str, desk: Desk) -> Desk:
    """Berit has tagged, noted, settled and commented, and asks for a blind check."""
    run("tag", article, "1", "verified", "--note", "my own note")
    run("--analyst", "Berit", "tag", article, "1", "2", "disputed", "--note", SECRET)
    desk.settles("Berit", 2, Standing.DISPUTED, SECRET)
    desk.does("Berit", Comment(desk.article, desk.claim(1), SECRET), AskBlind(desk.article))
    return desk


def test_a_blind_check_lists_one_s_own_work_only(run: Run, article: str, blind: Desk) -> None:
    result = run("list", article, "--json")
    assert "blind check" in result.err
    assert SECRET not in result.out
    claims = result.json["claims"]
    assert [len(claim["assessments"]) for claim in claims[:3]] == [0, 1, 0]
    assert [claim["decision"] for claim in claims] == [None] * 6
    theirs = run("--analyst", "Berit", "list", article, "--json")
    assert theirs.err == ""
    assert [len(claim["assessments"]) for claim in theirs.json["claims"][:3]] == [0, 2, 1]

    blind.does(None, Submit(blind.article))
    after = run("list", article, "--json")
    assert (after.err, len(after.json["claims"][1]["assessments"])) == ("", 2)
    assert after.json["claims"][2]["decision"]["reason"] == SECRET


def test_a_blind_check_does_not_count_what_a_colleague_tagged(
    run: Run, article: str, blind: Desk
) -> None:
    result = run("list", "--json", "--analyst-only", "Berit")
    (row,) = result.json["articles"]
    assert "not counted until you submit" in result.err
    assert (row["tags"]["disputed"], row["tags"]["untagged"]) == (0, 6)
    assert run("list", "--json", "--analyst-only", "Berit", "--tag", "disputed").json == {
        "articles": []
    }
    only = run("list", article, "--json", "--analyst-only", "Berit")
    assert only.json["claims"] == []
    own = run("--analyst", "Berit", "list", "--json", "--analyst-only", "Berit")
    assert own.err == ""
    assert own.json["articles"][0]["tags"]["disputed"] == 2
    blind.does(None, Submit(blind.article))
    assert (
        run("list", "--json", "--analyst-only", "Berit").json["articles"][0]["tags"]["disputed"]
        == 2
    )


@pytest.mark.parametrize("form", ["html", "csv"])
def test_a_blind_check_exports_one_s_own_work_only_and_says_so_first(
    run: Run, article: str, blind: Desk, exported: Callable[..., str], form: str
) -> None:
    result = run("export", article, "--format", form, "--output", "-")
    assert "colleagues' work is left out" in result.err
    text = result.out
    assert SECRET not in text
    assert "my own note" in text
    first = text.splitlines()[0] if form == "csv" else text.partition("<main>")[2][:120]
    assert "blind check" in first
    assert SECRET in exported(form, "--analyst", "Berit")
    blind.does(None, Submit(blind.article))
    assert SECRET in exported(form)
    assert "blind check" not in exported(form)


def test_json_is_the_same_whoever_acts(
    run: Run, article: str, blind: Desk, exported: Callable[..., str]
) -> None:
    mine = run("export", article, "--format", "json", "--output", "-")
    assert "hand it on without reading it" in mine.err
    assert SECRET in mine.out
    assert exported("json", "--analyst", "Berit") == mine.out
    assert json.loads(mine.out)["state"]["blind"] == [blind.person("Berit")]


def test_history_leaves_out_what_colleagues_judged_decided_and_said(
    run: Run, article: str, blind: Desk
) -> None:
    def told(*who: str) -> list[tuple[str, str]]:
        edits: Any = run(*who, "history", article, "--json").json["edits"]
        return [(edit["analyst"], edit["does"]) for edit in edits]

    run("--analyst", "Berit", "tag", article, "3", "verified")
    run("--analyst", "Berit", "undo", article)
    run("--analyst", "Berit", "join", article, "4")
    assert "blind check" in run("history", article).err
    mine = told()
    assert [does for who, does in mine if who == "Berit"] == ["asked for a blind check", "joined"]
    assert [does for who, does in mine if who != "Berit"] == ["imported", "untagged → verified"]
    assert len(told("--analyst", "Berit")) == 9
    assert len(run("history", article, "1", "--json").json["edits"]) == 1
    blind.does(None, Submit(blind.article))
    assert len(told()) == 10


def test_whom_one_hid_is_left_out_of_what_one_reads_and_not_of_json(
    run: Run, article: str, desk: Desk, exported: Callable[..., str]
) -> None:
    run("tag", article, "1", "verified")
    run("--analyst", "Berit", "tag", article, "1", "2", "disputed", "--note", SECRET)
    desk.settles("Berit", 1, Standing.DISPUTED, SECRET)
    before = exported("json")
    desk.does(None, Hide(AnalystId(desk.person("Berit")), True))
    listed = run("list", article, "--json")
    assert "Berit" not in listed.out
    assert listed.json["claims"][1]["decision"] is None
    for form in ("html", "csv"):
        text = exported(form)
        assert "Berit" not in text
        assert SECRET not in text
    assert exported("json") == before
    assert SECRET in exported("html", "--analyst", "Cecilia")
    desk.does(None, Hide(AnalystId(desk.person("Berit")), False))
    assert SECRET in exported("html")
