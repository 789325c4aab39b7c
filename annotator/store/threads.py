"""What was said of the claims of an article: comments in threads, as one person may read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.compare import Judged
from annotator.domain.edits.comments import COMMENT
from annotator.domain.review import Said
from annotator.domain.threads import Comment, comments
from annotator.store.claiming import spans_of
from annotator.store.judging import index_of, said_in, sight_of
from annotator.store.library import Library
from annotator.store.relating import hidden_by
from annotator.store.write import MADE_HERE


def threads(
    library: Library, article: ArticleId, viewer: str, claim: ClaimId | None = None
) -> tuple[Comment, ...]:
    """The comments of an article, or of one claim, each thread together.

    None while the viewer's pass is blind. Of colleagues whom the viewer hid only the place is
    left, where somebody answered them.
    """
    with library.reading():
        if sight_of(library, article, viewer).blind:
            return ()
        of = None if claim is None else [claim]
        return comments(comments_said(library, article, hidden_by(library, viewer), of))


def made_here(library: Library, article: ArticleId, edit: str) -> bool:
    """Whether this edit of the article was made in this library, and did not come in from another."""
    return bool(
        library.rows(
            "SELECT 1 FROM local WHERE kind = ? AND article = ? AND about = ?",
            (MADE_HERE, article, edit),
        )
    )


def comments_said(
    library: Library,
    article: ArticleId,
    hidden: Iterable[str],
    claims: Sequence[ClaimId] | None = None,
) -> list[Said]:
    """The live comments of people who are not hidden, in order."""
    said = said_in(library, article, (COMMENT,), claims)
    left_out = set(hidden)
    return [one for one in said if one.analyst not in left_out]


def counted(library: Library, said: Iterable[Said], found: Judged) -> dict[int, int]:
    """Index → how many comments the claim has."""
    counts: dict[int, int] = {}
    written = [ClaimId(one.id) for one in said if one.about == "claim" and one["text"]]
    places = spans_of(library, sorted(set(written)))
    for claim in written:
        place = places.get(claim)
        at = index_of(found, place[1]) if place and place[0] == found.article else None
        if at is not None:
            counts[at] = counts.get(at, 0) + 1
    return counts
