"""A settled article takes no edits by hand until it is reopened; a merge is never refused."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.edits.act import Act, Placed
from annotator.domain.edits.reviewing import SETTLED
from annotator.domain.errors import AnnotatorError
from annotator.store import log
from annotator.store.library import Library

STILL_TAKEN = (
    "AddRevision",
    "Erase",
    "Hide",
    "ImportArticle",
    "Keep",
    "RemoveArticle",
    "Reopen",
    "RestoreArticle",
    "Reveal",
    "SamePerson",
    "SetName",
    "TakePseudonym",
)
"""Kinds that change nothing of what was settled, and erasing, which protects somebody."""


def refuse_settled(library: Library, act: Act, placed: Iterable[Placed]) -> None:
    """Raises AnnotatorError where the act would change an article that is settled."""
    if act.kind in STILL_TAKEN:
        return
    articles = {article for _, article, _ in placed if article is not None}
    if act.undoes is not None:
        for header in log.headers(library, [act.undoes]):
            articles |= {seal.article for seal in header.seals if seal.article is not None}
    for article in articles:
        if is_settled(library, article):
            title = library.rows("SELECT title FROM records WHERE article = ?", (article,))
            raise AnnotatorError(
                f"“{title[0][0] if title else article}” is settled, so nothing was saved: "
                "reopen it first, with a reason.",
                command=f'annotator pass reopen {article[:8]} --reason "…"',
            )


def is_settled(library: Library, article: str) -> bool:
    """Whether the article is settled now."""
    found = library.rows("SELECT state FROM stages WHERE article = ?", (article,))
    return bool(found) and found[0][0] == SETTLED
