"""The list of articles: finding one by what somebody typed, taking it off, bringing it back."""

from __future__ import annotations

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.edits.articles import RemoveArticle, RestoreArticle
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import number_label
from annotator.store import reading
from annotator.store.reading import ArticleRow


def find_article(library: OpenLibrary, wanted: str, *, removed: bool = False) -> ArticleRow:
    """The article meant by an id, the beginning of one, a part of one title, or "latest".

    Raises AnnotatorError where none or several are meant.
    """
    rows = reading.article_rows(library.store, library.me, removed=removed)
    if not rows:
        raise AnnotatorError(
            "There is no article on your list: bring one in with `annotator import`."
        )
    if wanted == "latest":
        return max(rows, key=lambda row: row.imported_at)
    folded = wanted.casefold().strip()
    by_id = [row for row in rows if len(folded) >= 4 and row.id.startswith(folded)]
    by_title = [row for row in rows if folded and folded in row.title.casefold()]
    found = by_id or by_title
    if len(found) == 1:
        return found[0]
    if found:
        listed = "; ".join(f"{row.id[:8]} {first_words(row.title)}" for row in found[:5])
        raise AnnotatorError(
            f"“{wanted}” fits {len(found)} articles: {listed}. Name one by its id."
        )
    raise AnnotatorError(
        f"No article is called “{first_words(wanted, 80)}”: see them with `annotator list`."
    )


def find_claim(library: OpenLibrary, article: ArticleId, wanted: str) -> Span:
    """The live claim meant by its number, "T", or an id. Raises AnnotatorError."""
    wanted = wanted.strip()
    if wanted.upper() == "T":
        number: int | None = 0
    else:
        number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 else None
    if number is not None:
        span = reading.claim_by_number(library.store, article, number)
        if span is not None:
            return span
        raise AnnotatorError(_no_such_claim(library, article, number_label(number)))
    found = reading.claim_by_id(library.store, article, wanted.lower())
    if found is not None and found[1]:
        return found[0]
    raise AnnotatorError(_no_such_claim(library, article, first_words(wanted)))


def find_retired(library: OpenLibrary, article: ArticleId, wanted: str) -> ClaimId | None:
    """The claim with exactly this id, where it was cut and is none now; else None."""
    claim = wanted.strip().lower()
    found = reading.claim_by_id(library.store, article, claim)
    return ClaimId(claim) if found is not None and not found[1] else None


def remove(library: OpenLibrary, article: ArticleId) -> None:
    """Takes an article off the acting analyst's own list."""
    library.perform(RemoveArticle(article))


def restore(library: OpenLibrary, article: ArticleId) -> None:
    """Brings an article back onto the acting analyst's list."""
    library.perform(RestoreArticle(article))


def _no_such_claim(library: OpenLibrary, article: ArticleId, wanted: str) -> str:
    row = reading.article_row(library.store, library.me, article)
    last = row.claims if row else 0
    title = ", and T is the title" if row and row.has_title else ""
    meant = f"no claim {wanted}" if wanted else "no claim without a name"
    return f"There is {meant} in this article: claims run from 1 to {last}{title}."
