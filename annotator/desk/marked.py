"""A claim's mark with all that is shown of it: the earlier version, its words, what changed in them."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.revising_answers import confirm
from annotator.desk.revising_marks import Mark, MarkKind, mark_of
from annotator.desk.twins_taking import take_from_elsewhere
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.review.weighing import weighs
from annotator.store import reading
from annotator.store.write import Applied


@dataclass(frozen=True, slots=True)
class Marked:
    """``title`` and ``imported_at`` (microseconds since 1970) are of the earlier version.

    ``text`` is what the claim says there; ``weighs`` what of the change may turn its meaning.
    """

    mark: Mark
    title: str
    imported_at: int
    text: str
    weighs: tuple[str, ...]


def marked(library: OpenLibrary, article: ArticleId, claim: ClaimId, text: str) -> Marked | None:
    """What is said beside a claim, whose words are ``text``; None where there is nothing."""
    mark = mark_of(library, article, claim)
    if mark is None:
        return None
    there = reading.article(library.store, mark.earlier)
    said = there.text[mark.span.start : mark.span.end]
    changed = weighs(said, text) if mark.kind is MarkKind.AGAIN else ()
    return Marked(mark, there.title, there.imported_at, said, changed)


def same_claim(
    library: OpenLibrary, article: ArticleId, span: Span, earlier: ArticleId, there: Span
) -> Applied | None:
    """Says that it is the claim of the earlier version; one's own of that comes along."""
    return confirm(library, article, earlier, frozenset([(there, span)]))


def take_all_the_same(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, source: ClaimId
) -> Applied | None:
    """Holds of a claim to be checked again what one held of the earlier one: it was checked."""
    return take_from_elsewhere(library, article, claim, source, looked=True)
