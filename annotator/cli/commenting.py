"""`comment`: asking and answering colleagues at a claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, CLAIM, JSON, command
from annotator.cli.session import Session, claim_of, typed
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId, ClaimId
    from annotator.domain.threads import Comment


@command("comment", "comment latest 5 'From the tomb, or from the first blast?'")
@ARTICLE
@CLAIM
@click.argument("text", required=False)
@click.option("--answer", metavar="ID", help="Answer this comment.")
@click.option("--edit", metavar="ID", help="Word this comment of yours otherwise; empty, it goes.")
@JSON
@click.pass_obj
def comment(
    session: Session,
    article: str,
    claim: str,
    text: str | None,
    answer: str | None,
    edit: str | None,
    as_json: bool,
) -> None:
    """Comment on a claim, or list its comments.

    Without TEXT the comments of the claim are listed with their ids; the first 8 characters of
    one name it. As TEXT, - reads it from standard input. A new comment prints its id.
    """
    if answer is not None and edit is not None:
        raise AnnotatorError("--answer and --edit do not go together: name one of them.")
    if text is None and (answer or edit) is not None:
        raise AnnotatorError("Type what the comment says after the claim.")
    from annotator.desk.articles import find_article
    from annotator.desk.naming import claims_in_words
    from annotator.domain.article import claim_id

    text = None if text is None else typed(text, "comment")
    with session.open() as library:
        of = find_article(library, article).id
        span = claim_of(library, of, claim)
        words = claims_in_words(library, of, (span,))
        where = (of, claim_id(of, span))
        if text is None:
            _put_thread(library, *where, words, as_json)
            return
        if edit is not None:
            said = _worded_otherwise(library, *where, edit, text)
        else:
            said = f"The comment on {words} is saved."
            made = _said(library, *where, answer, text)
            output.put_json({"id": made}) if as_json else output.put(made)
    output.say(said)


def _said(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, answer: str | None, text: str
) -> str:
    """Saves a comment or an answer, and gives its id."""
    from annotator.desk import commenting

    if answer is None:
        applied = commenting.comment(library, article, claim, text)
    else:
        applied = commenting.answer(library, article, answer, text, on=claim)
    return applied.edits[-1].header.id


def _worded_otherwise(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, edit: str, text: str
) -> str:
    from annotator.desk import commenting

    applied = commenting.word_otherwise(library, article, edit, text, on=claim)
    if applied is None:
        return "The comment says that already: nothing was saved."
    return "The comment is worded otherwise." if text.strip() else "The comment is taken away."


def _put_thread(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, words: str, as_json: bool
) -> None:
    from annotator.desk.commenting import thread
    from annotator.desk.people import names

    found = thread(library, article, claim)
    called = names(library)
    if as_json:
        output.put_json({"comments": [_comment_json(one, called) for one in found]})
    elif found:
        rows = [_comment_cells(one, called) for one in found]
        output.put_table(("ID", "ANSWERS", "WHEN", "WHO", "TEXT"), rows)
    else:
        output.say(f"Nobody has commented on {words} yet.")


def _comment_cells(one: Comment, called: Mapping[str, str]) -> tuple[str, ...]:
    from annotator.reporting.times import shown

    answers = one.answers[:8] if one.answers else ""
    if one.gone:
        return one.id[:8], answers, "", "", "(taken away, or not here)"
    return one.id[:8], answers, shown(one.written), called.get(one.analyst, ""), one.text


def _comment_json(one: Comment, called: Mapping[str, str]) -> output.Json:
    from annotator.reporting.times import iso

    return {
        "id": one.id,
        "answers": one.answers,
        "analyst": called.get(one.analyst) or None,
        "analyst_id": one.analyst or None,
        "at": None if one.gone else iso(one.written),
        "text": one.text or None,
    }


COMMANDS = {"comment": comment}
