"""Whether anything is said of an article and another version of it: a quick question, asked of every article."""

from __future__ import annotations

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.store import voices


def is_tied(library: OpenLibrary, article: ArticleId) -> bool:
    """Whether claims of it were put beside claims of another text."""
    return bool(voices.tied_texts(library.store, article))
