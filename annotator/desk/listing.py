"""What the library holds, in full: its articles, and one article with who holds what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.desk.library import OpenLibrary
from annotator.domain.article import Article, ArticleId, ClaimId, Passage, Span, claim_id
from annotator.domain.assessment import EMPTY, Analyst, Assessment, Audience
from annotator.domain.errors import AnnotatorError
from annotator.store import holding, reading
from annotator.store.reading import ArticleRow


@dataclass(frozen=True, slots=True)
class Holding:
    """What one analyst holds of a claim; a colleague's note for herself is not in it."""

    analyst: Analyst
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim with all that is held of it. A retired one has no number."""

    id: ClaimId
    number: int | None
    span: Span
    text: str
    mine: Assessment
    holdings: tuple[Holding, ...]

    def held_by(self, analyst: str) -> Assessment:
        found = (one.assessment for one in self.holdings if one.analyst.id == analyst)
        return next(found, EMPTY)


@dataclass(frozen=True, slots=True)
class Listing:
    """One article: ``claims`` without furniture, ``retired`` those that somebody still holds."""

    article: Article
    passages: tuple[Passage, ...]
    claims: tuple[ListedClaim, ...]
    retired: tuple[ListedClaim, ...]


def rows(library: OpenLibrary, analyst: str | None = None) -> tuple[ArticleRow, ...]:
    """The acting analyst's list; with ``analyst``, counted as that analyst tagged."""
    mine = reading.article_rows(library.store, library.author.id)
    if analyst is None:
        return mine
    counted = reading.article_rows(library.store, analyst, removed=True)
    listed = {row.id for row in mine}
    return tuple(row for row in counted if row.id in listed)


def row_of(library: OpenLibrary, article: ArticleId) -> ArticleRow:
    """One article that is known to be there, removed or not."""
    row = reading.article_row(library.store, library.author.id, article)
    assert row is not None, "the caller has just seen it"
    return row


def is_furniture(library: OpenLibrary, article: ArticleId, span: Span) -> bool:
    """Whether a live claim is page furniture, and so has no number."""
    return reading.number_of(library.store, article, span) is None


def analyst_called(library: OpenLibrary, wanted: str) -> Analyst:
    """The analyst of this id or exact name. Raises AnnotatorError, which lists the known ones."""
    known = reading.analysts(library.store)
    found = [one for one in known if one.id == wanted] or [
        one for one in known if one.name == wanted
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = " and ".join(one.id for one in found)
        raise AnnotatorError(f"Two analysts are called {wanted} here: name one by its id, {ids}.")
    names = ", ".join(one.name for one in known) or "nobody yet"
    raise AnnotatorError(f"There is no analyst {wanted} in this library; it knows {names}.")


def listing(library: OpenLibrary, article: ArticleId) -> Listing:
    """One article as it stands, with what everybody holds of each claim."""
    store, me = library.store, library.author.id
    with store.reading():
        snapshot = reading.snapshot(store, article, me)
        analysts = reading.analysts(store)
        retired = set(_retired(library, article, analysts))
        spans = {snapshot.id_at(index): snapshot.span(index) for index in range(len(snapshot))}
        spans |= {claim_id(article, span): span for span in retired}
        held = {one.id: holding.assessments(store, one.id, tuple(spans)) for one in analysts}

    def listed(claim: ClaimId, number: int | None) -> ListedClaim:
        span = spans[claim]
        text = snapshot.article.text[span.start : span.end]
        holdings = tuple(
            Holding(one, found)
            for one in analysts
            if not (found := _shown(held[one.id].get(claim, EMPTY), one.id == me)).empty
        )
        mine = held.get(me, {}).get(claim, EMPTY)
        return ListedClaim(claim, number, span, text, mine, holdings)

    numbered = ((snapshot.id_at(at), snapshot.number(at)) for at in range(len(snapshot)))
    return Listing(
        snapshot.article,
        snapshot.passages,
        tuple(listed(claim, number) for claim, number in numbered if number is not None),
        tuple(
            listed(claim_id(article, span), None)
            for span in sorted(retired, key=lambda span: (span.start, -span.end))
        ),
    )


def _retired(
    library: OpenLibrary, article: ArticleId, analysts: Iterable[Analyst]
) -> Iterable[Span]:
    for one in analysts:
        for retired in reading.snapshot(library.store, article, one.id).retired:
            yield retired.span


def _shown(found: Assessment, own: bool) -> Assessment:
    """A note for oneself is read by nobody else, in a shared library either."""
    if own or found.audience is not Audience.ME:
        return found
    return replace(found, note="", audience=Audience.DESK)
