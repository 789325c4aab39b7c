"""`export`: in which edition, what is said before a public one, presets, several, and what is refused."""

from __future__ import annotations

import json
import os
import pty
import sys
from pathlib import Path

import pytest

from annotator.cli import exporting_told, output
from annotator.desk.formats import formats
from annotator.domain.edition import MEANING, Section, Withheld
from commandline import Run, one_sentence, unchanged
from unit.exporters.test_pictures import picture


@pytest.fixture
def worked(run: Run, article: str) -> str:
    """Two claims tagged, one of them verified on nothing, with notes and evidence of two audiences."""
    run("tag", article, "1", "disputed", "--note", "Rudaw says 95.")
    run("tag", article, "2", "verified")
    run("note", article, "3", "For everybody.", "--audience", "public")
    given = ("--stance", "contradicts", "--title", "A map of it", "--quote", "95 metres")
    run("evidence", "add", article, "1", *given)
    return article


@pytest.fixture
def two(run: Run, worked: str, tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "other.txt").write_text("A road closes\n\nIt closed. Nobody knows why it did.\n")
    result = run("import", "--json", tmp_path / "other.txt")
    return worked, result.json["imported"][0]["article"]


def test_a_public_copy_says_what_stays_out_before_it_is_written(
    run: Run, worked: str, library: Path, tmp_path: Path
) -> None:
    target = tmp_path / "public.json"
    with unchanged(library):
        result = run("export", worked, "--format", "json", "--public", "--output", target)
    assert result.status == 0
    assert result.out == ""
    lines = result.err.splitlines()
    assert lines[:2] == [
        "1 verified claim falls short of its rule, and is printed as not settled (--clear short):",
        "claim 2 “It cost 12 million kronor, the mayor…”: Verified, but no evidence yet.",
    ]
    assert f"Left out: {MEANING[Withheld.NOTES]} (1; --clear notes)" in lines
    assert f"Left out: {MEANING[Withheld.EVIDENCE]} (1; --clear evidence)" in lines
    assert lines[-1] == f"Written: {target} (6 of 6 claims, 1 note)"
    data = target.read_bytes()
    assert b"For everybody." in data
    assert b"Rudaw" not in data
    assert b"A map of it" not in data
    outcomes = {one["number"]: one["outcome"] for one in json.loads(data)["claims"]}
    assert (outcomes[1], outcomes[2]) == ("disputed", "open")


def test_kinds_are_cleared_one_by_one_or_in_a_list(run: Run, worked: str) -> None:
    public = ("export", worked, "--format", "csv", "--output", "-", "--public")
    notes = run(*public, "--clear", "notes")
    assert "Rudaw says 95." in notes.out
    assert "A map of it" not in notes.out
    assert "--clear notes" not in notes.err
    both = run(*public, "--clear", "notes, evidence", "--clear", "short")
    assert "Rudaw says 95." in both.out
    assert "A map of it" in both.out
    assert "printed as verified:" in both.err


def test_of_several_each_claim_that_falls_short_is_told_with_its_article(
    run: Run, two: tuple[str, str], tmp_path: Path
) -> None:
    result = run("export", "--all", "--public", "--output", tmp_path / "out")
    assert "1 verified claim of “A bridge opens in Lund” falls short" in result.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "A bridge opens in Lund.html",
        "A road closes.html",
    ]


def test_what_an_option_may_be_is_listed_without_a_library(run: Run, library: Path) -> None:
    kinds = run("export", "--clear", "help").out.splitlines()
    assert [line.split()[0] for line in kinds] == [kind.value for kind in Withheld]
    parts = run("export", "--sections", "help").out.splitlines()
    assert [line.split()[0] for line in parts] == [one.value for one in Section]
    assert run("export", "--labels", "help").out.splitlines()[0].split() == ["en", "English"]
    listed = run("export", "--format", "help").out.splitlines()
    assert [line.split()[0] for line in listed] == [row.name for row in formats()]
    assert not library.exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--clear", "notes"), "add --public"),
        (("--public", "--clear", "smells"), "--clear smells clears nothing: choose of evidence,"),
        (("--sections", "claims,music"), "--sections music is no part of a report"),
        (("--sections", " , "), "--sections is empty"),
        (("--labels", "xx"), "no labels in “xx”: choose of en"),
        (("--preset", "House"), "no preset “House”"),
        (("--logo", "no.png"), "no.png cannot be read"),
        (("--logo", "\0"), "cannot be read"),
        (("--publisher-address", "the desk"), "is no address of the web"),
        (("--name", "{nothing}"), "Names have no field {nothing}"),
        (("--name", " "), "--name is empty"),
        (("--name", "{n}", "--together"), "--name is for files in a folder"),
        (("--public", "--name", "{id}"), "made of the text's hash"),
    ],
)
def test_a_refusal_is_one_sentence_and_writes_nothing(
    run: Run, worked: str, tmp_path: Path, options: tuple[str, ...], says: str
) -> None:
    before = sorted(tmp_path.iterdir())
    result = run("export", worked, "--output", tmp_path / "out", *options)
    assert result.status == 2
    last = result.err.splitlines()[-1]
    assert says in last
    assert "Written" not in result.err
    assert sorted(tmp_path.iterdir()) == before


