"""`picture`: the window on an article, drawn into a file. One of the two commands that load Qt."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, FORCE, command
from annotator.cli.opening import missing_library
from annotator.cli.session import Session, claim_of
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId, Span

SMALLEST, LARGEST = 200, 8000
"""Pixels of a side before scaling: less shows nothing, more fills the memory."""

THEMES = ("system", "light", "dark")
VIEWS = ("annotate", "review", "agreement", "report", "versions")
PARTS = ("window", "panel")
STDOUT = "-"


@command("picture", "picture latest --output window.png --theme dark")
@ARTICLE
@click.option("--output", "target", required=True, metavar="FILE.png", help="Where to.")
@click.option("--theme", type=click.Choice(THEMES), default="system", help="system unless said.")
@click.option("--size", default="1440x900", metavar="WxH", help="1440x900 unless said.")
@click.option(
    "--scale", type=click.FloatRange(0.5, 4), default=1.0, help="1 unless said; 2 is 200 %."
)
@click.option("--claim", default=None, metavar="CLAIM", help="In hand; the title unless said.")
@click.option(
    "--view", default=VIEWS[0], metavar="VIEW", help=f"{', '.join(VIEWS)}; annotate unless said."
)
@click.option(
    "--part", type=click.Choice(PARTS), default=PARTS[0], help="The panel of the claim alone."
)
@click.option("--search", default="", metavar="WORDS", help="With the box that finds WORDS.")
@FORCE
@click.pass_obj
def picture(
    session: Session,
    article: str,
    target: str,
    theme: str,
    size: str,
    scale: float,
    claim: str | None,
    view: str,
    part: str,
    search: str,
    force: bool,
) -> None:
    """Draw the window on an article into a PNG file.

    It needs no display.
    """
    sides = _sides(size)
    _check_view(view)
    _check_target(target, force)
    from annotator.desk.articles import find_article
    from annotator.desk.exporting import refuse_library

    with session.open() as library:
        refuse_library(library, Path(target))
        of = find_article(library, article).id
        span = None if claim is None else claim_of(library, of, claim)
        how = Drawing(theme, sides, scale, force, span, view, part, search)
        with _written(target) as path:
            _take(library, of, path, how)


@contextmanager
def _written(target: str) -> Iterator[Path]:
    """Where to draw: the target itself, or a file that goes to standard output at the end."""
    if target != STDOUT:
        yield Path(target)
        output.say(f"Written: {target}")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "window.png")
        yield path
        output.put_bytes(path.read_bytes())


class Drawing(NamedTuple):
    """How the window is drawn; the fields are those of ``ui.picture.take``."""

    theme: str
    size: tuple[int, int]
    scale: float
    force: bool
    claim: Span | None
    view: str
    part: str
    search: str


def _take(library: OpenLibrary, article: ArticleId, path: Path, how: Drawing) -> None:
    # Before Qt is loaded: it never looks again.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from annotator.ui import picture as window
    except ImportError as error:
        raise missing_library(error) from error
    window.take(library, article, path, **how._asdict())


def _sides(size: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", size, re.ASCII)
    sides = tuple(int(side) for side in found.groups()) if found else ()
    if len(sides) != 2 or not all(SMALLEST <= side <= LARGEST for side in sides):
        raise AnnotatorError(
            f"{size} is no size: say width and height as 1440x900, "
            f"each from {SMALLEST} to {LARGEST}."
        )
    return sides[0], sides[1]


def _check_target(target: str, force: bool) -> None:
    """Before anything is drawn; the window's package asks again when it writes."""
    # Not Path.exists: that raises where the folder may not be entered.
    if target != STDOUT and os.path.exists(target) and not force:  # noqa: PTH110
        raise AnnotatorError(f"{target} exists: choose another name or add --force.")


def _check_view(view: str) -> None:
    if view not in VIEWS:
        raise AnnotatorError(
            f"There is no view “{view}”: say {', '.join(VIEWS[:-1])} or {VIEWS[-1]}."
        )


COMMANDS = {"picture": picture}
