"""`open`: the window. One of the two commands that load Qt."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from annotator.cli import output
from annotator.cli.command import command
from annotator.cli.screen import environment, refuse_without_screen
from annotator.cli.session import Session, is_address
from annotator.domain.errors import AnnotatorError

SHORT_PAUSES = (700, 10, 10)
"""Python's own thresholds of its collector."""


@command("open", "open article.txt")
@click.argument("files", nargs=-1, metavar="[FILE]…")
@click.pass_obj
def open_(session: Session, files: tuple[str, ...]) -> int:
    """Open the window, on the first FILE where one is named.

    The FILEs are imported first; the word `open` may be left out.
    """
    for name in files:
        if is_address(name):
            raise AnnotatorError(
                "The window opens files: fetch the page first with "
                f"`annotator import {output.line(name)}`."
            )
    path = session.path
    refuse_without_screen(environment())
    try:
        from annotator.ui import app
    except ImportError as error:
        raise missing_library(error) from error
    # Seldom and long suits a command; a window that paints wants its pauses short.
    gc.set_threshold(*SHORT_PAUSES)
    return app.run(path, session.analyst, [Path(name) for name in files])


def missing_library(error: ImportError) -> AnnotatorError:
    """A window that cannot be loaded: nearly always a library of the system that is not there."""
    return AnnotatorError(
        f"The window cannot be loaded ({error.msg}): install what is missing, as `make setup` does."
    )


COMMANDS = {"open": open_}
