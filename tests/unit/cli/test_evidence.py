"""`evidence`: entering, using, correcting, listing, and taking away."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path
from typing import Any

import pytest

from commandline import Listed, Result, Run, one_sentence, unchanged

URL = "https://example.org/map"


def add(run: Run, article: str, *args: str | Path, claims: tuple[str, ...] = ("2",)) -> str:
    """Enters evidence, and gives its id."""
    more = args if "--stance" in args else ("--stance", "supports", *args)
    result = run("evidence", "add", article, *claims, *more)
    assert result.status == 0, result.err
    return result.out.strip()


def evidence(run: Run, *args: str | Path) -> Any:
    result = run("evidence", "list", *args, "--json")
    assert result.status == 0, result.err
    return result.json["evidence"]


def of_claim(listed: Listed, number: int = 2) -> list[Any]:
    """What stands under `assessments` of a claim."""
    (claim,) = (one for one in listed()["claims"] if one["number"] == number)
    return [one["evidence"] for one in claim["assessments"]]


def refused(result: Result) -> str:
    assert result.status == 2
    assert result.data == b""
    return one_sentence(result)


# add


def test_every_option_stands_in_the_json_of_the_article(
    run: Run, article: str, listed: Listed, tmp_path: Path
) -> None:
    file = tmp_path / "map.png"
    file.write_bytes(b"picture")
    options = {
        "stance": "contradicts",
        "url": URL,
        "archive": "https://web.archive.org/web/2023/https://example.org/map",
        "title": "The survey's map",
        "publisher": "The survey office",
        "quote": "It cost 14 million.",
        "locator": "p. 4",
        "published": "2023-01",
        "accessed": "2023-02-28",
        "medium": "map",
        "language": "sv",
        "reliability": "A",
        "credibility": "2",
        "note": "Scale 1:10 000",
        "audience": "public",
    }
    args = [part for name, value in options.items() for part in (f"--{name}", value)]
    item = add(run, article, *args, "--primary", "--file", file, claims=("2", "3"))
    ((two,),), ((three,),) = of_claim(listed, 2), of_claim(listed, 3)
    assert two == three
    (kept,) = two.pop("file")
    assert (kept["name"], kept["sha256"]) == ("map.png", hashlib.sha256(b"picture").hexdigest())
    assert two.pop("contact") is None
    assert two == {**options, "id": item, "primary": True, "credibility": 2}


def test_what_was_not_said_is_null(run: Run, article: str, listed: Listed) -> None:
    add(run, article, "--title", "A map")
    (((one,)),) = of_claim(listed)
    assert {name for name, value in one.items() if value is not None} == {
        "id",
        "stance",
        "title",
        "audience",
    }


def test_adding_prints_the_id_and_says_what_it_does(run: Run, article: str) -> None:
    result = run("evidence", "add", article, "2", "3", "--stance", "context", "--title", "x")
    assert len(result.out.strip()) == 36
    assert result.err == "The evidence is saved: it is context for claims 2 and 3.\n"
    as_json = run("evidence", "add", article, "T", "--stance", "supports", "--url", URL, "--json")
    assert set(as_json.json) == {"id"}
    assert as_json.err == "The evidence is saved: it supports the title.\n"


def test_standard_input_gives_the_quotation_or_the_note(run: Run, article: str) -> None:
    quoted = run(
        "evidence", "add", article, "2", "--stance", "supports", "--quote", "-",
        stdin="“Åtta”\n".encode(),
    )  # fmt: skip
    assert quoted.status == 0, quoted.err
    assert evidence(run)[0]["serves"][0]["quote"] == "“Åtta”"
    both = run(
        "evidence", "add", article, "2", "--stance", "supports", "--quote", "-", "--note", "-"
    )
    assert "both want standard input" in refused(both)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("2", "--url", URL), "--stance"),
        (("2", "--stance", "maybe", "--url", URL), "maybe"),
        (("2", "--stance", "supports"), "nothing to keep"),
        (("2", "--stance", "supports", "--publisher", "x"), "nothing to keep"),
        (("99", "--stance", "supports", "--url", URL), "no claim 99"),
        (("--stance", "supports", "--url", URL), "CLAIM"),
        (("2", "--stance", "supports", "--url", "two words"), "space"),
        (("2", "--stance", "supports", "--url", "javascript:alert(1)"), "address"),
        (("2", "--stance", "supports", "--archive", "nowhere"), "address"),
        (
            ("2", "--stance", "supports", "--url", URL, "--published", "2023-02-30"),
            "no 30 February",
        ),
        (("2", "--stance", "supports", "--url", URL, "--accessed", "2999"), "still to come"),
        (("2", "--stance", "supports", "--url", URL, "--reliability", "G"), "A (reliable)"),
        (("2", "--stance", "supports", "--url", URL, "--credibility", "0"), "1 (confirmed)"),
        (("2", "--stance", "supports", "--title", "a\x07b"), "control character"),
        (("2", "--stance", "supports", "--url", URL, "--file", "gone.png"), "not there"),
        (("2", "--stance", "supports", "--url", URL, "--file", "."), "no plain file"),
        (("2", "--stance", "supports", "--url", URL, "--audience", "all"), "all"),
        (("2", "--stance", "supports", "--url", URL, "--file-audience", "me"), "--file"),
        (("2", "--stance", "supports", "--url", URL, "--copy-of", "abcd"), "no evidence abcd"),
        (("2", "--stance", "supports", "--contact-how", "letter"), "whom you asked"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_saved(
    run: Run, article: str, library: Path, args: tuple[str, ...], words: str
) -> None:
    with unchanged(library):
        assert words in refused(run("evidence", "add", article, *args))


def test_a_large_file_asks_for_a_word(
    run: Run, article: str, library: Path, tmp_path: Path
) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    args = ("evidence", "add", article, "2", "--stance", "supports", "--file", large)
    with unchanged(library):
        assert "--large" in refused(run(*args))
    assert run(*args, "--large").status == 0


def test_whom_one_asked_is_evidence_and_only_one_s_own(run: Run, article: str) -> None:
    item = add(
        run, article, "--contact", "The mayor", "--contact-when", "2023-01-31",
        "--contact-how", "telephone", "--contact-said", "14 million",
    )  # fmt: skip
    ((contact,),) = ([*one["contact"]] for one in evidence(run))
    assert contact.pop("id")
    assert contact == {
        "whom": "The mayor",
        "when": "2023-01-31",
        "how": "telephone",
        "said": "14 million",
        "audience": "me",
    }
    run("--analyst", "Ben", "tag", article, "2", "verified")
    (seen,) = run("--analyst", "Ben", "evidence", "list", "--json").json["evidence"]
    assert (seen["id"], seen["contact"]) == (item, None)


# use, unlink, edit, remove


def test_using_it_again_keeps_what_is_not_said(run: Run, article: str) -> None:
    item = add(run, article, "--url", URL, "--quote", "word for word", "--locator", "p. 4")
    used = run("evidence", "use", item[:4], article, "2", "5", "--stance", "contradicts")
    assert (used.status, used.err) == (0, "It serves claims 2 and 5 so now.\n")
    two, five = evidence(run)[0]["serves"]
    assert (two["number"], two["stance"], two["quote"]) == (2, "contradicts", "word for word")
    assert (five["number"], five["stance"], five["quote"]) == (5, "contradicts", None)
    again = run("evidence", "use", item, article, "5", "--stance", "contradicts")
    assert again.err == "It says so of claim 5 already: nothing was saved.\n"
    assert "supports, contradicts or context" in refused(
        run("evidence", "use", item, article, "3", "--quote", "x")
    )
    assert "1 (confirmed)" in refused(
        run("evidence", "use", item, article, "2", "--credibility", "9")
    )


def test_unlinking_leaves_the_evidence(run: Run, article: str) -> None:
    item = add(run, article, "--url", URL)
    assert run("evidence", "unlink", item[:8], article, "2").err == "It serves claim 2 no longer.\n"
    assert "nothing was saved" in run("evidence", "unlink", item, article, "2").err
    (one,) = evidence(run)
    assert (one["id"], one["serves"]) == (item, [])
    assert "nothing yet" in run("evidence", "list").out
    run("undo", article)
    assert len(evidence(run)[0]["serves"]) == 1


def test_editing_corrects_and_empties(run: Run, article: str, tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    file.write_bytes(b"picture")
    item = add(run, article, "--url", URL, "--title", "A map", "--primary")
    edit = ("evidence", "edit", item[:6])
    done = run(*edit, "--title", "", "--secondary", "--file", file, "--contact", "The mayor")
    assert (done.status, done.err, done.out) == (0, "The evidence is corrected.\n", "")
    (one,) = evidence(run)
    assert (one["title"], one["primary"], one["url"]) == (None, False, URL)
    assert (one["file"][0]["name"], one["contact"][0]["whom"]) == ("map.png", "The mayor")
    assert "nothing was saved" in run(*edit, "--title", "").err
    assert "nothing was saved" in run(*edit).err
    assert "Nothing would be left" not in run(*edit, "--url", "").err
    run("undo", article)
    run("undo", article)
    (one,) = evidence(run)
    assert (one["title"], one["primary"], one["file"]) == ("A map", True, None)
    assert "space" in refused(run(*edit, "--url", "a b"))


def test_copies_are_named_and_let_go(run: Run, article: str) -> None:
    first, second = (add(run, article, "--title", title) for title in ("AP", "Reuters"))
    assert run("evidence", "edit", second, "--copy-of", first[:5]).status == 0
    assert {(one["title"], one["copies"]) for one in evidence(run)} == {("AP", 2), ("Reuters", 2)}
    assert "(one of 2 copies)" in run("evidence", "list").out
    assert "the same evidence" in refused(run("evidence", "edit", second, "--copy-of", second))
    assert run("evidence", "edit", second, "--copy-of", "none").status == 0
    assert {one["copies"] for one in evidence(run)} == {1}


def test_removing_is_taken_back_by_undo(run: Run, article: str) -> None:
    item = add(run, article, "--title", "A map", claims=("2", "3"))
    assert run("evidence", "remove", item[:4]).err == "Removed: A map\n"
    assert evidence(run) == []
    assert "no evidence" in refused(run("evidence", "remove", item))
    undone = run("undo", article)
    assert undone.status == 0
    assert len(evidence(run)[0]["serves"]) == 2
    run("redo", article)
    assert evidence(run) == []


@pytest.mark.parametrize("item", ["abc", "", "zzzz", "%%%%", "../..", "12345678-0000"])
@pytest.mark.parametrize("command", ["use", "unlink", "edit", "remove", "contact", "file"])
def test_an_id_that_names_nothing_is_refused(
    run: Run, article: str, library: Path, command: str, item: str
) -> None:
    more = {
        "use": (article, "2", "--stance", "supports"),
        "unlink": (article, "2"),
        "edit": ("--title", "x"),
        "contact": ("--whom", "x"),
    }
    with unchanged(library):
        said = refused(run("evidence", command, item, *more.get(command, ())))
        assert "`annotator evidence list`" in said


def test_an_id_that_fits_several_is_refused(run: Run, article: str, library: Path) -> None:
    from annotator.desk.opening import open_for
    from annotator.domain.edits.evidence import AddEvidence

    opened = open_for(library, None, create=False)
    ids = [f"abcd{number:04}-0000-4000-8000-000000000000" for number in (1, 2)]
    opened.perform(*(AddEvidence(one, {"there": True, "title": one}) for one in ids))
    opened.close()
    assert "fits 2 pieces of evidence" in refused(run("evidence", "remove", "ABCD"))
    assert run("evidence", "remove", ids[0][:8]).status == 0
    assert run("evidence", "remove", "abcd").status == 0  # only one is left


def test_a_colleague_s_is_used_and_not_edited(run: Run, article: str, library: Path) -> None:
    item = add(run, article, "--title", "A map")
    ben = ("--analyst", "Ben", "evidence")
    assert "no evidence" in refused(run(*ben, "use", item, article, "2", "--stance", "context"))
    run("--analyst", "Ben", "tag", article, "2", "verified")
    assert run(*ben, "use", item, article, "4", "--stance", "context").status == 0
    with unchanged(library):
        for args in (
            ("edit", item, "--title", "x"),
            ("remove", item),
            ("contact", item, "--whom", "x"),
        ):
            assert "A colleague entered that evidence" in refused(run(*ben, *args))
    assert run(*ben, "unlink", item, article, "2").err.startswith(
        "You let it serve none of claim 2"
    )
    table = run(*ben, "list").out.splitlines()
    assert table[0].split() == ["ID", "WHO", "SERVES", "GRADE", "ACCESSED", "PUBLISHER", "WHAT"]


# list


def test_the_list_is_scoped_filtered_and_sorted(run: Run, article: str) -> None:
    add(run, article, "--title", "b", "--reliability", "C", claims=("2",))
    add(
        run,
        article,
        "--stance",
        "contradicts",
        "--title",
        "A",
        "--note",
        "on Monday",
        claims=("3",),
    )

    def titles(*args: str) -> list[str]:
        return [one["title"] for one in evidence(run, *args)]

    assert titles() == ["A", "b"]
    assert titles(article, "2") == ["b"]
    assert titles(article, "4") == []
    assert titles("--sort", "reliability") == ["b", "A"]
    assert titles("--sort", "title") == ["A", "b"]
    assert titles("--stance", "contradicts") == ["A"]
    assert titles("--words", "MONDAY") == ["A"]
    assert "no such evidence" in run("evidence", "list", article, "4").err
    assert "title" in refused(run("evidence", "list", "--sort", "colour"))
    assert "no claim 9" in refused(run("evidence", "list", article, "9"))


def test_the_table_for_people_says_what_it_serves(run: Run, article: str) -> None:
    add(run, article, "--title", "A map", "--publisher", "ISNA", claims=("2", "3"))
    add(run, article, "--stance", "context", "--title", "All", claims=("T", "1", "2", "3"))
    head, everything, two = run("evidence", "list").out.splitlines()
    assert head.split() == ["ID", "SERVES", "GRADE", "ACCESSED", "PUBLISHER", "WHAT"]
    assert "4 claims" in everything
    assert two.split()[1:3] == ["+2", "+3"]


def test_what_has_nothing_but_a_quotation_is_called_by_it(run: Run, article: str) -> None:
    add(run, article, "--quote", "It cost\n14 million.")
    assert run("evidence", "list").out.splitlines()[1].endswith("“It cost 14 million.”")


def test_csv_and_json_leave_nothing_out_but_what_is_for_oneself(run: Run, article: str) -> None:
    add(run, article, "--title", "=1+1")
    add(run, article, "--title", "Mine", "--audience", "me")
    table = run("evidence", "list", "--csv")
    assert table.err == "Left out: 1 piece of evidence that only you may read.\n"
    (row,) = csv.DictReader(io.StringIO(table.data.decode("utf-8-sig"), newline=""))
    assert (row["title"], row["stance"], row["claim"]) == ("'=1+1", "supports", "2")
    assert {one["audience"] for one in evidence(run)} == {"desk", "me"}
    assert "(only you)" in run("evidence", "list").out
    assert "do not go together" in refused(run("evidence", "list", "--csv", "--json"))


def test_what_would_steer_a_terminal_is_shown(run: Run, article: str) -> None:
    run(
        "evidence", "add", article, "2", "--stance", "supports", "--title", "x",
        "--note", "\x1b[31mred", "--quote", "\x1b]0;title\x07",
    )  # fmt: skip
    shown = run("evidence", "list").out
    assert "\x1b" not in shown


# contact and file


def test_contacts_are_listed_worded_otherwise_and_taken_away(run: Run, article: str) -> None:
    item = add(run, article, "--title", "A map")
    contact = ("evidence", "contact", item[:4])
    assert "Nobody was asked" in run(*contact).err
    made = run(*contact, "--whom", "The mayor", "--how", "letter")
    key = made.out.strip()
    assert (made.err, len(key)) == ("The contact is saved.\n", 36)
    assert run(*contact, key[:4], "--said", "-", stdin=b"14 million").status == 0
    (one,) = run(*contact, "--json").json["contacts"]
    assert (one["whom"], one["how"], one["said"], one["audience"]) == (
        "The mayor",
        "letter",
        "14 million",
        "me",
    )
    assert "nothing was saved" in run(*contact, key, "--how", "letter").err
    assert run(*contact, key, "--audience", "desk").status == 0
    assert "desk" in run(*contact).out
    assert "names no contact" in refused(run(*contact, "zzzz", "--whom", "x"))
    assert "--remove wants" in refused(run(*contact, "--remove"))
    assert "--remove wants" in refused(run(*contact, key, "--remove", "--whom", "x"))
    assert "still to come" in refused(run(*contact, key, "--when", "2999-01-01"))
    assert run(*contact, key, "--remove").err == "The contact is taken away.\n"
    assert run(*contact, "--json").json == {"contacts": []}
    assert set(run(*contact, "--whom", "x", "--json").json) == {"id"}


def test_a_kept_file_is_brought_out_shown_to_others_and_taken_off(
    run: Run, article: str, tmp_path: Path, library: Path
) -> None:
    source, target = tmp_path / "map.png", tmp_path / "out.png"
    source.write_bytes(b"\x00picture")
    item = add(run, article, "--file", source)
    source.unlink()
    file = ("evidence", "file", item[:4])
    (one,) = run(*file, "--json").json["files"]
    sha = one["sha256"]
    assert (one["name"], one["size"], one["how"]) == ("map.png", 8, "copied from a file")
    assert one["kept"].endswith("Z")
    assert run(*file).out.splitlines()[1].split()[0] == sha[:8]
    assert run(*file, sha[:4], "--output", target).err == f"Written: {target}\n"
    assert target.read_bytes() == b"\x00picture"
    assert "--force" in refused(run(*file, sha, "--output", target))
    assert run(*file, sha, "--output", target, "--force").status == 0
    assert run(*file, sha, "--output", "-").data == b"\x00picture"
    with unchanged(library):
        assert "library itself" in refused(run(*file, sha, "--output", library, "--force"))
        assert "names no file" in refused(run(*file, "zzzz", "--output", "x"))
        assert "do not go together" in refused(run(*file, sha, "--output", "x", "--remove"))
        assert "by its SHA-256" in refused(run(*file, "--output", "x"))
    assert run(*file, sha, "--audience", "public").err == "Who may read map.png: public.\n"
    assert "nothing was saved" in run(*file, sha, "--audience", "public").err
    assert run(*file, sha).out.count("public") == 1
    run("evidence", "edit", item, "--title", "x")
    assert run(*file, sha, "--remove").err == "Taken off: map.png\n"
    assert "No file is kept" in run(*file).err
    run("evidence", "edit", item, "--audience", "me")
    run("undo")
    run("undo")
    run("evidence", "edit", item, "--audience", "me")
    assert "for you alone" in refused(run(*file, sha, "--audience", "desk"))
    assert run("doctor").status == 0


def test_history_tells_of_evidence(run: Run, article: str) -> None:
    item = add(run, article, "--title", "A map")
    run("evidence", "edit", item, "--title", "The map")
    run("evidence", "remove", item)
    does = [edit["does"] for edit in run("history", article, "--json").json["edits"]]
    assert len(does) == len(set(does))
    assert any("evidence" in one for one in does)


def test_evidence_called_alone_says_how_it_goes(run: Run, article: str) -> None:
    result = run("evidence")
    assert result.status == 2
    assert "`annotator evidence --help`" in one_sentence(result)
    for name in ("add", "use", "list", "edit", "unlink", "remove", "contact", "file"):
        helped = run("evidence", name, "--help")
        assert helped.status == 0
        assert "Example: annotator evidence" in helped.out
