"""Where the words of something are kept: numbers that say of which article it is, and where in it.

FTS5 gives what it finds by these numbers, and can begin at any of them. So the claims of one
article are one stretch, in reading order, and nothing has to be sorted or ranked.
"""

from __future__ import annotations

from annotator.domain.article import ArticleId
from annotator.store.library import Library

START_BITS, SLOT_BITS = 31, 5
SHELF_BITS = START_BITS + SLOT_BITS
SLOTS = 1 << SLOT_BITS
"""Claims of one article that begin at one character and are found; nobody makes as many."""

LAST_START = (1 << START_BITS) - 1

AREA_BITS, COUNT_BITS = 60, 32
NOTES, ITEMS, SOURCES, ARTICLES = range(4)
"""The areas of ``other_words``: what is of a claim lies by article, the rest as it came."""

Range = tuple[int, int]
"""The first place and the last one, both of them in it."""


def claim_place(shelf: int, start: int, slot: int = 0) -> int:
    """Where a claim of this article lies that begins at this code point."""
    return shelf << SHELF_BITS | start << SLOT_BITS | slot


def claims_between(shelf: int, first: int, last: int) -> Range:
    """Of one article, the claims that begin in this stretch; both starts are in it."""
    return claim_place(shelf, first), claim_place(shelf, last, SLOTS - 1)


def claims_of(shelf: int) -> Range:
    return claims_between(shelf, 0, LAST_START)


def shelf_of_claim(place: int) -> int:
    return place >> SHELF_BITS


def start_of(place: int) -> int:
    """The code point at which the claim of this place begins."""
    return place >> SLOT_BITS & LAST_START


def others_of(area: int, shelf: int = 0) -> Range:
    """Of one area, what is of this article; the shelf 0 is of none."""
    first = area << AREA_BITS | shelf << COUNT_BITS
    return first, first | (1 << COUNT_BITS) - 1


def area_of(area: int) -> Range:
    """All of one area."""
    first = area << AREA_BITS
    return first, first | (1 << AREA_BITS) - 1


def shelf_of(library: Library, article: ArticleId) -> int:
    """The number of an article's shelf; 0 where nothing of it was ever written."""
    rows = library.rows("SELECT number FROM shelves WHERE article = ?", (article,))
    return int(rows[0][0]) if rows else 0


def shelf_for(library: Library, article: ArticleId) -> int:
    """The same, made where there is none. Inside of a transaction."""
    number = shelf_of(library, article)
    if number:
        return number
    library.run("INSERT INTO shelves (article) VALUES (?)", (article,))
    return shelf_of(library, article)


def shelves(library: Library) -> dict[int, ArticleId]:
    """Number → article, the ones that came last first."""
    rows = library.rows("SELECT number, article FROM shelves ORDER BY number DESC")
    return {number: ArticleId(article) for number, article in rows}
