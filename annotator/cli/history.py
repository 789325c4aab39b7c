"""`undo`, `redo` and `history`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, JSON, command
from annotator.cli.session import Session, claim_of
from annotator.domain.edits.form import EditId
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.desk.telling import Told
    from annotator.desk.undoing import Step
    from annotator.domain.article import ArticleId, ClaimId

SHORTEST = 4
"""Characters of an id that name an edit."""


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
@click.option(
    "--restore",
    metavar="EDIT",
    help="Bring back what you held of the claim right after this edit of yours.",
)
@JSON
@click.pass_obj
def history(
    session: Session, article: str, claim: str | None, restore: str | None, as_json: bool
) -> None:
    """List what was done, by whom and when, the newest last.

    With --restore the claim's evidence and attributions come back too; what the evidence itself
    says stays as it is. A claim that was cut or joined is named by its id.
    """
    from annotator.desk.articles import find_article
    from annotator.desk.listing import is_veiled
    from annotator.desk.telling import told

    if restore is not None and claim is None:
        raise AnnotatorError("--restore wants a claim: name it after the article.")
    with session.open() as library:
        of = find_article(library, article).id
        key = None if claim is None else _claim(library, of, claim)
        edits = told(library, of, key)
        if restore is not None and key is not None:
            _restore(library, of, key, edits, restore)
            edits = told(library, of, key)
        if is_veiled(library, of):
            output.say("This is a blind check: only your own judgements are told until you submit.")
    if as_json:
        output.put_json({"edits": [_json(edit) for edit in edits]})
    elif restore is None:
        rows = [_cells(edit) for edit in edits]
        output.put_table(("EDIT", "WHEN", "WHO", "WHAT"), rows)


def _claim(library: OpenLibrary, article: ArticleId, wanted: str) -> ClaimId:
    """The claim that is meant; one that was cut, too, where its id is written."""
    from annotator.desk.articles import find_retired
    from annotator.domain.article import claim_id

    return find_retired(library, article, wanted) or claim_id(
        article, claim_of(library, article, wanted)
    )


def _restore(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, edits: Sequence[Told], wanted: str
) -> None:
    from annotator.desk.restoring import restore

    found = [edit for edit in edits if edit.id.startswith(wanted.strip().lower())]
    if len(found) != 1 or len(wanted.strip()) < SHORTEST:
        raise AnnotatorError(
            f"“{wanted}” is not the beginning of one edit of this claim: "
            "see their ids with `annotator history ARTICLE CLAIM`."
        )
    saved = restore(library, article, claim, EditId(found[0].id))
    done = "stands again as it did" if saved else "stands so already: nothing was saved"
    output.say(f"What you held after “{found[0].does}” {done}.")


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
    from annotator.reporting.times import iso

    return {
        "id": edit.id,
        "at": iso(edit.at),
        "analyst": edit.analyst,
        "analyst_id": edit.analyst_id,
        "does": edit.does,
        "claims": list(edit.claims),
        "undoes": edit.undoes,
    }


def _cells(edit: Told) -> tuple[str, str, str, str]:
    from annotator.reporting.times import shown

    what = f"{edit.does}, {edit.where}" if edit.where else edit.does
    what = f"{what} (taken back)" if edit.taken_back else what
    return edit.id[:8], shown(edit.at), edit.analyst, what


COMMANDS = {"undo": undo, "redo": redo, "history": history}
