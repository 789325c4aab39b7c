"""`agreement`: how alike analysts tag, in a library or in any table."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import FORCE, JSON, command
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId
    from annotator.review.agreement import Agreement

STDIO = "-"
ITEM, CLAIM = "item", "claim"


@command("agreement", "agreement latest --as now")
@click.argument("articles", nargs=-1, metavar="[ARTICLE…]")
@click.option(
    "--as",
    "counting",
    type=click.Choice(["first", "now"]),
    help="First tags, given before a colleague's could be seen (unless said); or tags as they stand.",
)
@click.option("--drawn", is_flag=True, help="Only the claims that `draw` drew last.")
@click.option("--table", metavar="FILE", help="Measure a CSV file: item, analyst, tag.")
@click.option("--csv", "sheet", metavar="FILE", help="Write everything as CSV; - prints it.")
@JSON
@FORCE
@click.pass_obj
def agreement(
    session: Session,
    articles: tuple[str, ...],
    counting: str | None,
    drawn: bool,
    table: str | None,
    sheet: str | None,
    as_json: bool,
    force: bool,
) -> None:
    """Say how alike the analysts tag.

    Without an ARTICLE all articles on your list are measured together. With --table no library
    is needed; an empty tag is missing.
    """
    if as_json and sheet == STDIO:
        raise AnnotatorError("--json and --csv - both want standard output: name a file for --csv.")
    if table is not None:
        if articles or counting is not None or drawn:
            raise AnnotatorError(
                "--table measures that file alone: leave ARTICLE, --as and --drawn away."
            )
        _measure_table(table, sheet, as_json, force)
        return
    with session.open() as library:
        from annotator.desk.agreeing import measured
        from annotator.desk.exporting import refuse_library
        from annotator.review.standings import Counting

        if sheet is not None and sheet != STDIO:
            refuse_library(library, Path(sheet))
        chosen = _found(library, articles)
        if drawn:
            _refuse_undrawn(library, chosen)
        found = measured(library, chosen, Counting(counting or "first"), drawn=drawn)
        _put(found.agreement, found.sentences(), CLAIM, sheet, as_json, force)


def _measure_table(table: str, sheet: str | None, as_json: bool, force: bool) -> None:
    from annotator.importers.files import read_file
    from annotator.review.agreement import agreement as measure
    from annotator.review.csv_table import read_csv
    from annotator.review.words import all_in_words

    data = sys.stdin.buffer.read() if table == STDIO else read_file(Path(table))
    name = "Standard input" if table == STDIO else output.line(table)
    found = measure(read_csv(data, name))
    _put(found, all_in_words(found, noun=ITEM), ITEM, sheet, as_json, force)


def _found(library: OpenLibrary, wanted: Sequence[str]) -> tuple[ArticleId, ...]:
    from annotator.desk import listing
    from annotator.desk.articles import find_article

    found = tuple(find_article(library, name).id for name in wanted)
    found = found or tuple(row.id for row in listing.rows(library))
    if not found:
        raise AnnotatorError("There is no article on your list: import one first.")
    return found


def _refuse_undrawn(library: OpenLibrary, articles: Sequence[ArticleId]) -> None:
    """Raises AnnotatorError where no claim of these articles was drawn."""
    from annotator.desk.drawing import samples

    if not samples(library, articles):
        which = "that article" if len(articles) == 1 else "these articles"
        raise AnnotatorError(
            f"No claim of {which} was drawn for a second check: `annotator draw` draws some."
        )


def _put(
    found: Agreement,
    sentences: Sequence[str],
    noun: str,
    sheet: str | None,
    as_json: bool,
    force: bool,
) -> None:
    """The file first: where it is refused, nothing is printed."""
    if sheet is not None:
        _write(found, sheet, force)
    if as_json:
        from annotator.cli.agreement_json import document

        output.put_json(document(found, " ".join(sentences)))
    elif sheet != STDIO:
        from annotator.cli import agreement_text

        agreement_text.put(found, sentences, noun)


def _write(found: Agreement, sheet: str, force: bool) -> None:
    from annotator.desk.agreement_csv import as_csv

    data = as_csv(found)
    if sheet == STDIO:
        output.put_bytes(data)
        return
    from annotator.exporters.files import write_file

    write_file(Path(sheet), data, force=force)
    output.say(f"Written: {sheet}")


COMMANDS = {"agreement": agreement}
