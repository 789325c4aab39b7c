"""The commands as one table, and the group that loads the one that is called."""

from __future__ import annotations

import importlib
import os
from typing import Any

import click

from annotator.cli import session
from annotator.domain.errors import AnnotatorError

COMMANDS: dict[str, str] = {
    "open": "opening",
    "import": "importing",
    "original": "original",
    "record": "record",
    "remarks": "remarks",
    "versions": "versions",
    "compare": "versions",
    "carry": "carrying",
    "list": "listing",
    "search": "searching",
    "tag": "tagging",
    "note": "notes",
    "split": "layout",
    "join": "layout",
    "claim": "layout",
    "furniture": "layout",
    "evidence": "evidence",
    "attribute": "attributing",
    "assess": "assessing",
    "sources": "sources",
    "decide": "reviewing",
    "comment": "commenting",
    "pass": "passing",
    "draw": "drawing",
    "undo": "history",
    "redo": "history",
    "history": "history",
    "remove": "articles",
    "restore-article": "articles",
    "erase": "erasing",
    "export": "exporting",
    "send": "exchange",
    "merge": "exchange",
    "colleague": "colleagues",
    "agreement": "agreement",
    "backup": "keeping",
    "restore": "keeping",
    "doctor": "keeping",
    "picture": "picture",
}
"""Command → the module under ``cli`` whose ``COMMANDS`` holds it, in the order of the help."""


class Root(click.Group):
    """Loads a command's module when it is called; a file's name stands for ``open``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - as click calls it
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"annotator.cli.{COMMANDS[cmd_name]}")
        found: click.Command = module.COMMANDS[cmd_name]
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        found = self.get_command(ctx, name)
        if found is not None:
            return name, found, args[1:]
        if _names_a_file(name):
            return "open", self.get_command(ctx, "open"), args
        raise click.UsageError(
            f"There is no command or file “{name}”; commands are {', '.join(COMMANDS)}", ctx
        )


def _names_a_file(word: str) -> bool:
    return os.path.lexists(word) or os.sep in word or "." in word


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import version

    click.echo(f"annotator {version('annotator')}")
    ctx.exit()


def _example(ctx: click.Context, analyst: str | None) -> session.Session:
    """The example's library, which is gone when the command ends. Refused beside --library."""
    if ctx.get_parameter_source("library") is click.core.ParameterSource.COMMANDLINE:
        raise AnnotatorError("--example is a library of its own: leave --library out.")
    from annotator.desk.example import FIRST, example_library

    path = ctx.with_resource(example_library())
    return session.Session(str(path), analyst or FIRST)


@click.group(
    cls=Root,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: annotator tag latest 5 verified",
)
@click.option(
    "--library",
    envvar="ANNOTATOR_LIBRARY",
    metavar="PATH",
    help="The library, instead of annotator.db in your data folder (or ANNOTATOR_LIBRARY).",
)
@click.option(
    "--analyst",
    envvar="ANNOTATOR_ANALYST",
    metavar="NAME",
    help="Who acts, by name or id, instead of you (or ANNOTATOR_ANALYST).",
)
@click.option(
    "--example",
    is_flag=True,
    help="A throw-away library instead, in which the sample is fully worked by three analysts.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Say which version this is.",
)
@click.pass_context
def root(ctx: click.Context, library: str | None, analyst: str | None, example: bool) -> Any:
    """Check an article line by line: verified, disputed or unattributed.

    Without a command, the window opens on the FILEs that are named. ARTICLE is an
    id, the beginning of one, a part of one title, or "latest"; CLAIM is a number,
    T for the title, or an id. Nothing is sent anywhere, and nothing is encrypted.
    """
    ctx.obj = _example(ctx, analyst) if example else session.Session(library, analyst)
    if ctx.invoked_subcommand is None:
        command = root.get_command(ctx, "open")
        assert command is not None, "the table has it"
        return ctx.invoke(command, files=())
    return None
