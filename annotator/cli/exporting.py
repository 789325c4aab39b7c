"""`export`: reports and data, to a file, to a folder, or to standard output."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli import exporting_told as told
from annotator.cli import output
from annotator.cli.command import FORCE, command
from annotator.cli.exporting_options import HELP, edition_of, left_aside, options, put_help
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import first_words

if TYPE_CHECKING:
    from annotator.desk.exporting import Order
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId
    from annotator.domain.edition import Edition

STDOUT = "-"

SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


@command("export", "export latest --format html --output report.html")
@click.argument("articles", nargs=-1, metavar="ARTICLE…")
@click.option("--format", "form", default="html", metavar="FORMAT", help="html unless said.")
@click.option("--output", "target", metavar="FILE", help="Where to; - is standard output.")
@click.option("--all", "every", is_flag=True, help="Every article on your list.")
@click.option("--together", is_flag=True, help="Several articles in one file.")
@click.option(
    "--name",
    "pattern",
    metavar="PATTERN",
    help="What files in a folder are called: {title} {id} {publisher} {published} {date} {format} {n}.",
)
@options
@FORCE
@click.pass_obj
def export(session: Session, /, **given: Any) -> None:
    """Write reports and data of articles.

    The editor's copy holds everything said of the claims, but notes that are for you only; a public
    one is closed, and says what it leaves out before it is written. Several go into a folder, one
    file each. `--format help` lists the formats.
    """
    if given["form"] == HELP:
        _put_formats()
        return
    if put_help(given):
        return
    from annotator.desk.formats import format_named

    format_named(given["form"])
    edition = edition_of(given)
    if given["save_preset"] is not None and not _writes(given):
        _keep(given["save_preset"], edition)
        return
    _check(given)
    with session.open() as library:
        found = _found(library, given["articles"], given["every"])
        _write(library, found, edition, given)
    if given["save_preset"] is not None:
        _keep(given["save_preset"], edition)


def _put_formats() -> None:
    from annotator.desk.format_table import NOTHING, lacks
    from annotator.desk.formats import formats

    rows = formats()
    wide = max(len(row.name) for row in rows)
    for row in rows:
        missing = lacks(row).replace(NOTHING, "")
        output.put(f"{row.name:<{wide}}  {row.says}{f' (not: {missing})' if missing else ''}")


def _keep(name: str, edition: Edition) -> None:
    from annotator.desk.presets import save_preset

    save_preset(name, edition)
    output.say(f"Kept as preset: {' '.join(name.split())}")


def _writes(given: dict[str, Any]) -> bool:
    """Whether a file is wanted; a preset can be kept without one."""
    return bool(given["articles"] or given["every"] or given["target"])


def _check(given: dict[str, Any]) -> None:
    """What can be refused before the library is opened."""
    articles, every, target = given["articles"], given["every"], given["target"]
    if every and articles:
        raise AnnotatorError("--all means every article: name articles, or say --all.")
    if not every and not articles:
        raise AnnotatorError("Name an article, such as latest, or say --all for every one.")
    if not target or not target.strip():
        raise AnnotatorError("Say where to with --output FILE, or --output - for standard output.")
    folder = (_several(given) or given["pattern"]) and not given["together"]
    if target.endswith(SEPARATORS) and not folder:
        raise AnnotatorError(f"{target} is a folder: name a file in it.")
    _check_words(given)


def _check_words(given: dict[str, Any]) -> None:
    """What options say together."""
    target = given["target"]
    if given["together"] and given["pattern"] is not None:
        raise AnnotatorError("--name is for files in a folder: leave it out, or --together.")
    if target == STDOUT and given["pattern"] is not None:
        raise AnnotatorError("--name is for files in a folder: name one with --output FOLDER.")
    if target == STDOUT and _several(given) and not given["together"]:
        raise AnnotatorError("Several articles go into a folder: name one with --output FOLDER.")
    if given["title"] is not None and _several(given) and not given["together"]:
        raise AnnotatorError("--title is the title of one report: leave it out for several.")
    if given["pattern"] is not None and not given["pattern"].strip():
        raise AnnotatorError("--name is empty: write what files are called, such as “{title}”.")
    if given["save_preset"] is not None:
        from annotator.desk.presets import refuse_name

        refuse_name(given["save_preset"])


def _several(given: dict[str, Any]) -> bool:
    return bool(given["every"] or len(given["articles"]) > 1)


def _found(library: OpenLibrary, wanted: Sequence[str], every: bool) -> tuple[ArticleId, ...]:
    """The articles that are meant, each once."""
    from annotator.desk import listing
    from annotator.desk.articles import find_article

    if not every:
        return tuple(dict.fromkeys(find_article(library, name).id for name in wanted))
    found = tuple(row.id for row in listing.rows(library))
    if not found:
        raise AnnotatorError("There is no article on your list: import one first.")
    return found


def _write(
    library: OpenLibrary,
    articles: tuple[ArticleId, ...],
    edition: Edition,
    given: dict[str, Any],
) -> None:
    from annotator.desk.exporting import Order, refuse_order, write_order

    several = _several(given)
    apart = several and not given["together"]
    with _file(given["target"]) as path:
        order = Order(
            articles,
            given["form"],
            path,
            replace(edition, title="" if apart else edition.title),
            given["together"],
            given["pattern"] or "",
            given["force"],
            several,
        )
        refuse_order(library, order)
        if apart and edition.title:  # a preset's
            what = first_words(edition.title)
            output.say(f"The title “{what}” is of one report: each of several has its own.")
        _tell(library, order, given)
        with told.progress() as progress:
            written = write_order(library, order, progress=progress)
        for one in written:
            for sentence in one.notices:
                output.say(sentence)
            if given["target"] != STDOUT:
                output.say(f"Written: {one.path} ({one.sentence})")


def _tell(library: OpenLibrary, order: Order, given: dict[str, Any]) -> None:
    """What is to be known before anything is written."""
    from annotator.desk.formats import format_named

    row = format_named(order.form)
    if aside := left_aside(given, row):
        output.say(aside)
    told.veiled(library, order.articles, row, order.edition)
    if order.edition.public:
        told.withheld(library, order.articles, order.edition)


@contextmanager
def _file(target: str) -> Iterator[Path]:
    """What to write to; for standard output a file whose bytes go there at the end."""
    if target != STDOUT:
        yield Path(target)
        return
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        path = Path(folder, "export")
        yield path
        output.put_bytes(path.read_bytes())


COMMANDS = {"export": export}
