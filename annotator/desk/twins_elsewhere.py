"""What one holds of claims that stand word for word, or nearly, in other articles: offered, never applied."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import EMPTY, Assessment
from annotator.domain.findwords import joined
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.tags import Standing
from annotator.review.tokens import bag, likeness
from annotator.review.weighing import weighs
from annotator.store import narrowing, reading, searchplaces, searchtwins
from annotator.store.claiming import spans_of
from annotator.store.claimrows import claim_ids
from annotator.store.holding import assessments
from annotator.store.recorded import records_of
from annotator.store.searchtexts import changed_at, title_and_publisher
from annotator.store.searchtwins import Candidate

LIKE = 0.85
"""The least share of words that two claims have in common which stand nearly the same."""

FEWEST = 4
"""Words: what is shorter says the same by chance ("Nobody was hurt.")."""

MOST = 3
"""So many are offered."""

SECONDS = 0.025

_DID = {
    Standing.VERIFIED: "verified",
    Standing.DISPUTED: "disputed",
    Standing.UNATTRIBUTED: "found nobody named for",
    Standing.ON_SOURCE: "confirmed the source of",
    Standing.NOT_CHECKABLE: "set aside as not checkable",
    Standing.UNTAGGED: "wrote of",
}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A claim of another article with the same words or nearly, and what one holds of it.

    ``changed``: when that was last changed, in microseconds since 1970; 0 where only evidence
    or attributions are held. ``weighs``: what is another in it ("number 95 → 103").
    """

    article: ArticleId
    title: str
    claim: ClaimId
    number: int | None
    text: str
    same: bool
    assessment: Assessment
    record: Record
    changed: int
    weighs: tuple[str, ...] = ()

    def in_words(self, today: date) -> str:
        """Such as "You disputed this in March"; in another year with the year."""
        what = "this" if self.same else "nearly this"
        said = f"You {_DID[self.assessment.standing]} {what}"
        if not self.changed:
            return said
        day = datetime.fromtimestamp(self.changed / 1_000_000, UTC).astimezone().date()
        if day == today:
            return f"{said} today"
        return f"{said} in {day:%B}{'' if day.year == today.year else f' {day.year}'}"


def elsewhere(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, *, seconds: float = SECONDS
) -> tuple[Elsewhere, ...]:
    """The claims of other articles that say the same, of which one holds something: ``MOST`` of them.

    Those with the very same words come first, then what was changed last. After ``seconds``
    no more are looked for that are only nearly the same.
    """
    store = library.store
    place = spans_of(store, [claim]).get(claim)
    if place is None or place[0] != article:
        return ()
    text = reading.text_of(store, article, place[1])
    words = joined(text)
    if words.count(" ") + 1 < FEWEST:
        return ()
    with store.reading():
        found = _held(library, text, searchtwins.same(store, article, words), same=True)
        if len(found) < MOST:
            until = time.perf_counter() + seconds
            near = _alike(words, searchtwins.near(store, article, words, until))
            found += _held(library, text, near, same=False)
    found.sort(key=lambda one: (not one.same, -one.changed))
    return tuple(found[:MOST])


def _alike(words: str, found: Iterable[Candidate]) -> list[Candidate]:
    own = bag(words)
    return [one for one in found if one[1] != words and likeness(own, bag(one[1])) >= LIKE]


def _held(
    library: OpenLibrary, text: str, found: Iterable[Candidate], *, same: bool
) -> list[Elsewhere]:
    """Those of which the acting person holds anything."""
    store, me = library.store, library.me
    places: dict[ClaimId, tuple[ArticleId, Span]] = {}
    articles = searchplaces.shelves(store)
    by_article: dict[ArticleId, list[int]] = {}
    for at, _ in found:
        by_article.setdefault(articles[searchplaces.shelf_of_claim(at)], []).append(at)
    for article, some in by_article.items():
        ids = claim_ids(article, narrowing.spans_at(store, some))
        places |= {claim: (article, span) for span, claim in ids.items()}
    held = assessments(store, me, list(places))
    records = {
        of: record for (who, of), record in records_of(store, list(places), me).items() if who == me
    }
    when = changed_at(store, me, list(held))
    return [
        _elsewhere(
            library,
            text,
            (*places[claim], claim),
            (held.get(claim, EMPTY), records.get(claim, NO_RECORD), when.get(claim, 0)),
            same=same,
        )
        for claim in places
        if claim in held or claim in records
    ]


def _elsewhere(
    library: OpenLibrary,
    text: str,
    where: tuple[ArticleId, Span, ClaimId],
    held: tuple[Assessment, Record, int],
    *,
    same: bool,
) -> Elsewhere:
    article, span, claim = where
    there = reading.text_of(library.store, article, span)
    return Elsewhere(
        article,
        title_and_publisher(library.store, article)[0],
        claim,
        reading.number_of(library.store, article, span),
        there,
        same,
        *held,
        () if same else weighs(there, text),
    )
