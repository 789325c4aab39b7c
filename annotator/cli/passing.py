"""`pass`: handing one's own work in, answering a colleague's, settling the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from annotator.cli import output, passing_json
from annotator.cli.command import JSON, command
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.desk.progress import PassRow, Progress
    from annotator.desk.waiting import QueueRow
    from annotator.domain.article import ArticleId
    from annotator.domain.assessment import Analyst

SUBMIT, RETURN, APPROVE, SETTLE, REOPEN = "submit", "return", "approve", "settle", "reopen"
STATES = (SUBMIT, RETURN, APPROVE, SETTLE, REOPEN)
ANSWERS, REASONED = (RETURN, APPROVE), (RETURN, REOPEN)


@command("pass", "pass return latest --analyst-of Ben --reason 'Claim 5 has no source.'")
@click.argument("words", nargs=-1, metavar="[submit|return|approve|settle|reopen] [ARTICLE]")
@click.option("--analyst-of", metavar="NAME", help="Whose pass to return or approve.")
@click.option("--reason", metavar="TEXT", help="Why it is returned or reopened.")
@JSON
@click.pass_obj
def pass_(
    session: Session,
    words: tuple[str, ...],
    analyst_of: str | None,
    reason: str | None,
    as_json: bool,
) -> None:
    """Hand your work in, answer a colleague's, settle.

    With only an ARTICLE, it says how far everybody's pass has come; with nothing, what waits in
    all articles. A settled article takes no edits by hand until it is reopened; what comes in
    with a merge is counted.
    """
    state, article = _state_and_article(words)
    _refuse_options(state, analyst_of, reason)
    with session.open() as library:
        if article is None:
            _put_queue(library, as_json)
            return
        from annotator.desk.articles import find_article
        from annotator.desk.progress import progress

        of = find_article(library, article)
        said = () if state is None else _ACTS[state](library, of.id, analyst_of, reason)
        found = progress(library, of.id) if as_json or state is None else None
    if as_json and found is not None:
        output.put_json(passing_json.progress_json(of.id, found))
    elif found is not None:
        _put_progress(of.title, found)
    for sentence in said:
        output.say(sentence)


def _state_and_article(words: tuple[str, ...]) -> tuple[str | None, str | None]:
    """What to do, and with which article; None: nothing, all of them. Raises AnnotatorError."""
    if words and words[0] in STATES:
        if len(words) == 2:
            return words[0], words[1]
        raise AnnotatorError(f"Name one article: `annotator pass {words[0]} ARTICLE`.")
    if len(words) > 1:
        raise AnnotatorError(f"There is no state “{words[0]}”: choose one of {', '.join(STATES)}.")
    return None, words[0] if words else None


def _refuse_options(state: str | None, analyst_of: str | None, reason: str | None) -> None:
    if state in ANSWERS and analyst_of is None:
        raise AnnotatorError(f"Say whose pass to {state}: add --analyst-of NAME.")
    if state not in ANSWERS and analyst_of is not None:
        raise AnnotatorError(f"--analyst-of goes with {' and '.join(ANSWERS)} only.")
    if state in REASONED and not (reason or "").strip():
        raise AnnotatorError(f"Say why: `annotator pass {state}` wants --reason TEXT.")
    if state not in REASONED and reason is not None:
        raise AnnotatorError(f"--reason goes with {' and '.join(REASONED)} only.")


Act = Callable[["OpenLibrary", "ArticleId", str | None, str | None], Sequence[str]]
"""Does it, and gives what to say."""


def _submit(
    library: OpenLibrary, article: ArticleId, _analyst: str | None, _reason: str | None
) -> Sequence[str]:
    from annotator.desk.passes import submit

    if submit(library, article) is None:
        return ("Your pass is handed in, and nothing changed since: nothing was saved.",)
    return ("Your pass is handed in.",)


def _return(
    library: OpenLibrary, article: ArticleId, analyst: str | None, reason: str | None
) -> Sequence[str]:
    from annotator.desk.passes import return_

    theirs = _called(library, analyst)
    if return_(library, article, theirs.id, reason or "") is None:
        return (f"You returned {theirs.name}'s pass with that reason already: nothing was saved.",)
    return (f"{theirs.name}'s pass is returned.",)


def _approve(
    library: OpenLibrary, article: ArticleId, analyst: str | None, _reason: str | None
) -> Sequence[str]:
    from annotator.desk.passes import approve

    theirs = _called(library, analyst)
    if approve(library, article, theirs.id) is None:
        return (f"{theirs.name}'s pass is approved already: nothing was saved.",)
    return (f"{theirs.name}'s pass is approved.",)


def _settle(
    library: OpenLibrary, article: ArticleId, _analyst: str | None, _reason: str | None
) -> Sequence[str]:
    from annotator.desk.passes import settle_article

    done = settle_article(library, article)
    if done.applied is None:
        return ("The article is settled already: nothing was saved.",)
    said = "The article is settled, and takes no edits by hand until it is reopened."
    if not done.waiting:
        return (said,)
    claims = "1 claim waits" if done.waiting == 1 else f"{done.waiting} claims wait"
    return (said, f"{claims} for a decision still; `annotator decide` settles them once reopened.")


def _reopen(
    library: OpenLibrary, article: ArticleId, _analyst: str | None, reason: str | None
) -> Sequence[str]:
    from annotator.desk.passes import reopen

    reopen(library, article, reason or "")
    return ("The article is reopened.",)


_ACTS: dict[str, Act] = {
    SUBMIT: _submit,
    RETURN: _return,
    APPROVE: _approve,
    SETTLE: _settle,
    REOPEN: _reopen,
}


def _called(library: OpenLibrary, name: str | None) -> Analyst:
    from annotator.desk.people import analyst_called

    assert name is not None, "it was asked for"
    return analyst_called(library, name)


def _put_progress(title: str, found: Progress) -> None:
    output.put(output.fitted(output.line(title)))
    output.put(output.line(found.in_words))
    rows = [(row.analyst.name, _judged(row), row.in_words) for row in found.passes]
    output.put_table(("WHO", "JUDGED", "PASS"), rows)


def _judged(row: PassRow) -> str:
    return str(row.judged) if row.judged else ""


def _put_queue(library: OpenLibrary, as_json: bool) -> None:
    from annotator.desk.waiting import queue

    rows = queue(library)
    if as_json:
        output.put_json({"queue": [passing_json.queue_json(row) for row in rows]})
        return
    if not rows:
        output.say("There is no article on your list: `annotator import FILE` brings one in.")
        return
    cells = [
        (row.article[:8], str(row.waiting), str(row.settled), row.stage.stage.value, row.title)
        for row in rows
    ]
    output.put_table(("ID", "WAITING", "SETTLED", "STAGE", "TITLE"), cells)
    for row in rows:
        for sentence in _waits(row):
            output.put(output.line(f"{row.article[:8]} {sentence}"))


def _waits(row: QueueRow) -> Sequence[str]:
    """What else asks for something in this article."""
    answers = [f"{one.name} handed in, and has no answer" for one in row.to_answer]
    sent = [
        f"you returned {one.name}'s pass{': ' if why else ''}{why}" for one, why in row.sent_back
    ]
    came = [row.came_back[:1].lower() + row.came_back[1:]] if row.came_back else []
    return [*came, *answers, *sent]


COMMANDS = {"pass": pass_}
