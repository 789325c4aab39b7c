"""`record`: what is known of an article, what is offered, and correcting it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from annotator.cli import output, record_json
from annotator.cli.command import ARTICLE, JSON, command
from annotator.cli.session import Session
from annotator.domain.article import RECORD_FIELDS

if TYPE_CHECKING:
    from annotator.domain.article import Article
    from annotator.domain.enclosed import Offered

_WHAT = {
    "title": "What it is called.",
    "publisher": "Who published it.",
    "author": "Who wrote it.",
    "published": "The day, or the moment with its zone: 2026-01-03T14:20+03:30.",
    "updated": "The same, of its last change.",
    "address": "Where it stands.",
    "language": "As a code: en, fa, de-AT.",
}


def _options(made: Any) -> Any:
    """One option a field; an empty text empties it."""
    for field in reversed(RECORD_FIELDS):
        made = click.option(f"--{field}", metavar="TEXT", help=_WHAT[field])(made)
    return made


@command("record", "record latest --accept author --published 2026-01-03")
@ARTICLE
@click.option(
    "--accept",
    multiple=True,
    type=click.Choice(RECORD_FIELDS),
    metavar="FIELD…",
    help="Takes over what is offered for it.",
)
@click.option("--accept-all", is_flag=True, help="Takes over all that is offered.")
@_options
@JSON
@click.pass_obj
def record(
    session: Session,
    /,
    article: str,
    accept: tuple[str, ...],
    accept_all: bool,
    as_json: bool,
    **typed: str | None,
) -> None:
    """Show or correct what is known of an article.

    What a file says of its article is offered and counts for nothing until it is accepted.
    What was typed wins over what is offered.
    """
    from annotator.desk import article_record, enclosing
    from annotator.desk.articles import find_article
    from annotator.desk.listing import article_of

    given = {field: text for field, text in typed.items() if text is not None}
    with session.open() as library:
        of = find_article(library, article).id
        wanted = None if accept_all else [field for field in accept if field not in given]
        values = enclosing.first_offered(library, of, wanted) | given
        applied = article_record.correct(library, of, values)
        known, offered = article_of(library, of), enclosing.offered(library, of)
    if values and applied is None:
        output.say("The record was so already: nothing was saved.")
    if as_json:
        output.put_json(record_json.record(known, offered))
    else:
        _put(known, offered)


def _put(known: Article, offered: Sequence[Offered]) -> None:
    from annotator.reporting.times import shown, shown_day

    rows = []
    for field in RECORD_FIELDS:
        value = getattr(known, field)
        said = [one for one in offered if one.field == field]
        rows.append((field, shown_day(value) if value else "–"))
        rows += [("", f"offered: {shown_day(one.value)} ({one.source})") for one in said]
    by = f", by {known.imported_by}" if known.imported_by else ""
    rows.append(("imported", f"{shown(known.imported_at)}{by}"))
    rows += [
        (name, value)
        for name, value in (
            ("file", known.file_name),
            ("encoding", known.encoding),
            ("sha256", known.sha256),
        )
        if value
    ]
    output.put_table(("FIELD", "VALUE"), rows)


COMMANDS = {"record": record}
