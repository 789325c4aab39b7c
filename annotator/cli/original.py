"""`original`: the bytes an article was read from, saved again as they came in."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, FORCE, command
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError

STDOUT = "-"


@command("original", "original latest --output article.docx")
@ARTICLE
@click.option("--output", "target", metavar="FILE", help="Where to; - is standard output.")
@FORCE
@click.pass_obj
def original(session: Session, article: str, target: str | None, force: bool) -> None:
    """Save the file again that an article was read from.

    Byte for byte as it came in. Of a page from the web that is a web archive (.warc): what
    was asked, what came back, and when.
    """
    from annotator.desk import enclosing
    from annotator.desk.articles import find_article
    from annotator.exporters.files import write_file

    with session.open() as library:
        found = enclosing.original(library, find_article(library, article).id)
    if not target:
        name = output.line(found.name)
        raise AnnotatorError(f"Say where to with --output; it came in as “{name}”.")
    if target == STDOUT:
        output.put_bytes(found.data)
        return
    write_file(Path(target), found.data, force=force)
    output.say(f"Written: {target} ({len(found.data):,} bytes, as it came in)")


COMMANDS = {"original": original}
