"""Comments on a claim: asking, answering, wording one's own otherwise, taking it away."""

from __future__ import annotations

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_text
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.comments import Comment as SayComment
from annotator.domain.edits.comments import EditComment
from annotator.domain.edits.form import EditId
from annotator.domain.edits.undoing import Undo
from annotator.domain.errors import AnnotatorError
from annotator.domain.threads import Comment
from annotator.store.threads import made_here, threads
from annotator.store.write import Applied


def thread(library: OpenLibrary, article: ArticleId, claim: ClaimId) -> tuple[Comment, ...]:
    """The comments of a claim, each thread together, as the acting person may read them."""
    return threads(library.store, article, library.me, claim)


def comment(library: OpenLibrary, article: ArticleId, claim: ClaimId, text: str) -> Applied:
    """Says something about a claim. Raises AnnotatorError where there is nothing to say."""
    return library.perform(SayComment(article, claim, _said(text)))


def answer(
    library: OpenLibrary, article: ArticleId, to: str, text: str, on: ClaimId | None = None
) -> Applied:
    """Answers a comment of this article, or of the claim ``on``.

    Raises AnnotatorError where the person sees none such there.
    """
    asked = _found(library, article, to, on)
    return library.perform(SayComment(article, asked.claim, _said(text), EditId(asked.id)))


def word_otherwise(
    library: OpenLibrary, article: ArticleId, of: str, text: str, on: ClaimId | None = None
) -> Applied | None:
    """Words one's own comment otherwise; an empty text takes it away. None: it says that already.

    Raises AnnotatorError for a colleague's.
    """
    mine = _own(library, article, of, on)
    text = kept_text(text, "The comment")
    if not text:
        return take_away(library, article, mine.id)
    if text == mine.text:
        return None
    return library.perform(EditComment(article, EditId(mine.id), text))


def take_away(library: OpenLibrary, article: ArticleId, of: str) -> Applied:
    """Takes one's own comment away; where somebody answered it, its place stays.

    What was made in this library is taken back, so that redo can give it back; what came
    from another machine is emptied. Raises AnnotatorError for a colleague's.
    """
    mine = _own(library, article, of)
    edit = EditId(mine.id)
    if made_here(library.store, article, edit):
        return library.perform(Undo(edit))
    return library.perform(EditComment(article, edit, ""))


def _said(text: str) -> str:
    text = kept_text(text, "The comment")
    if not text:
        raise AnnotatorError("The comment is empty: type what you want to say.")
    return text


def _own(library: OpenLibrary, article: ArticleId, of: str, on: ClaimId | None = None) -> Comment:
    found = _found(library, article, of, on)
    if found.analyst != library.me:
        raise AnnotatorError("That is a colleague's comment: answer it instead.")
    return found


def _found(library: OpenLibrary, article: ArticleId, of: str, on: ClaimId | None = None) -> Comment:
    """The comment of this id, or the beginning of one (8 characters or more)."""
    wanted = of.strip().lower()
    every = (one for one in threads(library.store, article, library.me, on) if not one.gone)
    found = [one for one in every if len(wanted) >= 8 and one.id.startswith(wanted)]
    if len(found) != 1:
        where = "in this article" if on is None else "on this claim"
        raise AnnotatorError(
            f"There is no comment {wanted[:40] or 'without an id'} {where}: "
            "`annotator comment ARTICLE CLAIM` lists those of a claim with their ids."
        )
    return found[0]