def test_what_goes_to_standard_output_has_no_name_and_several_no_title(
    run: Run, two: tuple[str, str]
) -> None:
    assert "name one" in one_sentence(run("export", *two, "--output", "-", "--name", "{n}"))
    assert "--title" in one_sentence(run("export", *two, "--output", "x", "--title", "Both"))


def test_title_sections_and_logo_make_the_report(run: Run, worked: str, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(picture("PNG"))
    made = ("--title", "Our  title", "--sections", "claims", "--logo", logo)
    page = run("export", worked, "--output", "-", *made)
    assert page.status == 0, page.err
    assert "<title>Our title" in page.out
    assert "data:image/png;base64," in page.out
    assert "Zqartist" not in page.out


def test_a_format_for_programs_says_which_choices_are_nothing_to_it(run: Run, worked: str) -> None:
    made = ("--title", "Our title", "--labels", "en", "--publisher", "Desk")
    result = run("export", worked, "--format", "csv", "--output", "-", *made)
    assert result.status == 0
    assert result.err.splitlines() == [
        "--title and --labels say nothing to csv, which is for programs."
    ]


def test_a_preset_keeps_the_choice_and_options_go_before_it(
    run: Run, worked: str, tmp_path: Path
) -> None:
    kept = run("export", "--save-preset", "Public house", "--public", "--clear", "notes")
    assert (kept.status, kept.err) == (0, "Kept as preset: Public house\n")
    form = ("--format", "csv", "--output", "-")
    result = run("export", worked, *form, "--preset", "Public house")
    assert "Rudaw says 95." in result.out
    assert "A map of it" not in result.out
    other = run("export", worked, *form, "--preset", "Public house", "--clear", "evidence")
    assert "Rudaw says 95." not in other.out
    assert "A map of it" in other.out
    target = tmp_path / "out.csv"
    both = run("export", worked, "--format", "csv", "--output", target, "--save-preset", "Mine")
    assert both.err.splitlines()[-1] == "Kept as preset: Mine"
    refused = run("export", worked, "--format", "csv", "--output", target, "--save-preset", "Not")
    assert refused.status == 2
    assert "choose one of Mine, Public house" in run("export", "--preset", "Not").err


def test_several_go_together_into_one_file_or_by_a_pattern_into_a_folder(
    run: Run, two: tuple[str, str], tmp_path: Path
) -> None:
    together = run("export", *two, "--together", "--format", "csv", "--output", tmp_path / "a.csv")
    assert together.err.splitlines() == [f"Written: {tmp_path / 'a.csv'} (9 of 9 claims, 2 notes)"]
    printed = run("export", *two, "--together", "--format", "csv", "--output", "-")
    assert printed.data == (tmp_path / "a.csv").read_bytes()
    folder = tmp_path / "out"
    run("export", *two, "--name", "{n:02}-{format}", "--format", "json", "--output", folder)
    assert sorted(path.name for path in folder.iterdir()) == ["01-json.json", "02-json.json"]
    refused = run("export", *two, "--together", "--format", "json", "--output", tmp_path / "b")
    assert "one article a file" in one_sentence(refused)


def test_a_refusal_comes_before_what_is_told_of_a_public_copy(
    run: Run, worked: str, tmp_path: Path
) -> None:
    target = tmp_path / "public.csv"
    target.write_text("mine")
    given = ("--format", "csv", "--public", "--title", "Ours", "--output", target)
    assert "exists" in one_sentence(run("export", worked, *given))


def test_a_name_that_no_preset_can_have_is_refused_before_anything_is_written(
    run: Run, worked: str, tmp_path: Path
) -> None:
    target = tmp_path / "out.html"
    refused = run("export", worked, "--output", target, "--save-preset", " ")
    assert refused.status == 2
    assert "wants a name" in one_sentence(refused)
    assert not target.exists()


def test_a_title_that_a_preset_keeps_is_not_put_on_each_of_several(
    run: Run, two: tuple[str, str], tmp_path: Path
) -> None:
    run("export", "--title", "Of one", "--save-preset", "Titled")
    folder = tmp_path / "reports"
    result = run("export", *two, "--preset", "Titled", "--format", "markdown", "--output", folder)
    assert result.status == 0
    assert "The title “Of one” is of one report" in result.err
    heads = {path.read_text().splitlines()[2] for path in folder.iterdir()}
    assert heads == {"# A bridge opens in Lund", "# A road closes"}
    both = ("--together", "--format", "markdown", "--output", "-")
    assert "Of one" in run("export", *two, "--preset", "Titled", *both).out


def test_one_article_that_is_named_twice_goes_into_a_folder_like_any_several(
    run: Run, worked: str, tmp_path: Path
) -> None:
    result = run("export", worked, "latest", "--format", "csv", "--output", tmp_path / "reports")
    assert result.status == 0
    assert [path.suffix for path in (tmp_path / "reports").iterdir()] == [".csv"]


@pytest.mark.parametrize("options", [(), ("--together",)])
def test_a_name_that_ends_like_a_folder_is_no_file(
    run: Run, worked: str, tmp_path: Path, options: tuple[str, ...]
) -> None:
    refused = run("export", worked, "--output", f"{tmp_path}/reports/", *options)
    assert "is a folder: name a file in it" in one_sentence(refused)
    assert run("export", worked, "--output", f"{tmp_path}/reports/", "--name", "{n}").status == 0
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["1.html"]


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_a_public_copy_is_the_acting_persons_in_every_format(
    run: Run, worked: str, form: str
) -> None:
    """The editor's JSON holds a hidden colleague's tags; whoever publishes does not want them."""
    run("--analyst", "Ben", "tag", worked, "4", "verified")
    run("colleague", "hide", "Ben")
    result = run("export", worked, "--public", "--output", "-", "--format", form)
    assert "claim 4 " not in result.err
    if form == "json":
        assert {one["number"]: one["outcome"] for one in result.json["claims"]}[4] == "untagged"


def test_what_a_preset_clears_is_said_before_it_is_written(run: Run, worked: str) -> None:
    run("export", "--public", "--clear", "notes", "--save-preset", "Open")
    result = run("export", worked, "--preset", "Open", "--format", "csv", "--output", "-")
    said = result.err.splitlines()
    assert f"Cleared, and in it: {MEANING[Withheld.NOTES]} (1)" in said
    assert f"Left out: {MEANING[Withheld.EVIDENCE]} (1; --clear evidence)" in said


def test_who_checks_blind_is_told_nothing_of_what_colleagues_verified(
    run: Run, worked: str, tmp_path: Path
) -> None:
    parcels = [tmp_path / "blind.annotations", tmp_path / "open.annotations"]
    ben = ("--analyst", "Ben")
    run(*ben, "tag", worked, "4", "verified")
    run(*ben, "send", worked, "--blind", "--output", parcels[0])
    run(*ben, "send", worked, "--output", parcels[1])
    other = ("--library", tmp_path / "other.db")
    for parcel in parcels:
        assert run(*other, "merge", parcel).status == 0
    given = ("export", worked, "--public", "--output", "-", "--format")
    for form in ("csv", "json"):
        said = run(*other, *given, form)
        assert "This is a blind check" in said.err
        assert "fall" not in said.err
        assert b"verified" not in said.data, "Ben's tag is nobody's to see yet"
    editors = run(*other, "export", worked, "--format", "json", "--output", "-")
    assert "hand it on without reading it" in editors.err


def test_what_a_format_is_not_meant_to_hold_is_said_once(run: Run, worked: str) -> None:
    said = run("export", worked, "--format", "claimreview", "--output", "-").err.splitlines()
    assert sum("without a review" in line for line in said) == 1
    assert not any("not in it" in line for line in said)


def test_pseudonyms_stand_for_names(run: Run, worked: str) -> None:
    page = run("--analyst", "Zqname", "tag", worked, "4", "disputed")
    assert page.status == 0
    page = run("export", worked, "--format", "json", "--output", "-")
    assert "Zqname" in page.out
    page = run("export", worked, "--format", "json", "--output", "-", "--pseudonyms")
    assert "Zqname" not in page.out
    assert {one["name"] for one in json.loads(page.data)["analysts"].values()} == {"A", "B"}


def test_who_interrupts_finds_nothing_half_done(
    run: Run, two: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    before = sorted(tmp_path.iterdir())
    result = run("export", *two, "--format", "json", "--output", tmp_path / "out")
    assert result.status == 130
    assert sorted(tmp_path.iterdir()) == before


def test_progress_is_drawn_on_a_terminal_only_and_is_gone_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with exporting_told.progress() as nothing:
        assert nothing is None
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal, monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        with exporting_told.progress() as draw:
            assert draw is not None
            draw(1, 3, "Writing\x1b[31m a.csv")
        output.say("Written.")
        told = ""
        while not told.endswith("Written.\r\n"):  # a terminal gives what has come by then
            told += os.read(ours, 999).decode()
    os.close(ours)
    assert "a.csv (1 of 3)\r\x1b[KWritten." in told
    assert "\x1b[31m" not in told
