"""What the library holds, in full: its articles, and one article with who holds what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.desk.library import OpenLibrary
from annotator.domain.article import Article, ArticleId, ClaimId, Passage, Span, claim_id
from annotator.domain.assessment import EMPTY, Analyst, Assessment, Audience
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.report import Ruled, ruled
from annotator.domain.tags import Standing
from annotator.store import holding, reading
from annotator.store.judging import sight_of
from annotator.store.people import Names
from annotator.store.reading import ArticleRow
from annotator.store.recorded import records_of
from annotator.store.relating import hidden_by
from annotator.store.reportrows import decided_of, retired_spans


@dataclass(frozen=True, slots=True)
class Holding:
    """What one analyst holds of a claim; nothing that a colleague keeps for herself is in it."""

    analyst: Analyst
    assessment: Assessment
    record: Record = NO_RECORD

    @property
    def empty(self) -> bool:
        return self.assessment.empty and self.record.empty


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim with all that is held of it. A retired one has no number."""

    id: ClaimId
    number: int | None
    span: Span
    text: str
    mine: Assessment
    holdings: tuple[Holding, ...]
    decision: Ruled | None

    def held_by(self, analyst: str) -> Assessment:
        found = (one.assessment for one in self.holdings if one.analyst.id == analyst)
        return next(found, EMPTY)

    def has(self, analyst: str) -> bool:
        """Whether this analyst holds or recorded anything of it."""
        return any(one.analyst.id == analyst for one in self.holdings)


@dataclass(frozen=True, slots=True)
class Listing:
    """One article: ``claims`` without furniture, ``retired`` those of which there is something.

    ``blind``: the acting person's check is blind and a draft still, so nothing of
    colleagues is in it. Those whom that person hid are never in it.
    """

    article: Article
    passages: tuple[Passage, ...]
    claims: tuple[ListedClaim, ...]
    retired: tuple[ListedClaim, ...]
    blind: bool


def rows(library: OpenLibrary, analyst: str | None = None) -> tuple[ArticleRow, ...]:
    """The acting analyst's list; with ``analyst``, counted as that analyst tagged.

    What a colleague tagged of an article whose check is blind still counts as untagged.
    """
    mine = reading.article_rows(library.store, library.me)
    if analyst is None:
        return mine
    counted = reading.article_rows(library.store, analyst, removed=True)
    listed = {row.id for row in mine}
    return tuple(
        _untold(row) if analyst != library.me and is_veiled(library, row.id) else row
        for row in counted
        if row.id in listed
    )


def is_veiled(library: OpenLibrary, article: ArticleId) -> bool:
    """Whether nothing of colleagues is shown: the acting person's check is blind, and a draft still."""
    return sight_of(library.store, article, library.me).blind


def _untold(row: ArticleRow) -> ArticleRow:
    counts = dict.fromkeys(row.counts, 0)
    aside = {Standing.UNTAGGED: row.total, Standing.FURNITURE: row.furniture}
    return replace(row, counts=counts | aside)


def article_of(library: OpenLibrary, article: ArticleId) -> Article:
    """What is known of one article. Raises AnnotatorError where there is none."""
    return reading.article(library.store, article)


def row_of(library: OpenLibrary, article: ArticleId) -> ArticleRow:
    """One article that is known to be there, removed or not."""
    row = reading.article_row(library.store, library.me, article)
    assert row is not None, "the caller has just seen it"
    return row


def is_furniture(library: OpenLibrary, article: ArticleId, span: Span) -> bool:
    """Whether a live claim is page furniture, and so has no number."""
    return reading.number_of(library.store, article, span) is None


def listing(library: OpenLibrary, article: ArticleId) -> Listing:
    """One article as it stands, with what everybody holds of each claim who may be seen."""
    store, me = library.store, library.me
    with store.reading():
        snapshot = reading.snapshot(store, article, me)
        spans = [*map(snapshot.span, range(len(snapshot))), *retired_spans(store, article)]
        read = _Reading(library, article, [claim_id(article, span) for span in spans])
    listed = [
        ListedClaim(
            claim,
            snapshot.number(index) if index < len(snapshot) else None,
            span,
            snapshot.article.text[span.start : span.end],
            *read.claim(claim),
        )
        for index, (claim, span) in enumerate(zip(read.claims, spans, strict=True))
    ]
    live, gone = listed[: len(snapshot)], listed[len(snapshot) :]
    return Listing(
        snapshot.article,
        snapshot.passages,
        tuple(one for one in live if one.number is not None),
        tuple(one for one in gone if one.holdings or one.decision),
        read.blind,
    )


class _Reading:
    """What is held and decided of these claims, as far as the acting person sees it."""

    def __init__(self, library: OpenLibrary, article: ArticleId, claims: Sequence[ClaimId]) -> None:
        store, self._me = library.store, library.me
        self.claims = claims
        self.blind = is_veiled(library, article)
        self._hidden = hidden_by(store, self._me)
        self._names = Names(store)
        self._recorded = records_of(store, claims, self._me)
        who = {one.id for one in holding.analysts_of(store, article)}
        who |= {analyst for analyst, _ in self._recorded}
        self._held = {
            self._names.analyst(one): holding.assessments(store, one, claims)
            for one in sorted(who)
            if one == self._me or not self.blind
        }
        self._decided = decided_of(store, article, self._me if self.blind else None)

    def claim(self, claim: ClaimId) -> tuple[Assessment, tuple[Holding, ...], Ruled | None]:
        """What the acting person holds, what everybody holds, and what was decided."""
        held = {one: of.get(claim, EMPTY) for one, of in self._held.items()}
        holdings = (
            Holding(
                one,
                _shown(of, one.id == self._me),
                self._recorded.get((one.id, claim), NO_RECORD),
            )
            for one, of in held.items()
            if one.id not in self._hidden
        )
        mine = next((of for one, of in held.items() if one.id == self._me), EMPTY)
        seen = tuple(one for one in holdings if not one.empty)
        standings = {one.id: of.standing for one, of in held.items() if not of.empty}
        return mine, seen, self._ruled(claim, standings)

    def _ruled(self, claim: ClaimId, held: Mapping[str, Standing]) -> Ruled | None:
        """The decision that stands; of one's own work alone nobody can say whether it is stale."""
        shown = [one for one in self._decided.get(claim, ()) if one.reviewer not in self._hidden]
        if not shown:
            return None
        found = ruled(shown, held, self._names.analyst)[0]
        overruled = tuple(one for one in found.overruled if one.id not in self._hidden)
        return replace(found, overruled=overruled, stale=found.stale and not self.blind)


def _shown(found: Assessment, own: bool) -> Assessment:
    """A note for oneself is read by nobody else, in a shared library either."""
    if own or found.audience is not Audience.ME:
        return found
    return replace(found, note="", audience=Audience.DESK)
