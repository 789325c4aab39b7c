"""`undo`, `redo`, `history`, `remove` and `restore-article`."""

from __future__ import annotations

from pathlib import Path

from commandline import Listed, Run, one_sentence, unchanged

EDIT = {"id", "at", "analyst", "analyst_id", "does", "claims", "undoes"}


def tags(listed: Listed) -> list[str | None]:
    return [claim["tag"] for claim in listed()["claims"]]


def test_undo_takes_back_and_redo_gives_back(run: Run, article: str, listed: Listed) -> None:
    run("tag", article, "1", "2", "verified")
    run("tag", article, "2", "disputed")

    taken = run("undo", article)
    assert taken.status == 0
    assert taken.out.startswith("Taken back: ")
    assert "disputed" in taken.out
    assert "claim 2 “It cost 12 million kronor, the…”" in taken.out
    assert tags(listed)[:3] == [None, "verified", "verified"]
    assert "claims 1 and 2" in run("undo").out
    assert tags(listed)[:3] == [None, None, None]
    assert run("redo", article).out.startswith("Done again: ")
    assert run("redo").status == 0
    assert tags(listed)[:3] == [None, "verified", "disputed"]


def test_nothing_to_undo_or_redo_is_refused(run: Run, article: str, library: Path) -> None:
    with unchanged(library):
        for words in (("undo",), ("redo",), ("undo", article), ("redo", article)):
            result = run(*words)
            assert result.status == 2
            assert "nothing to" in one_sentence(result)


def test_undo_is_one_s_own(run: Run, article: str, listed: Listed, library: Path) -> None:
    run("--analyst", "Berit", "tag", article, "1", "verified")
    with unchanged(library):
        assert run("undo", article).status == 2
    assert run("--analyst", "Berit", "undo", article).status == 0


def test_an_import_is_not_undone(run: Run, article: str) -> None:
    assert run("undo").status == 2


def test_history_tells_every_edit_newest_last(
    run: Run, article: str, listed: Listed, library: Path
) -> None:
    run("tag", article, "1", "verified")
    run("undo", article)
    run("tag", article, "2", "3", "disputed")
    ids = [claim["id"] for claim in listed()["claims"]]
    with unchanged(library):
        edits = run("history", article, "--json").json["edits"]

    assert all(set(edit) == EDIT for edit in edits)
    assert edits[0]["does"] == "imported"
    tagged, undone, last = edits[1:]
    assert tagged["claims"] == [ids[1]]
    assert undone["undoes"] == tagged["id"]
    assert tagged["undoes"] is None
    assert last["claims"] == ids[2:4]
    assert last["at"].endswith("Z")
    assert [edit["at"] for edit in edits] == sorted(edit["at"] for edit in edits)


def test_history_of_one_claim_leaves_the_others_out(run: Run, article: str) -> None:
    run("tag", article, "1", "verified")
    run("tag", article, "2", "disputed")
    edits = run("history", article, "2", "--json").json["edits"]
    assert len(edits) == 1
    assert "disputed" in edits[0]["does"]


def test_history_names_claims_by_number_and_first_words(run: Run, article: str) -> None:
    run("tag", article, "T", "verified")
    run("undo")
    out = run("history", article).out
    assert "the title “A bridge opens in Lund”" in out
    assert "(taken back)" in out


def test_a_removed_article_is_off_the_list_and_comes_back(
    run: Run, article: str, library: Path
) -> None:
    run("tag", article, "1", "verified")
    result = run("remove", article)
    assert result.status == 0
    assert f"restore-article {article[:8]}" in result.err
    assert run("list", "--json").json["articles"] == []
    assert run("list", article).status == 2
    colleague = run("--analyst", "Berit", "list", "--json")
    assert [row["id"] for row in colleague.json["articles"]] == [article]

    assert run("restore-article", article[:8]).status == 0
    (row,) = run("list", "--json").json["articles"]
    assert row["tags"]["verified"] == 1
    with unchanged(library):
        assert "already" in run("restore-article", article).err


def test_an_earlier_state_is_restored_by_the_beginning_of_an_edits_id(
    run: Run, article: str, listed: Listed
) -> None:
    run("tag", article, "2", "disputed", "--note", "why")
    run("assess", article, "2", "--because", "outdated")
    run("attribute", article, "2", "--source", "the mayor")
    edit = run("history", article, "2", "--json").json["edits"][-1]["id"]
    shown = run("history", article, "2").out
    assert edit[:8] in shown
    assert "attributed to the mayor" in shown
    key = run("attribute", article, "2", "--json").json["attribution"][0]["id"]
    run("attribute", article, "2", "--remove", key)
    run("tag", article, "2", "clear", "--note", "")

    result = run("history", article, "2", "--restore", edit[:8])

    assert result.status == 0
    assert result.err == "What you held after “attributed to the mayor” stands again as it did.\n"
    claim = listed()["claims"][2]
    assert (claim["tag"], claim["note"]) == ("disputed", "why")
    assert claim["assessments"][0]["because"] == "outdated"
    assert [one["id"] for one in claim["assessments"][0]["attribution"]] == [key]
    again = run("history", article, "2", "--restore", edit, "--json")
    assert again.err.endswith("stands so already: nothing was saved.\n")
    assert again.json["edits"][-1]["does"] == "restored: untagged → disputed, outdated"
    assert run("undo", article).status == 0
    assert listed()["claims"][2]["tag"] is None


def test_a_claim_that_was_cut_is_restored_by_its_id(run: Run, article: str, listed: Listed) -> None:
    claim = listed()["claims"][2]
    run("tag", article, "2", "disputed")
    run("tag", article, "2", "clear")
    run("split", article, "2", str(claim["start"] + 8))
    edits = run("history", article, claim["id"], "--json").json["edits"]
    assert [edit["does"] for edit in edits] == [
        "untagged → disputed",
        "disputed → untagged",
        "split",
    ]
    run("history", article, claim["id"], "--restore", edits[0]["id"])
    assert [one["tag"] for one in listed()["retired"]] == ["disputed"]


def test_what_cannot_be_restored_is_refused(
    run: Run, article: str, library: Path, listed: Listed
) -> None:
    run("tag", article, "2", "disputed")
    run("--analyst", "Berit", "tag", article, "2", "verified")
    others = run("history", article, "2", "--json").json["edits"][-1]["id"]
    with unchanged(library):
        for words, says in (
            ((others,), "colleague's edit"),
            (("zzzz",), "not the beginning of one edit"),
            (("",), "not the beginning of one edit"),
            ((others[:3],), "not the beginning of one edit"),
        ):
            refused = run("history", article, "2", "--restore", *words)
            assert refused.status == 2
            assert says in one_sentence(refused)
        assert "wants a claim" in one_sentence(run("history", article, "--restore", others))
