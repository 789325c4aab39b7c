"""Taking back and giving back, named in words."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import claims_in_words
from annotator.domain.article import ArticleId, Span
from annotator.domain.edits.form import EditId
from annotator.domain.edits.undoing import Redo, Undo
from annotator.domain.errors import AnnotatorError
from annotator.store import history


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that can be taken back or given back: in words, and what it touches.

    ``everywhere`` says that it touches other articles too, and goes as a whole.
    """

    edit: EditId
    words: str
    article: ArticleId
    spans: tuple[Span, ...]
    everywhere: bool = False


def next_undo(library: OpenLibrary, article: ArticleId | None) -> Step | None:
    """What Ctrl+Z would take back in this article, or None."""
    return _step(library, history.undo_target(library.store, library.author.id, article), article)


def next_redo(library: OpenLibrary, article: ArticleId | None) -> Step | None:
    """What redo would give back in this article, or None."""
    return _step(library, history.redo_target(library.store, library.author.id, article), article)


def undo(library: OpenLibrary, article: ArticleId | None) -> Step:
    """Takes back the acting analyst's last edit made here. Raises AnnotatorError if there is none."""
    step = next_undo(library, article)
    if step is None:
        raise AnnotatorError("There is nothing to undo here.")
    library.perform(Undo(step.edit))
    return step


def redo(library: OpenLibrary, article: ArticleId | None) -> Step:
    """Gives back what was taken back last. Raises AnnotatorError if there is nothing."""
    step = next_redo(library, article)
    if step is None:
        raise AnnotatorError("There is nothing to redo here.")
    library.perform(Redo(step.edit))
    return step


def _step(
    library: OpenLibrary, row: history.HistoryRow | None, article: ArticleId | None
) -> Step | None:
    if row is None:
        return None
    of = article or row.articles[0]
    spans = tuple(row.spans)
    where = claims_in_words(library, of, spans)
    # History says "untagged → disputed"; a menu says what would go: "disputed, claim 5".
    words = f"{row.brief}, {where}" if where else row.brief
    return Step(row.id, words, of, spans, len(row.articles) > 1)
