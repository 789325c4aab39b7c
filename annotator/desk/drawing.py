"""Drawing claims at random, for a second check on a sample.

Who has the same articles and the same seed draws the same claims, on every machine and
with every Python: they are sorted first, and drawn with ``Random.random`` of a generator
seeded by ``seed(…, version=2)``, the two of which Python promises that they stay as they are
(https://docs.python.org/3/library/random.html, "Notes on Reproducibility"). ``sample`` and
``shuffle`` are promised nothing, so the drawing itself is here: Fisher and Yates, Statistical
Tables (1938), table XXXIII, in the form of Durstenfeld, Algorithm 235 (CACM 7, 1964).
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from annotator.desk.library import OpenLibrary
from annotator.desk.words import kept_text
from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.edits.blind import DRAWN, Draw
from annotator.domain.errors import AnnotatorError
from annotator.domain.review import Drawn, draws
from annotator.domain.snapshot import Snapshot, indices
from annotator.store import reading
from annotator.store.claiming import counted_spans, spans_of
from annotator.store.judging import said_in
from annotator.store.settled import is_settled
from annotator.store.write import Applied

LONGEST_SEED = 200
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn: article → its claims, in reading order; with the seed it was drawn by."""

    applied: Applied
    seed: str
    spans: Mapping[ArticleId, tuple[Span, ...]]

    @property
    def count(self) -> int:
        return sum(map(len, self.spans.values()))


@dataclass(frozen=True, slots=True)
class DrawnClaim:
    """One claim of a sample; ``number`` is 0 for the title."""

    article: ArticleId
    id: ClaimId
    number: int | None
    span: Span
    text: str


def draw(
    library: OpenLibrary, articles: Sequence[ArticleId], n: int, seed: str | None = None
) -> Sample:
    """Draws so many claims of these articles; without ``seed`` one is made up and kept.

    Page furniture is not drawn. Raises AnnotatorError for fewer than one, or more than there are.
    """
    seed = secrets.token_hex(4) if seed is None else _kept_seed(seed)
    places = [
        (article, span)
        for article in sorted(set(articles))
        for span in counted_spans(library.store, article)
    ]
    if not 1 <= n <= len(places):
        raise AnnotatorError(_cannot(n, len(places), len(set(articles))))
    chosen: dict[ArticleId, list[Span]] = {}
    for at in sorted(drawn_from(range(len(places)), n, seed)):
        article, span = places[at]
        chosen.setdefault(article, []).append(span)
    claims = {
        article: tuple(claim_id(article, span) for span in spans)
        for article, spans in chosen.items()
    }
    applied = library.perform(Draw(n, seed, claims))
    return Sample(applied, seed, {article: tuple(spans) for article, spans in chosen.items()})


def drawn_from(things: Sequence[T], n: int, seed: str) -> list[T]:
    """So many of these things, none of them twice, each as likely as any other."""
    chance = random.Random()  # noqa: S311 - a sample that others can draw again, no secret
    chance.seed(seed, version=2)
    rest = list(things)
    for at in range(n):
        other = at + int(chance.random() * (len(rest) - at))
        rest[at], rest[other] = rest[other], rest[at]
    return rest[:n]


def of_library(library: OpenLibrary) -> tuple[ArticleId, ...]:
    """The articles of the acting person's list that can be drawn from: those not settled."""
    rows = reading.article_rows(library.store, library.me)
    return tuple(row.id for row in rows if not is_settled(library.store, row.id))


def listed(library: OpenLibrary, sample: Sample) -> tuple[DrawnClaim, ...]:
    """The claims that were drawn, by article and in reading order."""
    found = []
    for article, spans in sample.spans.items():
        page = reading.snapshot(library.store, article, library.me)
        claims = map(page.claim, indices(page, spans))
        found += [DrawnClaim(article, of.id, of.number, of.span, of.text) for of in claims]
    return tuple(found)


def latest(library: OpenLibrary, article: ArticleId) -> Drawn | None:
    """The last draw that took claims of this article, or None."""
    found = draws(said_in(library.store, article, (DRAWN,)))
    return found[-1] if found else None


def drawn(library: OpenLibrary, snapshot: Snapshot) -> frozenset[int]:
    """Where the claims of the last draw are, for those who check them a second time."""
    last = latest(library, snapshot.article.id)
    if last is None:
        return frozenset()
    places = spans_of(library.store, last.claims).values()
    found = (snapshot.index_of(span) for of, span, _ in places if of == snapshot.article.id)
    return frozenset(index for index in found if index is not None)


def _kept_seed(seed: str) -> str:
    seed = kept_text(seed, "The seed")
    if not seed or len(seed) > LONGEST_SEED or "\n" in seed:
        raise AnnotatorError(
            f"The seed is one line of 1 to {LONGEST_SEED} characters, such as a number or a date."
        )
    return seed


def _cannot(n: int, there: int, articles: int) -> str:
    where = "this article" if articles == 1 else f"these {articles} articles"
    if n < 1:
        return f"Draw one claim or more: {n} is no sample."
    if not there:
        return f"There is no claim in {where} to draw."
    return f"There are {there:,} claims in {where}, so {n:,} cannot be drawn: ask for fewer."
