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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.desk.words import kept_text
from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.assessment import Analyst
from annotator.domain.edits.blind import DRAWN, Draw
from annotator.domain.errors import AnnotatorError
from annotator.domain.review import draws
from annotator.domain.snapshot import indices
from annotator.store import reading
from annotator.store.claiming import counted_spans, spans_of
from annotator.store.judging import said_in
from annotator.store.people import Names
from annotator.store.settled import is_settled
from annotator.store.write import Applied

LONGEST_SEED = 200
_LONG, _SAID = 10, 40
"""A number of so many digits is no sample's; so much of what is none is said back."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn: article → its claims, in reading order; with the seed it was drawn by.

    ``among``: from how many claims.
    """

    applied: Applied
    seed: str
    spans: Mapping[ArticleId, tuple[Span, ...]]
    among: int

    @property
    def count(self) -> int:
        return sum(map(len, self.spans.values()))


@dataclass(frozen=True, slots=True)
class Kept:
    """The sample of one article: who drew it and when (microseconds since 1970), and which claims.

    Some of them may have other borders by now; ``spans`` are those that were drawn.
    """

    by: Analyst
    at: int
    seed: str
    spans: frozenset[Span]


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
    seed = made_up_seed() if seed is None else _kept_seed(seed)
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
    spans = {article: tuple(spans) for article, spans in chosen.items()}
    return Sample(applied, seed, spans, len(places))


def made_up_seed() -> str:
    """A seed that nobody has thought of: eight characters."""
    return secrets.token_hex(4)


def how_many(typed: str) -> int:
    """How many claims to draw, as somebody typed it. Raises AnnotatorError."""
    typed = typed.strip()
    if not (typed.isdecimal() and len(typed) < _LONG):
        raise AnnotatorError(
            f"“{first_words(typed, _SAID)}” is no number of claims: draw one or more, such as 12."
        )
    return int(typed)


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


def kept(library: OpenLibrary, article: ArticleId) -> Kept | None:
    """The last sample that took claims of this article, or None."""
    with library.store.reading():
        found = draws(said_in(library.store, article, (DRAWN,)))
        if not found:
            return None
        last = found[-1]
        places = spans_of(library.store, last.claims).values()
        spans = frozenset(span for of, span, _ in places if of == article)
        return Kept(Names(library.store).analyst(last.analyst), last.at, last.seed, spans)


def samples(
    library: OpenLibrary, articles: Iterable[ArticleId]
) -> dict[ArticleId, frozenset[Span]]:
    """Those of these articles that have a sample, in this order, with its claims."""
    found = ((article, kept(library, article)) for article in articles)
    return {article: sample.spans for article, sample in found if sample is not None}


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
