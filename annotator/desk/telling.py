"""The history of an article or a claim, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.naming import Numbers, claims_in_words, first_words
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.store import history, reading
from annotator.store.judging import sight_of

WORDS_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Told:
    """One edit: when (microseconds since 1970), by whom, and what it did to which claims.

    ``does`` is what it did, ``where`` what it did it to, empty for the article as a
    whole. ``taken_back``: it counts no more.
    """

    id: str
    at: int
    analyst: str
    analyst_id: str
    does: str
    where: str
    claims: tuple[ClaimId, ...]
    undoes: str | None
    taken_back: bool


def told(
    library: OpenLibrary, article: ArticleId, claim: ClaimId | None = None
) -> tuple[Told, ...]:
    """The edits of an article, or those that concern one claim of it, the newest last.

    While the acting person's check is blind and a draft, what colleagues judged, decided
    and commented is left out.
    """
    blind = library.me if sight_of(library.store, article, library.me).blind else None
    rows = history.history(library.store, article, claim, blind=blind, viewer=library.me)
    numbers = Numbers(library, article)
    return tuple(_told(library, article, row, numbers) for row in rows)


def where(
    library: OpenLibrary,
    article: ArticleId,
    spans: Sequence[Span],
    numbers: Numbers | None = None,
    text: str | None = None,
) -> str:
    """Claims by their numbers now; a single one with its first words.

    Who asks for many gives the ``text`` of the article, so that nothing is read for each.
    """
    words = claims_in_words(library, article, spans, numbers)
    if len(spans) != 1 or words.startswith("“"):
        return words
    start, end = spans[0]
    said = reading.text_of(library.store, article, spans[0]) if text is None else text[start:end]
    return f"{words} “{first_words(said, WORDS_LENGTH)}”"


def _told(
    library: OpenLibrary, article: ArticleId, row: history.HistoryRow, numbers: Numbers
) -> Told:
    return Told(
        row.id,
        row.at,
        row.analyst.name,
        row.analyst.id,
        row.does,
        where(library, article, row.spans, numbers),
        row.claims,
        row.undoes,
        row.dead,
    )
