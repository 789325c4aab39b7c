"""`undo`, `redo` and `history`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, JSON, command
from annotator.cli.session import Session, claim_of

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.desk.telling import Told
    from annotator.desk.undoing import Step
    from annotator.domain.article import ArticleId


@command("undo", "undo latest")
@click.argument("article", required=False)
@click.pass_obj
def undo(session: Session, article: str | None) -> None:
    """Take back your latest edit of an article.

    Without ARTICLE it is the one you edited last. It takes back what was made in this library,
    one edit each time, without limit, also after the window or the computer was closed.
    """
    from annotator.desk import undoing

    with session.open() as library:
        of = _article(library, article)
        step = undoing.next_undo(library, of)
        words = _words(library, step) if step else ""
        undoing.undo(library, of)
    output.put(f"Taken back: {words}.")


@command("redo", "redo latest")
@click.argument("article", required=False)
@click.pass_obj
def redo(session: Session, article: str | None) -> None:
    """Give back what undo took last.

    It can while nothing else was done in that article since.
    """
    from annotator.desk import undoing

    with session.open() as library:
        step = undoing.redo(library, _article(library, article))
        words = _words(library, step)
    output.put(f"Done again: {words}.")


@command("history", "history latest 5")
@ARTICLE
@click.argument("claim", required=False)
@JSON
@click.pass_obj
def history(session: Session, article: str, claim: str | None, as_json: bool) -> None:
    """List what was done, by whom and when, the newest last."""
    from annotator.desk.articles import find_article
    from annotator.desk.listing import is_veiled
    from annotator.desk.telling import told
    from annotator.domain.article import claim_id

    with session.open() as library:
        of = find_article(library, article).id
        span = None if claim is None else claim_of(library, of, claim)
        edits = told(library, of, None if span is None else claim_id(of, span))
        if is_veiled(library, of):
            output.say("This is a blind check: only your own judgements are told until you submit.")
    if as_json:
        output.put_json({"edits": [_json(edit) for edit in edits]})
        return
    output.put_table(("WHEN", "WHO", "WHAT"), [_cells(edit) for edit in edits])


def _article(library: OpenLibrary, wanted: str | None) -> ArticleId | None:
    from annotator.desk.articles import find_article

    return None if wanted is None else find_article(library, wanted).id


def _words(library: OpenLibrary, step: Step) -> str:
    """What it did and where, with the first words of a single claim."""
    from annotator.desk.telling import where

    place = where(library, step.article, step.spans) if len(step.spans) == 1 else ""
    words = step.words if not place else f"{step.words.rsplit(', ', 1)[0]}, {place}"
    return f"{words} (in every article it touched)" if step.everywhere else words


def _json(edit: Told) -> output.Json:
    from annotator.exporters.times import iso

    return {
        "id": edit.id,
        "at": iso(edit.at),
        "analyst": edit.analyst,
        "analyst_id": edit.analyst_id,
        "does": edit.does,
        "claims": list(edit.claims),
        "undoes": edit.undoes,
    }


def _cells(edit: Told) -> tuple[str, str, str]:
    from annotator.exporters.times import shown

    what = f"{edit.does}, {edit.where}" if edit.where else edit.does
    return shown(edit.at), edit.analyst, f"{what} (taken back)" if edit.taken_back else what


COMMANDS = {"undo": undo, "redo": redo, "history": history}
