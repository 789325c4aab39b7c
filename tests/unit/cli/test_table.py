"""The table of commands: help, examples, and what comes later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from annotator.cli.main import COMMANDS, root
from annotator.desk.formats import formats
from commandline import Run, one_sentence


def every_command() -> Iterator[tuple[str, ...]]:
    context = click.Context(root)
    for name in COMMANDS:
        yield (name,)
        found = root.get_command(context, name)
        if isinstance(found, click.Group):
            for inner in found.list_commands(context):
                yield (name, inner)


@pytest.mark.parametrize("words", list(every_command()), ids=" ".join)
def test_help_of_each_command_has_one_example(
    run: Run, library: Path, words: tuple[str, ...]
) -> None:
    result = run(*words, "--help")

    assert result.status == 0
    assert result.err == ""
    flat = " ".join(result.out.split())
    assert flat.count("Example: annotator ") == 1
    assert f"Example: annotator {words[0]}" in flat
    assert not library.exists()


def test_help_lists_this_version_s_commands(run: Run) -> None:
    result = run("--help")

    assert result.status == 0
    listed = [line.split()[0] for line in result.out.split("Commands:")[1].splitlines() if line]
    assert [name for name in listed if name in COMMANDS] == list(COMMANDS)
    assert "..." not in result.out.split("Commands:")[1], "each summary fits its line"


def test_what_comes_later_is_refused(run: Run, library: Path) -> None:
    result = run("--library", "postgresql://desk/annotator", "list")

    assert result.status == 2
    assert "with a later version of Annotator" in one_sentence(result)


def test_every_word_of_the_contract_is_known() -> None:
    contract = (
        "open import list tag note split join evidence attribute assess erase undo redo remove "
        "restore-article claim furniture history export send merge decide pass comment colleague "
        "draw agreement search sources backup restore doctor picture original record remarks "
        "versions compare carry"
    )
    assert set(contract.split()) == set(COMMANDS)


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("export", "--format", "help")])
def test_what_needs_no_library_makes_none(run: Run, tmp_path: Path, args: tuple[str, ...]) -> None:
    result = run("--library", tmp_path / "nowhere" / "x.db", *args)

    assert result.status == 0
    assert result.out
    assert list(tmp_path.iterdir()) == []


def test_formats_are_listed_one_a_line_name_first(run: Run) -> None:
    names = [line.split()[0] for line in run("export", "--format", "help").out.splitlines()]
    assert names == [row.name for row in formats()]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("nonsense",), "There is no command or file “nonsense”; commands are open, import"),
        (("tag",), "Missing argument 'ARTICLE'; see `annotator tag --help`."),
        (("claim",), "Missing command; see `annotator claim --help`."),
        (("list", "--wrong"), "No such option '--wrong'"),
        (("list", "--library", "x"), "--library goes before the command"),
        (("split", "latest", "1", "many"), "'many' is not a valid integer"),
        (("export", "latest"), "--output"),
        (("export", "--output", "x"), "--all"),
        (("export", "a", "--all", "--output", "x"), "--all means every article"),
        (("export", "a", "b", "--output", "-"), "go into a folder"),
        (("export", "a", "--format", "odt", "--output", "x"), "choose one of html, "),
        (("tag", "latest", "1", "true"), "verified, disputed, unattributed, on-source"),
        (("list", "--tag", "true"), "verified, disputed, unattributed, on-source"),
        (("furniture", "latest", "on"), "say on or off"),
        (("furniture", "latest", "1", "perhaps"), "say on or off"),
        (("note", "latest", "1", "x", "--audience", "all"), "'me', 'desk', 'public'"),
        (("picture", "latest", "--output", "x.png", "--size", "9"), "1440x900"),
        (("picture", "latest", "--output", "x.png", "--theme", "pink"), "'light'"),
        (("picture", "latest", "--output", "x.png", "--view", "top"), "annotate"),
        (("--library", "", "list"), "The library's name is empty"),
    ],
)
def test_a_wrong_command_line_is_one_sentence(
    run: Run, library: Path, args: tuple[str, ...], says: str
) -> None:
    result = run(*args)

    assert result.status == 2
    assert says in one_sentence(result)
    assert result.out == ""
    assert not library.exists()
