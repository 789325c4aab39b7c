"""`backup`, `restore` and `doctor`: the library as a whole."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import FORCE, JSON, command
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError, DamagedError

if TYPE_CHECKING:
    from annotator.desk.keeping import Finding

STDOUT = "-"


@command("backup", "backup --output monday.db")
@click.option("--output", "target", metavar="FILE", help="Where to, instead of your data folder.")
@FORCE
@click.pass_obj
def backup(session: Session, target: str | None, force: bool) -> None:
    """Make a whole, checked copy of the library.

    It holds everything, your private notes too, and says where it is.
    """
    from annotator.desk.keeping import back_up

    with session.open() as library:
        if target == STDOUT:
            with tempfile.TemporaryDirectory() as folder:
                copy = back_up(library, Path(folder, "library.db"))
                output.put_bytes(copy.read_bytes())
            return
        made = back_up(library, None if target is None else Path(target), force=force)
    output.put(str(made))


@command("restore", "restore monday.db")
@click.argument("file")
@click.pass_obj
def restore(session: Session, file: str) -> None:
    """Put a backup in the library's place.

    What it replaces is kept, and it says where.
    """
    from annotator.desk.keeping import bring_back

    kept = bring_back(session.path, Path(file))
    if kept is None:
        output.say(f"{session.path} is the library now: nothing was there before.")
    else:
        output.say(f"{session.path} is restored; what was there before is kept as {kept}.")


@command("doctor", "doctor --repair")
@click.argument("article", required=False)
@click.option("--repair", is_flag=True, help="Derive anew whatever follows from the edits.")
@JSON
@click.pass_obj
def doctor(session: Session, article: str | None, repair: bool, as_json: bool) -> int:
    """Look the library through, or list reminders.

    With ARTICLE it lists that article's reminders: what is still missing of its claims, as
    you hold them. Exit status 1: it found some. It changes nothing unless it is told to repair.
    """
    if article is not None and repair:
        raise AnnotatorError("--repair is for the library as a whole: leave the article out.")
    if article is not None:
        found = _reminded(session, article)
        said = "No reminders: nothing is missing of what you hold of this article."
    else:
        found = _repaired(session) if repair else _examined(session)
        said = "Nothing wrong was found in the library."
    if as_json:
        rows = [{"kind": one.kind, "where": one.where, "says": one.says} for one in found]
        output.put_json({"findings": rows})
    else:
        for one in found:
            output.put(output.line(f"{one.where}: {one.says}"))
    if not found:
        output.say(said)
    return 1 if found else 0


def _reminded(session: Session, article: str) -> Sequence[Finding]:
    """What there is to remind the acting analyst of; the kind is the reminder's rule."""
    from annotator.desk.articles import find_article
    from annotator.desk.keeping import Finding
    from annotator.desk.reminding import all_reminders

    with session.open() as library:
        found = all_reminders(library, find_article(library, article).id)
    return [Finding(each.rule, one.name, each.says) for one in found for each in one.reminders]


def _examined(session: Session) -> Sequence[Finding]:
    """What is wrong; a file too damaged to be opened is a finding, not a refusal."""
    from annotator.desk.keeping import Finding, examine

    try:
        with session.open() as library:
            return examine(library)
    except DamagedError as error:
        return (Finding("damaged", str(session.path), str(error)),)


def _repaired(session: Session) -> Sequence[Finding]:
    """What is still wrong after everything derived was made anew."""
    from annotator.desk.keeping import examine, repair

    with session.open() as library:
        before = repair(library)
        found = examine(library)
        for one in before:
            if one not in found:
                output.say(f"Made anew: {one.where}: {one.says}")
        return found


COMMANDS = {"backup": backup, "restore": restore, "doctor": doctor}
