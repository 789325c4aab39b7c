"""`attribute` and `sources`: adding, changing, taking away, and the table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commandline import Listed, Run, one_sentence, unchanged

ATTRIBUTION = {
    "id",
    "source",
    "cue",
    "content",
    "kind",
    "mode",
    "via",
    "named_in",
    "confirmed",
    "spans",
}


def add(run: Run, article: str, *options: str, claim: str = "2", analyst: str = "") -> str:
    who = ("--analyst", analyst) if analyst else ()
    result = run(*who, "attribute", article, claim, *options)
    assert result.status == 0, result.err
    return result.out.strip()


def held(run: Run, article: str, claim: str = "2") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run("attribute", article, claim, "--json").json["attribution"]
    return found


def test_everything_that_is_said_stands_in_the_listing(
    run: Run, article: str, listed: Listed
) -> None:
    result = run(
        *("attribute", article, "2", "--source", "the mayor", "--cue", "said"),
        *("--content", "It cost 12 million kronor", "--kind", "named", "--mode", "indirect"),
        *("--via", "the radio", "--via", "a neighbour", "--named-in", "1", "--confirmed"),
    )
    assert result.status == 0
    assert result.err == "The attribution of claim 2 is saved.\n"
    claim = listed()["claims"][2]
    assert claim["on_source"]
    (one,) = claim["assessments"][0]["attribution"]
    assert set(one) == ATTRIBUTION
    assert one.pop("spans") == {"source": [80, 89], "cue": [90, 94], "content": [53, 78]}
    assert one == {
        "id": result.out.strip(),
        "source": "the mayor",
        "cue": "said",
        "content": "It cost 12 million kronor",
        "kind": "named",
        "mode": "indirect",
        "via": ["the radio", "a neighbour"],
        "named_in": listed()["claims"][1]["id"],
        "confirmed": True,
    }


def test_empty_ones_are_null(run: Run, article: str) -> None:
    key = add(run, article, "--source", "somebody else")
    (one,) = held(run, article)
    assert one.pop("spans") == {}
    assert one == {
        "id": key,
        "source": "somebody else",
        "cue": None,
        "content": None,
        "kind": None,
        "mode": None,
        "via": None,
        "named_in": None,
        "confirmed": False,
    }


def test_only_what_is_given_changes(run: Run, article: str) -> None:
    options = ("--cue", "said", "--kind", "named", "--via", "the radio", "--named-in", "1")
    key = add(run, article, "--source", "the mayor", *options)
    result = run("attribute", article, "2", "--edit", key[:6], "--mode", "direct", "--json")
    assert result.json["id"] == key
    assert (result.json["cue"], result.json["mode"], result.json["via"]) == (
        "said",
        "direct",
        ["the radio"],
    )
    for option, name in (
        (("--cue", ""), "cue"),
        (("--kind", "none"), "kind"),
        (("--mode", "none"), "mode"),
        (("--via", ""), "via"),
        (("--named-in", "none"), "named_in"),
    ):
        assert run("attribute", article, "2", "--edit", key, *option).status == 0
        assert held(run, article)[0][name] is None
    assert held(run, article)[0]["source"] == "the mayor"
    assert run("undo", article).out == (
        "Taken back: attribution to the mayor: named in, "
        "claim 2 “It cost 12 million kronor, the…”.\n"
    )
    assert held(run, article)[0]["named_in"] is not None


def test_what_was_said_already_writes_no_edit(run: Run, article: str, library: Path) -> None:
    key = add(run, article, "--source", "the mayor", "--confirmed")
    with unchanged(library):
        again = run("attribute", article, "2", "--source", "the mayor", "--confirmed")
        assert again.out.strip() == key
        assert again.err.endswith("was there already: nothing was saved.\n")
        run("attribute", article, "2", "--edit", key, "--source", "the mayor")


def test_one_is_taken_away(run: Run, article: str) -> None:
    first = add(run, article, "--source", "the mayor")
    second = add(run, article, "--source", "a neighbour")
    result = run("attribute", article, "2", "--remove", first[:8], "--json")
    assert result.json == {"removed": first}
    assert [one["id"] for one in held(run, article)] == [second]
    run("undo", article)
    assert len(held(run, article)) == 2


def test_a_confirmation_goes_and_comes_alone(run: Run, article: str, listed: Listed) -> None:
    key = add(run, article, "--source", "the mayor")
    run("attribute", article, "2", "--edit", key, "--confirmed")
    assert listed()["claims"][2]["confirmed"]
    run("attribute", article, "2", "--edit", key, "--not-confirmed")
    assert not listed()["claims"][2]["confirmed"]


def test_attributions_are_printed_for_people(run: Run, article: str) -> None:
    nothing = run("attribute", article, "2")
    assert (nothing.out, nothing.err) == ("", "You attribute claim 2 to nobody yet.\n")
    assert held(run, article) == []
    key = add(run, article, "--source", "the mayor", "--kind", "named", "--via", "the radio")
    lines = run("attribute", article, "2").out.splitlines()
    assert lines[1].split() == [
        key[:8],
        "the",
        "mayor",
        "named,",
        "according",
        "to",
        "the",
        "radio",
    ]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--cue", "said"), "needs a source"),
        (("--source", ""), "needs a source"),
        (("--confirmed",), "needs a source"),
        (("--source", "a\x1bb"), "control character"),
        (("--source", "\ud800"), "lone surrogate"),
        (("--source", "a", "--kind", "ghost"), "'ghost' is not one of"),
        (("--source", "a", "--mode", "loud"), "'loud' is not one of"),
        (("--source", "a", "--named-in", "2"), "cannot point to itself"),
        (("--source", "a", "--named-in", "99"), "no claim 99"),
        (("--edit", "12345678", "--cue", "said"), "begins with “12345678”"),
        (("--edit", "", "--cue", "said"), "begins with “”"),
        (("--remove", "12345678"), "begins with “12345678”"),
        (("--remove", "12345678", "--cue", "x"), "leave the other options out"),
    ],
)
def test_a_refused_attribution_changes_nothing(
    run: Run, article: str, library: Path, options: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = run("attribute", article, "2", *options)
    assert result.status == 2
    assert says in one_sentence(result)


def test_a_colleagues_attribution_is_not_edited(run: Run, article: str, library: Path) -> None:
    key = add(run, article, "--source", "the mayor", analyst="Berit")
    with unchanged(library):
        for option in ("--edit", "--remove"):
            also = ("--cue", "said") if option == "--edit" else ()
            assert run("attribute", article, "2", option, key, *also).status == 2
        assert held(run, article) == []


def test_the_table_of_sources(run: Run, article: str) -> None:
    assert "No claim is attributed" in run("sources", "list").err
    add(run, article, "--source", "the mayor", "--kind", "named")
    add(run, article, "--source", "The Mayor", claim="3")
    add(run, article, "--source", "officials", claim="5")
    run("tag", article, "2", "verified")
    rows = run("sources", "list", article, "--json").json["sources"]
    assert [(row["name"], row["claims"], row["kind"]) for row in rows] == [
        ("officials", 1, None),
        ("The Mayor", 2, "named"),
    ]
    assert rows[1]["tags"] == {
        "verified": 1,
        "disputed": 0,
        "unattributed": 0,
        "on_source": 0,
        "not_checkable": 0,
        "untagged": 1,
    }
    assert rows[1]["articles"] == [article]
    assert "1 verified, 1 untagged" in run("sources", "list").out


def test_sources_are_renamed_and_joined(run: Run, article: str) -> None:
    def names() -> list[str]:
        return [row["name"] for row in run("sources", "list", "--json").json["sources"]]

    add(run, article, "--source", "the mayor")
    add(run, article, "--source", "officials", claim="5")
    renamed = run("sources", "rename", "The mayor", "the mayor of Lund", "--article", article)
    assert renamed.err == "“The mayor” is called “the mayor of Lund” now, in 1 article.\n"
    assert names() == ["officials", "the mayor of Lund"]
    assert "already" in run("sources", "rename", "the mayor of Lund", "the mayor of Lund").err
    joined = run("sources", "join", "officials", "the mayor of Lund", "--into", "Lund")
    assert joined.err == "“officials”, “the mayor of Lund” count as “Lund” now, in 1 article.\n"
    assert names() == ["Lund"]
    assert run("undo", article).out == "Taken back: sources joined: Lund.\n"
    assert names() == ["officials", "the mayor of Lund"]
    run("redo", article)
    assert run("sources", "rename", "Lund", "").status == 0
    assert names() == ["officials", "the mayor"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("rename", "nobody", "somebody"), "No source is called “nobody” here"),
        (("rename", "the mayor", "a\x07"), "control character"),
        (("join", "the mayor", "--into", "The  Mayor"), "not joined with itself"),
        (("join", "the mayor"), "--into"),
        (("join", "--into", "x"), "NAME"),
        (("join", "the mayor", "--into", " "), "name is empty"),
        (("rename", "the mayor", "x", "--article", "moon"), "No article is called"),
        (("list", "moon"), "No article is called"),
    ],
)
def test_refused_sources_change_nothing(
    run: Run, article: str, library: Path, words: tuple[str, ...], says: str
) -> None:
    add(run, article, "--source", "the mayor")
    with unchanged(library):
        result = run("sources", *words)
    assert result.status == 2
    assert says in one_sentence(result)


def test_a_blind_check_lists_one_s_own_sources(run: Run, article: str, tmp_path: Path) -> None:
    add(run, article, "--source", "the mayor", analyst="Berit")
    add(run, article, "--source", "officials", claim="5")
    run("tag", article, "2", "verified")
    shown = run("sources", "list", "--json").json["sources"]
    assert [row["name"] for row in shown] == ["officials", "the mayor"]
    blind = ("send", article, "--blind", "--output", tmp_path / "x.annotations")
    assert run("--analyst", "Berit", *blind).status == 0
    shown = run("sources", "list", "--json").json["sources"]
    assert [row["name"] for row in shown] == ["officials"]
    assert run("sources", "rename", "the mayor", "x").status == 2
    theirs = run("--analyst", "Berit", "sources", "list", "--json").json["sources"]
    assert [row["name"] for row in theirs] == ["the mayor"], "of claim 5 she judged nothing"
