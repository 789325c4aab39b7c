"""`export`: reports and data, to a file, to a folder, or to standard output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import FORCE, command
from annotator.cli.session import Session, later
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId

STDOUT = "-"
HELP = "help"


@command("export", "export latest --format html --output report.html")
@click.argument("articles", nargs=-1, metavar="ARTICLE…")
@click.option("--format", "form", default="html", metavar="FORMAT", help="html unless said.")
@click.option("--output", "target", metavar="FILE", help="Where to; - is standard output.")
@click.option("--all", "every", is_flag=True, help="Every article on your list.")
@click.option("--public", is_flag=True, hidden=True)
@FORCE
@click.pass_obj
def export(
    session: Session,
    articles: tuple[str, ...],
    form: str,
    target: str | None,
    every: bool,
    public: bool,
    force: bool,
) -> None:
    """Write reports and data of articles.

    They hold everything said of the claims, but notes that are for you only. Several go into a folder, one file each. `--format help` lists the formats.
    """
    if form == HELP:
        _put_formats()
        return
    if public:
        raise later("Copies for the public come")
    from annotator.desk.formats import format_named

    format_named(form)
    _check(articles, target, every)
    assert target is not None, "it was checked"
    with session.open() as library:
        found = _found(library, articles, every)
        _say_veiled(library, found, form)
        if len(articles) > 1 or every:
            _into_folder(library, found, form, Path(target), force)
        else:
            _into_file(library, found[0], form, target, force)


def _put_formats() -> None:
    from annotator.desk.formats import formats

    rows = formats()
    wide = max(len(row.name) for row in rows)
    for row in rows:
        output.put(f"{row.name:<{wide}}  {row.says}")


def _check(articles: Sequence[str], target: str | None, every: bool) -> None:
    """What can be refused before the library is opened."""
    if every and articles:
        raise AnnotatorError("--all means every article: name articles, or say --all.")
    if not every and not articles:
        raise AnnotatorError("Name an article, such as latest, or say --all for every one.")
    if not target:
        raise AnnotatorError("Say where to with --output FILE, or --output - for standard output.")
    if target == STDOUT and (every or len(articles) > 1):
        raise AnnotatorError("Several articles go into a folder: name one with --output FOLDER.")


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


def _say_veiled(library: OpenLibrary, articles: Sequence[ArticleId], form: str) -> None:
    from annotator.desk.exporting import is_veiled

    count = sum(is_veiled(library, article, form) for article in articles)
    if count:
        what = "a blind check" if count == 1 else f"blind checks ({count} of {len(articles)})"
        output.say(f"This is {what}: colleagues' work is left out until you submit your pass.")


def _into_folder(
    library: OpenLibrary, articles: Sequence[ArticleId], form: str, folder: Path, force: bool
) -> None:
    from annotator.desk.exporting import Order, write_order

    order = Order(tuple(articles), form, folder, force=force, folder=True)
    for one in write_order(library, order):
        output.say(f"Written: {one.path} ({one.sentence})")


def _into_file(
    library: OpenLibrary, article: ArticleId, form: str, target: str, force: bool
) -> None:
    from annotator.desk.exporting import Order, exported, write_order

    if target == STDOUT:
        output.put_bytes(exported(library, article, form))
        return
    for one in write_order(library, Order((article,), form, Path(target), force=force)):
        output.say(f"Written: {target} ({one.sentence})")


COMMANDS = {"export": export}
