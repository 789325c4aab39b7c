"""`remarks`: the writer's footnotes and comments, kept or set aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from annotator.cli import output, record_json
from annotator.cli.command import ARTICLE, JSON, command
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import number_label

if TYPE_CHECKING:
    from annotator.desk.remarks import RemarkHere


@command("remarks", "remarks latest --keep 1 --as evidence")
@ARTICLE
@click.option("--keep", type=int, multiple=True, metavar="N…", help="Keeps these.")
@click.option(
    "--as",
    "as_",
    type=click.Choice(["evidence", "note"]),
    default="evidence",
    help="As what: evidence, as at first, or a note.",
)
@click.option("--set-aside", type=int, multiple=True, metavar="N…", help="Sets these aside.")
@click.option("--all", "every", is_flag=True, help="Lists those that are answered, too.")
@JSON
@click.pass_obj
def remarks(
    session: Session,
    article: str,
    keep: tuple[int, ...],
    as_: str,
    set_aside: tuple[int, ...],
    every: bool,
    as_json: bool,
) -> None:
    """List what an article's writer noted, and answer it.

    Footnotes and comments are suggestions until you keep each at its claim as evidence or as a
    note, or set it aside. Each answer is one edit; undo brings the remark back.
    """
    from annotator.desk import remarks as desk
    from annotator.desk.articles import find_article

    twice = {n for n in (*keep, *set_aside) if (*keep, *set_aside).count(n) > 1}
    if twice:
        raise AnnotatorError(f"Remark {min(twice)} is named twice: say once what becomes of it.")
    with session.open() as library:
        of = find_article(library, article).id
        desk.refuse_unanswerable(library, of, keep, set_aside)
        for n in keep:
            desk.keep_remark(library, of, n, as_)
        for n in set_aside:
            desk.set_aside_remark(library, of, n)
        found = desk.remarks(library, of, answered=every)
    _say(keep, as_, set_aside)
    if as_json:
        output.put_json({"remarks": record_json.remarks(found)})
    elif found:
        _put(found)
    elif not (keep or set_aside):
        output.say("Its writer left no remark that waits for an answer.")


def _say(keep: Sequence[int], as_: str, set_aside: Sequence[int]) -> None:
    for n in keep:
        output.say(f"Remark {n} is kept as {'evidence' if as_ == 'evidence' else 'a note'}.")
    for n in set_aside:
        output.say(f"Remark {n} is set aside.")


def _put(found: Sequence[RemarkHere]) -> None:
    from annotator.desk.naming import first_words

    rows = [
        (
            str(one.n),
            number_label(one.number) or "–",
            one.answer.value if one.answer else "waits",
            one.remark.kind.value,
            first_words(one.remark.author) or "–",
            one.remark.text,
        )
        for one in found
    ]
    output.put_table(("N", "CLAIM", "ANSWER", "KIND", "BY", "TEXT"), rows)


COMMANDS = {"remarks": remarks}
