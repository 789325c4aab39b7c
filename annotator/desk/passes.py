"""Passes and stages: handing one's own pass in, answering a colleague's, settling the article.

Nobody changes another's pass: an answer names the submission it answers.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_text
from annotator.domain.article import ArticleId
from annotator.domain.edits.form import EditId
from annotator.domain.edits.reviewing import Approve, Reopen, Return, Settle, Submit
from annotator.domain.errors import AnnotatorError
from annotator.domain.review import DRAFT, ArticleStage, Pass, PassState
from annotator.domain.tags import NOT_JUDGED
from annotator.store import reading, reviewing, stages
from annotator.store.judging import sight_of
from annotator.store.passing import changed_after, passes_of
from annotator.store.people import Names
from annotator.store.write import Applied


@dataclass(frozen=True, slots=True)
class Settled:
    """What settling an article came to; ``waiting`` claims asked for a decision still.

    ``applied`` is None where it was settled already.
    """

    applied: Applied | None
    waiting: int


def submit(library: OpenLibrary, article: ArticleId) -> Applied | None:
    """Hands one's own pass in, as it stands now. None: it is handed in, and nothing changed since.

    Raises AnnotatorError where one has judged nothing.
    """
    if not judged(library, article, library.me):
        raise AnnotatorError(
            "You have judged no claim of this article, so there is nothing to submit: "
            "tag one first."
        )
    mine = passes_of(library.store, article).get(library.me, DRAFT)
    handed_in = mine.state in (PassState.SUBMITTED, PassState.APPROVED)
    if handed_in and not changed_after(library.store, article, library.me, mine.order):
        return None
    return library.perform(Submit(article))


def return_(library: OpenLibrary, article: ArticleId, analyst: str, reason: str) -> Applied | None:
    """Gives a colleague's submission back, with a reason. None: one did so, with that reason.

    Raises AnnotatorError without a reason, for one's own pass, and where there is none.
    """
    reason = kept_text(reason, "The reason")
    if not reason:
        raise AnnotatorError("Say why: a pass goes back with a reason, which its analyst reads.")
    theirs = _submission(library, article, analyst, "return")
    answer = (theirs.state, theirs.answered_by, theirs.reason)
    if answer == (PassState.RETURNED, library.me, reason):
        return None
    return library.perform(Return(article, EditId(theirs.submission), reason))


def approve(library: OpenLibrary, article: ArticleId, analyst: str) -> Applied | None:
    """Says that a colleague's submission is good as it is. None: it is approved already.

    Raises AnnotatorError for one's own pass, and where there is none.
    """
    theirs = _submission(library, article, analyst, "approve")
    if theirs.state is PassState.APPROVED:
        return None
    return library.perform(Approve(article, EditId(theirs.submission)))


def settle_article(library: OpenLibrary, article: ArticleId) -> Settled:
    """Closes the article as it stands; claims that wait for a decision are counted, no block.

    Raises AnnotatorError while the acting person checks it blind.
    """
    held = reviewing.review(library.store, article, library.me)
    if held.stage.stage is ArticleStage.SETTLED:
        return Settled(None, held.waiting)
    _refuse_blind(library, article, "settle it")
    digests = stages.settle_digests(library.store, article)
    return Settled(library.perform(Settle(article, digests)), held.waiting)


def reopen(library: OpenLibrary, article: ArticleId, reason: str) -> Applied:
    """Opens a settled article again. Raises AnnotatorError without a reason, or if it is open."""
    reason = kept_text(reason, "The reason")
    if not reason:
        raise AnnotatorError("Say why: a settled article is opened again with a reason.")
    if stages.stage_of(library.store, article).stage is not ArticleStage.SETTLED:
        raise AnnotatorError("This article is not settled, so there is nothing to reopen.")
    return library.perform(Reopen(article, reason))


def judged(library: OpenLibrary, article: ArticleId, analyst: str) -> int:
    """How many live claims of the article this person has judged."""
    row = reading.article_row(library.store, analyst, article)
    if row is None:
        return 0
    return sum(count for standing, count in row.counts.items() if standing not in NOT_JUDGED)


def _submission(library: OpenLibrary, article: ArticleId, analyst: str, what: str) -> Pass:
    """The pass to answer. Raises AnnotatorError where it is one's own, not handed in, or not shown."""
    if analyst == library.me:
        raise AnnotatorError(f"That is your own pass: a colleague has to {what} it.")
    _refuse_blind(library, article, f"{what} a colleague's")
    theirs = passes_of(library.store, article).get(analyst)
    if theirs is None:
        raise AnnotatorError(
            f"{Names(library.store).of(analyst)} has not submitted this article, "
            f"so there is nothing to {what}."
        )
    return theirs


def _refuse_blind(library: OpenLibrary, article: ArticleId, what: str) -> None:
    if sight_of(library.store, article, library.me).blind:
        raise AnnotatorError(
            "You check this article blind, and what colleagues say is not shown to you yet: "
            f"submit your pass before you {what}."
        )
