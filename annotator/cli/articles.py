"""`remove` and `restore-article`: the acting analyst's own list."""

from __future__ import annotations

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, command
from annotator.cli.session import Session


@command("remove", "remove 3f2a91c0")
@ARTICLE
@click.pass_obj
def remove(session: Session, article: str) -> None:
    """Take an article off your list.

    Its text and everything said of its claims stay, and colleagues keep it.
    """
    from annotator.desk import articles

    with session.open() as library:
        row = articles.find_article(library, article)
        articles.remove(library, row.id)
    output.say(
        f"“{row.title}” is off your list; `annotator restore-article {row.id[:8]}` brings it back."
    )


@command("restore-article", "restore-article 3f2a91c0")
@ARTICLE
@click.pass_obj
def restore_article(session: Session, article: str) -> None:
    """Bring a removed article back onto your list."""
    from annotator.desk import articles

    with session.open() as library:
        row = articles.find_article(library, article, removed=True)
        if row.off:
            articles.restore(library, row.id)
    if row.off:
        output.say(f"“{row.title}” is back on your list.")
    else:
        output.say(f"“{row.title}” is on your list already: nothing was saved.")


COMMANDS = {"remove": remove, "restore-article": restore_article}
