"""What the library holds, in full: its articles, and one article with who holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from annotator.desk.library import OpenLibrary
from annotator.desk.people import known_as
from annotator.domain.article import Article, ArticleId, ClaimId, Passage, Span, claim_id
from annotator.domain.assessment import EMPTY, Analyst, Assessment, Audience
from annotator.domain.errors import AnnotatorError
from annotator.domain.layout import reading_order
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
    mine = reading.article_rows(library.store, library.me)
    if analyst is None:
        return mine
    counted = reading.article_rows(library.store, analyst, removed=True)
    listed = {row.id for row in mine}
    return tuple(row for row in counted if row.id in listed)


def row_of(library: OpenLibrary, article: ArticleId) -> ArticleRow:
    """One article that is known to be there, removed or not."""
    row = reading.article_row(library.store, library.me, article)
    assert row is not None, "the caller has just seen it"
    return row


def is_furniture(library: OpenLibrary, article: ArticleId, span: Span) -> bool:
    """Whether a live claim is page furniture, and so has no number."""
    return reading.number_of(library.store, article, span) is None


def analyst_called(library: OpenLibrary, wanted: str) -> Analyst:
    """The analyst of this id or exact name. Raises AnnotatorError, which lists the known ones."""
    found = known_as(library.store, wanted)
    if found is not None:
        return found
    known = reading.analysts(library.store)
    names = ", ".join(one.name for one in known) or "nobody yet"
    raise AnnotatorError(f"There is no analyst {wanted} in this library; it knows {names}.")


def listing(library: OpenLibrary, article: ArticleId) -> Listing:
    """One article as it stands, with what everybody holds of each claim."""
    store, me = library.store, library.me
    with store.reading():
        snapshot = reading.snapshot(store, article, me)
        analysts = reading.analysts(store)
        gone = sorted(set(_retired(library, article, analysts)), key=reading_order)
        spans = [*map(snapshot.span, range(len(snapshot))), *gone]
        claims = [claim_id(article, span) for span in spans]
        held = {one: holding.assessments(store, one.id, claims) for one in analysts}
    numbers = [*map(snapshot.number, range(len(snapshot))), *(None for _ in gone)]
    listed = [
        _listed(snapshot.article.text, claim, number, span, held, me)
        for claim, number, span in zip(claims, numbers, spans, strict=True)
    ]
    live = tuple(one for one in listed[: len(snapshot)] if one.number is not None)
    return Listing(snapshot.article, snapshot.passages, live, tuple(listed[len(snapshot) :]))


def _listed(
    text: str,
    claim: ClaimId,
    number: int | None,
    span: Span,
    held: Mapping[Analyst, Mapping[ClaimId, Assessment]],
    me: str,
) -> ListedClaim:
    holdings = tuple(
        Holding(one, _shown(held[one][claim], one.id == me)) for one in held if claim in held[one]
    )
    return ListedClaim(
        claim,
        number,
        span,
        text[span.start : span.end],
        next((one.assessment for one in holdings if one.analyst.id == me), EMPTY),
        tuple(one for one in holdings if not one.assessment.empty),
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
